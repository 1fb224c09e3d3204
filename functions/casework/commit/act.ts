import type { CommandEnvelope } from '#domain/case/command.ts';
import type { Casework } from './casework.ts';
import { commitCommand, type Acted } from './commit-command.ts';
import { settle } from './settle.ts';

/**
 * Commits a command as `commitCommand` does, and then calls `settle`, which starts the workflow, ends waits and sends
 * owed letters. If one of these steps fails, `settle` reports the error, and `reconcile` repeats the step later.
 */
export async function act(
  casework: Casework,
  caseId: string,
  envelope: CommandEnvelope,
  now: string,
  expectedSeq?: number,
): Promise<Acted> {
  const acted = await commitCommand(casework, caseId, envelope, now, expectedSeq);
  if (acted.ok) await settle(casework, caseId, now);
  return acted;
}
