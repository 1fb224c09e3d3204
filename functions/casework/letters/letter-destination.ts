import { channelOf, type OwedLetter } from '#domain/case/letters/letters.ts';
import type { OpenedCase } from '#domain/case/state.ts';
import { escalationAddress } from '#domain/organisation/controller.ts';
import type { Controller, Organisation } from '#domain/organisation/organisation.ts';
import type { SubjectProfile } from '#store/subject-profiles.ts';
import { contactOf, numberOf } from '../profile/contact-of.ts';
import { smsSender } from '../identity/sms-number.ts';

/** Where a letter is sent: an e-mail address, or a telephone number with the sender name that the telephone shows. */
export type Destination =
  | { readonly by: 'email'; readonly address: string }
  | { readonly by: 'sms'; readonly from: string; readonly number: string };

/**
 * The case of a letter, its subject profile, and its controller by the description that was in force when the case was
 * opened.
 */
interface Concerned {
  readonly state: OpenedCase;
  readonly profile: SubjectProfile;
  readonly controller: Controller;
  /** The description of the organisation that is in force today. */
  readonly organisation: Organisation;
}

/**
 * Where a letter is sent automatically at `now` (ISO 8601). `undefined` if staff post the letter, or if it has no
 * recipient.
 */
export function destinationOf(concerned: Concerned, owed: OwedLetter, now: string): Destination | undefined {
  const { state, profile, controller, organisation } = concerned;
  const channel = channelOf(state, owed, now);
  if (channel === undefined) return undefined;
  switch (channel.by) {
    case 'staff':
      return mailTo(escalationAddress(controller));
    case 'email': {
      const contact = contactOf(profile, channel.to.hash);
      return contact?.kind === 'email' ? mailTo(contact.value) : undefined;
    }
    case 'sms': {
      const from = smsSender(organisation, state.common.facts.controller);
      const number = numberOf(profile, channel.to.hash);
      return from === undefined || number === undefined ? undefined : { by: 'sms', from, number: number.value };
    }
    case 'post':
      return undefined;
  }
}

function mailTo(address: string | undefined): Destination | undefined {
  return address === undefined ? undefined : { by: 'email', address };
}
