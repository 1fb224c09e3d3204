import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { named } from '#api/problem.ts';
import { refusalProblem } from '#api/refusal-problem.ts';
import type { Casework } from '#casework/commit/casework.ts';
import { loadCase } from '#casework/commit/commit-command.ts';
import { isReviewReady } from '#casework/review/prepare-review.ts';
import type { SheetMeans } from '#casework/review/sheet.ts';
import { accessTo } from '#casework/staff/case-access.ts';
import { reviewRoles } from '#commands/role.ts';
import { isUnderReview, type UnderReview } from '#domain/case/review/under-review.ts';
import type { OpenedCase } from '#domain/case/state.ts';
import type { SubjectProfile } from '#store/subject-profiles.ts';
import { problem } from '../http/problem.ts';
import { retryAfterSeconds } from '../passing-trouble.ts';
import type { Member } from './member.ts';
import { forbidden, lockedOut, notFound } from './refusals.ts';

type Answer = APIGatewayProxyStructuredResultV2;

/** A case for a member of staff who may see its records; otherwise the response that refuses it. */
type Opened<Of extends OpenedCase = OpenedCase<UnderReview>> =
  | { readonly ok: true; readonly state: Of; readonly profile: SubjectProfile }
  | { readonly ok: false; readonly answer: Answer };

/** The case under review. */
export async function opened(work: Casework, stores: SheetMeans, member: Member, id: string): Promise<Opened> {
  const found = await openedCase(work, member, id);
  return found.ok ? await underReview(stores, found) : found;
}

/** The case, if it is under review and its sheet can be shown now. */
export async function underReview(
  stores: SheetMeans,
  { state, profile }: Extract<Opened<OpenedCase>, { readonly ok: true }>,
): Promise<Opened> {
  if (!isUnderReview(state)) return { ok: false, answer: problem(noReview) };
  if (!(await isReviewReady(stores, state, profile))) return { ok: false, answer: problem(beingPrepared, retryLater) };
  return { ok: true, state, profile };
}

/** The case at any stage. */
export async function openedCase(work: Casework, member: Member, id: string): Promise<Opened<OpenedCase>> {
  const refused = (answer: Answer): Opened<OpenedCase> => ({ ok: false, answer });
  if (!reviewRoles.some((role) => member.roles.has(role))) return refused(forbidden());
  const { state } = await loadCase(work, id);
  if (state === undefined) return refused(notFound());
  const access = await accessTo(work, state.common, member);
  if (!access.ok) return refused(await lockedOut(access));
  const profile = await work.profiles.get(id);
  if (profile === undefined || state.common.purged) return refused(problem(refusalProblem('erased', 'staff', {})));
  return { ok: true, state, profile };
}

const noReview = named('out-of-order', 409, 'This cannot be done now', {
  detail: 'The records of this case are not under review: their search has not ended, or the answer was delivered.',
});

export const retryLater = { 'retry-after': String(retryAfterSeconds) };
export const beingPrepared = named('being-prepared', 503, 'Please try again in a few minutes', {
  detail: 'The case has so many records that its review is still being prepared.',
});
