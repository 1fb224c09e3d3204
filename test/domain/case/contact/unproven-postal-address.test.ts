// An unproven postal address is not used at once for an answer.
import { describe, expect, it } from 'vitest';
import { isConfirmed } from '#domain/case/contact/confirmed-contact.ts';
import { isFromRegister, postWaits } from '#domain/case/contact/unproven-postal-address.ts';
import { downloadWay } from '#domain/case/identity/code-way.ts';
import { contactAt } from '#domain/case/state.ts';
import { CaseBook, minutes, openCommand, postal, ref, rules, subject } from '../case-book.ts';

const home = postal('Storgatan 1');
const day = 24 * 60;

function moved(registered: boolean, prepare: (book: CaseBook) => void = () => {}): CaseBook {
  const book = new CaseBook();
  book.do(openCommand());
  prepare(book);
  book.do({ type: 'move-to-post', to: home, reason: 'wish', registered });
  return book;
}

describe('an unproven postal address', () => {
  it('gets no letter before the waiting days are over; the policy sets their number', () => {
    const book = moved(false);
    expect(postWaits(book.opened.common, book.now)).toBe(true);
    expect(contactAt(book.opened.common, book.now).kind).toBe('email');
    book.now = minutes(rules.contactChangeDays * day + 1, book.now);
    expect(postWaits(book.opened.common, book.now)).toBe(false);
    expect(contactAt(book.opened.common, book.now)).toEqual(home);
  });

  it('gets letters at once if the address was read in the population register', () => {
    const book = moved(true);
    expect(contactAt(book.opened.common, book.now)).toEqual(home);
    expect(isFromRegister(book.opened.common, home)).toBe(true);
    expect(isFromRegister(book.opened.common, postal('Lillgatan 2'))).toBe(false);
  });

  it('gets letters at once after a strong proof of identity', () => {
    const eId = { type: 'prove-with', method: 'e-id', identifier: ref('number', 'personnummer') } as const;
    const book = moved(false, (one) => one.do(eId, { by: subject }));
    expect(contactAt(book.opened.common, book.now)).toEqual(home);
  });

  it('counts as confirmed after the waiting days, because staff check it before they post to it', () => {
    const book = moved(false);
    book.now = minutes(rules.contactChangeDays * day + 1, book.now);
    expect(isConfirmed(book.opened.common, home)).toBe(true);
    expect(downloadWay(book.opened, book.now)).toEqual({ via: 'post', to: home });
  });
});
