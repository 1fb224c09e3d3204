import { piecesOf, type ReviewItem, type ReviewPage, type ReviewQuery } from '#api/review.ts';
import { languageFor } from '#domain/language.ts';
import { searchOf, type OpenedCase } from '#domain/case/state.ts';
import { isUnderReview } from '#domain/case/review/under-review.ts';
import { hasAll } from '#domain/review/pages.ts';
import { hasSeen, unseenPages, type SeenBy } from '#domain/review/views.ts';
import type { SubjectProfile } from '#store/subject-profiles.ts';
import type { SheetMeans } from './sheet.ts';
import { sheetPage, type SheetQuery } from './sheet-page.ts';
import type { ShownItem } from './shown-item.ts';

/** The query for a page of the sheet. With `text`, the page has only items that show this text. */
export interface ReviewAsked extends ReviewQuery {
  readonly text?: string | undefined;
}

/** A page of the sheet, as one member of staff sees it. `looks`: the views of this member. */
export async function reviewPage(
  means: SheetMeans,
  state: OpenedCase,
  profile: SubjectProfile,
  { system, resource, show, open, text, cursor, limit }: ReviewAsked,
  looks: readonly SeenBy[],
  member: string,
): Promise<ReviewPage> {
  const page = await sheetPage(means, state, profile, {
    limit,
    ...(system === undefined ? {} : { system }),
    ...(resource === undefined ? {} : { resource }),
    ...(show === undefined ? {} : shownBy(show, member)),
    ...(open === undefined ? {} : { open }),
    ...(text === undefined ? {} : { text }),
    ...(cursor === undefined ? {} : { cursor }),
  });
  const stopped = isUnderReview(state) ? state.stage.screening.stopped : undefined;
  return {
    ...page,
    ...(stopped === undefined ? {} : { stopped: [...stopped] }),
    round: searchOf(state)?.round ?? 1,
    language: languageFor(state.common.facts.language),
    items: inOrder(page.items, looks, member),
  };
}

/** The items of a page. The reader also knows a text that an item repeats from an earlier item on the same page. */
function inOrder(items: readonly ShownItem[], looks: readonly SeenBy[], member: string): ReviewItem[] {
  const before: SeenBy[] = [];
  return items.map((item) => {
    const shown = asSeen(item, looks, member, [...looks, ...before]);
    if (!isCut(item)) before.push({ by: member, seen: { kind: 'sheet-page', items: lookAt(item) } });
    return shown;
  });
}

/** Whether only a piece of a value is shown. */
export function isCut({ fields }: { readonly fields: readonly Pick<ReviewItem['fields'][number], 'cut'>[] }): boolean {
  return fields.some(({ cut }) => cut);
}

/**
 * The items that count as seen when a member of staff is shown an item: this item, and the others that show the same.
 */
export function lookAt({
  id,
  version,
  copies,
}: Pick<ReviewItem, 'id' | 'version' | 'copies'>): { item: string; version: string }[] {
  return [{ item: id, version }, ...copies.map((one) => ({ item: one.item, version: one.version }))];
}

function shownBy(
  show: NonNullable<ReviewQuery['show']>,
  member: string,
): Pick<SheetQuery, 'standing' | 'withDocuments' | 'done' | 'byRule' | 'seed'> {
  switch (show) {
    case 'possible':
    case 'disputed':
      return { standing: show };
    case 'documents':
      return { withDocuments: true };
    case 'done':
      return { done: true };
    case 'by-rule':
      return { byRule: true };
    case 'sample':
      // Each member of staff gets a sample of their own. So two people look at more items than one.
      return { byRule: true, seed: member };
  }
}

/**
 * Whether a program can usually read the text of documents of this media type. A PDF file that is a scan has no such
 * text, although the result is `true`.
 */
function hasText(mediaType: string): boolean {
  return mediaType.startsWith('text/') || /^application\/(?:pdf|json|xml|.*word.*|.*sheet.*)\b/.test(mediaType);
}

/**
 * An item, and what this member of staff has seen of it. `before`: the looks at items that the reader sees before this
 * one, with those at items of the same page.
 */
export function asSeen(
  item: ShownItem,
  looks: readonly SeenBy[],
  member: string,
  before: readonly SeenBy[] = looks,
): ReviewItem {
  const { id, version } = item;
  return {
    ...item,
    seen: hasSeen(looks, member, id, version),
    fields: item.fields.map((field) => ({
      ...field,
      folds: field.folds
        .filter((fold) => hasSeen(before, member, fold.in.item, fold.in.version))
        .map((fold) => ({ ...fold, in: fold.in.item })),
    })),
    documents: item.documents.map(({ content, ...one }) => {
      const of = { item: id, version, document: one.id, pieces: piecesOf(one.bytes), content };
      const unseen = unseenPages(looks, member, of);
      return {
        ...one,
        text: hasText(one.mediaType),
        opened: unseen !== undefined && hasAll(one.withoutPages, unseen),
        unseenPages: unseen === undefined ? null : [...unseen],
      };
    }),
  };
}
