import { describe, expect, it } from 'vitest';
import { caseDates, dueAt } from '#domain/case/clock/clock-of.ts';
import type { Command } from '#domain/case/command.ts';
import { channelSchema } from '#domain/case/vocabulary.ts';
import {
  CaseBook,
  caseIn,
  datesFrom,
  minutes,
  openCommand,
  post,
  ref,
  refusal,
  rules,
  staff,
  start,
  subject,
  letterNamed,
} from '../case-book.ts';

const extend: Command = { type: 'extend', category: 'number', text: 't' };
const lastMoment = '2026-12-21T22:59:59.999Z';
const tooLate = '2026-12-21T23:00:00.000Z';

function received(receivedAt: string, handled = rules): CaseBook {
  const book = new CaseBook();
  book.now = receivedAt;
  book.do(openCommand({ receivedAt, rules: handled }));
  return book;
}

describe('The month', () => {
  it.each([
    ['a moment before midnight', '2026-11-24T22:59:59.999Z', '2026-12-24'],
    ['at midnight', '2026-11-24T23:00:00.000Z', '2026-12-28'],
    ['at the end of a short month', '2027-01-31T12:00:00.000Z', '2027-03-01'],
    ['in winter, ending in summer time', '2026-02-28T23:30:00.000Z', '2026-04-01'],
  ])('of a request received %s ends on the right local day [002-15]', (_, at, due) => {
    const book = received(at);
    expect(book.opened.common.due).toBe(due);
    expect(caseDates(book.opened.common)).toMatchObject({
      due,
      unsuspendedDue: due,
      lastDayForNotice: due,
      suspendedDays: 0,
    });
  });

  it('is the same however the request was made: no special form is required [000-10] [001-26]', () => {
    for (const channel of channelSchema.options) {
      const book = new CaseBook();
      book.do(openCommand({ channel }));
      expect(book.opened).toMatchObject({ common: { due: '2026-12-21' }, stage: { kind: 'identifying' } });
    }
  });

  it('ends on an eve unless the organisation counts eves as holidays', () => {
    const at = '2026-11-24T08:00:00.000Z';
    expect(received(at).opened.common.due).toBe('2026-12-24');
    expect(received(at, { ...rules, evesCountAsHolidays: true }).opened.common.due).toBe('2026-12-28');
  });
});

describe('An extension (Art. 12(3))', () => {
  it('can be decided until the end of the last local day, and not a moment later', () => {
    const inTime = caseIn.identifying();
    expect(inTime.try(extend, { at: lastMoment })).toBe('extended');
    expect(caseIn.identifying().why(extend, { at: tooLate })).toBe(
      'too-late-to-extend: The notice had to be sent within one month of receipt, by 2026-12-21 (Art. 12(3)).',
    );
    const summer = received('2026-02-28T23:30:00.000Z');
    expect(summer.copy().try(extend, { at: '2026-04-01T21:59:59.999Z' })).toBe('extended');
    expect(summer.try(extend, { at: '2026-04-01T22:00:00.000Z' })).toBe('too-late-to-extend');
  });

  it('is in force once its notice was sent by the last day: three months from the receipt, as one period', () => {
    const book = caseIn.identifying();
    book.do(extend);
    expect(book.opened).toMatchObject({ common: { due: '2026-12-21', extended: false } });
    expect(post(book, 'extension/1', lastMoment)).toBe('letter-sent');
    expect(book.opened).toMatchObject({ common: { due: '2027-02-22', extended: true } });
    expect(dueAt(book.opened.common, lastMoment)).toBe('2027-02-22');
    expect(dueAt(book.opened.common, '2026-12-21T22:59:59.998Z')).toBe('2026-12-21');
    expect(caseDates(book.opened.common).lastDayForNotice).toBe('2026-12-21');
  });

  it('is not in force if its notice was sent a day late, and a late notice is not begun', () => {
    const book = caseIn.identifying();
    book.do(extend);
    expect(post(book.copy(), 'extension/1', tooLate)).toBe('not owed');
    book.do({ type: 'intend-letter', letter: letterNamed('extension/1') }, { at: lastMoment });
    book.do({ type: 'record-letter', letter: letterNamed('extension/1'), attempt: 1 }, { at: tooLate });
    expect(book.opened).toMatchObject({ common: { due: '2026-12-21', extended: false } });
  });

  it('is made once', () => {
    const book = caseIn.identifying();
    book.do(extend);
    expect(book.why(extend)).toBe(
      'already-extended: An extension was already decided. The period is extended as soon as its notice has been sent.',
    );
    post(book, 'extension/1');
    expect(book.why(extend, { at: tooLate })).toBe('already-extended: The period was extended already, to 2027-02-22.');
  });

  it('cannot be made for a request without letters', () => {
    expect(caseIn.held().why(extend)).toMatch(/^out-of-order: No letter goes to this sender/);
  });
});

describe('A question to the person (Art. 12(6), recital 63; practice 12)', () => {
  const ask = (change: Partial<Extract<Command, { type: 'ask' }>> = {}): Command => ({
    type: 'ask',
    about: 'identity',
    why: 'contradicting-details',
    text: 't',
    doubtSince: '2026-11-20',
    suspend: true,
    ...change,
  });
  const answer = (asking = 'asking-1'): Command => ({ type: 'answer-asking', asking, everything: false });

  it('suspends the period until the reply: there is no date meanwhile, and the unsuspended date stays [002-16]', () => {
    const book = caseIn.identifying();
    book.do(ask());
    expect(caseDates(book.opened.common)).toEqual({
      due: null,
      unsuspendedDue: '2026-12-21',
      extendedDue: null,
      lastDayForNotice: '2026-12-21',
      suspendedDays: null,
    });
    book.do(answer(), { at: minutes(10 * 24 * 60), by: subject });
    // The ten days are added to 20 December, a Sunday, and not to the Monday to which that date moves.
    expect(caseDates(book.opened.common)).toMatchObject({
      due: '2026-12-30',
      extendedDue: '2027-03-02',
      suspendedDays: 10,
    });
    expect(book.opened.common.due).toBe('2026-12-21');
  });

  it('about identity is also answered by a proof, and only that one; a clarification is not [002-16]', () => {
    const book = caseIn.planning();
    book.do(ask());
    book.do(ask({ about: 'clarification', why: 'large-amount' }));
    book.do(
      { type: 'prove-with', method: 'e-id', identifier: ref('number', 'personnummer') },
      { at: minutes(24 * 60), by: subject },
    );
    expect(book.opened.common.askings.map(({ answeredAt }) => answeredAt)).toEqual([minutes(24 * 60), null]);
    expect(caseDates(book.opened.common).due).toBeNull();
    book.do(answer('asking-2'), { at: minutes(2 * 24 * 60) });
    expect(caseDates(book.opened.common)).toMatchObject({ due: '2026-12-22', suspendedDays: 2 });
  });

  it('that does not suspend changes no date, and neither does one answered on the same day', () => {
    const book = caseIn.identifying();
    book.do(ask({ suspend: false }));
    expect(caseDates(book.opened.common).due).toBe('2026-12-21');
    book.do(answer());
    book.do(ask());
    book.do(answer('asking-2'), { at: '2026-11-20T22:59:59.000Z' });
    expect(caseDates(book.opened.common)).toMatchObject({ due: '2026-12-21', suspendedDays: 0 });
  });

  it('does not move the last day for a notice, so an extension can still be too late', () => {
    const book = caseIn.identifying();
    book.do(ask());
    book.do(answer(), { at: minutes(10 * 24 * 60) });
    expect(book.try(extend, { at: tooLate })).toBe('too-late-to-extend');
  });

  it('suspends the period within five working days of the receipt or of the new doubt, and not later', () => {
    const inTime = { at: '2026-11-27T22:59:59.000Z' };
    const late = { at: '2026-11-27T23:00:00.000Z' };
    expect(caseIn.planning().try(ask(), inTime)).toBe('asked');
    expect(caseIn.planning().why(ask(), late)).toMatch(/^too-late-to-suspend: .*, by 2026-11-27\. Ask without/);
    expect(caseIn.planning().try(ask({ suspend: false }), late)).toBe('asked');
    expect(caseIn.planning().try(ask({ doubtSince: '2026-11-28' }), late)).toBe('asked');
  });

  it('counts those days as the organisation counts them: an eve is a working day or not', () => {
    const christmas = { at: '2026-12-29T08:00:00.000Z' };
    const doubt = ask({ doubtSince: '2026-12-18' });
    const december = '2026-12-10T08:00:00.000Z';
    expect(received(december).why(doubt, christmas)).toContain('by 2026-12-28');
    expect(received(december, { ...rules, evesCountAsHolidays: true }).try(doubt, christmas)).toBe('asked');
    expect(received(start, { ...rules, askWithinWorkingDays: 0 }).why(ask(), { at: minutes(24 * 60) })).toContain(
      'by 2026-11-20',
    );
  });

  it.each([
    ['contact-not-known', 'identity'],
    ['sensitive-data', 'identity'],
    ['contradicting-details', 'identity'],
    ['several-people-match', 'identity'],
    ['large-amount', 'clarification'],
    ['request-not-understood', 'clarification'],
  ] as const)('for the reason %s requires %s and nothing else', (why, about) => {
    const other = about === 'identity' ? 'clarification' : 'identity';
    expect(caseIn.identifying().try(ask({ why, about }))).toBe('asked');
    expect(caseIn.identifying().why(ask({ why, about: other }))).toBe(
      'wrong-ground: This reason does not justify this question (Art. 12(6), recital 63).',
    );
  });

  it('has a reason that arose between the receipt and today', () => {
    for (const doubtSince of ['2026-11-19', '2026-11-21'])
      expect(caseIn.identifying().why(ask({ doubtSince }))).toMatch(
        /^wrong-date: The day on which the reason to ask arose must be between/,
      );
  });

  it('is not asked again before it is answered, and is answered once', () => {
    const book = caseIn.identifying();
    book.do(ask());
    expect(book.why(ask())).toBe('out-of-order: This question has already been asked, and it is not answered yet.');
    expect(book.try(answer('asking-7'))).toBe('out-of-order');
    book.do(answer());
    expect(book.try(answer(), { at: minutes(60) })).toBe('nothing');
    expect(book.try(ask())).toBe('asked');
  });
});

describe('The receipt', () => {
  const correct = (receivedAt: string): Command => ({
    type: 'correct-receipt',
    text: 't',
    receivedAt,
    ...datesFrom(receivedAt),
  });

  it('can be set to an earlier day than the registration, and every date follows', () => {
    const book = caseIn.gathering();
    book.do({ type: 'warn-deadline', daysLeft: 5 });
    book.do(correct('2026-11-10T08:00:00.000Z'), { by: staff('ada') });
    expect(book.opened).toMatchObject({
      common: { due: '2026-12-10', facts: { extendedDue: '2027-02-10' }, warned: [] },
    });
    expect(book.try(extend, { at: '2026-12-10T23:00:00.000Z' })).toBe('too-late-to-extend');
    expect(book.try(correct('2026-11-10T08:00:00.000Z'))).toBe('nothing');
  });

  it('cannot be later than the registration', () => {
    expect(caseIn.identifying().why(correct(minutes(1)))).toBe(
      'wrong-date: A request cannot have been received after it was registered.',
    );
  });

  it('that was earlier than thought cancels an extension whose notice was then too late', () => {
    const book = caseIn.identifying();
    book.do(extend);
    post(book, 'extension/1', lastMoment);
    expect(book.opened.common.extended).toBe(true);
    book.do(correct('2026-11-10T08:00:00.000Z'));
    expect(book.opened).toMatchObject({ common: { due: '2026-12-10', extended: false } });
  });
});

describe('A reminder', () => {
  it('is sent once for each number of days, and again after an extension in force', () => {
    const book = caseIn.identifying();
    const warn: Command = { type: 'warn-deadline', daysLeft: 10 };
    expect(book.try(warn)).toBe('deadline-warned');
    expect(book.try(warn)).toBe('nothing');
    book.do(extend);
    expect(book.try(warn)).toBe('nothing');
    post(book, 'extension/1');
    expect(book.try(warn)).toBe('deadline-warned');
    expect(book.events.filter(({ type }) => type === 'deadline-warned')).toMatchObject([
      { due: '2026-12-21' },
      { due: '2027-02-22' },
    ]);
  });

  it('to the person is sent once for each missed date', () => {
    const book = caseIn.identifying();
    expect(book.try({ type: 'owe-status' })).toBe('status-owed');
    expect(book.try({ type: 'owe-status' })).toBe('nothing');
    book.do(extend);
    post(book, 'extension/1');
    expect(book.try({ type: 'owe-status' })).toBe('status-owed');
  });

  it('to staff is sent once for each key', () => {
    const book = caseIn.identifying();
    const alert: Command = { type: 'alert', alert: 'escalation', key: 'escalation/2026-12-21' };
    expect(book.try(alert)).toBe('alerted');
    expect(book.try(alert)).toBe('nothing');
  });
});

describe('A refusal (Art. 12(4); practice 6)', () => {
  function forErasure(): CaseBook {
    const book = new CaseBook();
    book.do(openCommand({ rights: ['erasure'] }, 'right-handled-by-staff'));
    return book;
  }

  it('that is late is sent all the same, marked as late, and staff are told', () => {
    const book = forErasure();
    book.do(refusal('part'), { at: lastMoment });
    expect(book.try(refusal('part'), { at: tooLate })).toBe('alerted refused');
    expect(book.opened.common.refusals.map(({ late }) => late)).toEqual([false, true]);
    expect(book.opened.common.alerts).toMatchObject([{ alert: 'late-refusal', key: 'late-refusal/2' }]);
  });

  it('of a part during an extension in force is sent with the answer, and is not late', () => {
    const book = forErasure();
    book.do(extend);
    post(book, 'extension/1');
    book.do(refusal('part'), { at: tooLate });
    expect(book.opened.common.refusals[0]?.late).toBe(false);
    const plain = forErasure();
    plain.do(refusal('part'), { at: tooLate });
    expect(plain.opened.common.refusals[0]?.late).toBe(true);
  });
});
