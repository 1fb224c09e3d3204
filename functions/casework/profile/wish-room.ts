import { keyedHash } from '#domain/canonical/canonical.ts';
import type { SubjectProfile } from '#store/subject-profiles.ts';
import { contactHash } from '../commit/keys.ts';

/**
 * A wish is accepted only if the texts and contact points of the profile stay within these limits. So nobody can fill a
 * case with texts that staff must read. Texts of staff do not count.
 */
const most = { texts: 60, bytes: 200_000, contacts: 10 } as const;

/** Whether the profile can store the text of a wish. A text that the profile already has is always accepted. */
export function takesWords(profile: SubjectProfile, words: string): boolean {
  if (Object.hasOwn(profile.texts, keyedHash(profile.caseKey, words))) return true;
  const ofStaff = new Set(profile.ofStaff);
  const texts = Object.entries(profile.texts).flatMap(([id, text]) => (ofStaff.has(id) ? [] : [text]));
  const bytes = [...texts, words].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  return texts.length < most.texts && bytes <= most.bytes;
}

/**
 * Whether the profile can store the contact point with this hash. A contact point that it already has is always
 * accepted.
 */
export function takesContact(profile: SubjectProfile, hash: string): boolean {
  const known = hash === contactHash(profile.caseKey, profile.contact) || Object.hasOwn(profile.contacts, hash);
  return known || Object.keys(profile.contacts).length < most.contacts;
}
