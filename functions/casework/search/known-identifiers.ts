import { isSearchedBy } from '#domain/case/contact/confirmed-contact.ts';
import type { Search, Common } from '#domain/case/state.ts';
import { isOfOneSystem, type Knowledge, type KnownIdentifier, type OfRecord } from '#domain/findings/knowledge.ts';
import { isCoordinationNumber } from '#domain/identifiers/personnummer.ts';
import type { Identifier } from '#domain/identifiers/identifier.ts';
import type { SubjectProfile } from '#store/subject-profiles.ts';
import { contactHash } from '../commit/keys.ts';
import { isAdoptedIn, isRejectedIn } from './decided-records.ts';

/** The identifiers of a person that a search may use in one wave, and the decisions of staff on records. */
export interface KnownIdentifiers extends Knowledge {
  readonly isAdopted: OfRecord;
  readonly isRejected: OfRecord;
  /** The identifiers with which this wave searches, because earlier waves did not have them. */
  readonly ofWave: readonly KnownIdentifier[];
  /**
   * `false` if staff have since rejected every identifier of this wave; always `true` in wave 1. If it is `true` and
   * `ofWave` is empty, there is no proven identifier to search by, or its value was erased from the subject profile.
   */
  readonly isSearchable: boolean;
}

/**
 * Returns the identifiers that a search in this wave may use, and the identifiers that staff rejected.
 *
 * The search may use proven identifiers, and learned identifiers that staff accepted. An identifier that the person
 * only stated, such as the contact address, is used only after a proof or a confirmation by staff. A customer number
 * that the organisation's own login proved is used in all systems. Any other customer number is used only in the system
 * that issued it.
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
  // If the first proof gives no identifier to search by (for example only a postal address), wave 1 uses the
  // identifiers of later proofs.
  const searched = isSearchedBy(common, identifier)
    ? [{ wave: 1, identifier }, ...later]
    : later.map((one) => (wave === 1 ? { ...one, wave } : one));
  const known = searched
    .filter((one) => one.wave <= wave)
    .flatMap(({ identifier: ref, wave: from }) =>
      valuesOf(profile, ref.hash).map((value) => ({ wave: from, value: within(search, ref.hash, value) })),
    )
    // The identifiers are stored in the order in which systems happened to return them. They are sorted here, so that a
    // repeated search makes the same calls and gets the same pages.
    .toSorted((a, b) => (spelled(a.value) < spelled(b.value) ? -1 : 1));
  return {
    verified: known.map(({ value }) => value),
    rejected: rejectedIn(search).flatMap(({ identifier: ref }) =>
      valuesOf(profile, ref.hash).map((value) => within(search, ref.hash, value)),
    ),
    isAdopted: isAdoptedIn(common, profile),
    isRejected: isRejectedIn(common, profile),
    ofWave: known.filter((one) => one.wave === wave).map(({ value }) => value),
    isSearchable: wave === 1 || searched.some((one) => one.wave === wave),
  };
}

/** The learned identifiers that staff rejected. */
export function rejectedIn({ learned }: Pick<Search, 'learned'>): Search['learned'] {
  return learned.filter(({ decision }) => decision?.accepted === false);
}

/**
 * Adds the system that returned an identifier, if the identifier is unique only within that system, such as a customer
 * number.
 */
function within({ learned }: Search, hash: string, value: Identifier): KnownIdentifier {
  const taught = isOfOneSystem(value.kind) ? learned.find(({ identifier }) => identifier.hash === hash) : undefined;
  return taught === undefined ? value : { ...value, system: taught.system };
}

/**
 * Hashes of the other numbers in the case that may be the same person's as the given personnummer. One person can first
 * have a samordningsnummer (for people who are not in the population register) and later a personnummer.
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

/**
 * The value of the identifier that the log names by this hash, in a list. The list is empty for a postal address, or if
 * the value was erased.
 */
function valuesOf(profile: SubjectProfile, hash: string): readonly Identifier[] {
  const values = [profile.contact, ...profile.claimed, ...Object.values(profile.contacts)];
  const value = values.find((one) => contactHash(profile.caseKey, one) === hash) ?? profile.identifiers[hash];
  return value === undefined || value.kind === 'postalAddress' ? [] : [value];
}
