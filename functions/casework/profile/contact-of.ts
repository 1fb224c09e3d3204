import type { Contact } from '#domain/contact.ts';
import type { Identifier } from '#domain/identifiers/identifier.ts';
import type { SubjectProfile } from '#store/subject-profiles.ts';
import { contactHash, identifierHash } from '../commit/keys.ts';

/** The contact point that the log names by this hash; `undefined` if the profile does not have it. */
export function contactOf(profile: SubjectProfile, hash: string): Contact | undefined {
  return contactHash(profile.caseKey, profile.contact) === hash ? profile.contact : profile.contacts[hash];
}

/** The stated telephone number that the log names by this hash; `undefined` if the profile does not have it. */
export function numberOf({ caseKey, claimed }: SubjectProfile, hash: string): Identifier | undefined {
  return claimed.find((one) => one.kind === 'phone' && identifierHash(caseKey, one) === hash);
}
