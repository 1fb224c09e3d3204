import { contactAt, type OpenedCase } from '#domain/case/state.ts';
import type { Contact } from '#domain/contact.ts';
import type { SubjectProfile } from '#store/subject-profiles.ts';
import { identifierHash } from '../commit/keys.ts';
import { contactOf } from '../profile/contact-of.ts';

/** A value that staff see masked, or do not see, until they ask for it. */
export interface Revealable {
  readonly kind: Contact['kind'] | 'name';
  readonly value: string;
}

/**
 * The values of the person of a case that staff can ask to see, by name. The name of an identifier is its keyed hash,
 * as in the case view. `contact` is the contact point in force at `now` (ISO 8601). `name` has the names with which the
 * person signed the request. `address` has the postal addresses that the person gave. `attached` are the profiles of
 * the attached requests, whose identifiers the case view shows too.
 *
 * After the erasure of the material there are no such values, because staff no longer need them for their work (Art.
 * 5(1)(c)).
 */
export function revealable(
  { common }: OpenedCase,
  profile: SubjectProfile | undefined,
  attached: readonly SubjectProfile[],
  now: string,
): ReadonlyMap<string, Revealable> {
  if (profile === undefined || common.purged) return new Map();
  const contact = contactOf(profile, contactAt(common, now).hash) ?? profile.contact;
  const addresses = [profile.contact, ...Object.values(profile.contacts)].flatMap(({ kind, value }) =>
    kind === 'postalAddress' ? [value] : [],
  );
  return new Map<string, Revealable>([
    ...[profile, ...attached].flatMap(({ caseKey, claimed }) =>
      claimed.map((one) => [identifierHash(caseKey, one), one] as const),
    ),
    ...Object.entries(profile.identifiers),
    ['contact', contact],
    ...(profile.names.length === 0 ? [] : [['name', { kind: 'name', value: profile.names.join(', ') }] as const]),
    ...(addresses.length === 0
      ? []
      : [['address', { kind: 'postalAddress', value: [...new Set(addresses)].join('\n\n') }] as const]),
  ]);
}
