import * as z from 'zod';
import { identifierSchema } from './identifiers/identifier.ts';
import { mask } from './identifiers/mask.ts';

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

/**
 * The mailbox that a contact most likely is, for counting: what stands after a plus in front of the @ is the owner's own
 * label for it (RFC 5233), so that one mailbox has any number of addresses.
 */
export function mailboxOf(contact: Contact): Contact {
  if (contact.kind !== 'email') return contact;
  const at = contact.value.lastIndexOf('@');
  const local = contact.value.slice(0, at);
  const plain = local.replace(/(?<=.)\+.*$/, '');
  return { ...contact, value: `${plain}${contact.value.slice(at)}` };
}

/** What staff see of a contact in lists: of a postal address only that it is one. */
export function maskContact(contact: Contact): string {
  return contact.kind === 'postalAddress' ? '✉ •••' : mask(contact);
}
