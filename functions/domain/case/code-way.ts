import { tiedProofs } from './proofs.ts';
import { contactAt, type Challenge, type OpenedCase } from './state.ts';
import type { ContactRef } from './vocabulary.ts';

/** How a one-time code goes, and to where. */
export interface CodeWay {
  readonly via: Challenge['via'];
  readonly to: ContactRef;
}

/** The way to where the person is written to at `now` (ISO 8601). */
export function wayToContact(state: OpenedCase, now: string): CodeWay {
  const to = contactAt(state, now);
  return { via: to.kind === 'postalAddress' ? 'post' : 'email', to };
}

/**
 * Where the code that opens the answer goes at `now` (ISO 8601). Whoever has proven a number and not the address gets it
 * by SMS to that number: an address that was mistyped would hand the answer to a stranger (Art. 32).
 */
export function downloadWay(state: OpenedCase, now: string): CodeWay {
  const contact = wayToContact(state, now);
  if (isConfirmed(state, contact.to)) return contact;
  const number = tiedProofs(state).findLast(({ method }) => method === 'sms-code')?.identifier;
  return number === undefined ? contact : { via: 'sms', to: number };
}

/**
 * Whether the person of the case has proven just this contact point, or the population register has it. Whoever reads a
 * mistyped address may prove that it is theirs: that ties them to nothing.
 */
function isConfirmed(state: OpenedCase, { hash }: ContactRef): boolean {
  const { post } = state;
  return (
    tiedProofs(state).some(({ identifier }) => identifier.hash === hash) ||
    (post !== null && post.registered && post.to.hash === hash)
  );
}
