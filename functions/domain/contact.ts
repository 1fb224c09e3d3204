import * as z from 'zod';
import { identifierSchema } from './identifiers/identifier.ts';
import { mask } from './identifiers/mask.ts';
import { mailboxOfAddress } from './mail/mailbox.ts';

/** Where we write to: an identifier that mail reaches, or a postal address, line by line. */
export const contactSchema = z.union([
  identifierSchema,
  z.strictObject({ kind: z.literal('postalAddress'), value: z.string().min(1).max(2_000) }),
]);
export type Contact = Readonly<z.infer<typeof contactSchema>>;

/**
 * Whether the mail service takes an address. SES knows no other than ASCII letters before the @; `.invalid` stands for
 * an address that nobody has (RFC 2606).
 */
export function isWritable({ value }: Contact): boolean {
  return /^[\x21-\x7e]+$/.test(value) && !value.endsWith('.invalid');
}

/** The mailbox that a contact most likely is, for counting: the letters of all its spellings arrive in one place. */
export function mailboxOf(contact: Contact): Contact {
  return contact.kind === 'email' ? { ...contact, value: mailboxOfAddress(contact.value) } : contact;
}

/** What staff see of a contact in lists: of a postal address only that it is one. */
export function maskContact(contact: Contact): string {
  return contact.kind === 'postalAddress' ? '✉ •••' : mask(contact);
}
