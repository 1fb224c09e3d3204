import { tiedProofs } from '../identity/proofs.ts';
import { refuse } from '../refusals/refuse.ts';
import { contactAt, type ContactChange, type Opened, type OpenedCase } from '../state.ts';
import type { ContactRef, IdentifierRef, Method } from '../vocabulary.ts';

/**
 * An answer opens only towards a contact point that was itself proven (Art. 5(1)(f), 32; EDPB 01/2022, 65). Whoever has
 * shown an e-ID or a passport has not shown that the address in the form is theirs: with a typing error a stranger has it.
 */
export const notConfirmed = refuse('contact-not-confirmed');

/** Proofs that show, as the first one of a case, that the address they name is that of whoever asks. */
const showsAddress: Readonly<Record<Method, boolean>> = {
  'email-code': true,
  'sms-code': true,
  // The address in the token, where the login itself has verified it.
  login: true,
  'e-id': false,
  'letter-code': false,
  // Both name the contact point where nothing else was stated; nobody has seen that it is right.
  'document-check': false,
  override: false,
};

/**
 * Whether a contact point is confirmed: a code sent to it was the first proof of who asks (or a login vouched for just
 * this address) and staff have seen nobody since, a code sent to it was entered by whoever had just signed in, or staff
 * have made sure of it. A letter address needs none of that: it is for staff to see where they post to.
 */
export function isConfirmed(state: Opened, { kind, hash }: ContactRef): boolean {
  if (isCalledUnsafe(state, { kind, hash })) return false;
  if (kind === 'postalAddress' || state.confirmedContacts.has(hash)) return true;
  // Only the first: whoever has a case's link could add an address of their own to what others have proven.
  const [first] = state.proofs;
  return (
    first !== undefined && showsAddress[first.method] && first.identifier.hash === hash && !isOvertaken(state, first)
  );
}

/** Whether somebody has said that a mailbox is unsafe, and staff have not made sure of it since: no code goes there. */
export function isCalledUnsafe(
  { unsafeContacts }: Pick<Opened, 'unsafeContacts'>,
  { kind, hash }: ContactRef,
): boolean {
  return kind === 'email' && unsafeContacts.has(hash);
}

/**
 * Whether systems are searched by what was proven: an address only where its owner has shown it, by the first proof that
 * names it or by a confirmation. Staff who have looked at a passport have not looked into the mailbox: with a typing error
 * a stranger's records would enter the answer (Art. 5(1)(f), 15(4)).
 */
export function isSearchedBy(state: Opened, { kind, hash }: ContactRef): boolean {
  if (kind === 'postalAddress') return false;
  if (kind !== 'email' || state.confirmedContacts.has(hash)) return true;
  const named = state.proofs.find(({ identifier }) => identifier.hash === hash);
  return named !== undefined && showsAddress[named.method];
}

/**
 * Whether staff have seen to it that somebody who proved no more than an address is the person, by something else: a
 * stranger who has the address may have entered its code before, and the person who comes with a passport never had it.
 */
function isOvertaken({ proofs }: Opened, first: Opened['proofs'][number]): boolean {
  return (
    first.identifier.kind === 'email' &&
    proofs.some(({ by, identifier }) => by.kind === 'staff' && identifier.hash !== first.identifier.hash)
  );
}

/** The change of the contact point that waits for its code, if one does: the latest alone. */
export function changeAwaitingCode({ contactChanges }: Opened): ContactChange | undefined {
  const latest = contactChanges.at(-1);
  return latest?.awaitsCode === true ? latest : undefined;
}

/** The contact point that a code is to confirm at `now` (ISO 8601): a new one, else the present one after the first proof. */
export function contactToConfirm(state: Opened, now: string): ContactRef | undefined {
  const change = changeAwaitingCode(state);
  if (change !== undefined) return change.to;
  const present = contactAt(state, now);
  // A code proves nothing of a mailbox that somebody else may read.
  if (isCalledUnsafe(state, present)) return undefined;
  return state.proofs.length === 0 || isConfirmed(state, present) ? undefined : present;
}

/**
 * The identifiers by which the person of the case is known again at a sign-in: those that were proven. An address only
 * where it was the first proof, and so is not the one that is to be confirmed: a later login of whoever has the link
 * would be tied to a passport by the address alone.
 */
export function knownAgain(state: OpenedCase): readonly ContactRef[] {
  return tiedProofs(state)
    .filter((proof) =>
      proof.identifier.kind === 'email'
        ? proof === state.proofs[0] && showsAddress[proof.method] && !isOvertaken(state, proof)
        : proof.method !== 'override',
    )
    .map(({ identifier }) => identifier);
}

/** A proven identifier as one by which systems are searched, where they are. */
export function searchable(state: Opened, { kind, hash }: ContactRef): readonly IdentifierRef[] {
  return kind === 'postalAddress' || !isSearchedBy(state, { kind, hash }) ? [] : [{ kind, hash }];
}
