import * as z from 'zod';
import { identifierSchema } from './identifiers/identifier.ts';
import { mask } from './identifiers/mask.ts';
import { mailboxOfAddress } from './mail/sender/mailbox.ts';

/** The contact of a person: an identifier, such as an e-mail address, or a postal address line by line. */
export const contactSchema = z.union([
  identifierSchema,
  z.strictObject({ kind: z.literal('postalAddress'), value: z.string().min(1).max(2_000) }),
]);
export type Contact = Readonly<z.infer<typeof contactSchema>>;

/**
 * Whether SES can send mail to an address. SES accepts only ASCII characters before the @. Nobody has an address under
 * `.invalid` (RFC 2606).
 */
export function isWritable({ value }: Contact): boolean {
  return /^[\x21-\x7e]+$/.test(value) && !value.endsWith('.invalid');
}

/**
 * The mailbox of a contact. Letters are counted by mailbox, because `olle@x.se` and `olle+shop@x.se` reach the same
 * mailbox.
 */
export function mailboxOf(contact: Contact): Contact {
  return contact.kind === 'email' ? { ...contact, value: mailboxOfAddress(contact.value) } : contact;
}

/** What staff see of a contact in lists. Of a postal address they see only a symbol. */
export function maskContact(contact: Contact): string {
  return contact.kind === 'postalAddress' ? '✉ •••' : mask(contact);
}
