import type { Touched, TouchedPlace } from '#api/review.ts';
import type { OpenedCase } from '#domain/case/state.ts';
import { annotationOf } from '#domain/findings/annotation.ts';
import { fieldTitle } from '#domain/presentation/titles.ts';
import { alikeRules } from '#domain/review/alike.ts';
import { applied, type Applied, type GivenField } from '#domain/review/applied.ts';
import { entriesInForce, type ReviewEntry } from '#domain/review/entry.ts';
import { canonical } from '#domain/canonical/canonical.ts';
import type { SubjectProfile } from '#store/subject-profiles.ts';
import { keptText } from '../profile/keep-words.ts';
import { entriesThatCount } from './entries-that-count.ts';
import { cursorText, recordReader, rowsFrom, viewOf, type Found, type Met } from './sheet-page.ts';
import { isRefusedKind, sheetHash, type SheetMeans } from './sheet.ts';
import { decisionsOnRecords } from '#domain/review/on-record.ts';

/** The most places that one response names. */
const mostNamed = 20;
/** The maximum number of rows that one call looks at. `together`: how many of them it reads at the same time. */
const mostRows = 1_000;
const together = 50;

/** Alike decisions that nobody has made yet. `textOf` gives their values, which are not stored. */
export interface Considered {
  readonly entries: readonly ReviewEntry[];
  textOf(id: string): string | undefined;
}

/** What the decisions would touch in a part of the sheet. The versions of the items are for the log of views. */
export interface TouchedItems extends Touched {
  readonly items: readonly { readonly item: string; readonly version: string }[];
}

/**
 * Finds what alike decisions would change in the answer. The function that makes the answer is applied to each record
 * twice: with the decisions in force only, and with these decisions as well. A call looks at a part of the sheet;
 * `next` continues.
 */
export async function touchedBy(
  means: SheetMeans,
  state: OpenedCase,
  profile: SubjectProfile,
  { entries, textOf }: Considered,
  cursor: string | undefined,
): Promise<TouchedItems> {
  const view = await viewOf(means, state, profile);
  const inForce = entriesInForce(state.common.review);
  const onRecords = decisionsOnRecords(await entriesThatCount(means, state, profile), profile.caseKey);
  const alike = alikeRules([...inForce, ...entries], (id) => textOf(id) ?? keptText(profile, id));
  const read = recordReader(means.findings);
  const rows = rowsFrom(view, 'all', cursor === undefined ? {} : { cursor });
  const places: TouchedPlace[] = [];
  const items: { item: string; version: string }[] = [];
  let [looked, values, records] = [0, 0, 0];
  let next: Met['next'] = null;
  do {
    const batch: Met[] = [];
    do {
      const one = await rows.next();
      next = one.done === true ? null : one.value.next;
      if (one.done === true) break;
      looked += 1;
      const { page, row } = one.value;
      if (row.standing === 'belongs' && !isRefusedKind(state, page.system, row.resource)) batch.push(one.value);
    } while (next !== null && batch.length < together && looked < mostRows);
    for (const found of await read(batch)) {
      const changes = changesIn(found);
      if (changes.length === 0) continue;
      records += 1;
      values += changes.length;
      const named = changes.slice(0, mostNamed - places.length);
      if (named.length > 0) items.push({ item: found.row.id, version: found.row.version });
      places.push(...named);
    }
  } while (next !== null && looked < mostRows);
  return {
    sheet: sheetHash(state, view),
    values,
    records,
    places,
    next: next === null ? null : cursorText('all', next),
    items,
  };

  function changesIn({ page: { system }, row, record }: Found): readonly TouchedPlace[] {
    const showing = view.showing(system);
    const resource = showing.resource(record.resource);
    const { id, data, partOf, documents } = record;
    const stored = { resource: record.resource, id, data, partOf, attachments: documents };
    const decisions = onRecords(system)(record);
    const how = { system, resource, key: profile.caseKey, decisions, reader: showing.reader };
    const [before, after] = [applied(stored, { ...how, alike: showing.alike }), applied(stored, { ...how, alike })];
    const at = {
      item: row.id,
      systemTitle: showing.system.title,
      title: resource.title,
      record: record.id,
    };
    return differences(before, after).map((what) => {
      switch (what.of) {
        case 'record':
          return at;
        case 'id':
          return { ...at, record: what.now };
        case 'document':
          return { ...at, document: what.title };
        case 'field': {
          const field = annotationOf(resource, what.field);
          return field === undefined ? at : { ...at, field: fieldTitle(resource, what.field, field) };
        }
      }
    });
  }
}

type Difference =
  | { readonly of: 'record' }
  | { readonly of: 'id'; readonly now: string }
  | { readonly of: 'field'; readonly field: string }
  | { readonly of: 'document'; readonly title: string };

/** Where two answers about one record differ: the whole record, its id, its fields and its documents. */
function differences(before: Applied, after: Applied): readonly Difference[] {
  if (before.outcome !== 'given' || after.outcome !== 'given')
    return before.outcome === after.outcome ? [] : [{ of: 'record' }];
  const fields = new Map(after.fields.map((one) => [one.stored, one]));
  const documents = new Map(after.documents.map((one) => [one.id, one]));
  return [
    ...(before.id === after.id ? [] : [{ of: 'id', now: after.id } as const]),
    ...before.fields
      .filter((one) => !isSame(one, fields.get(one.stored)))
      .map(({ stored }) => ({ of: 'field', field: stored }) as const),
    ...before.documents
      .filter((one) => documents.get(one.id)?.title !== one.title)
      .map(({ title }) => ({ of: 'document', title }) as const),
  ];
}

function isSame(before: GivenField, after: GivenField | undefined): boolean {
  if (after === undefined || after.name !== before.name) return false;
  if (after.content.kind === 'stored' && before.content.kind === 'stored') return true;
  if (after.content.kind === 'stored' || before.content.kind === 'stored') return false;
  return canonical(after.content.shown) === canonical(before.content.shown);
}
