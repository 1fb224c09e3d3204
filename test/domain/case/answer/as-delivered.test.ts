import { expect, it } from 'vitest';
import { asDelivered } from '#domain/case/answer/as-delivered.ts';
import { isUnderReview } from '#domain/case/review/under-review.ts';
import type { OpenedCase } from '#domain/case/state.ts';
import type { UnderReview } from '#domain/case/review/under-review.ts';
import { always, CaseBook, commands, found, gather, openCommand, staff, start } from '../case-book.ts';

/** A case whose answer two members of staff must release. */
function twoRelease(): CaseBook {
  const book = new CaseBook();
  book.do(openCommand({ rules: always }));
  gather(book);
  commands.search(book, 'crm', 1, found);
  commands.search(book, 'shop', 1, found);
  book.do(commands.byHand('binder'));
  book.do({ type: 'screen', round: 1, settled: [] });
  return book;
}

function underReview({ opened }: CaseBook): OpenedCase<UnderReview> {
  if (!isUnderReview(opened)) throw new Error('the case is not under review');
  return opened;
}

it('An answer can be previewed as delivered before and after the first of two releases', () => {
  const book = twoRelease();
  const delivering = { lines: [], waiting: [], systems: [], days: 14, at: start };
  expect(asDelivered(underReview(book), delivering).stage.kind).toBe('delivered');
  book.do(commands.release(), { by: staff('ada') });
  expect(asDelivered(underReview(book), delivering).stage.kind).toBe('delivered');
});
