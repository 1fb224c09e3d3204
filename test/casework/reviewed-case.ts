// What a member of staff sees and decides in the review of a searched case.
import { randomUUID } from 'node:crypto';
import type { ReviewItem } from '#api/review.ts';
import { decideOnReview } from '#casework/review/decide-review.ts';
import { recordView } from '#casework/review/record-view.ts';
import { reviewPage } from '#casework/review/review-page.ts';
import type { AnyConnector } from '#connectors/sdk/connector.ts';
import type { Identifier } from '#domain/identifiers/identifier.ts';
import { start } from './rig.ts';
import { caseOf } from './searched-case.ts';

export type Case = Awaited<ReturnType<typeof caseOf>>;
const member = 'erik';

/** A case that was searched and screened. `accepts`: the identifiers that staff accept before. */
export async function reviewed(
  connectors: readonly AnyConnector[],
  accepts?: (identifier: Identifier) => boolean,
): Promise<Case> {
  const of = await caseOf(connectors);
  await of.searchAll(accepts);
  await of.screen();
  return of;
}

/** The items of the sheet, which the member has then seen, with their documents opened. */
export async function items(of: Case): Promise<readonly ReviewItem[]> {
  const { means, state, profile } = await of.review();
  const { rig, caseId } = of;
  const read = async () =>
    (await reviewPage(means, state, profile, { limit: 50 }, await rig.views.seenBy(caseId, member), member)).items;
  const all = await read();
  const shown = all.map(({ id: item, version }) => ({ item, version }));
  const look = async (seen: Parameters<typeof recordView>[3]['seen']) =>
    await recordView(rig.casework, rig, state, { commandId: randomUUID(), member, seen }, start);
  if (shown.length > 0) await look({ kind: 'sheet-page', items: shown });
  for (const { id: item, version, documents } of all)
    for (const { id: document } of documents) await look({ kind: 'document-page', item, version, document, page: 1 });
  return await read();
}
export const itemOf = async (of: Case, record: string): Promise<ReviewItem> => {
  const found = (await items(of)).find((one) => one.record === record);
  if (found === undefined) throw new Error('there is no such item');
  return found;
};
export const records = async (of: Case) =>
  (await items(of)).map(({ record, tie: { how }, open }) => `${record} ${how}${open ? ' open' : ''}`).toSorted();

export async function send(of: Case, request: Parameters<typeof decideOnReview>[4]) {
  const { means } = await of.review();
  const done = await decideOnReview(
    of.rig.casework,
    { ...means, views: of.rig.views },
    of.caseId,
    member,
    request,
    start,
  );
  if (!done.ok) throw new Error(`refused: ${done.rule}`);
  return request.commandId;
}
export async function decide(
  of: Case,
  does: Readonly<Record<string, 'release' | 'adopt' | 'reject'>>,
): Promise<string> {
  const all = await items(of);
  const decisions = Object.entries(does).map(([record, deed]) => {
    const found = all.find((one) => one.record === record);
    if (found === undefined) throw new Error(`there is no record ${record}`);
    return { item: found.id, version: found.version, do: deed };
  });
  return await send(of, { commandId: randomUUID(), decisions });
}
