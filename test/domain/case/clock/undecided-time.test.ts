// What happens by the passage of time alone, while staff have not decided on a circumstance that protects somebody.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueNow } from '#casework/schedule/watch-deadlines.ts';
import type { Command } from '#domain/case/command.ts';
import { keyGeneration } from '#domain/case/contact/contact-history.ts';
import { availableUntil } from '#domain/case/answer/availability.ts';
import type { EventOf } from '#domain/case/events.ts';
import { evolve } from '#domain/case/evolve.ts';
import { owedLetters } from '#domain/case/letters/letters.ts';
import { asLiving, contactAt, type Status } from '#domain/case/state.ts';
import { circumstanceSchema, protectsSomebody, type Circumstance } from '#domain/case/vocabulary.ts';
import { timeWhileUndecided, type ByTime } from '#domain/case/circumstances/while-undecided.ts';
import { policyOf } from '#domain/organisation/scope.ts';
import { demo } from '#test/casework/office.ts';
import {
  byTwo,
  CaseBook,
  caseIn,
  gather,
  latestChallenge,
  minutes,
  post,
  postal,
  ref,
  staff,
  subject,
} from '../case-book.ts';

const ada = { by: staff('ada') };
const bo = { by: staff('bo') };
const asked = { by: subject };
const day = 24 * 60;
const old = ref('asa.berg@example.org');
const next = ref('new@example.org');
const street = postal('Storgatan 1');
const protective = circumstanceSchema.options.filter(protectsSomebody);
const mark = (circumstance: Circumstance): Command => ({ type: 'mark-circumstance', circumstance, present: true });
const toNext: Command = { type: 'change-contact', to: next, oldIsLost: false };

/** The person has changed the address on the page, and has entered the code that was mailed to the new one. */
function changed(book: CaseBook): void {
  book.do(toNext, asked);
  enterCode(book);
}

/** Enters the code that was mailed to the new address, unless too many were sent today. */
function enterCode(book: CaseBook): void {
  if (!book.give({ type: 'issue-code', purpose: 'contact' }, asked).ok) return;
  book.do({ type: 'count-try', purpose: 'contact' }, asked);
  book.do({ type: 'enter-contact-code', challenge: latestChallenge(book), signedIn: false }, asked);
}

/** Two members of staff decide that a circumstance applies, or that it does not. */
function decide(book: CaseBook, applies: boolean, more: object = {}): void {
  const circumstance = [...book.opened.common.undecided][0] ?? 'child';
  const command: Command = { type: 'decide-circumstance', circumstance, applies, text: 'text-1', ...more };
  if (circumstance === 'child' || circumstance === 'guardian') book.do(command, ada);
  else byTwo(book, command);
}

const writesTo = (book: CaseBook): string => contactAt(book.opened.common, book.now).hash;

describe('A change of the contact point that waits', () => {
  it.each(protective)('does not take effect while a circumstance (%s) is undecided', (circumstance) => {
    const book = caseIn.gathering();
    changed(book);
    book.now = minutes(3 * day);
    book.do(mark(circumstance), ada);
    book.now = minutes(400 * day);
    expect(writesTo(book)).toBe(old.hash);
    expect(keyGeneration(book.opened.common, book.now)).toBe(0);
    expect(owedLetters(book.opened, book.now).map(({ letter }) => letter.kind)).not.toContain('new-link');
  });

  it('continues with the remaining days after the decision that the circumstance does not apply', () => {
    const book = caseIn.gathering();
    changed(book);
    book.now = minutes(3 * day);
    book.do(mark('child'), ada);
    book.now = minutes(40 * day);
    decide(book, false);
    expect(writesTo(book)).toBe(old.hash);
    book.now = minutes(44 * day - 1);
    expect(writesTo(book)).toBe(old.hash);
    book.now = minutes(44 * day);
    expect(writesTo(book)).toBe(next.hash);
  });

  it('has all of its days after the decision if it was made while the circumstance was undecided', () => {
    const book = caseIn.gathering();
    book.do(mark('child'), ada);
    book.now = minutes(2 * day);
    changed(book);
    book.now = minutes(40 * day);
    decide(book, false);
    book.now = minutes(47 * day - 1);
    expect(writesTo(book)).toBe(old.hash);
    book.now = minutes(47 * day);
    expect(writesTo(book)).toBe(next.hash);
  });

  it('stops each time, until the last of several circumstances was decided on', () => {
    const book = caseIn.gathering();
    changed(book);
    book.now = minutes(day);
    book.do(mark('child'), ada);
    book.now = minutes(10 * day);
    book.do(mark('guardian'), ada);
    decide(book, false);
    book.now = minutes(20 * day);
    expect(writesTo(book)).toBe(old.hash);
    decide(book, false);
    book.now = minutes(22 * day);
    book.do(mark('guardian'), ada);
    book.now = minutes(50 * day);
    decide(book, false);
    // One day before the first mark and two between the marks, so four of seven are left.
    book.now = minutes(54 * day - 1);
    expect(writesTo(book)).toBe(old.hash);
    book.now = minutes(54 * day);
    expect(writesTo(book)).toBe(next.hash);
  });

  it('waits only for the decision if its days had passed and only its code was missing', () => {
    const book = caseIn.gathering();
    book.do(toNext, asked);
    book.now = minutes(8 * day);
    book.do(mark('child'), ada);
    book.now = minutes(9 * day);
    enterCode(book);
    expect(writesTo(book)).toBe(old.hash);
    book.now = minutes(20 * day);
    expect(writesTo(book)).toBe(old.hash);
    decide(book, false);
    expect(writesTo(book)).toBe(next.hash);
  });

  it('can be cancelled from the old contact point all the time, and then never takes effect', () => {
    const book = caseIn.gathering();
    changed(book);
    expect(post(book, 'contact-changed/1')).toBe('letter-sent');
    book.do(mark('threatened'), ada);
    book.now = minutes(30 * day);
    expect(book.try({ type: 'change-contact', to: old, oldIsLost: false }, asked)).toBe('contact-changed');
    decide(book, false);
    book.now = minutes(400 * day);
    expect(writesTo(book)).toBe(old.hash);
    expect(keyGeneration(book.opened.common, book.now)).toBe(0);
  });

  it('that took effect before the mark stays in force', () => {
    const book = caseIn.gathering();
    changed(book);
    book.now = minutes(7 * day);
    book.do(mark('child'), ada);
    expect(writesTo(book)).toBe(next.hash);
    book.now = minutes(30 * day);
    expect(writesTo(book)).toBe(next.hash);
    decide(book, false);
    expect(writesTo(book)).toBe(next.hash);
  });

  it('never takes effect if the person withdraws meanwhile', () => {
    const book = caseIn.gathering();
    changed(book);
    book.do(mark('child'), ada);
    book.now = minutes(30 * day);
    book.do({ type: 'end', ending: 'withdrawn', text: null }, asked);
    decide(book, false);
    book.now = minutes(400 * day);
    expect(writesTo(book)).toBe(old.hash);
  });
});

describe('The decision that a circumstance applies', () => {
  const waiting: readonly (readonly [string, string, (book: CaseBook) => unknown])[] = [
    ['a change of address', next.hash, changed],
    [
      'a move to post',
      street.hash,
      (book) => byTwo(book, { type: 'move-to-post', to: street, reason: 'wish', registered: false }),
    ],
  ];
  const yes: Command = { type: 'decide-circumstance', circumstance: 'child', applies: true, text: 't' };

  it.each(waiting)('also decides on %s that waits', (_, to, act) => {
    const book = caseIn.gathering();
    act(book);
    book.now = minutes(3 * day);
    book.do(mark('child'), ada);
    book.now = minutes(30 * day);
    expect(book.why(yes, ada)).toBe(
      'evidence-missing: The circumstance applies, and a change of the contact waits: say whether the change continues or is cancelled.',
    );
    const stays = book.copy();
    stays.do({ ...yes, contact: 'called-back' }, ada);
    stays.now = minutes(400 * day);
    expect(writesTo(stays)).toBe(old.hash);
    expect(keyGeneration(stays.opened.common, stays.now)).toBe(0);
    book.do({ ...yes, contact: 'goes-on' }, ada);
    book.now = minutes(34 * day - 1);
    expect(writesTo(book)).toBe(old.hash);
    book.now = minutes(34 * day);
    expect(writesTo(book)).toBe(to);
  });

  it('needs no decision on a change if none waits, and a proposal from before a change no longer counts', () => {
    const book = caseIn.gathering();
    book.do(mark('threatened'), ada);
    book.do({ ...yes, circumstance: 'threatened' }, ada);
    const earlier = book.copy();
    expect(earlier.try({ type: 'approve-proposal', proposal: 'proposal-1' }, bo)).toBe(
      'decision-approved circumstance-decided',
    );
    changed(book);
    expect(book.try({ type: 'approve-proposal', proposal: 'proposal-1' }, bo)).toBe('evidence-missing');
    book.do({ ...yes, circumstance: 'threatened', contact: 'called-back' }, ada);
    book.do({ type: 'approve-proposal', proposal: 'proposal-2' }, bo);
    book.now = minutes(400 * day);
    expect(writesTo(book)).toBe(old.hash);
  });
});

describe('A move to post that waits', () => {
  const moving = (): CaseBook => {
    const book = caseIn.gathering();
    byTwo(book, { type: 'move-to-post', to: street, reason: 'wish', registered: false });
    return book;
  };

  it('stops too, and continues with the remaining days if the circumstance does not apply', () => {
    const book = moving();
    book.now = minutes(3 * day);
    book.do(mark('threatened'), ada);
    book.now = minutes(30 * day);
    expect(writesTo(book)).toBe(old.hash);
    expect(keyGeneration(book.opened.common, book.now)).toBe(0);
    decide(book, false);
    book.now = minutes(34 * day - 1);
    expect(writesTo(book)).toBe(old.hash);
    expect(owedLetters(book.opened, book.now).map(({ letter }) => letter.kind)).not.toContain('by-post');
    book.now = minutes(34 * day);
    expect(writesTo(book)).toBe(street.hash);
    expect(owedLetters(book.opened, book.now).map(({ letter }) => letter.kind)).toContain('by-post');
  });

  it('can be cancelled all the time, also after the day on which it would have taken effect', () => {
    const book = moving();
    book.do(mark('child'), ada);
    book.now = minutes(30 * day);
    expect(book.try({ type: 'change-contact', to: old, oldIsLost: false }, asked)).toBe('contact-changed');
    decide(book, false);
    book.now = minutes(400 * day);
    expect(writesTo(book)).toBe(old.hash);
  });
});

/**
 * For each thing that happens by the passage of time: whether it has happened in the case by the present of the book.
 */
const happened: Readonly<Record<ByTime, { readonly begun: () => CaseBook; readonly is: (book: CaseBook) => boolean }>> =
  {
    'contact-change-takes-effect': {
      begun: () => begun('gathering', changed),
      is: (book) => writesTo(book) === next.hash,
    },
    'move-to-post-takes-effect': {
      begun: () =>
        begun('gathering', (book) =>
          byTwo(book, { type: 'move-to-post', to: street, reason: 'wish', registered: false }),
        ),
      is: (book) => writesTo(book) === street.hash,
    },
    'answer-can-no-longer-be-fetched': {
      begun: () => begun('delivered', (book) => post(book, 'answer-ready/1')),
      is: (book) =>
        book.opened.common.deliveries.every((one) => availableUntil(book.opened.common, one, book.now) <= book.now),
    },
    'fee-is-taken-as-unanswered': {
      begun: () =>
        begun('gathering', (book) => {
          byTwo(book, fee);
          post(book, 'fee/proposal-1');
        }),
      is: (book) => given(book).includes('fee-answered'),
    },
    'silent-person-is-closed': {
      begun: () => begun('identifying', (book) => post(book, 'one-time-code/identity-1')),
      is: (book) => given(book).includes('case-closed'),
    },
    'deadline-is-warned-of': { begun: () => caseIn.gathering(), is: (book) => given(book).includes('deadline-warned') },
    'late-answer-is-told-of': { begun: () => caseIn.gathering(), is: (book) => given(book).includes('status-owed') },
    'somebody-above-is-told': { begun: () => caseIn.gathering(), is: (book) => given(book).includes('alerted') },
    'cut-off-is-reached': { begun: () => caseIn.gathering(), is: (book) => given(book).includes('cut-off-reached') },
    'extension-is-too-late': {
      begun: () => caseIn.gathering(),
      is: (book) => book.copy().try({ type: 'extend', category: 'number', text: 't' }, ada) === 'too-late-to-extend',
    },
    'code-expires': {
      begun: () => caseIn.identifying(),
      is: (book) => book.copy().try({ type: 'prove-identity', challenge: 'identity-1' }, asked) === 'code-expired',
    },
    'granted-download-expires': {
      begun: () =>
        begun('delivered', (book) =>
          book.do({ type: 'grant-download', challenge: latestChallenge(book), round: 1 }, asked),
        ),
      is: (book) => book.opened.common.grants.every(({ expiresAt }) => expiresAt <= book.now),
    },
    'withdrawal-is-final': {
      begun: () => begun('gathering', (book) => book.do({ type: 'end', ending: 'withdrawn', text: null }, asked)),
      is: (book) => book.copy().try({ type: 'reopen', text: null }, asked) === 'too-late-to-undo',
    },
    'breach-is-reminded-of': {
      begun: () =>
        begun('gathering', (book) =>
          book.do({ type: 'record-breach', awareAt: book.now, round: null, text: 't' }, ada),
        ),
      is: (book) => book.copy().try({ type: 'alert', alert: 'breach-hours', key: 'k' }) === 'alerted',
    },
    'material-is-erased': {
      begun: () => caseIn.closed(),
      is: (book) => book.copy().try({ type: 'purge-material' }) === 'material-purged',
    },
  };

const fee: Command = {
  type: 'charge-fee',
  basis: 'excessive',
  amount: 20_000,
  currency: 'SEK',
  facts: 't',
  costs: 't',
  answerBy: '2026-12-20',
};

function begun(status: Status, act: (book: CaseBook) => unknown): CaseBook {
  const book = caseIn[status]();
  act(book);
  return book;
}

/**
 * The commands of the schedule for the case now, in two runs. The second run closes what the first one sent a letter
 * about.
 */
function given(book: CaseBook): string {
  const copy = book.copy();
  const run = (): readonly string[] => {
    const living = asLiving(copy.opened);
    const due = living === undefined ? [] : dueNow(living, policyOf(demo, 'nordvik'), copy.now);
    return due.map(({ commandId, command }) =>
      copy.try(command, { by: { kind: 'clock', id: 'watch' }, id: commandId }),
    );
  };
  return [...run(), ...run()].join(' ');
}

describe('What happens by the passage of time', () => {
  const all = Object.keys(timeWhileUndecided) as ByTime[];

  it.each(all)('%s: it happens within a year if nothing is undecided', (one) => {
    const book = happened[one].begun();
    book.now = minutes(365 * day);
    expect(happened[one].is(book)).toBe(true);
  });

  it.each(all)('%s: while something is undecided it continues or stops, as the table says', (one) => {
    const book = happened[one].begun();
    book.do(mark('child'), ada);
    book.now = minutes(365 * day);
    expect(happened[one].is(book)).toBe(timeWhileUndecided[one] === 'goes-on');
  });

  it.each(all.filter((one) => timeWhileUndecided[one] === 'stands-still' && one !== 'fee-is-taken-as-unanswered'))(
    '%s: not on the day of the decision, and in its time afterwards',
    (one) => {
      const book = happened[one].begun();
      book.do(mark('child'), ada);
      book.now = minutes(365 * day);
      decide(book, false);
      expect(happened[one].is(book)).toBe(false);
      book.now = minutes(2 * 365 * day);
      expect(happened[one].is(book)).toBe(true);
    },
  );

  it('the letter about a fee waits, and is not sent once the day that it names has passed', () => {
    const book = begun('gathering', (one) => byTwo(one, fee));
    const owed = (): string[] => owedLetters(book.opened, book.now).map(({ letter }) => letter.kind);
    expect(owed()).toContain('fee');
    book.do(mark('child'), ada);
    expect(owed()).not.toContain('fee');
    decide(book, false);
    expect(owed()).toContain('fee');
    book.now = '2026-12-20T23:30:00.000Z';
    expect(owed()).not.toContain('fee');
  });

  it('an answer can be downloaded for its days from the sending of its letter, not from its assembly', () => {
    const book = caseIn.delivered();
    const until = (): string => availableUntil(book.opened.common, book.opened.common.deliveries[0]!, book.now);
    book.now = minutes(40 * day);
    expect(until()).toBe('2027-01-13T22:59:59.999Z');
    post(book, 'answer-ready/1');
    book.now = minutes(50 * day);
    expect(until()).toBe('2027-01-13T22:59:59.999Z');
  });

  it('an answer can be downloaded for at least the days that were left', () => {
    const book = begun('delivered', (one) => post(one, 'answer-ready/1'));
    const until = (): string => availableUntil(book.opened.common, book.opened.common.deliveries[0]!, book.now);
    expect(until()).toBe('2026-12-04T22:59:59.999Z');
    book.now = minutes(10 * day);
    book.do(mark('child'), ada);
    book.now = minutes(60 * day);
    decide(book, false);
    expect(until()).toBe('2027-01-23T22:59:59.999Z');
    book.now = minutes(63 * day);
    expect(until()).toBe('2027-01-23T22:59:59.999Z');
  });
});

describe('A circumstance that an earlier version marked', () => {
  const before = (book: CaseBook, circumstance: Circumstance): void => {
    const event = { type: 'circumstance-marked', v: 2, at: book.now, by: staff('ada'), circumstance, present: true };
    book.state = evolve(book.opened, { ...event, stopsTime: false } as EventOf<'circumstance-marked'>, book.caseId);
  };

  it('cancels nothing that has taken effect since, and stops the time once it is marked again', () => {
    const book = caseIn.gathering();
    before(book, 'threatened');
    changed(book);
    book.now = minutes(8 * day);
    expect(writesTo(book)).toBe(next.hash);
    expect(book.try(mark('threatened'))).toBe('circumstance-marked');
    expect(book.try(mark('threatened'))).toBe('nothing');
    expect(writesTo(book)).toBe(next.hash);
    book.do({ type: 'change-contact', to: old, oldIsLost: false }, asked);
    enterCode(book);
    book.now = minutes(300 * day);
    expect(writesTo(book)).toBe(next.hash);
  });

  it('is marked once more only if it is undecided', () => {
    const book = caseIn.gathering();
    before(book, 'threatened');
    decide(book, true);
    expect(book.try(mark('threatened'))).toBe('nothing');
  });
});

describe('Whatever is done and however much time passes', () => {
  /** What happens, and how many days then pass. */
  const acts = fc.array(
    fc.record({
      what: fc.constantFrom('nothing', 'mark', 'decide', 'change', 'code', 'call-back', 'post'),
      days: fc.constantFrom(0, 1, 2, 5, 9),
    }),
    { maxLength: 30, size: 'max' },
  );

  it('no letter goes to another place while something is undecided, nor before seven further days have passed', () => {
    fc.assert(
      fc.property(fc.constantFrom(...protective), acts, (circumstance, list) => {
        const book = new CaseBook();
        gather(book);
        /** The days that have passed while nothing was undecided, in all and since a place was named. */
        let running = 0;
        const named = new Map<string, number>();
        const isUndecided = (): boolean => book.opened.common.undecided.size > 0;
        for (const { what, days } of list) {
          const [before, stood] = [writesTo(book), isUndecided()];
          if (what === 'mark') book.give(mark(circumstance), ada);
          else if (what === 'decide' && stood) decide(book, false);
          else if (what === 'change' && book.try(toNext, asked).startsWith('contact-changed'))
            named.set(next.hash, running);
          else if (what === 'code' && book.opened.common.contactChanges.at(-1)?.awaitsCode === true) enterCode(book);
          else if (what === 'call-back') {
            book.give({ type: 'change-contact', to: contactAt(book.opened.common, book.now), oldIsLost: false }, asked);
            if (before === old.hash && !book.opened.common.circumstances.has('protected-identity')) named.clear();
          } else if (what === 'post' && !stood) {
            byTwo(book, { type: 'move-to-post', to: street, reason: 'wish', registered: false });
            // Again to the same address. The first move counts, unless it was cancelled.
            if (!named.has(street.hash)) named.set(street.hash, running);
          }
          if (stood && isUndecided()) expect(writesTo(book)).toBe(before);
          const [then, stands] = [writesTo(book), isUndecided()];
          book.now = minutes(days * day, book.now);
          if (stands) expect(writesTo(book)).toBe(then);
          else running += days;
          const now = writesTo(book);
          if (before !== old.hash || now === old.hash) continue;
          expect(running - (named.get(now) ?? Infinity)).toBeGreaterThanOrEqual(7);
        }
      }),
      { numRuns: 500 },
    );
  });
});
