import { hasEnded } from '#domain/case/state.ts';
import { localDate } from '#domain/clock/deadline.ts';
import type { ParsedMail } from '#domain/mail/parse.ts';
import { referenceIn } from '#domain/mail/reference.ts';
import { emailAddress } from '#domain/mail/sender.ts';
import { act } from './act.ts';
import type { Casework } from './casework.ts';
import { loadCase } from './commit-command.ts';
import { contactsInForce, hasRoom } from './mail-contact.ts';
import { keepWords } from './words.ts';

const workflow = { kind: 'workflow', id: 'receive-mail' } as const;

/**
 * Tells a case that a letter did not arrive, and whoever is answerable, once a day at the most: where the returned mail
 * was one of that case, sent to a contact of it. A letter that ended a case counts as well.
 */
export async function noteBounce(
  casework: Casework,
  bounce: ParsedMail,
  ownDomains: readonly string[],
  now: string,
): Promise<void> {
  for (const returned of bounce.enclosed) {
    const reference = referenceIn(returned, ownDomains);
    const profile = reference === undefined ? undefined : await casework.profiles.get(reference);
    if (reference === undefined || profile === undefined) continue;
    const sentTo = returned.to.flatMap(({ address }) => emailAddress(address) ?? []);
    const { state } = await loadCase(casework, reference);
    // A case that never wrote to anybody has nothing that could come back.
    if (state.status === 'absent' || [...state.letters.values()].every(({ sentAt }) => sentAt === null)) continue;
    if (!contactsInForce(state, profile, now).some((contact) => sentTo.includes(contact))) continue;
    const key = `letter-bounced/${localDate(now, state.facts.timeZone)}`;
    const alert = { type: 'alert', alert: 'letter-bounced', key } as const;
    await act(casework, reference, { commandId: `alert/${key}`, by: workflow, command: alert }, now);
    if (!hasRoom(profile, words) || (hasEnded(state) && state.purged)) continue;
    const text = await keepWords(casework, reference, words);
    const note = { type: 'note', text } as const;
    await act(casework, reference, { commandId: `note/${key}`, by: workflow, command: note }, now);
  }
}

const words =
  'Ett brev i ärendet kunde inte levereras till personens adress. / A letter could not be delivered to the person.';
