import { contactToConfirm, isConfirmed } from '../contact/confirmed-contact.ts';
import { tiedProofs } from './proofs.ts';
import { contactAt, type Challenge, type OpenedCase } from '../state.ts';
import type { ContactRef, Purpose } from '../vocabulary.ts';

/** How a one-time code goes, and to where. */
export interface CodeWay {
  readonly via: Challenge['via'];
  readonly to: ContactRef;
}

/** How a code for a purpose goes by itself at `now` (ISO 8601); `undefined` where nothing waits to be confirmed. */
export function codeWay(state: OpenedCase, purpose: Purpose, now: string): CodeWay | undefined {
  switch (purpose) {
    case 'identity':
      return wayTo(contactAt(state, now));
    case 'download':
      return downloadWay(state, now);
    case 'contact': {
      const contact = contactToConfirm(state, now);
      return contact === undefined ? undefined : wayTo(contact);
    }
  }
}

/**
 * Where the code that opens the answer goes at `now` (ISO 8601). Whoever has proven a number and not the address gets it
 * by SMS to that number: an address that was mistyped would hand the answer to a stranger (Art. 32).
 */
export function downloadWay(state: OpenedCase, now: string): CodeWay {
  const contact = contactAt(state, now);
  const number = tiedProofs(state).findLast(({ method }) => method === 'sms-code')?.identifier;
  if (number === undefined) return wayTo(contact);
  const { post } = state;
  const isSure =
    contact.kind === 'postalAddress'
      ? post !== null && post.registered && post.to.hash === contact.hash
      : isConfirmed(state, contact);
  return isSure ? wayTo(contact) : { via: 'sms', to: number };
}

function wayTo(to: ContactRef): CodeWay {
  return { via: to.kind === 'postalAddress' ? 'post' : 'email', to };
}
