import { codeMinutes } from '#domain/case/identity/code-rules.ts';
import { codedId } from '#domain/case/letters/coded-letter.ts';
import { keyOf } from '#domain/case/letters/letter-key.ts';
import type { OwedLetter } from '#domain/case/letters/letters.ts';
import type { OpenedCase } from '#domain/case/state.ts';
import { controllerOf } from '#domain/organisation/scope.ts';
import type { SubjectProfile } from '#store/subject-profiles.ts';
import { commitCommand, loadCase, loadCaseAgain } from '../commit/commit-command.ts';
import type { Casework, Settling } from '../commit/casework.ts';
import { destinationOf, type Destination } from './letter-destination.ts';
import { composeCodeSms, composeLetter } from './compose-letter.ts';
import { mayBeSent } from './letters-of-strangers.ts';
import { timeAfter } from '../commit/time-after.ts';

const sender = { kind: 'workflow', id: 'letters' } as const;

// How many milliseconds `isStillOurs` waits: much longer than a running process needs to send a letter and to record
// it.
const grace = 3_000;

/**
 * Sends one owed letter. The function records that the letter is being sent (the lock). It then calls SES or the SMS
 * service, and records that the service has accepted the letter.
 *
 * If the process dies before the last record, the letter stays owed and is sent again when the lock has expired
 * (`leaseEnd` in `domain/case/letters/decide.ts`). So no letter is lost. A letter can be sent twice: if the service
 * accepts it, but the process dies, gets an error or is too slow to record that before the lock expires.
 *
 * If a limit on letters (`letters-of-strangers.ts`) holds the letter back, the function returns the time (ISO 8601)
 * from which the letter may be sent; otherwise `undefined`.
 */
export async function sendLetter(
  casework: Settling,
  caseId: string,
  owed: OwedLetter,
  began: string,
): Promise<string | undefined> {
  const now = timeAfter(casework, began);
  const profile = await casework.profiles.get(caseId);
  // If the profile is erased, the letter has no recipient.
  if (profile === undefined) return undefined;
  const before = (await loadCase(casework, caseId)).state;
  if (before === undefined) return undefined;
  const organisation = await casework.organisationAt(before.common.facts.organisation);
  const controller = controllerOf(organisation, before.common.facts.controller);
  const concerned = { state: before, profile, controller, organisation: casework.organisation };
  const to = destinationOf(concerned, owed, now);
  // A letter to a postal address stays owed: staff see it in the case, print it, and record that they posted it. A
  // letter without a recipient stays owed too.
  if (to === undefined) return undefined;
  const may = await mayBeSent(casework, before, profile, owed, now);
  if (!may.ok) return may.from;
  // The command id contains the letter's code, such as `M6/2` (`coded-letter.ts`), as in earlier versions. So a letter
  // that an earlier version began to send is not sent twice.
  const id = codedId(owed.letter);
  const intended = await commitCommand(
    casework,
    caseId,
    {
      commandId: `letter/${id}/intend/${casework.newId()}`,
      by: sender,
      command: { type: 'intend-letter', letter: owed.letter },
    },
    now,
  );
  if (!intended.ok) return undefined;
  const attempt = intended.state.common.letters.get(keyOf(owed.letter))?.attempt ?? 1;
  if (attempt > 1 && !(await isStillOurs(casework, caseId, owed, attempt))) return undefined;
  try {
    await handOver(casework, intended.state, profile, owed, to, now);
  } catch (error) {
    // The failure is recorded, so that staff see it, and the person's page does not say that the letter was sent.
    await commitCommand(
      casework,
      caseId,
      {
        commandId: `letter/${id}/failed/${attempt}`,
        by: sender,
        command: { type: 'record-failed-letter', letter: owed.letter, attempt },
      },
      now,
    );
    throw error;
  }
  await commitCommand(
    casework,
    caseId,
    {
      commandId: `letter/${id}/sent/${attempt}`,
      by: sender,
      command: { type: 'record-letter', letter: owed.letter, attempt },
    },
    timeAfter(casework, now),
  );
  return undefined;
}

async function handOver(
  casework: Settling,
  state: OpenedCase,
  profile: SubjectProfile,
  owed: OwedLetter,
  to: Destination,
  now: string,
): Promise<void> {
  switch (to.by) {
    case 'email': {
      const { controller, letter } = await composeLetter(casework, state, profile, owed, now);
      const id = await casework.post.send({
        from: controller.email,
        to: to.address,
        subject: letter.subject,
        text: letter.text,
        html: letter.html,
        headers: {
          'Auto-Submitted': 'auto-generated',
          'X-Utdrag-Case': state.common.caseId,
          'X-Utdrag-Letter': codedId(owed.letter),
          'X-Utdrag-Letter-Name': owed.letter.kind,
        },
      });
      // The Message-ID is stored, because a bounce report counts only for a letter whose Message-ID is stored.
      await casework.profiles.addSent(state.common.caseId, { id, to: to.address, letter: codedId(owed.letter) });
      return;
    }
    case 'sms': {
      const text = await composeCodeSms(casework, state, profile, owed, now);
      await casework.sms.send({ from: to.from, to: to.number, text, minutes: codeMinutes });
      return;
    }
  }
}

/**
 * Whether this process still holds a lock that it took over from an earlier attempt (`attempt` is more than 1). The
 * process of that attempt may only be slow, or its clock may be wrong, and it may still send the letter. So this
 * process waits, and then reads the case again.
 */
async function isStillOurs(
  casework: Casework,
  caseId: string,
  { letter }: OwedLetter,
  attempt: number,
): Promise<boolean> {
  await casework.pause(grace);
  const { state } = await loadCaseAgain(casework, caseId);
  const kept = state === undefined ? undefined : state.common.letters.get(keyOf(letter));
  return kept !== undefined && kept.sentAt === null && kept.attempt === attempt;
}
