import type { Command } from '#domain/case/command.ts';
import { refuse } from '#domain/case/refusals/refuse.ts';
import type { OpenedCase } from '#domain/case/state.ts';
import type { StaffCommand } from '#api/staff-command.ts';
import type { Incomplete } from '#commands/incomplete.ts';
import { staffCommands } from '#commands/list.ts';
import type { Casework } from '../commit/casework.ts';
import { commitCommand, loadCase, type Acted } from '../commit/commit-command.ts';
import { proofBy, tryCode, type WrongCode } from '../identity/try-code.ts';
import { eraseUnwanted } from '../answer/erase-unwanted.ts';
import { commandIdOf, isReused, type ReusedCommandId } from './command-id.ts';
import { meansFor, type StaffMeans } from './staff-means.ts';

/**
 * Carries out a command of a member of staff.
 *
 * Free text is stored on the subject profile first, and the commit names only its keyed hash. So the log holds no text,
 * and nobody can exchange the text unnoticed. Manual results are stored as findings first.
 *
 * If the command id was used for another command, or by another member, the command is refused.
 *
 * If the command takes an answer back, the package of the answer is erased before the function returns. If it cannot be
 * erased, the error is reported, and the case still owes the erasure.
 */
export async function staffCommand(
  casework: Casework,
  means: StaffMeans,
  caseId: string,
  member: string,
  command: StaffCommand,
  now: string,
): Promise<Acted | Incomplete | ReusedCommandId | WrongCode> {
  const { state } = await loadCase(casework, caseId);
  const profile = await casework.profiles.get(caseId);
  if (state === undefined) return refuse('no-such-case');
  if (profile === undefined) return refuse('person-forgotten');
  const { commandId: id, expectedSeq, ...asked } = command;
  const commandId = commandIdOf(profile.caseKey, member, id, asked);
  if (!state.common.seen.has(commandId) && isReused(state.common.seen, id)) return refuse('command-id-reused');
  const by = { kind: 'staff', id: member } as const;
  const given = { state, profile, member, commandId: id, now };
  const wanted = await staffCommands[command.type].ask(command, meansFor(casework, means, given));
  if ('ok' in wanted) return wanted;
  if (wanted.type !== 'try-code') {
    const acted = await commitCommand(casework, caseId, { commandId, by, command: wanted }, now, expectedSeq);
    // The change of the contact point was refused, because it needs a stronger proof. But staff called the old mailbox
    // unsafe, so from now on no code is sent to it.
    if (!acted.ok && acted.code === 'stronger-proof-needed' && isUnsafe(wanted))
      await commitCommand(
        casework,
        caseId,
        { commandId: `${commandId}/unsafe`, by, command: { type: 'call-contact-unsafe' } },
        now,
      );
    if (acted.ok) await eraseAtOnce(casework, means, acted.state, now);
    return acted;
  }
  const entered = { purpose: 'identity', code: wanted.code, by, commandId, expectedSeq } as const;
  const tried = await tryCode(casework, caseId, entered, now);
  return tried.ok ? await commitCommand(casework, caseId, proofBy(by, tried.challenge), now) : tried;
}

async function eraseAtOnce(casework: Casework, { exports }: StaffMeans, state: OpenedCase, now: string): Promise<void> {
  try {
    await eraseUnwanted(casework, exports, state, now);
  } catch (error) {
    casework.report('erase packages that nobody may fetch', error, state.common.caseId);
  }
}

function isUnsafe(command: Command): boolean {
  return command.type === 'change-contact' && command.why === 'unsafe';
}
