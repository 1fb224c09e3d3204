// One open item does not delay all others: on the last day the answer is sent without it, and the next answer contains
// it.
import { describe, expect, it } from 'vitest';
import { searchOf } from '#domain/case/state.ts';
import { nextStep } from '#domain/case/waits.ts';
import { CaseBook, commands, found, gather, openCommand, staff } from '../case-book.ts';

/** A case under review with records in two systems, and its last day. */
function underReview() {
  const book = new CaseBook();
  book.do(openCommand());
  gather(book);
  commands.search(book, 'crm', 1, found);
  commands.search(book, 'shop', 1, found);
  book.do(commands.byHand('binder'));
  book.do({ type: 'screen', round: 1, settled: [] });
  const { due } = book.opened.common.facts;
  return { book, lastDay: `${due}T08:00:00.000Z`, dayBefore: `${before(due)}T20:00:00.000Z` };
}

function before(day: string): string {
  return new Date(Date.parse(day) - 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}

const some = { open: 2, waiting: [{ system: 'crm', items: 2 }], seen: 38 };
const by = staff('ada');

describe('A release with open items', () => {
  it('is refused before the last day, and on it if nothing at all is decided', () => {
    const { book, dayBefore, lastDay } = underReview();
    expect(book.try(commands.release(1, some), { by, at: dayBefore })).toBe('not-seen');
    expect(book.try(commands.release(1, { ...some, seen: 0 }), { by, at: lastDay })).toBe('not-seen');
    expect(book.try(commands.release(1, { ...some, seen: 0, byRule: { rule: 1 } }), { by, at: lastDay })).toBe(
      'release-approved',
    );
  });

  it('leaves the system of the items to the next answer, for which the case continues by itself', () => {
    const { book, lastDay } = underReview();
    const on = { item: '1'.repeat(32), version: '2'.repeat(16) };
    for (const system of ['crm', 'shop'])
      book.do({ type: 'decide-review', decision: system, entries: [{ do: 'release', ...on, system }] }, { by });
    book.do(commands.release(1, some), { by, at: lastDay });
    book.do({ type: 'start-assembly', round: 1 }, { at: lastDay });
    book.do(commands.assembled(), { at: lastDay });
    book.do({ type: 'deliver', round: 1, days: 14 }, { at: lastDay });
    const systems = searchOf(book.opened)?.systems.map(({ id, deliveredIn }) => [id, deliveredIn]);
    expect(systems).toEqual([
      ['crm', null],
      ['shop', 1],
      ['binder', 1],
    ]);
    expect([book.opened.stage.kind, nextStep(book.opened)]).toEqual(['gathering', 'screen']);
    book.do({ type: 'screen', round: 2, settled: [] }, { at: lastDay });
    // A decision that an answer has carried out can no longer be undone.
    const undo = (decision: string) => book.why({ type: 'undo-review', decision }, { by, at: lastDay });
    expect(undo('shop')).toMatch(/An earlier answer has carried out these decisions/);
    expect(undo('crm')).toBe('');
    book.do(commands.release(2), { by, at: lastDay });
    book.do({ type: 'start-assembly', round: 2 }, { at: lastDay });
    book.do(commands.assembled(2, ['crm']), { at: lastDay });
    book.do({ type: 'deliver', round: 2, days: 14 }, { at: lastDay });
    expect(book.opened.stage.kind).toBe('delivered');
  });
});
