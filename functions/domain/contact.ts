import * as z from 'zod';
import { identifierSchema } from './identifiers/identifier.ts';
import { mask } from './identifiers/mask.ts';
import { mailboxOfAddress } from './mail/sender/mailbox.ts';

/** Where we write to: an identifier that mail reaches, or a postal address, line by line. */
export const contactSchema = z.union([
  identifierSchema,
  z.strictObject({ kind: z.literal('postalAddress'), value: z.string().min(1).max(2_000) }),
]);
export type Contact = Readonly<z.infer<typeof contactSchema>>;

/**
 * Whether the mail service accepts an address. SES accepts only ASCII letters before the @; nobody has an address under
 * `.invalid` (RFC 2606).
 */
export function isWritable({ value }: Contact): boolean {
  return /^[\x21-\x7e]+$/.test(value) && !value.endsWith('.invalid');
}

/** The mailbox that a contact most likely is, for counting. The letters to all its spellings arrive in one place. */
export function mailboxOf(contact: Contact): Contact {
  return contact.kind === 'email' ? { ...contact, value: mailboxOfAddress(contact.value) } : contact;
}

/** What staff see of a contact in lists. A postal address is only named as such. */
export function maskContact(contact: Contact): string {
  return contact.kind === 'postalAddress' ? '✉ •••' : mask(contact);
}
