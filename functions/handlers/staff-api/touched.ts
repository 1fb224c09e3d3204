import type { APIGatewayProxyEventV2WithJWTAuthorizer, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { refusalProblem } from '#api/refusal-problem.ts';
import { reviewTouchedRequestSchema, touchedSchema } from '#api/review.ts';
import type { Casework } from '#casework/commit/casework.ts';
import { recordView, type ViewStores } from '#casework/review/record-view.ts';
import { reviewEntries } from '#casework/review/review-entries.ts';
import type { SheetMeans } from '#casework/review/sheet.ts';
import { touchedBy } from '#casework/review/touched.ts';
import { isReserved } from '#casework/staff/search-by-hand.ts';
import { toRecord } from '#domain/review/views.ts';
import { ok, readJson } from '../http/json.ts';
import { problem } from '../http/problem.ts';

import type { Member } from '../staff/member.ts';
import { explained } from '../staff/refusals.ts';
import { opened } from '../staff/under-review.ts';

/**
 * Responds at `now` (ISO 8601) with what alike decisions would change. The response names records, so the look at these
 * records is recorded. The records do not count as seen. None of the decisions is stored.
 */
export async function touched(
  work: Casework,
  stores: ViewStores & SheetMeans,
  member: Member,
  id: string,
  event: APIGatewayProxyEventV2WithJWTAuthorizer,
  now: string,
): Promise<APIGatewayProxyStructuredResultV2> {
  const read = readJson(event, reviewTouchedRequestSchema);
  if (!read.ok) return problem(read.problem);
  const found = await opened(work, stores, member, id);
  if (!found.ok) return found.answer;
  const { state, profile } = found;
  const organisation = await stores.organisationAt(state.common.facts.organisation);
  const texts = new Map<string, string>();
  const made = await reviewEntries(
    read.value.decisions.filter(({ alike }) => alike !== undefined),
    {
      item: () => undefined,
      copiesOf: () => [],
      kindsOf: (of) => {
        const system = organisation.systems.find((one) => one.id === of);
        return system === undefined || isReserved(organisation, of) ? undefined : stores.resources(system);
      },
      key: profile.caseKey,
      keep: async (text) => {
        const key = `considered ${texts.size}`;
        texts.set(key, text);
        return key;
      },
    },
  );
  if (!made.ok) return problem(refusalProblem(made.code, 'staff', await explained(made)));
  const considered = { entries: made.entries, textOf: (key: string) => texts.get(key) };
  const { items, ...result } = await touchedBy(stores, state, profile, considered, read.value.cursor);
  const looks = await stores.views.seenBy(id, member.id);
  const fresh = toRecord(
    looks,
    member.id,
    items.map((one) => ({ ...one, cut: true })),
    now,
  );
  if (fresh.length > 0)
    await recordView(work, stores, state, { member: member.id, seen: { kind: 'sheet-page', items: fresh } }, now);
  return ok(touchedSchema, result);
}
