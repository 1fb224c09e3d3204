import type { ReviewDecision, ReviewItem } from '#api/review.ts';
import { onItem } from './review-list.ts';
import { pagesIn } from '#domain/review/pages.ts';
import type { Selected } from './review-selection.ts';

/** The ways to leave a part out of the answer: to mask, to withhold, or to mask everywhere (`everywhere`). */
export type LimitKind = 'mask' | 'withhold' | 'everywhere';

/** What is masked or withheld. */
export type LimitTarget =
  | { readonly on: 'part'; readonly selected: Selected }
  | { readonly on: 'record' }
  | { readonly on: 'field'; readonly field: string }
  | { readonly on: 'document'; readonly document: string }
  | { readonly on: 'pages'; readonly document: string }
  | { readonly on: 'value'; readonly value: string }
  | { readonly on: 'alike-field'; readonly field: string }
  | { readonly on: 'alike-kind' }
  | { readonly on: 'alike-system' };

/** Why something is left out, and how the answer shows that. */
export interface LimitChoices {
  readonly ground: NonNullable<ReviewDecision['ground']>;
  readonly reason: string;
  readonly letter: string;
  /** The pages as the user writes them, such as `3-4, 7`. */
  readonly pages: string;
  readonly tellPerson: boolean;
}

/**
 * The choices that the form offers first. The ground is the rights of others (Art. 15(4)), which needs no reason in
 * words.
 */
export const usualChoices: LimitChoices = {
  ground: 'others-rights',
  reason: '',
  letter: '',
  pages: '',
  tellPerson: true,
};

/** What can be masked or withheld in an item. The most likely choice comes first. */
export function targetsOf(kind: LimitKind, item: ReviewItem, selected: Selected | undefined): readonly LimitTarget[] {
  const fields = item.fields.map(({ name }) => name);
  const near = selected === undefined ? [] : fields.filter((name) => name === selected.field);
  const others = fields.filter((name) => name !== selected?.field);
  const byField = [...near, ...others].map((field) => ({ on: 'field', field }) as const);
  switch (kind) {
    case 'mask':
      return [...(selected === undefined ? [] : [{ on: 'part', selected } as const]), ...byField];
    case 'withhold':
      return [
        { on: 'record' },
        ...byField,
        ...item.documents.flatMap(({ id, mediaType }) => [
          { on: 'document', document: id } as const,
          ...(mayHavePages(mediaType) ? [{ on: 'pages', document: id } as const] : []),
        ]),
      ];
    case 'everywhere': {
      const value = selected === undefined ? '' : textOf(item, selected);
      return [
        ...(value.length < 2 ? [] : [{ on: 'value', value } as const]),
        ...[...near, ...others].map((field) => ({ on: 'alike-field', field }) as const),
        { on: 'alike-kind' },
        { on: 'alike-system' },
      ];
    }
  }
}

/**
 * Other values of the record that may concern somebody else. They are often of the same person, such as the telephone
 * number beside a name, so the form for a value everywhere offers them too.
 */
export function otherValues(item: ReviewItem, chosen: string): readonly { field: string; value: string }[] {
  const found = new Map<string, string>();
  for (const { name, value, given, cut, thirdParty } of item.fields) {
    const text = value.trim();
    const isShort = text.length < 2 || text.length > 100;
    if (thirdParty === 'none' || cut || isShort || given !== value || text === chosen || found.has(text)) continue;
    found.set(text, name);
  }
  return [...found].map(([value, field]) => ({ field, value }));
}

/** Whether a document can be a PDF file. The API looks at its content, because a vendor can name a wrong type. */
function mayHavePages(mediaType: string): boolean {
  return /^application\/(?:pdf|octet-stream)\b/i.test(mediaType);
}

/** The decision for a target. */
export function limitDecision(
  kind: LimitKind,
  item: ReviewItem,
  target: LimitTarget,
  { ground, reason, letter, pages, tellPerson }: LimitChoices,
): ReviewDecision {
  const why = {
    do: kind === 'withhold' ? 'withhold' : 'mask',
    ground,
    tellPerson,
    ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
    ...(letter === '' || kind === 'withhold' ? {} : { letter }),
  } as const;
  const { system, resource } = item;
  const on = onItem(item);
  switch (target.on) {
    case 'part':
      return { ...on, ...why, ...target.selected };
    case 'record':
      return { ...on, ...why };
    case 'field':
      return { ...on, ...why, field: target.field };
    case 'document':
      return { ...on, ...why, document: target.document };
    case 'pages':
      return { ...on, ...why, document: target.document, pages: [...(pagesIn(pages) ?? [])] };
    case 'value':
      return { ...why, alike: { value: target.value } };
    case 'alike-field':
      return { ...why, alike: { system, resource, field: target.field } };
    case 'alike-kind':
      return { ...why, alike: { system, resource } };
    case 'alike-system':
      return { ...why, alike: { system } };
  }
}

/** The selected text, without the spaces around it. */
function textOf({ fields }: ReviewItem, { field, from, to }: Selected): string {
  const shown = fields.find(({ name }) => name === field);
  return shown?.value.slice(from - shown.from, to - shown.from).trim() ?? '';
}
