import { domainOf, isWithin, senderOf } from '#domain/mail/sender.ts';
import type { ParsedMail } from '#domain/mail/parse.ts';
import type { Casework } from './casework.ts';
import { loadCase } from './commit-command.ts';

/**
 * Whether a mail is a letter of ours that came back to us: from one of our domains, with the header fields that our
 * letters have, of a case that has sent this very letter.
 */
export async function isOurLetter(
  casework: Casework,
  mail: ParsedMail,
  ownDomains: readonly string[],
): Promise<boolean> {
  const { address } = senderOf(mail);
  if (address === null || !isWithin(domainOf(address), ownDomains)) return false;
  const field = (name: string): string => (mail.headers.get(name)?.[0] ?? '').trim();
  const [reference, letter] = [field('x-utdrag-case'), field('x-utdrag-letter')];
  if (!/^[0-9a-z]{4}(?:-[0-9a-z]{4}){3}$/.test(reference) || letter === '') return false;
  const { state } = await loadCase(casework, reference);
  return state.status !== 'absent' && (state.letters.get(letter)?.sentAt ?? null) !== null;
}
