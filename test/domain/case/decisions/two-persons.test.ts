import { describe, expect, it } from 'vitest';
import type { Command } from '#domain/case/command.ts';
import type { CaseRules } from '#domain/case/lifecycle/events.ts';
import {
  byTwo,
  alone,
  always,
  CaseBook,
  commands,
  found,
  gather,
  nothing,
  openCommand,
  refusal,
  fee,
  rules,
  staff,
} from '../case-book.ts';

const never: CaseRules = { ...rules, secondPerson: 'never' };
const ada = { by: staff('ada') };
const bo = { by: staff('bo') };
const approve: Command = { type: 'approve-proposal', proposal: 'proposal-1' };
const drop: Command = { type: 'drop-proposal', proposal: 'proposal-1' };

function opened(handled: CaseRules): CaseBook {
  const book = new CaseBook();
  book.do(openCommand({ rules: handled }));
  return book;
}

describe.each([
  ['a refusal of everything', refusal(), 'refused'],
  ['a fee', fee, 'fee-announced'],
  ['an override of the proof', { type: 'override-proof', text: 't' }, 'identity-proven'],
] as const)('For %s (practice 15)', (_, command: Command, effect) => {
  it.each([
    ['always', always],
    ['where-it-matters', rules],
  ])('two people decide if the rule is %s', (__, handled) => {
    const book = opened(handled);
    expect(book.try(command, ada)).toBe('decision-proposed');
    expect(book.why(approve, ada)).toBe('second-person-required: A second person must agree to this decision.');
    expect(book.try(approve, bo)).toBe(`decision-approved ${effect}`);
    expect(book.try(approve, bo)).toMatch(/nothing|case-ended/);
  });

  it.each([
    ['who handles all alone', alone],
    ['who needs nobody', never],
    ['who handles all alone, whatever else the rule', { ...always, soleHandler: true }],
  ])('one person decides at once %s', (__, handled) => {
    expect(opened(handled).try(command, ada)).toBe(`decision-proposed decision-approved ${effect}`);
  });

  it('nothing happens once the proposal is withdrawn, and the proposer may withdraw it', () => {
    const book = opened(rules);
    book.do(command, ada);
    expect(book.try(drop, ada)).toBe('decision-dropped');
    expect(book.try(drop, bo)).toBe('nothing');
    expect(book.try(approve, bo)).toBe('nothing');
    expect(book.opened).toMatchObject({
      common: { refusals: [], fees: [], proofs: [] },
      stage: { kind: 'identifying' },
    });
  });

  it('nobody who is locked out can approve', () => {
    const book = opened(rules);
    book.do(command, ada);
    book.do({ type: 'lock-out', staff: 'bo' }, ada);
    expect(book.why(approve, bo)).toBe(
      'locked-out: This case is not open to you: it concerns you or somebody close to you.',
    );
  });
});

describe('A proposal', () => {
  it('to refuse that is approved after the last day is a late refusal', () => {
    const book = opened(rules);
    book.do(refusal(), ada);
    expect(book.try(approve, { ...bo, at: '2026-12-21T23:00:00.000Z' })).toBe('decision-approved alerted refused');
    expect(book.opened.common.refusals).toMatchObject([{ scope: 'whole', late: true }]);
  });

  it('of a fee cannot be approved once the time to answer is over', () => {
    const book = opened(rules);
    book.do(fee, ada);
    expect(book.why(approve, { ...bo, at: '2026-12-03T23:00:00.000Z' })).toMatch(/^wrong-date: .*2026-12-04/);
    expect(book.try(approve, { ...bo, at: '2026-12-03T22:59:59.000Z' })).toBe('decision-approved fee-announced');
  });

  it('has no effect after the end', () => {
    const book = opened(rules);
    book.do(fee, ada);
    book.do({ type: 'end', ending: 'deceased', text: null }, ada);
    expect(book.try(approve, bo)).toBe('case-ended');
  });
});

describe('The release', () => {
  const release: Command = commands.release();
  function reviewed(handled: CaseRules, special: boolean, result: typeof found | typeof nothing = found): CaseBook {
    const book = opened(handled);
    gather(book, [{ id: 'crm', mode: 'automatic', special }]);
    commands.search(book, 'crm', 1, result);
    book.do(commands.screen());
    return book;
  }
  const after = (book: CaseBook): string => {
    book.do(release, ada);
    return book.opened.stage.kind;
  };

  it('of an ordinary answer needs one person, and two if the rule is always', () => {
    expect(after(reviewed(rules, false))).toBe('released');
    expect(after(reviewed(always, false))).toBe('reviewing');
    expect(after(reviewed(alone, true))).toBe('released');
    expect(after(reviewed(never, true))).toBe('released');
  });

  it('of special categories needs two people if some were found, and one if none were', () => {
    const book = reviewed(rules, true);
    expect(after(book)).toBe('reviewing');
    expect(book.why(release, ada)).toBe('second-person-required: A second person must release the answer as well.');
    book.do(release, bo);
    expect(book.state?.stage.kind).toBe('released');
    expect(after(reviewed(rules, true, nothing))).toBe('released');
  });

  it.each(['protected-identity', 'threatened'] as const)('to a person who is marked %s needs two people', (mark) => {
    const book = reviewed(rules, false);
    book.do({ type: 'mark-circumstance', circumstance: mark, present: true }, ada);
    byTwo(book, { type: 'decide-circumstance', circumstance: mark, applies: true, text: 't' });
    expect(after(book)).toBe('reviewing');
  });

  it('to a child needs one person', () => {
    const book = reviewed(rules, false);
    book.do({ type: 'mark-circumstance', circumstance: 'child', present: true }, ada);
    book.do({ type: 'decide-circumstance', circumstance: 'child', applies: true, text: 't' }, ada);
    expect(after(book)).toBe('released');
  });

  it('by somebody who is locked out later no longer counts, nor does what they proposed', () => {
    const book = reviewed(always, false);
    book.do(release, ada);
    book.do({ type: 'lock-out', staff: 'ada' }, bo);
    book.do(release, bo);
    expect(book.state?.stage.kind).toBe('reviewing');
    book.do(release, { by: staff('cy') });
    expect(book.state?.stage.kind).toBe('released');

    const proposed = new CaseBook();
    proposed.do(openCommand());
    proposed.do(refusal(), ada);
    proposed.do({ type: 'lock-out', staff: 'ada' }, bo);
    expect(proposed.try(approve, bo)).toBe('nothing');
    expect(proposed.state?.stage.kind).toBe('identifying');
  });
});
