import { contactAt, type OpenedCase } from '#domain/case/state.ts';
import { isOurs } from '#domain/mail/own-addresses.ts';
import type { SubjectProfile } from '#store/subject-profiles.ts';
import type { Casework } from '../commit/casework.ts';
import { oursOf } from '../intake/mail/mail-recipient.ts';
import { contactOf } from './contact-of.ts';

/**
 * Whether a case would be written to at an address of our own, as a colleague's is: what goes there reaches us and not the
 * person. The address that the case is written to already (`now`, ISO 8601) stays what it is.
 */
export function wouldReachUs(
  { organisation }: Casework,
  state: OpenedCase,
  profile: SubjectProfile,
  address: string,
  now: string,
): boolean {
  if (!isOurs(address, oursOf(organisation))) return false;
  return contactOf(profile, contactAt(state.common, now).hash)?.value !== address;
}
