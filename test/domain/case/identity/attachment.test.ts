import { keyOf } from '#domain/case/letters/letter-key.ts';
import { describe, expect, it } from 'vitest';
import { owedLetters } from '#domain/case/letters/letters.ts';
import type { HoldReason } from '#domain/case/vocabulary.ts';
import { CaseBook, openCommand, staff } from '../case-book.ts';

const owed = (book: CaseBook): string[] => owedLetters(book.opened, book.now).map(({ letter }) => keyOf(letter));
function held(hold: HoldReason, change: Parameters<typeof openCommand>[0] = {}): CaseBook {
  const book = new CaseBook();
  book.do(openCommand(change, hold));
  return book;
}

describe('A request with an infected attachment', () => {
  it('gives its proven sender one letter that the attachment was not opened, and the ordinary one after the hold', () => {
    const book = held('attachment-not-opened');
    expect(owed(book)).toEqual(['attachment-not-opened']);
    book.do({ type: 'lift-hold' }, { by: staff('ada') });
    expect(owed(book)).toEqual(['attachment-not-opened', 'acknowledgement']);
  });

  it('gives no letter to a sender who may be forged, whatever staff record meanwhile', () => {
    const book = held('infected-attachment');
    book.do({ type: 'owe-status' });
    expect(owed(book)).toEqual([]);
    book.do({ type: 'lift-hold' }, { by: staff('ada') });
    expect(owed(book)).toEqual(['acknowledgement', 'delay/2026-12-21']);
  });

  it('requires no letter once staff decide that it is no request', () => {
    const book = held('attachment-not-opened');
    book.do({ type: 'end', ending: 'not-a-request', text: null }, { by: staff('ada') });
    expect(owed(book)).toEqual([]);
  });
});

describe('An erasure that was requested with a withdrawal', () => {
  it('is split off although it was not requested at first; no other right is', () => {
    const book = held('right-handled-by-staff', { rights: ['access', 'rectification'] });
    const split = (right: 'erasure' | 'objection' | 'access') =>
      book.try({ type: 'split', matter: 'request', rights: [right], case: `part-${right}` });
    expect(split('objection')).toBe('wrong-ground');
    expect(split('access')).toBe('wrong-ground');
    expect(split('erasure')).toBe('split-off');
    expect(book.try({ type: 'split', matter: 'request', rights: ['erasure'], case: 'another' })).toBe('wrong-ground');
  });
});
