import { keyOf } from '#domain/case/letters/letter-key.ts';
import { describe, expect, it } from 'vitest';
import type { Command } from '#domain/case/command.ts';
import { owedLetters } from '#domain/case/letters/letters.ts';
import type { Status } from '#domain/case/state.ts';
import { CaseBook, caseIn, latestChallenge, minutes, openCommand, staff, start, subject } from '../case-book.ts';

const ada = { by: staff('ada') };
const purge: Command = { type: 'purge-material' };
const hold: Command = { type: 'set-legal-hold', text: 't' };
const breach = (change: Partial<Extract<Command, { type: 'record-breach' }>> = {}): Command => ({
  type: 'record-breach',
  awareAt: start,
  round: null,
  text: 't',
  ...change,
});
const owed = (book: CaseBook): string[] => owedLetters(book.opened, book.now).map(({ letter }) => keyOf(letter));

describe('The material of a case', () => {
  it('is erased only after the end', () => {
    const living = Object.entries(caseIn).filter(([status]) => !['absent', 'refused', 'closed'].includes(status));
    for (const [, make] of living) expect(make().try(purge)).toBe('out-of-order');
    for (const status of ['refused', 'closed'] satisfies Status[]) {
      const book = caseIn[status]();
      expect(book.try(purge)).toBe('material-purged');
      expect(book.try(purge)).toBe('nothing');
    }
  });

  it('is kept by a legal hold until the hold is lifted', () => {
    const book = caseIn.closed();
    expect(book.try({ type: 'lift-legal-hold' }, ada)).toBe('nothing');
    expect(book.try(hold, ada)).toBe('legal-hold-set');
    expect(book.try(hold, ada)).toBe('nothing');
    expect(book.why(purge)).toBe('legal-hold: A legal hold is set, so the material of this case cannot be erased.');
    expect(book.try({ type: 'lift-legal-hold' }, ada)).toBe('legal-hold-lifted');
    expect(book.try(purge)).toBe('material-purged');
  });

  it('is kept by a legal hold that was set while the case was open', () => {
    const book = caseIn.delivered();
    book.do(hold, ada);
    book.do({ type: 'close' });
    expect(book.try(purge)).toBe('legal-hold');
  });
});

describe('An objection to the retention (practice 17)', () => {
  const decide = (upheld: boolean): Command => ({ type: 'decide-retention-objection', upheld, text: 't' });

  it('is recorded and answered by letter, even after the end', () => {
    const book = caseIn.closed();
    expect(book.why(decide(true))).toBe('out-of-order: There is no objection to decide on.');
    book.do({ type: 'object-to-retention', text: 't' }, { by: subject });
    expect(owed(book)).not.toContain('objection-decision/1');
    book.do(decide(false), ada);
    expect(owed(book)).toContain('objection-decision/1');
    expect(book.try(decide(true), ada)).toBe('out-of-order');
    book.do({ type: 'object-to-retention', text: 't2' }, { by: subject });
    book.do(decide(true), ada);
    expect(book.opened.common.retentionObjections).toMatchObject([
      { decision: { upheld: false } },
      { decision: { upheld: true } },
    ]);
  });
});

describe('A breach (Art. 33; practice 13)', () => {
  it.each([
    ['on a Friday afternoon', '2026-11-20T15:30:00.000Z', '2026-11-23T15:30:00.000Z'],
    ['on Christmas Eve', '2026-12-24T09:00:00.000Z', '2026-12-27T09:00:00.000Z'],
    ['before the clocks go forward', '2027-03-27T00:30:00.000Z', '2027-03-30T00:30:00.000Z'],
  ])('that we become aware of %s is notified within 72 hours, weekends and holidays included', (_, at, notifyBy) => {
    const book = caseIn.closed();
    book.do(breach({ awareAt: at }), { at, by: staff('ada') });
    expect(book.opened.common.breaches).toMatchObject([{ id: 'breach-1', awareAt: at, notifyBy, steps: [] }]);
    expect(owed(book)).toContain('staff-alert/breach/1');
  });

  it('the 72 hours start when we become aware of it, not when it is recorded, and awareness is never in the future', () => {
    const book = caseIn.closed();
    expect(book.why(breach({ awareAt: minutes(1) }))).toBe(
      'wrong-date: The time at which you became aware of the breach cannot be in the future.',
    );
    book.do(breach(), { at: minutes(60), by: staff('ada') });
    expect(book.opened.common.breaches[0]?.notifyBy).toBe(minutes(72 * 60));
  });

  it('withdraws the answer that was sent to the wrong person, with every way to download it', () => {
    const book = caseIn.closed();
    expect(book.why(breach({ round: 7 }))).toBe('not-available: There is no such answer.');
    const code = latestChallenge(book);
    expect(book.try(breach({ round: 1 }), ada)).toBe('breach-recorded delivery-revoked alerted');
    expect(book.try({ type: 'grant-download', challenge: code, round: 1 })).toBe('not-available');
    expect(book.try({ type: 'issue-code', purpose: 'download' })).toBe('not-available');
    expect(owed(book)).not.toContain('answer-ready/1');
    // It is withdrawn once.
    expect(book.try(breach({ round: 1 }), ada)).toBe('breach-recorded alerted');
    expect(book.opened.common.breaches.map(({ id }) => id)).toEqual(['breach-1', 'breach-2']);
  });

  it('passes through each step once, and the person is told if staff say so (Art. 34)', () => {
    const book = new CaseBook();
    book.do(openCommand());
    const step = (which: 'authority-notified' | 'no-notification-needed' | 'person-notified' | 'closed'): Command => ({
      type: 'update-breach',
      breach: 'breach-1',
      step: which,
      text: 't',
    });
    expect(book.try(step('closed'))).toBe('out-of-order');
    book.do(breach(), ada);
    expect(book.try(step('authority-notified'), ada)).toBe('breach-updated');
    expect(book.try(step('authority-notified'), ada)).toBe('nothing');
    expect(owed(book)).not.toContain('breach-notice/breach-1');
    book.do(step('person-notified'), ada);
    expect(owed(book)).toContain('breach-notice/breach-1');
    book.do(step('closed'), ada);
    expect(book.opened.common.breaches[0]?.steps.map((one) => one.step)).toEqual([
      'authority-notified',
      'person-notified',
      'closed',
    ]);
  });
});
