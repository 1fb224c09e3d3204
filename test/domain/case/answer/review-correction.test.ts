import { describe, expect, it } from 'vitest';
import { isOver, nextStep } from '#domain/case/waits.ts';
import { always, CaseBook, commands, found, gather, openCommand } from '../case-book.ts';

describe('A result that is corrected while the answer is reviewed', () => {
  it('returns the answer to the screening, without the approvals given so far', () => {
    const book = new CaseBook();
    book.do(openCommand({ rules: always }));
    gather(book);
    commands.search(book, 'crm', 1, found);
    commands.search(book, 'shop', 1, found);
    book.do(commands.byHand('binder'));
    book.do({ type: 'screen', round: 1, settled: [] });
    book.do(commands.release());
    expect(book.opened.stage.kind).toBe('reviewing');
    book.do(commands.byHand('binder'));
    expect(book.opened.stage.kind).toBe('gathering');
    expect(isOver('Review', book.opened)).toBe(true);
    expect(nextStep(book.opened)).toBe('screen');
    book.do({ type: 'screen', round: 1, settled: [] });
    expect(book.opened.stage.kind === 'reviewing' && book.opened.stage.screening.approvals).toEqual([]);
  });

  it('is part of the next answer if it was still missing from this one', () => {
    const book = new CaseBook();
    gather(book);
    commands.search(book, 'crm', 1, found);
    commands.search(book, 'shop', 1, found);
    book.do({ type: 'reach-cut-off', round: 1 });
    book.do({ type: 'screen', round: 1, settled: [] });
    book.do(commands.byHand('binder'));
    expect(book.opened.stage.kind).toBe('reviewing');
  });
});
