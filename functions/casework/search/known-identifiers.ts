import { isSearchedBy } from '#domain/case/contact/confirmed-contact.ts';
import type { OpenedCase, Search } from '#domain/case/state.ts';
import { isOfOneSystem, type Knowledge, type KnownIdentifier } from '#domain/findings/knowledge.ts';
import { isCoordinationNumber } from '#domain/identifiers/personnummer.ts';
import type { Identifier } from '#domain/identifiers/identifier.ts';
import type { SubjectProfile } from '#store/subject-profiles.ts';
import { contactHash } from '../commit/keys.ts';

/** What is known of the person up to a wave. */
export interface KnownIdentifiers extends Knowledge {
  /** Those of the verified ones that the wave is searched by. */
  readonly ofWave: readonly KnownIdentifier[];
  /** Whether the case has any to search this wave by; what it has may be erased from the profile. */
  readonly isSearchable: boolean;
}

/**
 * The person's verified identifiers up to a wave: what was proven, and what systems taught and staff accepted. What was
 * merely stated, the address that we write to among it, is searched for only once it is proven, or confirmed where staff
 * have proven the person and named it. Beside them what staff rejected. A number that a system gave out (a customer number)
 * is known of that system alone, unless a sign-in of the organisation's own proved a number that no record had taught.
 */
export function knownIdentifiers(
  state: OpenedCase,
  search: Search,
  profile: SubjectProfile,
  wave: number,
): KnownIdentifiers {
  const accepted = search.learned.flatMap(({ identifier, decision }) =>
    decision !== null && decision.accepted ? [{ wave: decision.wave, identifier }] : [],
  );
  const { identifier } = search.identity;
  const later = [...search.proven, ...accepted];
  // Where nothing is searched by the first proof, the first wave is searched again by what came after it.
  const searched = isSearchedBy(state.common, identifier)
    ? [{ wave: 1, identifier }, ...later]
    : later.map((one) => (wave === 1 ? { ...one, wave } : one));
  const known = searched
    .filter((one) => one.wave <= wave)
    .flatMap(({ identifier: ref, wave: from }) =>
      valuesOf(profile, ref.hash).map((value) => ({ wave: from, value: within(search, ref.hash, value) })),
    )
    // Which system taught its identifiers first is chance: pages are the same whatever the order was.
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

/** What systems taught and staff rejected. */
export function rejectedIn({ learned }: Pick<Search, 'learned'>): Search['learned'] {
  return learned.filter(({ decision }) => decision?.accepted === false);
}

/** An identifier with the system that taught it, where it means something only there. */
function within({ learned }: Search, hash: string, value: Identifier): KnownIdentifier {
  const taught = isOfOneSystem(value.kind) ? learned.find(({ identifier }) => identifier.hash === hash) : undefined;
  return taught === undefined ? value : { ...value, system: taught.system };
}

/**
 * Hashes of the personnummer of a case that one person can have beside a learned one: of the two, one is a
 * samordningsnummer and the other is none.
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

/** The identifier that a reference in the log stands for; none where it is a postal address, or erased. */
function valuesOf(profile: SubjectProfile, hash: string): readonly Identifier[] {
  const values = [profile.contact, ...profile.claimed, ...Object.values(profile.contacts)];
  const value = values.find((one) => contactHash(profile.caseKey, one) === hash) ?? profile.identifiers[hash];
  return value === undefined || value.kind === 'postalAddress' ? [] : [value];
}
