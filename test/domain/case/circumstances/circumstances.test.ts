// A circumstance that protects somebody stops every step towards the answer until staff have decided what to do.
import { keyOf } from '#domain/case/letters/letter-key.ts';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { takenWhen, type Command } from '#domain/case/command.ts';
import { owedLetters } from '#domain/case/letters/letters.ts';
import { hasEnded, type Status } from '#domain/case/state.ts';
import { type Circumstance, circumstanceSchema, protectsSomebody } from '#domain/case/vocabulary.ts';
import { isOver, nextStep, waitNames } from '#domain/case/waits.ts';
import {
  always,
  CaseBook,
  caseIn,
  commands,
  downloadCode,
  fee,
  identify,
  openCommand,
  planSearch,
  postal,
  ref,
  refusal,
  staff,
  statuses,
  subject,
  taught,
} from '../case-book.ts';
import { anyCommand } from '../model/any-command.ts';

const ada = { by: staff('ada') };
const bo = { by: staff('bo') };
const cia = { by: staff('cia') };
const mark = (circumstance: Circumstance, present = true): Command => ({
  type: 'mark-circumstance',
  circumstance,
  present,
});
const decide = (circumstance: Circumstance, applies = true): Command => ({
  type: 'decide-circumstance',
  circumstance,
  applies,
  text: 'text-1',
});
const protective = circumstanceSchema.options.filter(protectsSomebody);

/** The commands that move a case on from each status, and who gives them. */
const steps: readonly (readonly [Status, Command])[] = [
  ['planning', planSearch()],
  ['approving-search', { type: 'approve-search' }],
  ['gathering', { type: 'start-searches', searches: [{ system: 'crm', wave: 1 }] }],
  ['gathering', { type: 'decide-identifier', identifier: taught.hash, accept: true }],
  ['reviewing', commands.release()],
  ['released', { type: 'start-assembly', round: 1 }],
  ['assembled', commands.deliver()],
  ['gathering', { type: 'move-to-post', to: postal('Storgatan 1'), reason: 'wish', registered: true }],
  ['gathering', { type: 'change-contact', to: ref('new@example.org'), oldIsLost: false }],
];

describe('A circumstance that protects somebody', () => {
  it('is one of these, and no other circumstance is', () => {
    expect(protective).toEqual(['child', 'guardian', 'protected-identity', 'threatened']);
  });

  it.each(protective)('(%s) stops every step and every approval until the decision', (circumstance) => {
    for (const [status, command] of steps) {
      // Then a second person releases the answer. It is not assembled before that.
      const isReleased = status === 'released' || status === 'assembling' || status === 'assembled';
      if (isReleased && circumstance !== 'child' && circumstance !== 'guardian') continue;
      const book = caseIn[status]();
      book.do(mark(circumstance), ada);
      expect(book.why(command, ada)).toMatch(/^out-of-order: A circumstance protects somebody/);
      expect(book.try(decide(circumstance), ada)).toMatch(/^(circumstance-decided|decision-proposed)$/);
      if (book.opened.common.undecided.size > 0) book.do({ type: 'approve-proposal', proposal: 'proposal-1' }, bo);
      if (command.type === 'move-to-post' && circumstance === 'protected-identity') continue;
      expect(book.try(command, ada)).not.toMatch(/^(out-of-order|protected-identity)$/);
    }
  });

  it.each(circumstanceSchema.options.filter((one) => !protectsSomebody(one)))(
    'and another (%s) stops nothing',
    (one) => {
      const book = caseIn['approving-search']();
      book.do(mark(one), ada);
      expect(book.try(decide(one), ada)).toBe('out-of-order');
      expect(book.try({ type: 'approve-search' }, ada)).toBe('search-approved');
    },
  );

  it.each(['released', 'assembling', 'assembled'] as const)(
    'that needs two people cancels a release by one person, also while it is %s',
    (status) => {
      const book = caseIn[status]();
      book.do(mark('threatened'), ada);
      book.do(decide('threatened'), ada);
      book.do({ type: 'approve-proposal', proposal: 'proposal-1' }, bo);
      expect(book.state?.stage.kind).toBe('reviewing');
      expect(book.give(commands.release(), ada)).toMatchObject({ rule: 'second-person-releases' });
      book.do(commands.release(), bo);
      expect(book.state?.stage.kind).toBe('released');
    },
  );

  it('makes the workflow wait and lets nothing fail: every wait continues, and the case says what it waits for', () => {
    for (const status of ['gathering', 'reviewing', 'released', 'assembling', 'assembled'] as const) {
      const book = caseIn[status]();
      const before = nextStep(book.state);
      book.do(mark('child'), ada);
      expect(nextStep(book.state)).toBe('wait');
      for (const wait of waitNames) expect(isOver(wait, book.state)).toBe(false);
      book.do(decide('child'), ada);
      expect(nextStep(book.state)).toBe(before);
    }
    const early = caseIn.planning();
    early.do(mark('child'), ada);
    expect(isOver('VerifyIdentity', early.state)).toBe(false);
    early.do(decide('child'), ada);
    expect(isOver('VerifyIdentity', early.state)).toBe(true);
  });

  it('delays letters about the answer; receipts, questions and letters about dates are sent all the same', () => {
    const book = caseIn.delivered();
    expect(letters(book)).toContain('answer-ready/1');
    book.do(mark('threatened'), ada);
    book.do({ type: 'owe-status' });
    book.do({ type: 'extend', category: 'complexity', text: 't' });
    expect(letters(book)).toEqual(expect.arrayContaining(['acknowledgement', 'delay/2026-12-21', 'extension/1']));
    expect(letters(book)).not.toContain('answer-ready/1');
    book.do(decide('threatened'), ada);
    book.do({ type: 'approve-proposal', proposal: 'proposal-1' }, bo);
    expect(letters(book)).toContain('answer-ready/1');
  });

  it('prevents every download of a ready answer, and the dates continue', () => {
    const book = caseIn.delivered();
    const challenge = downloadCode(book);
    book.do(mark('threatened'), ada);
    const grant: Command = { type: 'grant-download', challenge, round: 1 };
    expect(book.try(grant, { by: subject })).toBe('not-available');
    expect(book.try({ type: 'issue-code', purpose: 'download' }, { by: subject })).toBe('not-available');
    expect(book.try({ type: 'warn-deadline', daysLeft: 5 })).toBe('deadline-warned');
    book.do({ type: 'close' });
    book.do(decide('threatened', false), ada);
    // Also after the end, because the answer can still be downloaded.
    expect(book.try({ type: 'approve-proposal', proposal: 'proposal-1' }, bo)).toBe(
      'decision-approved circumstance-decided',
    );
    expect(book.try(grant, { by: subject })).toBe('download-granted');
  });

  it('cannot be avoided by removing the mark, because that it does not apply is a decision too', () => {
    const book = caseIn['approving-search']();
    book.do(mark('threatened'), ada);
    expect(book.try(mark('threatened', false), ada)).toBe('out-of-order');
    book.do(decide('threatened', false), ada);
    expect(book.try({ type: 'approve-proposal', proposal: 'proposal-1' }, ada)).toBe('second-person-required');
    book.do({ type: 'approve-proposal', proposal: 'proposal-1' }, bo);
    expect([...book.opened.common.circumstances]).toEqual([]);
    expect([...book.opened.common.everMarked]).toEqual(['threatened']);
    expect(book.try({ type: 'approve-search' }, ada)).toBe('search-approved');
  });

  it('that was decided on and is marked again needs a new decision', () => {
    const book = caseIn['approving-search']();
    book.do(mark('child'), ada);
    book.do(decide('child'), ada);
    expect(book.try(mark('child', false), ada)).toBe('circumstance-marked');
    book.do(mark('child'), ada);
    expect(book.try({ type: 'approve-search' }, ada)).toBe('out-of-order');
  });

  it.each([
    ['child', 'circumstance-decided', 'decision-proposed'],
    ['threatened', 'decision-proposed', 'decision-proposed'],
  ] as const)('(%s) needs two people if the policy or the danger requires it', (one, where, everywhere) => {
    const book = caseIn.planning();
    book.do(mark(one), ada);
    expect(book.try(decide(one), ada)).toBe(where);
    const strict = new CaseBook();
    strict.do(openCommand({ rules: always }));
    identify(strict);
    strict.do(mark(one), ada);
    expect(strict.try(decide(one), ada)).toBe(everywhere);
  });

  it('stops a proposal about where the answer is sent', () => {
    const book = caseIn.gathering();
    book.do({ type: 'change-contact', to: ref('new@example.org'), oldIsLost: false }, ada);
    book.do(mark('child'), ada);
    expect(book.try({ type: 'approve-proposal', proposal: 'proposal-1' }, bo)).toBe('out-of-order');
    book.do(decide('child'), ada);
    expect(book.try({ type: 'approve-proposal', proposal: 'proposal-1' }, bo)).toBe(
      'decision-approved contact-changed',
    );
  });

  const committing: readonly (readonly [string, Command])[] = [
    ['a refusal of everything', refusal()],
    ['a fee', fee],
    ['an override of the proof', { type: 'override-proof', text: 't' }],
  ];
  it.each(committing)(
    'stops %s: it can be neither proposed nor approved, and a proposal can be dropped',
    (_, command) => {
      const proposed = new CaseBook();
      proposed.do(openCommand({ rules: always }));
      proposed.do(command, ada);
      proposed.do(mark('threatened'), bo);
      const approve: Command = { type: 'approve-proposal', proposal: 'proposal-1' };
      expect(proposed.why(approve, cia)).toMatch(/^out-of-order: A circumstance protects somebody/);
      expect(proposed.why(command, cia)).toMatch(/^out-of-order: A circumstance protects somebody/);
      expect(proposed.copy().try({ type: 'drop-proposal', proposal: 'proposal-1' }, cia)).toBe('decision-dropped');
      proposed.do(decide('threatened'), ada);
      expect(proposed.try({ type: 'approve-proposal', proposal: 'proposal-2' }, bo)).toBe(
        'decision-approved circumstance-decided',
      );
      expect(proposed.try(approve, cia)).toMatch(/^decision-approved /);
    },
  );

  it('lets the person withdraw, and lets nobody end the case in another way', () => {
    const book = caseIn.identifying();
    book.do(mark('threatened'), ada);
    for (const ending of ['cannot-find', 'not-proven', 'deceased', 'forwarded'] as const)
      expect(book.why({ type: 'end', ending, text: 't' }, ada)).toMatch(/^out-of-order: A circumstance protects/);
    expect(book.try({ type: 'end', ending: 'withdrawn', text: null }, { by: subject })).toBe('case-closed');
  });

  it('refuses exactly the commands that say so, in every status', () => {
    const die = fc.nat(10_000);
    fc.assert(
      fc.property(
        fc.constantFrom(...statuses),
        fc.constantFrom(...protective),
        fc.tuple(die, die, die, die),
        (status, circumstance, dice) => {
          const book = caseIn[status]();
          book.do(mark(circumstance), ada);
          const command = anyCommand(book.state, book.now, dice);
          const decision = book.copy().give(command, bo);
          const says = takenWhen[command.type].whileUndecided;
          if (says === 'waits') expect(decision.ok).toBe(false);
          if (says === 'goes-on') expect(decision).not.toMatchObject({ rule: 'circumstance-undecided' });
          if (says === 'waits' && !hasEnded(book.state))
            expect(decision).toMatchObject({ rule: 'circumstance-undecided' });
        },
      ),
      { numRuns: 300 },
    );
  });
});

function letters(book: CaseBook): string[] {
  return owedLetters(book.opened, book.now).map(({ letter }) => keyOf(letter));
}
