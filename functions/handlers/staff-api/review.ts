import type { APIGatewayProxyEventV2WithJWTAuthorizer, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { refusalProblem } from '#api/refusal-problem.ts';
import {
  reviewedSchema,
  reviewItemQuerySchema,
  reviewItemSchema,
  reviewPageSchema,
  reviewPreviewSchema,
  reviewQuerySchema,
  reviewRequestSchema,
  reviewSearchSchema,
} from '#api/review.ts';
import type { Casework } from '#casework/commit/casework.ts';
import { decideOnReview } from '#casework/review/decide-review.ts';
import { recordView, type ViewStores } from '#casework/review/record-view.ts';
import { previewOf, type PreviewMeans } from '#casework/review/preview.ts';
import { asSeen, isCut, lookAt, reviewPage, type ReviewAsked } from '#casework/review/review-page.ts';
import { isReviewReady } from '#casework/review/prepare-review.ts';
import { sheetFacts } from '#casework/review/sheet.ts';
import { itemOn } from '#casework/review/sheet-page.ts';
import { searchOf } from '#domain/case/state.ts';
import { policyOf } from '#domain/organisation/scope.ts';
import { mayGoPartly } from '#domain/case/answer/partly.ts';
import { hasSeen, toRecord } from '#domain/review/views.ts';
import { ok, readJson, readQuery, type Read } from '../http/json.ts';
import { problem, safeHeaders } from '../http/problem.ts';
import type { Member } from '../staff/member.ts';
import { explained, notFound } from '../staff/refusals.ts';
import { beingPrepared, opened, openedCase, retryLater, underReview } from '../staff/under-review.ts';

type Event = APIGatewayProxyEventV2WithJWTAuthorizer;
type Answer = APIGatewayProxyStructuredResultV2;

/** Maximum length of a request in bytes. It allows 1,000 decisions. */
const longestBody = 1024 * 1024;

export interface ReviewStores extends ViewStores, PreviewMeans {}

/** Responds at `now` (ISO 8601) with a page of the sheet, after it was logged who sees it. */
export async function sheet(
  work: Casework,
  stores: ReviewStores,
  member: Member,
  id: string,
  event: Event,
  now: string,
): Promise<Answer> {
  return await pageOf(work, stores, member, id, readQuery(event, reviewQuerySchema), now);
}

/** Responds at `now` (ISO 8601) with a page of the items that show a text, after it was logged who sees them. */
export async function search(
  work: Casework,
  stores: ReviewStores,
  member: Member,
  id: string,
  event: Event,
  now: string,
): Promise<Answer> {
  return await pageOf(work, stores, member, id, readJson(event, reviewSearchSchema), now);
}

async function pageOf(
  work: Casework,
  stores: ReviewStores,
  member: Member,
  id: string,
  read: Read<ReviewAsked>,
  now: string,
): Promise<Answer> {
  if (!read.ok) return problem(read.problem);
  const found = await opened(work, stores, member, id);
  if (!found.ok) return found.answer;
  const { state, profile } = found;
  const asked = read.value;
  if (asked.round !== undefined && asked.round !== searchOf(state)?.round) return notFound();
  const looks = await stores.views.seenBy(id, member.id);
  const page = await reviewPage(stores, state, profile, asked, looks, member.id);
  const shown = page.items.flatMap((one) =>
    lookAt(one).map((at) => ({ ...at, ...(isCut(one) ? { cut: true as const } : {}) })),
  );
  const isSample = asked.show === 'sample';
  // Each look at a sample is recorded, also if its items were shown before.
  const fresh = isSample ? shown : toRecord(looks, member.id, shown, now);
  if (fresh.length > 0) {
    const seen = { kind: 'sheet-page', items: fresh, ...(isSample ? { sample: true as const } : {}) } as const;
    await recordView(work, stores, state, { member: member.id, seen }, now);
  }
  const { organisation, controller } = state.common.facts;
  const { partlyDaysBeforeDue } = policyOf(await work.organisationAt(organisation), controller);
  const partly = mayGoPartly(state, now, partlyDaysBeforeDue) ? ({ partly: true } as const) : {};
  return ok(reviewPageSchema, {
    ...page,
    ...partly,
    items: page.items.map((one) => ({ ...one, seen: one.seen || !isCut(one) })),
  });
}

/**
 * Responds at `now` (ISO 8601) with one item, after it was logged who sees it. If the values of the item are too long
 * for one response, the item counts as seen after all pieces of them were shown.
 */
export async function item(
  work: Casework,
  stores: ReviewStores,
  member: Member,
  id: string,
  itemId: string,
  event: Event,
  now: string,
): Promise<Answer> {
  const read = readQuery(event, reviewItemQuerySchema);
  if (!read.ok) return problem(read.problem);
  const found = await opened(work, stores, member, id);
  if (!found.ok) return found.answer;
  const { state, profile } = found;
  const { field, from = 0 } = read.value;
  const shown = await itemOn(stores, state, profile, itemId, field === undefined ? undefined : { field, at: from });
  if (shown === undefined) return notFound();
  const looks = await stores.views.seenBy(id, member.id);
  const seen = asSeen(shown, looks, member.id);
  const pieces = seen.fields.map((one, number) => ({
    field: number,
    from: one.from,
    to: one.from + one.value.length,
    of: one.length,
  }));
  const look = lookAt(seen).map((at) => ({ ...at, ...(isCut(seen) ? { cut: true as const, pieces } : {}) }));
  const fresh = toRecord(looks, member.id, look, now);
  if (fresh.length > 0)
    await recordView(work, stores, state, { member: member.id, seen: { kind: 'sheet-page', items: fresh } }, now);
  const after = [...looks, { by: member.id, seen: { kind: 'sheet-page' as const, items: look } }];
  return ok(reviewItemSchema, { ...seen, seen: hasSeen(after, member.id, seen.id, seen.version) });
}

/** Commits decisions on records of the answer, or undoes earlier ones, at `now` (ISO 8601). */
export async function decide(
  work: Casework,
  stores: ReviewStores,
  member: Member,
  id: string,
  event: Event,
  now: string,
): Promise<Answer> {
  const read = readJson(event, reviewRequestSchema, longestBody);
  if (!read.ok) return problem(read.problem);
  const found = await openedCase(work, member, id);
  if (!found.ok) return found.answer;
  // While the system of an adopted record is searched again, the case accepts no new decisions. But staff can undo a
  // decision, and a client can repeat a command that was carried out. So the sheet need not be ready here.
  if (found.state.stage.kind !== 'gathering') {
    const under = await underReview(stores, found);
    if (!under.ok) return under.answer;
  }
  const acted = await decideOnReview(work, stores, id, member.id, read.value, now);
  if (!acted.ok) return problem(refusalProblem(acted.code, 'staff', await explained(acted)));
  // Adopting a record, or rejecting one that has parts, changes the sheet, and the new sheet may not be made yet. The
  // decision is committed all the same, so the client may repeat the request.
  if (!(await isReviewReady(stores, acted.state, found.profile))) return problem(beingPrepared, retryLater);
  const { sheet: hash, open } = await sheetFacts(stores, acted.state, found.profile);
  return ok(reviewedSchema, { sheet: hash, open, seq: acted.state.common.seq });
}

/**
 * Responds with the pages that the person will read, or with one of them (`path`) as HTML that runs no script. Before a
 * page is sent, it is logged who sees it.
 */
export async function preview(
  work: Casework,
  stores: ReviewStores,
  member: Member,
  id: string,
  path: string | undefined,
  now: string,
): Promise<Answer> {
  const found = await opened(work, stores, member, id);
  if (!found.ok) return found.answer;
  const { preview: hash, pages } = await previewOf(work, stores, found.state, found.profile, now);
  if (path === undefined)
    return ok(reviewPreviewSchema, { preview: hash, pages: pages.map(({ path: at, title }) => ({ path: at, title })) });
  const page = pages.find((one) => one.path === path);
  if (page === undefined) return notFound();
  const seen = { kind: 'preview-page', preview: hash, path: page.path } as const;
  await recordView(work, stores, found.state, { member: member.id, seen }, now);
  return {
    statusCode: 200,
    headers: {
      ...safeHeaders,
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:",
    },
    body: page.html,
  };
}
