import { keyedHash } from '#domain/canonical/canonical.ts';
import type { OpenedCase } from '#domain/case/state.ts';
import type { SubjectProfile } from '#store/subject-profiles.ts';
import { contactHash } from './keys.ts';

/** Every e-mail address that is or was a contact of the case. */
export function contactsOf(profile: SubjectProfile): readonly string[] {
  return [profile.contact, ...Object.values(profile.contacts)].flatMap(({ kind, value }) =>
    kind === 'email' ? [value] : [],
  );
}

/**
 * Whether an address is the case's e-mail contact at `now` (ISO 8601): the one that it was changed to last, once that is
 * in force. A move to post leaves it what it was.
 */
export function isContactNow(state: OpenedCase, profile: SubjectProfile, address: string, now: string): boolean {
  const changed = state.contactChanges.findLast(({ effectiveAt }) => effectiveAt <= now);
  const { hash } = changed?.to ?? state.facts.contact;
  return contactHash(profile.caseKey, { kind: 'email', value: address }) === hash;
}

/** Mails and texts that a case takes from mail; what comes after that opens a case of its own, which a person looks at. */
const most = 50;

/** Whether the case has room for words; those that it has already need none. */
export function hasRoom(profile: SubjectProfile, words: string): boolean {
  const known = Object.hasOwn(profile.texts, keyedHash(profile.caseKey, words));
  return known || Object.keys(profile.texts).length < most;
}

/** Whether the case has room for a further mail, stored under this key. */
export function takesMail(profile: SubjectProfile, key: string): boolean {
  return profile.inbound.includes(key) || profile.inbound.length < most;
}
