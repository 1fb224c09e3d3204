import { Contents, contentOf, type Copy, type CopyGroup } from './copies.ts';
import type { SheetSystem, StoredRecord } from './sheet.ts';
import type { SheetEntry } from './sheet-entry.ts';
import { shownTexts } from './shown-texts.ts';
import { Threads } from './threads.ts';

/** Finds what the items that need a human repeat from each other, while the sheet is made. */
export class Repeats {
  private readonly contents = new Map<number, Contents>();
  private readonly threads = new Threads();
  private readonly read: { readonly item: string; readonly version: string }[] = [];

  /**
   * Adds the next item of the sheet. Returns its row, with the pieces of its texts that stand in items before it. `at`:
   * the index of the system and of the kind of record.
   */
  add(
    { system: number, kind }: Pick<CopyGroup, 'system' | 'kind'>,
    system: SheetSystem,
    record: StoredRecord,
    row: SheetEntry,
  ): SheetEntry {
    const content = contentOf(system, record, row);
    const { id: item, version } = row;
    const contents = this.contents.get(number) ?? new Contents();
    this.contents.set(number, contents);
    // An item that is shown like an earlier one has no new text, so its text is not read.
    if (content !== null && !contents.add(content, kind, { item, version })) return row;
    const source = this.read.push({ item, version }) - 1;
    const folds = shownTexts(record, system.resource(record.resource), system.reader).flatMap(({ text }, field) =>
      this.threads.read(text, source).flatMap(({ from, to, in: earlier }) => {
        const of = this.read[earlier];
        return of === undefined ? [] : [{ field, from, to, in: of }];
      }),
    );
    return folds.length === 0 ? row : { ...row, folds };
  }

  /** Says where an item stands among those that need a human. `system`: the index of its system. */
  place(system: number, item: string, at: Pick<Copy, 'page' | 'row'>): void {
    this.contents.get(system)?.place(item, at);
  }

  /** The items that are shown alike. */
  groups(): readonly CopyGroup[] {
    return [...this.contents].flatMap(([system, contents]) => contents.repeated(system));
  }
}
