import type { ReviewItem } from '#api/review.ts';

type Field = Pick<ReviewItem['fields'][number], 'value' | 'from' | 'folds'>;

/** A value of which some pieces are closed. */
export interface ClosedValue {
  /** The value with a mark in place of each closed piece. */
  readonly text: string;
  /**
   * Converts a part of `text` to the same part of the value. A mark replaces a whole piece, so a selection never begins
   * or ends within a closed piece.
   */
  inValue(part: { readonly from: number; readonly to: number }): { readonly from: number; readonly to: number };
}

/** Closes the pieces of a value that were shown with an earlier record. `mark` makes the text that replaces the lines. */
export function closedValue({ value, from: start, folds }: Field, mark: (lines: number) => string): ClosedValue {
  const marks: { readonly from: number; readonly to: number; readonly inValue: { from: number; to: number } }[] = [];
  let text = '';
  let at = 0;
  for (const fold of folds) {
    const from = fold.from - start;
    // The last line break stays, so that the next line begins where it began.
    const piece = value.slice(from, fold.to - start).replace(/\r?\n$/, '');
    const to = from + piece.length;
    text += value.slice(at, from);
    const begin = text.length;
    text += mark(piece.split('\n').length);
    marks.push({ from: begin, to: text.length, inValue: { from, to } });
    at = to;
  }
  text += value.slice(at);
  const offset = (shown: number, edge: 'from' | 'to'): number => {
    let moved = 0;
    for (const one of marks) {
      const isWithin = edge === 'from' ? shown >= one.from && shown < one.to : shown > one.from && shown <= one.to;
      if (isWithin) return one.inValue[edge];
      if (shown >= one.to) moved = one.inValue.to - one.to;
    }
    return shown + moved;
  };
  return { text, inValue: ({ from, to }) => ({ from: offset(from, 'from'), to: offset(to, 'to') }) };
}

/**
 * A record without the closed pieces that stand in a record of which something was masked, withheld or rejected. The user
 * must see what else tells the same. `loaded`: the newest known state of the other records, by their ids.
 */
export function withOpenQuotes<Item extends Quoting>(item: Item, loaded: ReadonlyMap<string, Decided>): Item {
  const isLimited = (id: string): boolean => (loaded.get(id)?.decisions ?? []).some(limits);
  const fields = item.fields.map((field) => {
    const folds = field.folds.filter((fold) => !isLimited(fold.in));
    return folds.length === field.folds.length ? field : { ...field, folds };
  });
  return fields.every((field, index) => field === item.fields[index]) ? item : { ...item, fields };
}

interface Quoting {
  readonly fields: readonly { readonly folds: ReviewItem['fields'][number]['folds'] }[];
}
interface Decided {
  readonly decisions: readonly Pick<ReviewItem['decisions'][number], 'do'>[];
}

function limits({ do: doing }: Decided['decisions'][number]): boolean {
  switch (doing) {
    case 'mask':
    case 'withhold':
    case 'reject':
      return true;
    case 'release':
    case 'adopt':
    case 'not-by-rule':
      return false;
  }
}
