import type { Contact } from '#domain/contact.ts';
import type { SubjectProfile } from '#store/subject-profiles.ts';
import { contactHash } from './keys.ts';

/** The contact that a reference in the log stands for. */
export function contactOf(profile: SubjectProfile, hash: string): Contact | undefined {
  return contactHash(profile.caseKey, profile.contact) === hash ? profile.contact : profile.contacts[hash];
}
