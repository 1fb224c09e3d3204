import { isUnderReview } from '#domain/case/review/under-review.ts';
import { searchOf, type CaseState, type OpenedCase } from '#domain/case/state.ts';
import type { SubjectProfile } from '#store/subject-profiles.ts';
import type { Records } from '../commit/casework.ts';
import { loadCase } from '../commit/commit-command.ts';
import { sheetOf, storedSheetHash, type SheetMeans } from './sheet.ts';

/**
 * Makes the review sheet of a round after its screening, so that staff who open the review need not wait for it. A case
 * can have a million records. So the workflow makes the sheet in a Lambda function with much memory and time. Does
 * nothing if the case has passed the review of this round, or if its subject profile is erased.
 */
export async function prepareReview(
  means: SheetMeans & { readonly records: Records },
  { caseId, round }: { readonly caseId: string; readonly round: number },
): Promise<CaseState> {
  const { state } = await loadCase(means.records, caseId);
  if (state === undefined || !isUnderReview(state) || searchOf(state)?.round !== round) return state;
  const profile = await means.records.profiles.get(caseId);
  if (profile !== undefined) await sheetOf(means, state, profile);
  return state;
}

/** A sheet with more records than this is made only by the workflow, because a response may take at most 30 seconds. */
const mostAtOnce = 2000;

/** Whether the review can be shown now: its sheet is stored, or can be made quickly. */
export async function isReviewReady(means: SheetMeans, state: OpenedCase, profile: SubjectProfile): Promise<boolean> {
  const records = searchOf(state)?.systems.flatMap(({ replies }) =>
    replies.map((reply) => reply.records + reply.possible + reply.disputed),
  );
  const all = records?.reduce((sum, count) => sum + count, 0) ?? 0;
  return all <= mostAtOnce || (await storedSheetHash(means, state, profile)) !== undefined;
}
