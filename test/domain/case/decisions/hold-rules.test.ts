import { keyOf } from '#domain/case/letters/letter-key.ts';
import { describe, expect, it } from 'vitest';
import { owedLetters } from '#domain/case/letters/letters.ts';
import { isSilent, wasSpokenTo } from '#domain/case/lifecycle/hold-rules.ts';
import { type HoldReason, holdReasonSchema } from '#domain/case/vocabulary.ts';
import { CaseBook, openCommand, ref, staff, byTwo } from '../case-book.ts';

const ada = { by: staff('ada') };
/** The reasons for a hold that do not stop all letters, with the letters that are still sent. */
const spoken: Partial<Record<HoldReason, string[]>> = {
  'mandate-unchecked': ['acknowledgement'],
  'right-handled-by-staff': ['acknowledgement'],
  'attachment-not-opened': ['attachment-not-opened'],
};
const owed = (book: CaseBook) => owedLetters(book.opened, book.now);

describe('A request that is held', () => {
  it('with an unopened attachment is acknowledged after the hold, and after the letter about the attachment', () => {
    const book = new CaseBook();
    book.do(openCommand({}, 'attachment-not-opened'));
    book.do({ type: 'lift-hold' }, ada);
    expect(owed(book).map(({ letter }) => keyOf(letter))).toEqual(['attachment-not-opened', 'acknowledgement']);
  });

  it.each(holdReasonSchema.options.map((reason) => [reason, !(reason in spoken)] as const))(
    'because of %s has a clock; that nobody is written to is %s',
    (reason, silent) => {
      const book = new CaseBook();
      book.do(openCommand({}, reason));
      expect(book.opened).toMatchObject({ common: { due: '2026-12-21' }, stage: { kind: 'held' } });
      expect(isSilent(book.opened)).toBe(silent);
      expect(wasSpokenTo(book.opened.common)).toBe(!silent);
      expect(owed(book).map(({ letter }) => keyOf(letter))).toEqual(spoken[reason] ?? []);
      for (const type of ['warn-deadline', 'owe-status'] as const)
        expect(book.try(type === 'owe-status' ? { type } : { type, daysLeft: 0 })).not.toBe('out-of-order');
    },
  );

  it('and whose sender gets no letters is asked nothing, promised nothing, and its old contact is told nothing', () => {
    const book = new CaseBook();
    book.do(openCommand({}, 'sender-ambiguous'));
    byTwo(book, { type: 'change-contact', to: ref('new@example.org'), oldIsLost: false });
    book.do({ type: 'alert', alert: 'held-undecided', key: 'held' });
    expect(owed(book)).toMatchObject([{ letter: { kind: 'staff-alert', of: 'held' }, to: 'staff' }]);
    for (const command of [
      { type: 'extend', category: 'number', text: 't' },
      { type: 'redirect', text: null },
      { type: 'end', ending: 'withdrawn', text: null },
      { type: 'end', ending: 'cannot-find', text: 't' },
    ] as const)
      expect(book.try(command, ada)).toBe('out-of-order');
    book.do({ type: 'lift-hold' }, ada);
    expect(owed(book).map(({ letter }) => keyOf(letter))).toEqual([
      'acknowledgement',
      'contact-changed/1',
      'staff-alert/held',
    ]);
  });
});
