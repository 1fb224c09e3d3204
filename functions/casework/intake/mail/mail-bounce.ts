import type { Command } from '#domain/case/command.ts';
import { keyOf } from '#domain/case/letters/letter-key.ts';
import { contactAt } from '#domain/case/state.ts';
import { localDate } from '#domain/clock/deadline.ts';
import { deliveryOutcome } from '#domain/mail/automatic/delivery-outcome.ts';
import type { ParsedMail } from '#domain/mail/parts/parse.ts';
import { emailAddress } from '#domain/mail/sender/sender.ts';
import type { Casework } from '../../commit/casework.ts';
import { commitCommand } from '../../commit/commit-command.ts';
import { contactHash } from '../../commit/keys.ts';
import { contactsInForce, hasRoom } from './mail-contact.ts';
import { ownLetter, type OwnLetter } from './own-letter.ts';
import { keepWords } from '../../profile/keep-words.ts';

const workflow = { kind: 'workflow', id: 'receive-mail' } as const;

/**
 * Records in a case that a letter could not be delivered to an address. The report must contain the Message-ID of a
 * letter that we sent in the case to that address. Anybody can write a report, but only a recipient of the letter knows
 * its Message-ID.
 *
 * The address must be, or have been, a contact of the case. Reports of delayed, delivered or forwarded letters are
 * ignored. The return is recorded even if the case has ended, because the returned letter may be the one that told of
 * the end.
 */
export async function noteBounce(casework: Casework, bounce: ParsedMail, now: string): Promise<void> {
  for (const returned of bounce.enclosed) {
    const letter = await ownLetter(casework, returned);
    if (letter === undefined) continue;
    const { state, profile, to } = letter;
    const sentTo = returned.to.flatMap(({ address }) => emailAddress(address) ?? []);
    if (!sentTo.includes(to) || !contactsInForce(state.common, profile, now).includes(to)) continue;
    const outcome = deliveryOutcome(bounce, to);
    if (outcome === 'given-up') await note(casework, letter, 'given-up', now);
    if (outcome === 'came-back') await noteReturned(casework, letter, now);
  }
}

/**
 * Records that the letter failed. If it went to the present contact point, the member of staff who is responsible is
 * told, at most once a day. A letter that was returned by an earlier address says nothing about the present address.
 */
async function noteReturned(casework: Casework, letter: OwnLetter, now: string): Promise<void> {
  const { state, profile, letter: which } = letter;
  const to = { kind: 'email', hash: contactHash(profile.caseKey, { kind: 'email', value: letter.to }) } as const;
  const give = async (commandId: string, command: Command): Promise<unknown> =>
    await commitCommand(casework, state.common.caseId, { commandId, by: workflow, command }, now);
  if (which !== undefined) await give(`returned/${keyOf(which)}`, { type: 'record-returned', letter: which, to });
  const isPresent = contactAt(state.common, now).hash === to.hash;
  if (isPresent) {
    const key = `letter-bounced/${localDate(now, state.common.facts.timeZone)}`;
    await give(`alert/${key}`, { type: 'alert', alert: 'letter-bounced', key });
  }
  await note(casework, letter, isPresent ? 'present' : 'former', now);
}

async function note(
  casework: Casework,
  { state, profile }: OwnLetter,
  what: keyof typeof words,
  now: string,
): Promise<void> {
  if (!hasRoom(profile, words[what], true)) return;
  const text = await keepWords(casework, state.common.caseId, words[what]);
  const day = localDate(now, state.common.facts.timeZone);
  const commandId = what === 'present' ? `note/letter-bounced/${day}` : `note/letter-bounced/${what}/${day}`;
  await commitCommand(casework, state.common.caseId, { commandId, by: workflow, command: { type: 'note', text } }, now);
}

const words = {
  present:
    'Ett brev i ärendet kunde inte levereras till personens adress. / A letter could not be delivered to the person.',
  former:
    'Ett brev i ärendet kom tillbaka från en adress som vi skrev till förut. Det säger inget om den som gäller nu. / A letter came back from an address that we wrote to before. This says nothing about the present address.',
  'given-up':
    'Ett mejlsystem har slutat försöka lämna ett brev i ärendet, av ett skäl som kan gå över. / A mail system has stopped trying to deliver a letter, for a reason that may be temporary.',
} as const;
