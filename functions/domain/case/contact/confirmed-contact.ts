import { tiedProofs } from '../identity/proofs.ts';
import { refuse } from '../refusals/refuse.ts';
import { contactAt, type ContactChange, type Common, type OpenedCase } from '../state.ts';
import { identityMethods } from '../../identity-methods/methods.ts';
import type { ContactRef, IdentifierRef } from '../vocabulary.ts';
import { isCheckedBeforePosting } from './unproven-postal-address.ts';

/**
 * The refusal to send an answer to an unconfirmed contact point (Art. 5(1)(f), 32; EDPB 01/2022, 65). An e-ID or a
 * passport does not prove that the address in the form is the person's: if the address was mistyped, it may be a
 * stranger's.
 */
export const notConfirmed = refuse('contact-not-confirmed');

/**
 * Whether a contact point is confirmed. A postal address always is, because staff check the address that they post to.
 * Any other contact point is confirmed if one of these holds:
 * 1. A code sent to it, or a login with exactly this address, was the first proof of identity. If the contact point is
 * an e-mail address, staff must not have recorded a proof with another identifier since then (`isOvertaken`).
 * 2. Somebody who had just signed in entered a code that was sent to it.
 * 3. Staff have confirmed it.
 *
 * A mailbox that somebody has called unsafe is not confirmed until staff have confirmed it.
 */
export function isConfirmed(common: Common, { kind, hash }: ContactRef): boolean {
  if (isCalledUnsafe(common, { kind, hash })) return false;
  if (isCheckedBeforePosting({ kind }) || common.confirmedContacts.has(hash)) return true;
  // Only the first proof counts. Otherwise somebody who has the link of a case could add their own address to the
  // proofs of another person.
  const [first] = common.proofs;
  return (
    first !== undefined &&
    identityMethods[first.method].showsAddress &&
    first.identifier.hash === hash &&
    !isOvertaken(common, first)
  );
}

/**
 * Whether somebody has called a mailbox unsafe and staff have not confirmed it since. No code is sent to such a
 * mailbox.
 */
export function isCalledUnsafe(
  { unsafeContacts }: Pick<Common, 'unsafeContacts'>,
  { kind, hash }: ContactRef,
): boolean {
  return kind === 'email' && unsafeContacts.has(hash);
}

/**
 * Whether the systems may be searched for a proven identifier. For an e-mail address, the mailbox must be confirmed, or
 * the first proof with the address must show that the mailbox is the person's. A mailed code shows this; a passport
 * that staff have seen does not. If the address was mistyped, a stranger's records would enter the answer (Art.
 * 5(1)(f), 15(4)).
 */
export function isSearchedBy(common: Common, { kind, hash }: ContactRef): boolean {
  if (kind === 'postalAddress') return false;
  if (kind !== 'email' || common.confirmedContacts.has(hash)) return true;
  const named = common.proofs.find(({ identifier }) => identifier.hash === hash);
  return named !== undefined && identityMethods[named.method].showsAddress;
}

/**
 * Whether the first proof contained an e-mail address, and staff have recorded a proof with another identifier, such as
 * a passport. A stranger may have entered the code for that address, and the owner of the passport may never have had
 * the address.
 */
function isOvertaken({ proofs }: Common, first: Common['proofs'][number]): boolean {
  return (
    first.identifier.kind === 'email' &&
    proofs.some(({ by, identifier }) => by.kind === 'staff' && identifier.hash !== first.identifier.hash)
  );
}

/** The change of the contact point that waits for its code, if there is one. Only the latest change counts. */
export function changeAwaitingCode({ contactChanges }: Common): ContactChange | undefined {
  const latest = contactChanges.at(-1);
  return latest?.awaitsCode === true ? latest : undefined;
}

/**
 * The contact point that a code can confirm at `now` (ISO 8601): a new contact point that waits for its code, or else,
 * after the first proof, the present contact point if it is unconfirmed. `undefined` if there is none.
 */
export function contactToConfirm(common: Common, now: string): ContactRef | undefined {
  const change = changeAwaitingCode(common);
  if (change !== undefined) return change.to;
  const present = contactAt(common, now);
  // A code proves nothing about a mailbox that somebody else may read.
  if (isCalledUnsafe(common, present)) return undefined;
  return common.proofs.length === 0 || isConfirmed(common, present) ? undefined : present;
}

/**
 * The proven identifiers by which a sign-in is recognised as the person's. An identifier that staff accepted without a
 * proof (`override`) is not among them. An e-mail address must be the first proof. Otherwise, after the person has
 * shown a passport, somebody who has the link of the case could prove an address of their own, and sign in with that
 * address.
 */
export function knownAgain(state: OpenedCase): readonly ContactRef[] {
  return tiedProofs(state)
    .filter((proof) =>
      proof.identifier.kind === 'email'
        ? proof === state.common.proofs[0] &&
          identityMethods[proof.method].showsAddress &&
          !isOvertaken(state.common, proof)
        : proof.method !== 'override',
    )
    .map(({ identifier }) => identifier);
}

/**
 * A list with the proven identifier if the systems may be searched for it (`isSearchedBy`); otherwise an empty list.
 */
export function searchable(common: Common, { kind, hash }: ContactRef): readonly IdentifierRef[] {
  return kind === 'postalAddress' || !isSearchedBy(common, { kind, hash }) ? [] : [{ kind, hash }];
}
