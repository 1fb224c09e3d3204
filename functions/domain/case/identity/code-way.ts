import { contactToConfirm, isConfirmed } from '../contact/confirmed-contact.ts';
import { isFromRegister } from '../contact/unproven-postal-address.ts';
import { tiedProofs } from './proofs.ts';
import { contactAt, type Challenge, type OpenedCase } from '../state.ts';
import type { ContactRef, Purpose } from '../vocabulary.ts';

/** How a one-time code is sent, and where it is sent to. */
export interface CodeWay {
  readonly via: Challenge['via'];
  readonly to: ContactRef;
}

/**
 * How a code for a purpose is sent at `now` (ISO 8601), if the person has not chosen SMS. `undefined` if the purpose is
 * `contact` and no contact point waits to be confirmed.
 */
export function codeWay(state: OpenedCase, purpose: Purpose, now: string): CodeWay | undefined {
  switch (purpose) {
    case 'identity':
      return wayTo(contactAt(state.common, now));
    case 'download':
      return downloadWay(state, now);
    case 'contact': {
      const contact = contactToConfirm(state.common, now);
      return contact === undefined ? undefined : wayTo(contact);
    }
  }
}

/**
 * How the code that opens the answer is sent at `now` (ISO 8601). If the person has proven a telephone number and not
 * the contact point, the code goes by SMS to that number: a mistyped address would give the answer to a stranger (Art.
 * 32).
 */
export function downloadWay(state: OpenedCase, now: string): CodeWay {
  const contact = contactAt(state.common, now);
  const number = tiedProofs(state).findLast(({ method }) => method === 'sms-code')?.identifier;
  if (number === undefined) return wayTo(contact);
  const isSure =
    contact.kind === 'postalAddress' ? isFromRegister(state.common, contact) : isConfirmed(state.common, contact);
  return isSure ? wayTo(contact) : { via: 'sms', to: number };
}

function wayTo(to: ContactRef): CodeWay {
  return { via: to.kind === 'postalAddress' ? 'post' : 'email', to };
}
