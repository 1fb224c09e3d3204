import { tiedProofs } from '../identity/proofs.ts';
import { refuse } from '../refusals/refuse.ts';
import { contactAt, type ContactChange, type Common, type OpenedCase } from '../state.ts';
import { identityMethods } from '../../identity-methods/methods.ts';
import type { ContactRef, IdentifierRef } from '../vocabulary.ts';

/**
 * An answer opens only for a contact point that was itself proven (Art. 5(1)(f), 32; EDPB 01/2022, 65). An e-ID or a
 * passport does not prove that the address in the form is the person's: after a typing error it is a stranger's.
 */
export const notConfirmed = refuse('contact-not-confirmed');

/**
 * Whether a contact point is confirmed. One of three must hold: 1. a code sent to it, or a login with exactly this
 * address, was the first proof of identity, and staff have identified nobody since; 2. somebody who had just signed in
 * entered a code sent to it; 3. staff have confirmed it. A postal address needs no confirmation: staff check the
 * address that they post to.
 */
export function isConfirmed(common: Common, { kind, hash }: ContactRef): boolean {
  if (isCalledUnsafe(common, { kind, hash })) return false;
  if (kind === 'postalAddress' || common.confirmedContacts.has(hash)) return true;
  // Only the first proof counts: otherwise whoever has the link of a case could add their own address to what others
  // have proven.
  const [first] = common.proofs;
  return (
    first !== undefined &&
    identityMethods[first.method].showsAddress &&
    first.identifier.hash === hash &&
    !isOvertaken(common, first)
  );
}

/** Whether somebody has called a mailbox unsafe, and staff have not confirmed it since: no code is sent to it. */
export function isCalledUnsafe(
  { unsafeContacts }: Pick<Common, 'unsafeContacts'>,
  { kind, hash }: ContactRef,
): boolean {
  return kind === 'email' && unsafeContacts.has(hash);
}

/**
 * Whether systems are searched by a proven identifier. An address counts only if its owner has shown it, by the first
 * proof that names it or by a confirmation. Staff who have seen a passport have not seen the mailbox: after a typing
 * error a stranger's records would enter the answer (Art. 5(1)(f), 15(4)).
 */
export function isSearchedBy(common: Common, { kind, hash }: ContactRef): boolean {
  if (kind === 'postalAddress') return false;
  if (kind !== 'email' || common.confirmedContacts.has(hash)) return true;
  const named = common.proofs.find(({ identifier }) => identifier.hash === hash);
  return named !== undefined && identityMethods[named.method].showsAddress;
}

/**
 * Whether staff have identified, by other means, a person who had proven only an address. A stranger with that address
 * may have entered its code before; the person with the passport may never have had it.
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
 * The contact point that a code is to confirm at `now` (ISO 8601): a new one if there is one, else the present one
 * after the first proof.
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
 * The proven identifiers by which a sign-in is recognised as the person of the case. An address counts only if it was
 * the first proof, so that it needs no confirmation. Otherwise a later login of whoever has the link would be tied to a
 * passport by the address alone.
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

/** A proven identifier, if systems are searched by it. */
export function searchable(common: Common, { kind, hash }: ContactRef): readonly IdentifierRef[] {
  return kind === 'postalAddress' || !isSearchedBy(common, { kind, hash }) ? [] : [{ kind, hash }];
}
