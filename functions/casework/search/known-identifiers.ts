import { isSearchedBy } from '#domain/case/contact/confirmed-contact.ts';
import type { Search, Common } from '#domain/case/state.ts';
import { isOfOneSystem, type Knowledge, type KnownIdentifier } from '#domain/findings/knowledge.ts';
import { isCoordinationNumber } from '#domain/identifiers/personnummer.ts';
import type { Identifier } from '#domain/identifiers/identifier.ts';
import type { SubjectProfile } from '#store/subject-profiles.ts';
import { contactHash } from '../commit/keys.ts';

/** The person's known identifiers up to a wave. */
export interface KnownIdentifiers extends Knowledge {
  /** The verified identifiers that are new in this wave and with which the wave is searched. */
  readonly ofWave: readonly KnownIdentifier[];
  /** Whether the log names identifiers for this wave. The profile may have lost their values by erasure. */
  readonly isSearchable: boolean;
}

/**
 * The person's identifiers up to a wave: identifiers that were proven, and identifiers from systems that staff
 * accepted. The function also returns the identifiers that staff rejected. A stated identifier, including the contact
 * address, is searched for only after a proof, or after staff have confirmed it for an identified person. A number that
 * a system issued (a customer number) applies to that system only, unless the organisation's own login proved the
 * number.
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
  // If the first proof gives nothing to search for, the first wave is searched again with the identifiers of later
  // proofs.
  const searched = isSearchedBy(common, identifier)
    ? [{ wave: 1, identifier }, ...later]
    : later.map((one) => (wave === 1 ? { ...one, wave } : one));
  const known = searched
    .filter((one) => one.wave <= wave)
    .flatMap(({ identifier: ref, wave: from }) =>
      valuesOf(profile, ref.hash).map((value) => ({ wave: from, value: within(search, ref.hash, value) })),
    )
    // The identifiers are sorted, because it is chance which system returned its identifiers first. So the pages are
    // the same in any order.
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

/** Adds to an identifier the system that returned it, if the identifier is unique only within that system. */
function within({ learned }: Search, hash: string, value: Identifier): KnownIdentifier {
  const taught = isOfOneSystem(value.kind) ? learned.find(({ identifier }) => identifier.hash === hash) : undefined;
  return taught === undefined ? value : { ...value, system: taught.system };
}

/**
 * Hashes of the case's other personnummer that may belong to the same person as a learned personnummer. One person can
 * have a samordningsnummer and an ordinary personnummer.
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

/** The identifier that a reference in the log stands for; empty if it is a postal address, or erased. */
function valuesOf(profile: SubjectProfile, hash: string): readonly Identifier[] {
  const values = [profile.contact, ...profile.claimed, ...Object.values(profile.contacts)];
  const value = values.find((one) => contactHash(profile.caseKey, one) === hash) ?? profile.identifiers[hash];
  return value === undefined || value.kind === 'postalAddress' ? [] : [value];
}
