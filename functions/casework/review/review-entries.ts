import type { ReviewDecision, ReviewItem } from '#api/review.ts';
import { refuse, type RefusedBy } from '#domain/case/refusals/refuse.ts';
import { onCopy, type Copy, type OnItem } from '#domain/review/copies.ts';
import { annotationOf, type Resources } from '#domain/findings/annotation.ts';
import type { Alike, EntryOf, ReviewEntry } from '#domain/review/entry.ts';
import { fieldRef } from '#domain/review/field-ref.ts';
import { leastLetters } from '#domain/review/last-look/look-for.ts';
import { lengthOf } from '#domain/review/last-look/patterns.ts';
import { finderOf } from '#domain/review/occurrences.ts';
import { hasAll, inOrder, type PageRange } from '#domain/review/pages.ts';

/** What is needed to check decisions: the present items that the decisions name, and a function that stores texts. */
export interface EntryMeans {
  /** The item with this id; `undefined` if the sheet does not have it. */
  item(id: string): ReviewItem | undefined;
  /** The items that show the same as this one and are decided alike, with this one. Empty if there is no other. */
  copiesOf(id: string): readonly Copy[];
  /**
   * The kinds of record of a system; `undefined` if the organisation does not have the system, or if it is reserved for
   * its handlers.
   */
  kindsOf(system: string): Resources | undefined;
  /** The key of the case. */
  readonly key: string;
  /** Stores a text on the subject profile, and returns its id. */
  keep(text: string): Promise<string>;
}

type Wrong = RefusedBy<
  | 'item-changed'
  | 'item-gone'
  | 'item-not-seen'
  | 'document-not-opened'
  | 'decision-does-not-fit'
  | 'reason-tells-what-is-hidden'
>;

/**
 * Converts the decisions of a request to the form in which the case stores them. A decision is refused if its item is
 * gone or has changed since, if this member of staff has not seen the item, or if the decision does not fit the item.
 * If one decision is refused, nothing is stored.
 */
export async function reviewEntries(
  decisions: readonly ReviewDecision[],
  means: EntryMeans,
): Promise<{ readonly ok: true; readonly entries: readonly ReviewEntry[] } | Wrong> {
  for (const decision of decisions) {
    const wrong = problemWith(decision, decisions, means);
    if (wrong !== undefined) return wrong;
  }
  const entries: ReviewEntry[] = [];
  for (const decision of decisions)
    for (const entry of await entriesOf(decision, decisions, means)) entries.push(...onCopies(entry, decision, means));
  return { ok: true, entries };
}

function problemWith(decision: ReviewDecision, all: readonly ReviewDecision[], means: EntryMeans): Wrong | undefined {
  const { item: id = '', version } = decision;
  if (!hasItsForm(decision)) return refuse('decision-does-not-fit', { item: id });
  if (decision.reason !== undefined && tellsHidden(decision.reason, all, means))
    return refuse('reason-tells-what-is-hidden');
  if (decision.alike !== undefined)
    return isAnywhere(decision.alike, means) ? undefined : refuse('decision-does-not-fit', { item: id });
  const item = means.item(id);
  if (item === undefined) return refuse('item-gone', { item: id });
  if (version !== undefined && version !== item.version) return refuse('item-changed', { item: id });
  if (!item.seen) return refuse('item-not-seen', { item: id });
  if (!fits(decision, item)) return refuse('decision-does-not-fit', { item: id });
  // Each of these decisions releases the item with all its documents that are not withheld. So the member of staff must
  // have opened these documents.
  const isGiven = decision.do === 'release' || decision.do === 'mask' || decision.do === 'adopt';
  const withheld = [...item.decisions, ...all]
    .filter((one) => one.do === 'withhold' && one.document !== undefined && one.pages === undefined)
    .map((one) => one.document);
  const { unopened = [] } = openedOf(item, all);
  return isGiven && unopened.some((document) => !withheld.includes(document))
    ? refuse('document-not-opened', { item: id })
    : undefined;
}

/**
 * Whether a decision has every field that its kind (`do`) needs, and no field that would have no effect. For example,
 * `from` and `to` have no effect if the whole field is withheld.
 */
function hasItsForm({ do: kind, item, alike, ...decision }: ReviewDecision): boolean {
  const { version, copies, field, from, to, document, pages, ground, reason, letter, tellPerson } = decision;
  const without = (...values: readonly unknown[]): boolean => values.every((value) => value === undefined);
  switch (kind) {
    case 'release':
    case 'adopt':
    case 'reject':
      return without(alike, field, from, to, document, pages, ground, reason, letter, tellPerson);
    case 'not-by-rule':
      return (
        alike !== undefined &&
        'resource' in alike &&
        !('field' in alike) &&
        without(item, version, copies, field, from, to, document, pages, ground, reason, letter, tellPerson)
      );
    case 'mask':
      if (!without(document, pages)) return false;
      return alike === undefined ? field !== undefined : without(item, version, copies, field, from, to);
    case 'withhold':
      if (!without(from, to, letter)) return false;
      if (alike !== undefined) return without(item, version, copies, field, document, pages);
      return document === undefined ? pages === undefined : field === undefined;
  }
}

/**
 * Whether a reason contains a value that one of the decisions masks or withholds. The person reads the reason, so the
 * last look would stop the package.
 */
function tellsHidden(reason: string, all: readonly ReviewDecision[], means: EntryMeans): boolean {
  const hidden = all.flatMap((decision): readonly string[] => {
    if (decision.do !== 'mask' && decision.do !== 'withhold') return [];
    if (decision.alike !== undefined) return 'value' in decision.alike ? [decision.alike.value] : [];
    const field = means.item(decision.item ?? '')?.fields.find(({ name }) => name === decision.field);
    return field === undefined ? [] : [field.value.slice(decision.from, decision.to)];
  });
  return finderOf(hidden.filter((text) => lengthOf(text) >= leastLetters))(reason).length > 0;
}

/** Whether an alike decision can apply to anything. A value without letters and digits is never found. */
function isAnywhere(alike: NonNullable<ReviewDecision['alike']>, { kindsOf }: EntryMeans): boolean {
  if ('value' in alike) return finderOf([alike.value])(alike.value).length > 0;
  const kinds = kindsOf(alike.system);
  if (kinds === undefined) return false;
  if (!('resource' in alike)) return true;
  const kind = Object.hasOwn(kinds, alike.resource) ? kinds[alike.resource] : undefined;
  return kind !== undefined && (!('field' in alike) || annotationOf(kind, alike.field) !== undefined);
}

function fits(decision: ReviewDecision, item: ReviewItem): boolean {
  const isUncertain = item.tie.how === 'possible' || item.tie.how === 'disputed';
  switch (decision.do) {
    case 'release':
      return !isUncertain;
    case 'adopt':
      return isUncertain;
    case 'reject':
      return true;
    case 'not-by-rule':
      return false;
    case 'mask': {
      const field = item.fields.find(({ name }) => name === decision.field);
      if (field === undefined || isUncertain) return false;
      const { from, to } = decision;
      if (from === undefined && to === undefined) return true;
      // If the page has only a piece of the value (`cut`), the whole value is longer, so its end cannot be checked
      // here.
      return from !== undefined && to !== undefined && from < to && (field.cut || to <= field.value.length);
    }
    case 'withhold':
      if (isUncertain) return false;
      if (decision.document !== undefined)
        return item.documents.some(({ id }) => id === decision.document) && arePages(decision.pages);
      return decision.field === undefined || item.fields.some(({ name }) => name === decision.field);
  }
}

function arePages(pages: ReviewDecision['pages']): boolean {
  return pages === undefined || pages.every(({ from, to }) => from <= to);
}

/**
 * `unopened`: the documents of an item that the member of staff has not opened. `unseen`: the documents of which the
 * member has not been shown some pages, if all these pages are left out by a decision in force or by one of
 * `decisions`.
 */
function openedOf(
  { id: item, documents }: ReviewItem,
  decisions: readonly ReviewDecision[],
): Pick<EntryOf<'release'>, 'unopened' | 'unseen'> {
  const unopened: string[] = [];
  const unseen: { document: string; pages: PageRange[] }[] = [];
  for (const { id, withoutPages, unseenPages } of documents) {
    const asked = decisions.flatMap((one) => (one.item === item && one.document === id ? (one.pages ?? []) : []));
    if (unseenPages === null || !hasAll([...withoutPages, ...asked], unseenPages)) unopened.push(id);
    else if (unseenPages.length > 0) unseen.push({ document: id, pages: unseenPages });
  }
  return { ...(unopened.length === 0 ? {} : { unopened }), ...(unseen.length === 0 ? {} : { unseen }) };
}

async function entriesOf(
  decision: ReviewDecision,
  all: readonly ReviewDecision[],
  means: EntryMeans,
): Promise<readonly ReviewEntry[]> {
  const { reason, letter = null } = decision;
  const limit = {
    ground: decision.ground ?? 'others-rights',
    text: reason === undefined ? null : await means.keep(reason),
    told: decision.tellPerson ?? true,
  } as const;
  if (decision.alike !== undefined) {
    const alike = await alikeOf(decision.alike, means);
    if (decision.do === 'not-by-rule') {
      if (alike.all !== 'resource') throw new Error('a decision that does not fit was not refused');
      return [{ do: 'not-by-rule', alike }];
    }
    return decision.do === 'withhold'
      ? [{ do: 'withhold-alike', alike, ...limit }]
      : [{ do: 'mask-alike', alike, letter, ...limit }];
  }
  const item = means.item(decision.item ?? '');
  if (item === undefined) throw new Error('a decision names an item that was not read');
  const on = { item: item.id, version: item.version, system: item.system };
  const given = { ...on, ...openedOf(item, all) };
  switch (decision.do) {
    case 'release':
      return [{ do: 'release', ...given }];
    case 'adopt':
      return [{ do: 'adopt', ...on }];
    case 'reject': {
      const { how } = item.tie;
      const was = how === 'possible' || how === 'disputed' ? { was: how } : {};
      return [{ do: 'reject', ...on, ...was, ...(item.hasParts ? { parts: true } : {}) }];
    }
    case 'mask': {
      const { from, to } = decision;
      const field = refOf(item, decision.field ?? '', means);
      const span = from === undefined || to === undefined ? null : { from, to };
      return [{ do: 'mask', ...given, field, span, letter, ...limit }];
    }
    case 'withhold':
      return partsOf(decision, item, means).map((part) => ({ do: 'withhold', ...given, part, ...limit }));
    case 'not-by-rule':
      throw new Error('a decision that does not fit was not refused');
  }
}

/**
 * A decision on one item. If it also counts for the items that show the same, the same decision on each of them
 * follows.
 */
function onCopies(entry: ReviewEntry, { copies }: ReviewDecision, { copiesOf }: EntryMeans): readonly ReviewEntry[] {
  if (copies !== true || 'alike' in entry) return [entry];
  const one = forLater(entry);
  return [
    one,
    ...copiesOf(entry.item)
      .filter(({ item }) => item !== entry.item)
      .map((to) => onCopy(one, to)),
  ];
}

/**
 * Staff decide for each record whether it is the person's. So an adoption or a rejection does not count for records
 * that are found later.
 */
function forLater(entry: OnItem): OnItem {
  switch (entry.do) {
    case 'release':
    case 'mask':
    case 'withhold':
      return { ...entry, copies: true };
    case 'adopt':
    case 'reject':
      return entry;
  }
}

function partsOf(
  { document, pages, field }: ReviewDecision,
  item: Pick<ReviewItem, 'system' | 'resource'>,
  means: EntryMeans,
): readonly EntryOf<'withhold'>['part'][] {
  if (document === undefined)
    return [field === undefined ? { of: 'record' } : { of: 'field', field: refOf(item, field, means) }];
  if (pages === undefined) return [{ of: 'document', document }];
  return inOrder(pages).map((range) => ({ of: 'pages', document, ...range }));
}

/** What the log says of a field of a kind of record. */
function refOf(
  { system, resource }: Pick<ReviewItem, 'system' | 'resource'>,
  field: string,
  { kindsOf, key }: EntryMeans,
): string {
  const kinds = kindsOf(system);
  const kind = kinds !== undefined && Object.hasOwn(kinds, resource) ? kinds[resource] : undefined;
  return fieldRef(key, kind ?? { fields: {} }, field);
}

async function alikeOf(alike: NonNullable<ReviewDecision['alike']>, means: EntryMeans): Promise<Alike> {
  if ('value' in alike) return { all: 'value', text: await means.keep(alike.value) };
  if ('field' in alike) return { all: 'field', ...alike, field: refOf(alike, alike.field, means) };
  return 'resource' in alike ? { all: 'resource', ...alike } : { all: 'system', ...alike };
}
