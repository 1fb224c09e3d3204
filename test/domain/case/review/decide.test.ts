import { describe, expect, it } from 'vitest';
import type { Command } from '#domain/case/command.ts';
import { entriesInForce, type ReviewEntry } from '#domain/review/entry.ts';
import { always, CaseBook, commands, found, gather, openCommand, staff } from '../case-book.ts';

const on = { item: 'a'.repeat(32), version: 'b'.repeat(16), system: 'crm' } as const;
const others = { ground: 'others-rights', text: null, told: true } as const;
const release: ReviewEntry = { do: 'release', ...on };
const mask: ReviewEntry = { do: 'mask', ...on, field: 'note', span: { from: 0, to: 5 }, letter: null, ...others };
const ada = { by: staff('ada') };
const bo = { by: staff('bo') };

const decided = (decision: string, ...entries: readonly ReviewEntry[]): Command => ({
  type: 'decide-review',
  decision,
  entries,
});

/** A case whose answer is reviewed; two people must release it. */
function reviewing(): CaseBook {
  const book = new CaseBook();
  book.do(openCommand({ rules: always }));
  gather(book);
  commands.search(book, 'crm', 1, found);
  commands.search(book, 'shop', 1, found);
  book.do(commands.byHand('binder'));
  book.do(commands.screen());
  return book;
}

const approvals = ({ opened: { stage } }: CaseBook): number =>
  stage.kind === 'reviewing' ? stage.screening.approvals.length : -1;

describe('A decision on records of the answer', () => {
  it('has an id of its own: the same id decides nothing again, also after it was undone', () => {
    const book = reviewing();
    book.do(decided('one', mask), ada);
    book.do({ type: 'undo-review', decision: 'one' }, bo);
    expect(book.try(decided('one', mask), ada)).toBe('nothing');
    expect(entriesInForce(book.opened.common.review)).toEqual([]);
  });

  it('counts until somebody undoes it, with everything that the same command decided', () => {
    const book = reviewing();
    book.do(decided('one', mask, release), ada);
    book.do(decided('two', { do: 'reject', ...on }), bo);
    expect(entriesInForce(book.opened.common.review)).toEqual([mask, release, { do: 'reject', ...on }]);
    book.do({ type: 'undo-review', decision: 'one' }, bo);
    expect(entriesInForce(book.opened.common.review)).toEqual([{ do: 'reject', ...on }]);
    expect(book.try({ type: 'undo-review', decision: 'one' }, ada)).toBe('nothing');
  });

  it('cancels the approval of the answer as it was before, and so does undoing it', () => {
    const book = reviewing();
    book.do(commands.release(), ada);
    expect(approvals(book)).toBe(1);
    book.do(decided('one', mask), bo);
    expect(approvals(book)).toBe(0);
    book.do(commands.release(), ada);
    book.do({ type: 'undo-review', decision: 'one' }, bo);
    expect(approvals(book)).toBe(0);
  });

  it('is refused before the screening and after the release', () => {
    const early = new CaseBook();
    gather(early);
    expect(early.try(decided('one', release), ada)).toBe('out-of-order');
    const late = reviewing();
    late.do(commands.release(), ada);
    late.do(commands.release(), bo);
    expect(late.try(decided('one', release), ada)).toBe('out-of-order');
    expect(late.try({ type: 'undo-review', decision: 'one' }, ada)).toBe('out-of-order');
  });

  it.each([
    ['abuse', 'abuse-as-a-whole'],
    ['draft-or-note', 'ground-needs-a-reason'],
    ['other-law', 'ground-needs-a-reason'],
  ] as const)('is refused on the ground %s without a reason', (ground, rule) => {
    const book = reviewing();
    const withheld: ReviewEntry = { do: 'withhold', ...on, part: { of: 'record' }, ground, text: null, told: true };
    expect(book.give(decided('one', withheld), ada)).toMatchObject({ ok: false, rule });
  });

  it('is refused if there is nothing of that name to undo', () => {
    expect(reviewing().give({ type: 'undo-review', decision: 'none' }, ada)).toMatchObject({
      ok: false,
      rule: 'no-such-review-decision',
    });
  });
});
