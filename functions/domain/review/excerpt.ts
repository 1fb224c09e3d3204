import { keyText } from '../findings/belonging.ts';
import { emptyPage } from '../findings/empty-page.ts';
import type { FindingsPage } from '../findings/finding.ts';
import { listSchema, type PlaceInPage } from './sheet-entry.ts';

/** An excerpt ends when it has this many records, or when its records have this many characters as JSON. */
const enough = { records: 25, characters: 1_000_000 };

/**
 * Whether so few records of a stored page need a decision of staff (`toSee`) that they are copied into an excerpt. The
 * first page of the sheet then reads a few excerpts, although its records may come from very many stored pages.
 */
export function isWorthCopying(page: FindingsPage, toSee: number): boolean {
  const records = listSchema.options.reduce((sum, list) => sum + page[list].length, 0);
  return toSee > 0 && toSee * 2 < records;
}

/** Copies records of several stored pages of one system into one page of the same form. */
export class Excerpt {
  private page: FindingsPage | undefined;
  private records = 0;
  private characters = 0;

  get isFull(): boolean {
    return this.records >= enough.records || this.characters >= enough.characters;
  }

  /** Copies the records at these places of a page. Returns their places in the excerpt. */
  add(page: FindingsPage, places: readonly PlaceInPage[]): readonly PlaceInPage[] {
    const copy = (this.page ??= emptyPage(page));
    const copied = places.map(({ list, index }): PlaceInPage => {
      const place = { list, index: copy[list].length };
      this.characters += copyRecord(copy, page, { list, index });
      return place;
    });
    // The review also shows which documents of a record could not be fetched.
    const keys = new Set(places.flatMap(({ list, index }) => (list === 'findings' ? keysAt(page, index) : [])));
    copy.unread.push(...page.unread.filter((one) => one.document !== null && keys.has(keyText(one))));
    this.records += places.length;
    return copied;
  }

  /** Returns the excerpt, and begins the next one. `undefined`: nothing was copied. */
  take(number: number): FindingsPage | undefined {
    const made = this.page === undefined ? undefined : { ...this.page, page: number };
    [this.page, this.records, this.characters] = [undefined, 0, 0];
    return made;
  }
}

function keysAt({ findings }: FindingsPage, index: number): readonly string[] {
  const record = findings[index];
  return record === undefined ? [] : [keyText(record)];
}

/** Copies one record. Returns how many characters it has as JSON. */
function copyRecord(to: FindingsPage, from: FindingsPage, { list, index }: PlaceInPage): number {
  const copied = <One>(into: One[], records: readonly One[]): number => {
    const record = records[index];
    if (record === undefined) throw new Error('the sheet names a record that its page does not have');
    into.push(record);
    return JSON.stringify(record).length;
  };
  switch (list) {
    case 'findings':
      return copied(to.findings, from.findings);
    case 'disputed':
      return copied(to.disputed, from.disputed);
    case 'possible':
      return copied(to.possible, from.possible);
    case 'unplaced':
      return copied(to.unplaced, from.unplaced);
  }
}
