import { isOpener } from '#domain/case/identity/opener.ts';
import { asLiving, type OpenedCase } from '#domain/case/state.ts';
import type { Casework } from '../commit/casework.ts';
import { commitCommand, loadCase } from '../commit/commit-command.ts';

const machine = { kind: 'workflow', id: 'settle' } as const;

/**
 * Alerts the staff who handle each part that the original request was withdrawn. The person may want to withdraw the
 * part too, and if the part is an erasure, it cannot be undone. Staff are told once for each withdrawal. There is no
 * alert in a part for a right that the original request did not name: for example, if the person withdraws the request
 * and asks for erasure at the same time. Returns the ids of the changed parts.
 */
export async function tellOfWithdrawal(
  casework: Casework,
  { common, stage }: OpenedCase,
  now: string,
): Promise<readonly string[]> {
  if (stage.kind !== 'closed' || stage.ending !== 'withdrawn') return [];
  // If somebody withdrew the request with the requester's key and nobody has proven their identity in the case, staff
  // are not told: a stranger may have made and withdrawn the request.
  const closing = common.closings.at(-1);
  if (closing === undefined || (isOpener(closing.by) && common.proofs.length === 0)) return [];
  const key = `whole-withdrawn/${common.closings.length}`;
  const changed: string[] = [];
  for (const { matter, rights, case: caseId } of common.splits) {
    if (matter !== 'request' || !rights.every((right) => common.facts.rights.includes(right))) continue;
    const part = (await loadCase(casework, caseId)).state;
    if (part === undefined || asLiving(part) === undefined || part.common.alerts.some((one) => one.key === key))
      continue;
    const command = { type: 'alert', alert: 'whole-withdrawn', key } as const;
    await commitCommand(casework, caseId, { commandId: `alert/${key}`, by: machine, command }, now);
    changed.push(caseId);
  }
  return changed;
}
