import { localDate } from '#domain/clock/deadline.ts';
import type { ParsedMail } from '#domain/mail/parse.ts';
import { emailAddress } from '#domain/mail/sender.ts';
import { act } from '../../commit/act.ts';
import type { Casework } from '../../commit/casework.ts';
import { contactsInForce, hasRoom } from './mail-contact.ts';
import { ownLetter } from './own-letter.ts';
import { keepWords } from '../../profile/keep-words.ts';

const workflow = { kind: 'workflow', id: 'receive-mail' } as const;

/**
 * Tells a case that a letter did not arrive, and whoever is answerable, once a day at the most: where the returned mail
 * is one that we sent in that case, to this address, and the address is a contact of it. Anybody can write a report; only
 * who has the letter knows its Message-ID. A letter that ended a case counts as well.
 */
export async function noteBounce(casework: Casework, bounce: ParsedMail, now: string): Promise<void> {
  for (const returned of bounce.enclosed) {
    const letter = await ownLetter(casework, returned);
    if (letter === undefined) continue;
    const { state, profile, to } = letter;
    const { caseId } = state;
    const sentTo = returned.to.flatMap(({ address }) => emailAddress(address) ?? []);
    if (!sentTo.includes(to) || !contactsInForce(state, profile, now).includes(to)) continue;
    const key = `letter-bounced/${localDate(now, state.facts.timeZone)}`;
    const alert = { type: 'alert', alert: 'letter-bounced', key } as const;
    await act(casework, caseId, { commandId: `alert/${key}`, by: workflow, command: alert }, now);
    if (!hasRoom(profile, words, true)) continue;
    const text = await keepWords(casework, caseId, words);
    const note = { type: 'note', text } as const;
    await act(casework, caseId, { commandId: `note/${key}`, by: workflow, command: note }, now);
  }
}

const words =
  'Ett brev i ärendet kunde inte levereras till personens adress. / A letter could not be delivered to the person.';
