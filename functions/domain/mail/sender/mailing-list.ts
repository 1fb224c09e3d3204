import type { ParsedMail } from '../parts/parse.ts';
import { isWithin } from './sender.ts';
import type { Ours } from './own-addresses.ts';

/**
 * Whether a mailing list of somebody else forwarded a mail. A List-Id that a group address of our own has added does
 * not count.
 */
export function isList(mail: ParsedMail, ours: Ours): boolean {
  const id = mail.headers.get('list-id')?.[0];
  const domain = /<?([a-z0-9._-]{1,200})>?\s*$/i.exec(id ?? '')?.[1]?.toLowerCase() ?? '';
  if (id !== undefined) return !isWithin(domain, ours);
  const precedence = (mail.headers.get('precedence')?.[0] ?? '').trim().toLowerCase();
  return precedence === 'list' || mail.headers.has('x-mailman-version');
}
