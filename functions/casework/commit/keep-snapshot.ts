import { snapshotOf } from '#domain/case/log/snapshot.ts';
import { loadCase } from './commit-command.ts';
import type { Records } from './casework.ts';

/** After how many commits a snapshot of the state is stored. Few cases have this many commits. */
const every = 100;

/**
 * Stores a snapshot of the state of a case if the log has 100 commits or more since the last one. A later read of the
 * case then reads only the commits after the snapshot. A case whose data are erased gets no snapshot.
 */
export async function keepSnapshot(records: Pick<Records, 'log'>, caseId: string): Promise<void> {
  const { state, head } = await loadCase(records, caseId);
  if (state === undefined || state.common.purged) return;
  const { snapshot } = await records.log.load(caseId);
  if (head.seq - (snapshot?.seq ?? 0) >= every) await records.log.keepSnapshot(caseId, snapshotOf(state, head));
}
