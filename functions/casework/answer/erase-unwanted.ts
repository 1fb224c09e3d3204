import { erasuresOwed } from '#domain/case/answer/packages.ts';
import type { OpenedCase } from '#domain/case/state.ts';
import type { Exports } from '#store/exports.ts';
import type { Records } from '../commit/casework.ts';
import { commitCommand } from '../commit/commit-command.ts';

const by = { kind: 'workflow', id: 'erase-unwanted' } as const;

/**
 * Erases the packages that nobody may download: those of answers that staff took back, those that a later package
 * replaced, and those of cases that ended before the delivery. A case that can be reopened keeps its finished package.
 * Throws if a package cannot be erased; a later call tries again.
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
