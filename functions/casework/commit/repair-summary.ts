import type { OpenedCase } from '#domain/case/state.ts';
import type { Records } from './casework.ts';
import { summarise } from './summarise.ts';

/** Stores the summary anew if the process that wrote the last commit has not stored it, for example because it died. */
export async function repairSummary({ summaries }: Pick<Records, 'summaries'>, state: OpenedCase): Promise<void> {
  const { caseId, seq } = state.common;
  const summary = await summaries.get(caseId);
  if (summary !== undefined && summary.seq < seq) await summaries.put(summarise(state, summary.person));
}
