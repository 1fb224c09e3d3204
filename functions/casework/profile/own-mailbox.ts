import { contactAt, type Common } from '#domain/case/state.ts';
import { isOurs } from '#domain/mail/sender/own-addresses.ts';
import type { SubjectProfile } from '#store/subject-profiles.ts';
import type { Casework } from '../commit/casework.ts';
import { oursOf } from '../intake/mail/mail-recipient.ts';
import { contactOf } from './contact-of.ts';

/**
 * Whether an address is one of our own, such as a colleague's: mail there reaches us and not the person. The present
 * contact point of the case (`now`, ISO 8601) is exempt.
 */
export function wouldReachUs(
  { organisation }: Casework,
  common: Common,
  profile: SubjectProfile,
  address: string,
  now: string,
): boolean {
  if (!isOurs(address, oursOf(organisation))) return false;
  return contactOf(profile, contactAt(common, now).hash)?.value !== address;
}
