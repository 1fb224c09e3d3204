import { keyOf } from '#domain/case/letters/letter-key.ts';
import { describe, expect, it } from 'vitest';
import { contactAt } from '#domain/case/state.ts';
import type { Command } from '#domain/case/command.ts';
import { eventSchema } from '#domain/case/events.ts';
import { owedLetters } from '#domain/case/letters/letters.ts';
import { refusalGroundSchema } from '#domain/case/vocabulary.ts';
import {
  byTwo,
  alone,
  answerRound,
  CaseBook,
  caseIn,
  commands,
  found,
  gather,
  minutes,
  openCommand,
  ref,
  refusal,
  staff,
  subject,
} from '../case-book.ts';

const ada = { by: staff('ada') };
const owed = (book: CaseBook): string[] => owedLetters(book.opened, book.now).map(({ letter }) => keyOf(letter));

function opened(change: Parameters<typeof openCommand>[0] = {}, hold: Parameters<typeof openCommand>[1] = null) {
  const book = new CaseBook();
  book.do(openCommand(change, hold));
  return book;
}

describe('A hold', () => {
  const lift: Command = { type: 'lift-hold' };

  it('on a request for access can be lifted, and the workflow continues', () => {
    const book = caseIn.held();
    expect(book.try(lift, ada)).toBe('hold-lifted');
    expect(book.opened).toMatchObject({ common: { holdLifted: true }, stage: { kind: 'identifying' } });
    expect(book.try(lift, ada)).toBe('out-of-order');
  });

  it('on something that was no request for access cannot be lifted: a search and a delivery would do more than was requested', () => {
    const words =
      'out-of-order: Only a request for access is handled automatically. Staff must carry out this request.';
    expect(opened({ rights: ['erasure'] }, 'right-handled-by-staff').why(lift)).toBe(words);
    expect(opened({ matter: 'complaint' }, 'request-unclear').why(lift)).toBe(words);
  });

  it('for an unchecked mandate is lifted once the mandate is accepted', () => {
    const book = opened({}, 'mandate-unchecked');
    const mandate = (accepted: boolean): Command => ({
      type: 'record-mandate',
      kind: 'future-mandate',
      accepted,
      answerTo: 'representative',
    });
    expect(book.why(lift)).toMatch(/^evidence-missing: Check the mandate/);
    book.do(mandate(false), ada);
    expect(book.try(lift)).toBe('evidence-missing');
    book.do(mandate(true), ada);
    expect(book.try(lift)).toBe('hold-lifted');
  });

  it('for a mandate, if the answer goes to the person, waits until staff enter the person’s own contact point, which takes effect at once', () => {
    const book = opened({}, 'mandate-unchecked');
    book.do({ type: 'record-mandate', kind: 'rights-service', accepted: true, answerTo: 'person' }, ada);
    expect(book.why(lift)).toMatch(/^evidence-missing: The answer goes to the person/);
    byTwo(book, { type: 'change-contact', to: ref('person@example.org'), oldIsLost: false });
    expect(book.try(lift)).toBe('hold-lifted');
    expect(contactAt(book.opened.common, book.now).hash).toBe(ref('person@example.org').hash);
  });
});

describe('A refusal (Art. 12(4)-(5))', () => {
  const erasure = { rights: ['erasure' as const] };
  const evidence = { voluntariness: 'a', aim: 'b', elapsed: 'c', pattern: 'd' };
  const refuse = (scope: 'whole' | 'part', ground: string, more: object = {}): Command =>
    ({ type: 'refuse', scope, ground, text: 't', ...more }) as Command;

  it('always has a ground from a closed list, and its own words', () => {
    for (const ground of refusalGroundSchema.options.filter((one) => one !== 'abuse')) {
      const book = opened(erasure, 'right-handled-by-staff');
      book.do(refuse('part', ground), ada);
      expect(book.opened.common.refusals).toMatchObject([{ scope: 'part', ground, text: 't' }]);
    }
  });

  it('never has a missing form, signature or channel as its ground [000-10] [001-26]', () => {
    const book = opened(erasure, 'right-handled-by-staff');
    book.do(refusal('part'), ada);
    const event = book.events.at(-1);
    expect(eventSchema.safeParse(event).success).toBe(true);
    for (const ground of ['not-signed', 'no-form', 'wrong-channel', 'not-in-writing', ''])
      expect(eventSchema.safeParse({ ...event, ground }).success).toBe(false);
  });

  it('of the whole request is never because of the rights of others: their data are redacted instead', () => {
    expect(opened().why(refuse('whole', 'others-rights'))).toBe(
      'wrong-ground: The rights of others never justify refusing everything (recital 63): leave out what concerns others, and give the rest.',
    );
    expect(opened(erasure, 'right-handled-by-staff').try(refuse('part', 'others-rights'))).toBe('refused');
  });

  it('for abuse states the four facts that C-526/24 requires, and no other ground accepts them', () => {
    expect(opened().why(refuse('whole', 'abuse'))).toMatch(/^evidence-missing: An abuse is shown by four facts/);
    expect(opened().try(refuse('whole', 'unfounded', { evidence }))).toBe('evidence-missing');
    expect(opened().why(refuse('part', 'abuse', { evidence }))).toMatch(/^wrong-ground: .* as a whole or not at all/);
    const book = opened({ rules: alone });
    expect(book.try(refuse('whole', 'abuse', { evidence }), ada)).toBe('decision-proposed decision-approved refused');
    expect(book.opened.common.proposals).toMatchObject([{ decision: { evidence } }]);
  });

  it('of a part lets the rest continue, and of the whole ends the case', () => {
    const book = opened({ rules: alone, ...erasure }, 'right-handled-by-staff');
    book.do(refusal('part'), ada);
    expect(book.state?.stage.kind).toBe('held');
    book.do(refusal('whole'), ada);
    expect(book.state?.stage.kind).toBe('refused');
    expect(owed(book)).toEqual(['acknowledgement', 'refusal/1', 'refusal/2']);
  });
});

describe('A fee (Art. 12(5), 15(3))', () => {
  const fee = (change: Partial<Extract<Command, { type: 'charge-fee' }>> = {}): Command => ({
    type: 'charge-fee',
    basis: 'further-copy',
    amount: 10_000,
    currency: 'SEK',
    facts: 'text-1',
    costs: 'text-2',
    answerBy: '2026-12-04',
    ...change,
  });

  it('never arises by itself: a case in its normal course has none [000-09]', () => {
    const book = caseIn.closed();
    expect(book.opened.common.fees).toEqual([]);
    expect(book.events.filter(({ type }) => type === 'fee-announced')).toEqual([]);
  });

  it('is not charged for a first copy, however soon after another request [000-09] [001-21]', () => {
    // Every request starts without an earlier answer: a second one in the same year is free like the first.
    for (const status of ['identifying', 'planning', 'gathering', 'reviewing', 'assembled'] as const)
      expect(caseIn[status]().why(fee())).toBe(
        'wrong-ground: The first copy is free of charge (Art. 15(3)). A further copy is one that is asked for after an answer.',
      );
    for (const basis of ['second-in-a-year', 'calendar', 'once-a-year'])
      expect(
        eventSchema.safeParse({
          type: 'decision-proposed',
          v: 1,
          at: minutes(0),
          by: staff('ada'),
          proposal: 'proposal-1',
          decision: { ...fee(), kind: 'charge-fee', basis },
        }).success,
      ).toBe(false);
  });

  it('is proposed for a further copy after an answer, or with the facts of an excessive request', () => {
    expect(caseIn.identifying().try(fee({ basis: 'excessive' }))).toBe('decision-proposed');
    const book = new CaseBook();
    gather(book);
    commands.search(book, 'crm', 1, found);
    commands.search(book, 'shop', 1, found);
    book.do({ type: 'reach-cut-off', round: 1 });
    answerRound(book);
    // That the first answer was just sent does not make its remaining part a further copy.
    expect(book.try(fee())).toBe('wrong-ground');
    expect(caseIn.identifying().try(fee({ earlierAnswer: true }))).toBe('decision-proposed');
  });

  it('is not charged for an answer that was sent, and cannot be approved after it', () => {
    const excessive = fee({ basis: 'excessive' });
    for (const status of ['gathering', 'reviewing', 'assembled'] as const)
      expect(caseIn[status]().try(excessive)).toBe('decision-proposed');
    expect(caseIn.delivered().try(excessive)).toBe('out-of-order');
    expect(caseIn.delivered().try(fee({ earlierAnswer: true }))).toBe('out-of-order');
    const book = caseIn.assembled();
    book.do(excessive, ada);
    book.do(commands.deliver());
    expect(book.try({ type: 'approve-proposal', proposal: 'proposal-1' }, { by: staff('bo') })).toBe('out-of-order');
  });

  it('gives the person time to reply, and gets one reply', () => {
    expect(caseIn.identifying().why(fee({ basis: 'excessive', answerBy: '2026-11-20' }))).toBe(
      'wrong-date: The person must have time to answer before a fee is charged: name a later day.',
    );
    const book = opened({ rules: alone });
    book.do(fee({ basis: 'excessive', answerBy: '2026-11-21' }), ada);
    expect(owed(book)).toContain('fee/proposal-1');
    const silent: Command = { type: 'answer-fee', fee: 'proposal-1', answer: 'no-answer' };
    expect(book.why(silent, { at: '2026-11-21T22:59:59.000Z' })).toBe(
      'wrong-date: The person may answer until 2026-11-21.',
    );
    expect(book.try(silent, { at: '2026-11-21T23:00:00.000Z' })).toBe('fee-answered');
    expect(book.try({ ...silent, answer: 'accepted' }, { by: subject })).toBe('nothing');
    expect(book.opened.common.fees).toMatchObject([{ answer: 'no-answer' }]);
  });
});

describe('A request that contains something more (practice 9, 18)', () => {
  const split = (
    matter: 'request' | 'complaint' | 'claim',
    rights: readonly never[] | readonly string[] = [],
  ): Command => ({ type: 'split', matter, rights, case: `split-${matter}` }) as Command;

  it('has it split off into a separate case, and the access continues [000-38]', () => {
    const book = caseIn.gathering();
    for (const matter of ['complaint', 'claim'] as const)
      expect(book.try(split(matter), ada)).toBe('split-off alerted');
    expect(book.try(split('claim'), ada)).toBe('nothing');
    expect(book.state?.stage.kind).toBe('gathering');
    for (const matter of ['complaint', 'claim'] as const) {
      const part = opened({ matter, origin: { case: 'whole', as: 'split' } }, 'right-handled-by-staff');
      expect(owed(part)).toEqual(['complaint-acknowledgement']);
    }
  });

  it('has another right split off once, and never the access itself', () => {
    const book = opened({ rights: ['access', 'erasure'] });
    expect(book.why(split('request', ['access']))).toMatch(
      /^wrong-ground: A complaint, a claim, or a right of this request other than access/,
    );
    for (const rights of [[], ['rectification'], ['erasure', 'access']])
      expect(book.try(split('request', rights))).toBe('wrong-ground');
    expect(book.try(split('complaint', ['erasure']))).toBe('wrong-ground');
    expect(book.try(split('request', ['erasure']))).toBe('split-off');
    expect(book.try({ ...split('request', ['erasure']), case: 'split-again' } as Command)).toBe('wrong-ground');
    // The part has its own acknowledgement.
    expect(owed(opened({ rights: ['erasure'], origin: { case: 'whole', as: 'split' } }))).toEqual(['acknowledgement']);
  });

  it('for a processor is answered without saying which data are held, and our own part continues', () => {
    const book = caseIn.gathering();
    expect(book.try({ type: 'redirect', text: null }, ada)).toBe('redirected');
    expect(owed(book)).toContain('redirect/1');
    expect(book.state?.stage.kind).toBe('gathering');
  });

  it('about another case gets one note here', () => {
    const book = caseIn.gathering();
    expect(book.try({ type: 'absorb', case: 'other' })).toBe('absorbed');
    expect(book.try({ type: 'absorb', case: 'other' })).toBe('nothing');
  });
});

describe('Staff who ask for their own data, and their managers (practice 15)', () => {
  it('cannot change anything in that case, see no way to do so, and do not own it', () => {
    const book = caseIn.gathering();
    book.do({ type: 'assign', to: 'bo' }, ada);
    book.do({ type: 'lock-out', staff: 'bo' }, ada);
    expect(book.try({ type: 'lock-out', staff: 'bo' }, ada)).toBe('nothing');
    expect(book.opened.common.owner).toBeNull();
    const before = book.state;
    for (const command of [
      { type: 'note', text: 't' },
      commands.byHand('binder'),
      { type: 'end', ending: 'deceased', text: null },
      { type: 'assign', to: 'ada' },
      { type: 'lock-out', staff: 'ada' },
    ] as const)
      expect(book.try(command, { by: staff('bo') })).toBe('locked-out');
    expect(book.state).toBe(before);
    expect(book.why({ type: 'assign', to: 'bo' }, ada)).toMatch(/^locked-out: This case is not open to them/);
  });

  it('are unlocked by a colleague, never by themselves, as often as needed', () => {
    const book = caseIn.gathering();
    const letIn = { type: 'let-in', staff: 'bo', text: 'text-1' } as const;
    book.do({ type: 'assign', to: 'bo' }, ada);
    for (const time of [1, 2]) {
      expect(book.why(letIn, ada), String(time)).toBe('out-of-order: This person is not locked out of the case.');
      book.do({ type: 'lock-out', staff: 'bo' }, ada);
      expect(book.try(letIn, { by: staff('bo') })).toBe('locked-out');
      expect(book.try(letIn, ada)).toBe('staff-let-in');
      expect(book.try({ type: 'note', text: 't' }, { by: staff('bo') })).toBe('note-added');
    }
    // What was lost with the lock-out is not restored.
    expect([book.opened.common.owner, [...book.opened.common.lockedOut], book.opened.common.letIn]).toEqual([
      null,
      [],
      ['bo', 'bo'],
    ]);
  });

  it('are locked out by a colleague, never by themselves', () => {
    expect(caseIn.gathering().why({ type: 'lock-out', staff: 'ada' }, ada)).toMatch(/^out-of-order: .* a colleague/);
  });
});
