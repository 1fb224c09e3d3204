import { contactAt, type OpenedCase } from '#domain/case/state.ts';
import type { Contact } from '#domain/contact.ts';
import type { SubjectProfile } from '#store/subject-profiles.ts';
import { identifierHash } from '../commit/keys.ts';
import { contactOf } from '../profile/contact-of.ts';

/** A value that staff see masked, or not at all, until they ask to be shown it. */
export interface Revealable {
  readonly kind: Contact['kind'] | 'name';
  readonly value: string;
}

/**
 * What staff can be shown of the person of a case, by the name with which they ask for it: an identifier by its keyed
 * hash, as the case view has it; `contact`, the contact point in force at `now` (ISO 8601); `name`, the names with which
 * the person signed the request; `address`, the postal addresses that the person gave. `attached` are the profiles of
 * the attached requests, whose identifiers the case view shows too.
 *
 * After the erasure of the material nothing can be shown: staff have no work left for which they need it (Art. 5(1)(c)).
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
