import { erasuresOwed } from '#domain/case/answer/packages.ts';
import type { OpenedCase } from '#domain/case/state.ts';
import type { Exports } from '#store/exports.ts';
import type { Records } from '../commit/casework.ts';
import { commitCommand } from '../commit/commit-command.ts';

const by = { kind: 'workflow', id: 'erase-unwanted' } as const;

/**
 * Erases the packages that nobody is to have any more: answers that were taken back, and what was made for a case that
 * ended before it was delivered. Throws when one cannot be erased: then it stays owed.
 */
export async function eraseUnwanted(
  records: Records,
  exports: Pick<Exports, 'eraseAnswer'>,
  state: OpenedCase,
  now: string,
): Promise<void> {
  for (const { round, attempt } of erasuresOwed(state)) {
    await exports.eraseAnswer(state.common.caseId, { round, attempt });
    const command = { type: 'record-erasure', round, attempt } as const;
    await commitCommand(records, state.common.caseId, { commandId: `erase/${round}/${attempt}`, by, command }, now);
  }
}
