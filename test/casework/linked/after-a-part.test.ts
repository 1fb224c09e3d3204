import { describe, expect, it } from 'vitest';
import { isAnswerOwed } from '#domain/case/search/still-owed.ts';
import { dueNow } from '#casework/schedule/watch-deadlines.ts';
import { asLiving } from '#domain/case/state.ts';
import { policyOf } from '#domain/organisation/scope.ts';
import { answerRound, CaseBook, commands, found, gather, minutes, staff } from '../../domain/case/case-book.ts';
import { demo } from '../office.ts';

const day = (n: number): string => minutes(n * 24 * 60);

/** The scheduled commands for a case on a day. */
function due(book: CaseBook, when: string): readonly string[] {
  const living = asLiving(book.state);
  if (living === undefined) throw new Error('the case has ended');
  return dueNow(living, policyOf(demo, 'nordvik'), when).map(({ commandId }) => commandId);
}
const clockOf = (ids: readonly string[]): readonly string[] =>
  ids.filter((id) => /^(?:warn|alert\/escalation|status)\//.test(id)).map((id) => id.split('/20')[0] ?? '');
const wholeClock = ['warn', 'alert/escalation', 'status'];

/** A case in which one system was answered, and another is still being searched by hand. */
function partly(level: 'contact-point' | 'strong' = 'contact-point'): CaseBook {
  const book = new CaseBook();
  gather(book, [
    { id: 'crm', mode: 'automatic' },
    { id: 'binder', mode: 'manual', level },
  ]);
  commands.search(book, 'crm', 1, found);
  book.do({ type: 'reach-cut-off', round: 1 });
  answerRound(book, 1, ['crm']);
  return book;
}

describe('The schedule of a case of which a part was answered', () => {
  it('continues for the rest: warnings, alerts to staff, and a letter to the person on the last day', () => {
    const book = partly();
    expect(book.opened.common.deliveries).toHaveLength(1);
    expect(clockOf(due(book, day(40)))).toEqual(wholeClock);
  });

  it('stops if everything that is left waits for a stronger proof by the person', () => {
    const book = partly('strong');
    book.do(commands.byHand('binder', found), { by: staff('ada') });
    expect(isAnswerOwed(book.opened as never)).toBe(false);
    expect(clockOf(due(book, day(40)))).toEqual([]);
  });

  it('continues if the only answer was taken back because it went to somebody else', () => {
    const book = partly('strong');
    book.do(commands.byHand('binder', found), { by: staff('ada') });
    book.do({ type: 'record-breach', awareAt: day(0), round: 1, text: 't' }, { by: staff('ada'), at: day(1) });
    expect(clockOf(due(book, day(40)))).toEqual(wholeClock);
  });
});
