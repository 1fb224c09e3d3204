import { keyOf } from '#domain/case/letters/letter-key.ts';
import { describe, expect, it } from 'vitest';
import type { Command } from '#domain/case/command.ts';
import { unsentLetters } from '#domain/case/letters/unsent-letters.ts';
import { owedLetters } from '#domain/case/letters/letters.ts';
import {
  byTwo,
  answerRound,
  CaseBook,
  caseIn,
  commands,
  gather,
  minutes,
  openCommand,
  postal,
  ref,
  partRefusal,
  refusal,
  staff,
  found,
  letterNamed,
} from '../case-book.ts';

const owed = (book: CaseBook, at = book.now): string[] =>
  owedLetters(book.opened, at).map(({ letter }) => keyOf(letter));
const intend = (key: string): Command => ({ type: 'intend-letter', letter: letterNamed(key) });
const failed = (key: string, attempt: number): Command => ({
  type: 'record-failed-letter',
  letter: letterNamed(key),
  attempt,
});
const sent = (key: string, attempt = 1): Command => ({ type: 'record-letter', letter: letterNamed(key), attempt });

describe('A case', () => {
  it('that is held owes no letter, whatever has happened in it', () => {
    const book = caseIn.held();
    book.do({ type: 'owe-status' });
    expect(owed(book)).toEqual([]);
    expect(book.try(intend('acknowledgement'))).toBe('out-of-order');
    book.do({ type: 'lift-hold' }, { by: staff('ada') });
    expect(owed(book)).toEqual(['acknowledgement', 'delay/2026-12-21']);
  });

  it('owes a letter for each event that the person must be told', () => {
    const book = new CaseBook();
    book.do(openCommand());
    expect(owed(book)).toEqual(['acknowledgement']);
    book.do({ type: 'issue-code', purpose: 'identity' });
    expect(owed(book)).toEqual(['acknowledgement', 'one-time-code/identity-1']);
    gather(book);
    commands.search(book, 'crm', 1, found);
    commands.search(book, 'shop', 1, found);
    book.do({ type: 'reach-cut-off', round: 1 });
    book.do(partRefusal(['crm/contacts']));
    answerRound(book);
    book.do(commands.byHand('binder'));
    answerRound(book, 2);
    book.do({ type: 'extend', category: 'complexity', text: 't' });
    expect(owed(book)).toEqual(['acknowledgement', 'extension/1', 'refusal/1', 'answer-ready/1', 'supplement-ready/2']);
    // A notice of an extension would make no sense after the end.
    book.do(refusal('whole'), { by: staff('ada') });
    book.do({ type: 'approve-proposal', proposal: 'proposal-1' }, { by: staff('bo') });
    expect(owed(book)).toEqual(['acknowledgement', 'refusal/1', 'refusal/2', 'answer-ready/1', 'supplement-ready/2']);
  });

  it('owes a code only while it is valid', () => {
    const book = caseIn.identifying();
    expect(owed(book, minutes(9))).toContain('one-time-code/identity-1');
    expect(owed(book, minutes(10))).toEqual(['acknowledgement']);
    book.do({ type: 'prove-identity', challenge: 'identity-1' });
    expect(owed(book)).toEqual(['acknowledgement']);
  });
});

describe('What is owed', () => {
  it('is only the latest code: the one before is no longer valid', () => {
    const book = caseIn.identifying();
    book.do({ type: 'issue-code', purpose: 'identity' });
    expect(owed(book)).toEqual(['acknowledgement', 'one-time-code/identity-2']);
  });

  it('is sent to those it concerns: the person, the old contact, staff', () => {
    const book = caseIn.planning();
    byTwo(book, { type: 'change-contact', to: ref('new@example.org'), oldIsLost: false });
    book.do({ type: 'alert', alert: 'letter-bounced', key: 'bounce/1' });
    expect(owedLetters(book.opened, book.now)).toEqual([
      { letter: { kind: 'acknowledgement' }, to: 'person' },
      { letter: { kind: 'contact-changed', of: '1' }, to: 'old-contact' },
      { letter: { kind: 'staff-alert', of: 'bounce/1' }, to: 'staff' },
    ]);
  });

  it('ends once there is a reply: a question, a fee', () => {
    const book = caseIn.identifying();
    const ask = { type: 'ask', text: 't', doubtSince: '2026-11-20', suspend: true } as const;
    book.do({ ...ask, about: 'identity', why: 'sensitive-data' });
    book.do({ ...ask, about: 'clarification', why: 'large-amount' });
    expect(owed(book)).toEqual([
      'acknowledgement',
      'one-time-code/identity-1',
      'identity-request/asking-1',
      'clarification-request/asking-2',
    ]);
    book.do({ type: 'answer-asking', asking: 'asking-1', everything: false });
    book.do({ type: 'answer-asking', asking: 'asking-2', everything: true });
    expect(owed(book)).toEqual(['acknowledgement', 'one-time-code/identity-1']);
  });

  it('is posted by staff if letters go by post, and sent automatically if they go by mail', () => {
    const book = caseIn.planning();
    const posted: Command = { type: 'record-posted', letter: letterNamed('acknowledgement') };
    expect(book.why(posted)).toBe('out-of-order: This letter is sent by e-mail automatically.');
    book.do({ type: 'move-to-post', to: postal('Storgatan 1'), reason: 'wish', registered: true });
    expect(book.try(posted)).toBe('letter-intended letter-sent');
    expect(owed(book)).toEqual(['by-post', 'contact-changed/post']);
    expect(book.try(posted)).toBe('out-of-order');
  });
});

describe('A letter', () => {
  it('that is not owed is not started, whatever else is owed', () => {
    expect(caseIn.identifying().try(intend('answer-ready/1'))).toBe('out-of-order');
  });

  it('that one process sends is not started by another until the lease ends', () => {
    const book = caseIn.identifying();
    expect(book.try(intend('acknowledgement'))).toBe('letter-intended');
    expect(book.try(intend('acknowledgement'), { at: '2026-11-20T08:00:19.999Z' })).toBe('in-progress');
    expect(book.try(intend('acknowledgement'), { at: '2026-11-20T08:00:20.000Z' })).toBe('letter-intended');
    expect(book.opened.common.letters.get('acknowledgement')).toMatchObject({ attempt: 2, sentAt: null });
    expect(book.try(intend('acknowledgement'), { at: '2026-11-20T08:00:39.999Z' })).toBe('in-progress');
  });

  it('is recorded as sent once, even by an earlier attempt, and never started again', () => {
    const book = caseIn.identifying();
    book.do(intend('acknowledgement'));
    book.do(intend('acknowledgement'), { at: minutes(1) });
    expect(book.try(sent('acknowledgement', 1), { at: minutes(2) })).toBe('letter-sent');
    expect(book.try(sent('acknowledgement', 2), { at: minutes(2) })).toBe('nothing');
    expect(owed(book)).not.toContain('acknowledgement');
    expect(book.try(intend('acknowledgement'), { at: minutes(9) })).toBe('already-sent');
  });

  it('that could not be sent stays owed, is tried again with longer pauses, and is reported until it is sent', () => {
    const book = caseIn.identifying();
    book.do(intend('acknowledgement'));
    expect(book.try(failed('acknowledgement', 1))).toBe('letter-failed');
    expect(owed(book)).toContain('acknowledgement');
    expect(unsentLetters(book.opened)).toEqual(['acknowledgement']);
    expect(book.try(intend('acknowledgement'), { at: '2026-11-20T08:00:19.999Z' })).toBe('in-progress');
    expect(book.try(intend('acknowledgement'), { at: '2026-11-20T08:00:20.000Z' })).toBe('letter-intended');
    // The result of the earlier attempt no longer matters.
    expect(book.try(failed('acknowledgement', 1), { at: '2026-11-20T08:00:21.000Z' })).toBe('nothing');
    expect(book.try(failed('acknowledgement', 2), { at: '2026-11-20T08:00:21.000Z' })).toBe('letter-failed');
    expect(book.try(intend('acknowledgement'), { at: '2026-11-20T08:00:59.999Z' })).toBe('in-progress');
    expect(book.try(intend('acknowledgement'), { at: '2026-11-20T08:01:00.000Z' })).toBe('letter-intended');
    expect(unsentLetters(book.opened)).toEqual(['acknowledgement']);
    expect(book.try(sent('acknowledgement', 3), { at: minutes(2) })).toBe('letter-sent');
    expect(unsentLetters(book.opened)).toEqual([]);
    expect(book.try(failed('acknowledgement', 3), { at: minutes(2) })).toBe('nothing');
  });

  it('with a code that could not be sent is reported, even after the code has expired, until a later one is sent', () => {
    const book = caseIn.identifying();
    book.do(intend('one-time-code/identity-1'));
    book.do(failed('one-time-code/identity-1', 1));
    expect(unsentLetters(book.opened)).toEqual(['one-time-code/identity-1']);
    book.do({ type: 'issue-code', purpose: 'identity' }, { at: minutes(20) });
    expect(unsentLetters(book.opened)).toEqual([]);
  });

  it('with its own last day that could not be sent is reported until that day', () => {
    const book = caseIn.identifying();
    book.do({ type: 'extend', category: 'complexity', text: 't' });
    book.do(intend('extension/1'));
    book.do(failed('extension/1', 1));
    expect(unsentLetters(book.opened)).toEqual(['extension/1']);
    book.do({ type: 'owe-status' }, { at: '2026-12-22T08:00:00.000Z' });
    expect(unsentLetters(book.opened)).toEqual([]);
  });

  it('that nothing requires is not started', () => {
    const book = caseIn.identifying();
    expect(book.try(intend('answer-ready/1'))).toBe('out-of-order');
    expect(book.try(intend('one-time-code/identity-7'))).toBe('out-of-order');
    expect(book.try(intend('one-time-code/identity-1'), { at: minutes(10) })).toBe('out-of-order');
    expect(book.try(sent('answer-ready/1'))).toBe('out-of-order');
  });
});
