// What follows in the case from a decision that says whose a record is: which systems are searched again, and what counts.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Command } from '#domain/case/command.ts';
import { searchOf, type Search } from '#domain/case/state.ts';
import { nextStep, searchesDue } from '#domain/case/waits.ts';
import type { ReviewEntry } from '#domain/review/entry.ts';
import { adoptedItems, rejectedItems } from '#domain/review/ownership.ts';
import { CaseBook, commands, found, gather, nothing, openCommand, staff, taught } from '../case-book.ts';

const ada = { by: staff('ada') };
const on = (digit: number, system = 'crm') => ({
  item: String(digit).repeat(32),
  version: String(digit).repeat(16),
  system,
});
const decided = (decision: string, ...entries: readonly ReviewEntry[]): Command => ({
  type: 'decide-review',
  decision,
  entries,
});
const undone = (decision: string): Command => ({ type: 'undo-review', decision });

function reviewing(): CaseBook {
  const book = new CaseBook();
  book.do(openCommand());
  gather(book);
  book.do({ type: 'start-searches', searches: [{ system: 'crm', wave: 1 }] });
  book.do(commands.answer('crm', 1, found, [taught]));
  commands.search(book, 'shop', 1, found);
  book.do({ type: 'decide-identifier', identifier: taught.hash, accept: true }, ada);
  for (const system of ['crm', 'shop']) commands.search(book, system, 2, nothing);
  book.do(commands.byHand('binder'));
  book.do(commands.screen());
  return book;
}
function searchIn(book: CaseBook): Search {
  const search = searchOf(book.state);
  if (search === undefined) throw new Error('the case is not searched');
  return search;
}

describe('Records that staff adopt', () => {
  it('make one wave that searches their systems and no other, and the answer waits for it', () => {
    const book = reviewing();
    book.do(decided('one', { do: 'adopt', ...on(1) }, { do: 'adopt', ...on(2) }), ada);
    expect(searchesDue(searchIn(book))).toEqual([{ system: 'crm', wave: 3 }]);
    expect(nextStep(book.state)).toBe('search');
    expect(book.try(commands.screen())).toBe('nothing');
    commands.search(book, 'crm', 3, found);
    book.do(commands.screen());
    expect(nextStep(book.state)).toBe('review');
    expect(searchesDue(searchIn(book))).toEqual([]);
  });

  it('leave the wave of an identifier that is accepted meanwhile to all systems', () => {
    const book = reviewing();
    book.do(decided('one', { do: 'adopt', ...on(1) }), ada);
    const other = { ...taught, hash: 'f'.repeat(64) };
    book.do({ type: 'start-searches', searches: [{ system: 'crm', wave: 3 }] });
    book.do(commands.answer('crm', 3, found, [other]));
    book.do({ type: 'decide-identifier', identifier: other.hash, accept: true }, ada);
    expect(searchesDue(searchIn(book))).toEqual([
      { system: 'crm', wave: 4 },
      { system: 'shop', wave: 4 },
    ]);
  });

  it('can be given back while the wave runs', () => {
    const book = reviewing();
    book.do(decided('one', { do: 'adopt', ...on(1) }), ada);
    book.do(undone('one'), ada);
    expect(adoptedItems(book.opened.common.review).size).toBe(0);
    commands.search(book, 'crm', 3, nothing);
    book.do(commands.screen());
    expect(nextStep(book.state)).toBe('review');
  });
});

describe('A rejected record', () => {
  it('withdraws an identifier until the rejection is undone', () => {
    const book = reviewing();
    const before = searchIn(book).learned;
    const identifier = { kind: taught.kind, hash: taught.hash };
    book.do(
      {
        type: 'decide-review',
        decision: 'one',
        entries: [{ do: 'reject', ...on(1) }],
        withdrawn: [{ identifier, now: 'rejected' }],
      },
      ada,
    );
    expect(searchIn(book).learned).toEqual([{ ...before[0], decision: { accepted: false } }]);
    expect(nextStep(book.state)).toBe('screen');
    book.do(commands.screen());
    book.do(undone('one'), ada);
    expect(searchIn(book).learned).toEqual(before);
  });

  it('is rejected until staff decide otherwise on a later version of it', () => {
    const book = reviewing();
    book.do(decided('one', { do: 'reject', ...on(1) }), ada);
    book.do(decided('two', { do: 'release', ...on(1) }), ada);
    expect(rejectedItems(book.opened.common.review).get('crm')?.size).toBe(1);
    book.do(decided('three', { do: 'release', ...on(1), version: '9'.repeat(16) }), ada);
    expect(rejectedItems(book.opened.common.review).get('crm')?.size).toBe(0);
  });
});

const ownership = fc.uniqueArray(
  fc.record({
    digit: fc.integer({ min: 0, max: 7 }),
    does: fc.constantFrom('adopt' as const, 'reject' as const),
    system: fc.constantFrom('crm', 'shop'),
  }),
  { selector: ({ digit }) => digit, minLength: 1 },
);
const entryOf = ({
  digit,
  does,
  system,
}: {
  digit: number;
  does: 'adopt' | 'reject';
  system: string;
}): ReviewEntry => ({
  do: does,
  ...on(digit, system),
});
const whose = ({ opened: { common } }: CaseBook) => ({
  adopted: [...adoptedItems(common.review)].map(([id, items]) => [id, [...items.keys()].toSorted()]).toSorted(),
  rejected: [...rejectedItems(common.review)].map(([id, items]) => [id, [...items.keys()].toSorted()]).toSorted(),
});
/** Gives each decision in a command of its own, and makes the searches that follow. */
function each(book: CaseBook, entries: readonly ReviewEntry[]): void {
  for (const [index, entry] of entries.entries()) {
    book.do(decided(`decision-${index}`, entry), ada);
    for (const { system, wave } of searchesDue(searchIn(book))) commands.search(book, system, wave, found);
    if (book.opened.stage.kind === 'gathering') book.do(commands.screen());
  }
}

describe('Decisions that say whose records are', () => {
  it('do not depend on their order, if they are on different records', () => {
    fc.assert(
      fc.property(ownership, fc.array(fc.nat()), (all, order) => {
        const [one, other] = [reviewing(), reviewing()];
        const entries = all.map(entryOf);
        const mixed = entries
          .map((entry, index) => ({ entry, by: order[index] ?? 0 }))
          .toSorted((a, b) => a.by - b.by)
          .map(({ entry }) => entry);
        each(one, entries);
        each(other, mixed.toReversed());
        expect(whose(one)).toEqual(whose(other));
        expect(nextStep(one.state)).toBe(nextStep(other.state));
      }),
      { numRuns: 50 },
    );
  });

  it('change nothing in the end if all of them are undone', () => {
    fc.assert(
      fc.property(ownership, (all) => {
        const book = reviewing();
        const [before, learned] = [whose(book), searchIn(book).learned];
        each(book, all.map(entryOf));
        for (const index of all.keys()) book.do(undone(`decision-${index}`), ada);
        expect(whose(book)).toEqual(before);
        expect(searchIn(book).learned).toEqual(learned);
        if (book.opened.stage.kind === 'gathering') book.do(commands.screen());
        expect(nextStep(book.state)).toBe('review');
      }),
      { numRuns: 50 },
    );
  });
});
