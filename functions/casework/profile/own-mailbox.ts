import { contactAt, type Common } from '#domain/case/state.ts';
import { isOurs } from '#domain/mail/sender/own-addresses.ts';
import type { SubjectProfile } from '#store/subject-profiles.ts';
import type { Casework } from '../commit/casework.ts';
import { oursOf } from '../intake/mail/mail-recipient.ts';
import { contactOf } from './contact-of.ts';

/**
 * Whether mail to an address would reach us and not the person, because the address is ours or a colleague's. For the
 * present contact point of the case (at `now`, ISO 8601) the result is always `false`.
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
