import { isSearchedBy } from '#domain/case/contact/confirmed-contact.ts';
import type { Search, Common } from '#domain/case/state.ts';
import { isOfOneSystem, type Knowledge, type KnownIdentifier } from '#domain/findings/knowledge.ts';
import { isCoordinationNumber } from '#domain/identifiers/personnummer.ts';
import type { Identifier } from '#domain/identifiers/identifier.ts';
import type { SubjectProfile } from '#store/subject-profiles.ts';
import { contactHash } from '../commit/keys.ts';

/** The person's known identifiers up to a wave. */
export interface KnownIdentifiers extends Knowledge {
  /** The verified identifiers with which the wave is searched. */
  readonly ofWave: readonly KnownIdentifier[];
  /** Whether the case has identifiers to search this wave with; they may have been erased from the profile. */
  readonly isSearchable: boolean;
}

/**
 * The person's verified identifiers up to a wave: those that were proven, and those from systems that staff accepted. A
 * stated identifier, including the contact address, is searched for only once it is proven, or confirmed after staff
 * identified the person. Also the identifiers that staff rejected. A number that a system issued (a customer number)
 * applies to that system only, unless a sign-in of the organisation itself proved it.
 */
export function knownIdentifiers(
  common: Common,
  search: Search,
  profile: SubjectProfile,
  wave: number,
): KnownIdentifiers {
  const accepted = search.learned.flatMap(({ identifier, decision }) =>
    decision !== null && decision.accepted ? [{ wave: decision.wave, identifier }] : [],
  );
  const { identifier } = search.identity;
  const later = [...search.proven, ...accepted];
  // If no system is searched with the first proof, the first wave is searched again with the later ones.
  const searched = isSearchedBy(common, identifier)
    ? [{ wave: 1, identifier }, ...later]
    : later.map((one) => (wave === 1 ? { ...one, wave } : one));
  const known = searched
    .filter((one) => one.wave <= wave)
    .flatMap(({ identifier: ref, wave: from }) =>
      valuesOf(profile, ref.hash).map((value) => ({ wave: from, value: within(search, ref.hash, value) })),
    )
    // Which system returned its identifiers first is chance: the pages are the same in any order.
    .toSorted((a, b) => (spelled(a.value) < spelled(b.value) ? -1 : 1));
  return {
    verified: known.map(({ value }) => value),
    rejected: rejectedIn(search).flatMap(({ identifier: ref }) =>
      valuesOf(profile, ref.hash).map((value) => within(search, ref.hash, value)),
    ),
    ofWave: known.filter((one) => one.wave === wave).map(({ value }) => value),
    isSearchable: wave === 1 || searched.some((one) => one.wave === wave),
  };
}

/** Identifiers from systems that staff rejected. */
export function rejectedIn({ learned }: Pick<Search, 'learned'>): Search['learned'] {
  return learned.filter(({ decision }) => decision?.accepted === false);
}

/** An identifier with the system that returned it, if it is unique only there. */
function within({ learned }: Search, hash: string, value: Identifier): KnownIdentifier {
  const taught = isOfOneSystem(value.kind) ? learned.find(({ identifier }) => identifier.hash === hash) : undefined;
  return taught === undefined ? value : { ...value, system: taught.system };
}

/**
 * Hashes of a case's personnummer that one person can have beside a learned one: one of the two is a samordningsnummer
 * and the other is not.
 */
export function personnummerBeside(
  { learned, proven, identity }: Search,
  profile: SubjectProfile,
  hash: string,
): readonly string[] {
  const isCoordination = (of: string): boolean =>
    valuesOf(profile, of).some(({ value }) => isCoordinationNumber(value));
  return [identity, ...proven, ...learned]
    .map(({ identifier }) => identifier)
    .filter((other) => other.kind === 'personnummer' && isCoordination(other.hash) !== isCoordination(hash))
    .map((other) => other.hash);
}

function spelled({ kind, value }: Identifier): string {
  return `${kind}:${value}`;
}

/** The identifier behind a reference in the log; none if it is a postal address, or erased. */
function valuesOf(profile: SubjectProfile, hash: string): readonly Identifier[] {
  const values = [profile.contact, ...profile.claimed, ...Object.values(profile.contacts)];
  const value = values.find((one) => contactHash(profile.caseKey, one) === hash) ?? profile.identifiers[hash];
  return value === undefined || value.kind === 'postalAddress' ? [] : [value];
}
