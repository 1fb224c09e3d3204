import { keyedHash } from '#domain/canonical/canonical.ts';
import type { SubjectProfile } from '#store/subject-profiles.ts';
import { contactHash } from '../commit/keys.ts';

/**
 * The size of a profile up to which a wish may add to the profile. Staff need the rest, because a profile is one item
 * of at most 400 kB.
 */
const most = { texts: 60, bytes: 200_000, contacts: 10 } as const;

/** Whether the profile has room for the words of a wish. Words that the profile already has need no room. */
export function takesWords(profile: SubjectProfile, words: string): boolean {
  if (Object.hasOwn(profile.texts, keyedHash(profile.caseKey, words))) return true;
  const texts = Object.values(profile.texts);
  const bytes = [...texts, words].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  return texts.length < most.texts && bytes <= most.bytes;
}

/**
 * Whether the profile has room for the contact point with this hash. A contact point that the profile already has needs
 * no room.
 */
export function takesContact(profile: SubjectProfile, hash: string): boolean {
  const known = hash === contactHash(profile.caseKey, profile.contact) || Object.hasOwn(profile.contacts, hash);
  return known || Object.keys(profile.contacts).length < most.contacts;
}
