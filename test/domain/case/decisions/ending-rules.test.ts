import { keyOf } from '#domain/case/letters/letter-key.ts';
import { describe, expect, it } from 'vitest';
import type { Command } from '#domain/case/command.ts';
import { owedLetters } from '#domain/case/letters/letters.ts';
import { stopOf } from '#domain/case/decisions/stops.ts';
import type { Status } from '#domain/case/state.ts';
import type { Ending } from '#domain/case/vocabulary.ts';
import {
  answerRound,
  CaseBook,
  caseIn,
  commands,
  failed,
  found,
  gather,
  identify,
  minutes,
  openCommand,
  post,
  staff,
  start,
  subject,
} from '../case-book.ts';

const ada = { by: staff('ada') };
const clock = { by: { kind: 'clock', id: 'watch' } } as const;
const end = (ending: Exclude<Ending, 'answered' | 'joined'>, text: string | null = 't'): Command => ({
  type: 'end',
  ending,
  text,
});
const reopen: Command = { type: 'reopen', text: null };
const owed = (book: CaseBook): string[] => owedLetters(book.opened, book.now).map(({ letter }) => keyOf(letter));

function opened(change: Parameters<typeof openCommand>[0] = {}, hold: Parameters<typeof openCommand>[1] = null) {
  const book = new CaseBook();
  book.do(openCommand(change, hold));
  return book;
}

describe('An end', () => {
  it.each([
    ['cannot-find', 'cannot-identify/1'],
    ['not-proven', 'identity-not-proven/1'],
    ['no-answer', 'no-reply/1'],
    ['withdrawn', 'withdrawal-confirmed/1'],
    ['deceased', 'deceased/1'],
    ['forwarded', 'forwarded/1'],
  ] as const)('as %s is told by %s and by no other letter', (ending, letter) => {
    const book = caseIn.identifying();
    post(book, 'acknowledgement');
    book.do({ type: 'extend', category: 'number', text: 't' });
    book.do({ type: 'owe-status' });
    book.do({
      type: 'ask',
      about: 'identity',
      why: 'sensitive-data',
      text: 't',
      doubtSince: '2026-11-20',
      suspend: true,
    });
    book.do(end(ending), ending === 'no-answer' ? clock : ada);
    expect(book.opened).toMatchObject({ stage: { kind: 'closed', ending } });
    expect(owed(book)).toEqual([letter]);
  });

  it('as no request is told to no one, whatever was recorded during the hold', () => {
    const book = caseIn.held();
    book.do({ type: 'owe-status' });
    book.do(end('not-a-request', null), ada);
    expect(owed(book)).toEqual([]);
    expect(caseIn.identifying().try(end('not-a-request'))).toBe('out-of-order');
  });

  it('without a reason is refused if the law requires one', () => {
    expect(caseIn.identifying().why(end('cannot-find', null))).toBe(
      'evidence-missing: Say why the data cannot be found, and what would help (Art. 11(2)).',
    );
    expect(opened({ rights: ['erasure'] }).why(end('carried-out', null))).toBe(
      'evidence-missing: Say what was done, and how the person was told (Art. 12(3)).',
    );
    expect(opened({ rights: ['erasure'] }).try(end('carried-out'))).toBe('case-closed');
  });

  it('as carried out by hand does not exist for a request for access, but for a complaint', () => {
    expect(caseIn.identifying().try(end('carried-out'))).toBe('out-of-order');
    expect(opened({ matter: 'complaint' }).try(end('carried-out'))).toBe('case-closed');
  });
});

describe('An unproven identity, and no reply (practice 5)', () => {
  it('end a case only while it waits for the person', () => {
    const waiting = caseIn.identifying();
    expect(waiting.try(end('not-proven'))).toBe('case-closed');
    for (const status of ['planning', 'approving-search', 'gathering', 'reviewing', 'assembled', 'delivered'] as const)
      expect(caseIn[status]().why(end('no-answer'), clock)).toBe(
        'out-of-order: The case does not wait for an answer from the person.',
      );
    // Nobody can close a case because no reply came before its days are over.
    expect(caseIn.identifying().why(end('no-answer'), ada)).toMatch(
      /^out-of-order: A case that the person does not answer/,
    );
  });

  it('end a case if all that is left needs a stronger proof', () => {
    const book = new CaseBook();
    gather(book, [
      { id: 'crm', mode: 'automatic' },
      { id: 'health', mode: 'manual', level: 'strong' },
    ]);
    commands.search(book, 'crm', 1, found);
    book.do(commands.byHand('health'), ada);
    expect(book.try(end('not-proven'))).toBe('out-of-order');
    answerRound(book);
    expect(book.try(end('not-proven'))).toBe('case-closed');
  });

  it('do not end a case in which staff still have something to do', () => {
    const book = caseIn.gathering();
    book.do(commands.answer('crm', 1, found));
    book.do({ type: 'reach-cut-off', round: 1 });
    answerRound(book);
    expect(book.try(end('no-answer'))).toBe('out-of-order');
  });

  it('do not end a held request about which nothing was asked', () => {
    expect(caseIn.held().why(end('no-answer'))).toBe(
      'out-of-order: The request is held, and no question has been sent to this sender.',
    );
    const book = opened({ rights: ['erasure'] }, 'right-handled-by-staff');
    expect(book.try(end('no-answer'), clock)).toBe('out-of-order');
    book.do({
      type: 'ask',
      about: 'identity',
      why: 'sensitive-data',
      text: 't',
      doubtSince: '2026-11-20',
      suspend: true,
    });
    expect(book.try(end('no-answer'), clock)).toBe('case-closed');
  });
});

describe('A withdrawal (practice 13)', () => {
  it('can be undone for thirty days, until the end of the last one', () => {
    const book = caseIn.gathering();
    book.do(end('withdrawn', null), { by: subject });
    expect(book.opened.common.closings).toMatchObject([{ undoUntil: '2026-12-20' }]);
    expect(book.copy().try(reopen, { at: '2026-12-20T22:59:59.999Z' })).toBe('reopened');
    expect(book.why(reopen, { at: '2026-12-20T23:00:00.000Z' })).toBe(
      'too-late-to-undo: The withdrawal could be taken back until 2026-12-20. The person can make a new request.',
    );
  });

  it('of a sender who is not matched to the request is refused', () => {
    expect(caseIn.held().why(end('withdrawn'))).toBe(
      'out-of-order: It is not decided yet that the sender is the person of this request.',
    );
  });

  it('after an answer is only a note: there is nothing to stop', () => {
    const book = caseIn.delivered();
    expect(book.try(end('withdrawn'), { by: subject })).toBe('note-added');
    expect(book.state?.stage.kind).toBe('delivered');
  });
});

describe('A case that is reopened', () => {
  it.each(['identifying', 'planning', 'approving-search', 'gathering', 'reviewing', 'assembled'] as const)(
    'from %s continues there',
    (status: Status) => {
      const book = caseIn[status]();
      const before = book.opened;
      book.do(end('deceased'), ada);
      book.do({ type: 'note', text: 'n' }, ada);
      book.do({ type: 'set-legal-hold', text: 't' }, ada);
      book.do(reopen, ada);
      const { common, stage } = book.opened;
      const { closings, reopenings, legalHold, warned, seen, seq, ...after } = common;
      expect({ closings: closings.length, reopenings, legalHold, warned }).toEqual({
        closings: 1,
        reopenings: 1,
        legalHold: true,
        warned: [],
      });
      expect({ common: { ...before.common, ...after }, stage }).toEqual(before);
      expect([seen.size, seq]).toEqual([before.common.seen.size + 4, before.common.seq + 4]);
      expect(owed(book)).toContain('reopened/1');
      expect(owed(book)).not.toContain('deceased/1');
    },
  );

  it('may end again, in another way, with the letter about that end', () => {
    const book = caseIn.identifying();
    book.do(end('not-proven'), ada);
    post(book, 'identity-not-proven/1');
    book.do(reopen, { by: subject });
    identify(book);
    book.do(end('cannot-find'), ada);
    expect(owed(book)).toEqual(['acknowledgement', 'cannot-identify/2', 'reopened/1']);
  });

  it('is never one that was answered, carried out, joined or forwarded, or whose material is erased', () => {
    expect(caseIn.closed().try(reopen)).toBe('out-of-order');
    const carriedOut = opened({ rights: ['erasure'] });
    carriedOut.do(end('carried-out'));
    const joined = caseIn.identifying();
    joined.do({ type: 'join', into: 'other', intoReceivedAt: start });
    const forwarded = caseIn.identifying();
    forwarded.do(end('forwarded'));
    for (const book of [carriedOut, joined, forwarded]) expect(book.try(reopen)).toBe('out-of-order');
    const purged = caseIn.identifying();
    purged.do(end('not-proven'));
    purged.do({ type: 'purge-material' });
    expect(purged.why(reopen)).toBe('not-available: The material of this case is erased: open a new case.');
  });
});

describe('A duplicate', () => {
  const join = (intoReceivedAt: string, into = 'other'): Command => ({ type: 'join', into, intoReceivedAt });

  it('joins the earlier request, so that no date becomes later', () => {
    expect(caseIn.gathering().why(join(minutes(1)))).toBe(
      'wrong-date: Only the later request can be joined to the earlier one, so that no legal date becomes later.',
    );
    const book = caseIn.gathering();
    expect(book.try(join(start), ada)).toBe('case-closed');
    expect(book.opened.common.closings).toMatchObject([{ ending: 'joined', into: 'other' }]);
    expect(owed(book)).toContain('joined/1');
  });

  it('never joins itself, and not after an answer', () => {
    const book = caseIn.gathering();
    expect(book.try(join(start, book.caseId))).toBe('out-of-order');
    expect(caseIn.delivered().try(join(start))).toBe('out-of-order');
  });
});

describe('A marketing stop and a withdrawn consent (practice 7)', () => {
  const stop = (right: 'objection' | 'consent-withdrawal' | 'erasure', entered = true): Command => ({
    type: 'stop-processing',
    right,
    text: entered ? 'entered' : 'noted',
    entered,
  });

  it('are carried out at once, without a proof and even during a hold, once', () => {
    const book = opened({ rights: ['objection', 'consent-withdrawal'] }, 'sender-not-authenticated');
    expect(book.try(stop('objection'), ada)).toBe('right-carried-out');
    expect(book.try(stop('objection'), ada)).toBe('nothing');
    expect(book.try(stop('consent-withdrawal'), ada)).toBe('right-carried-out case-closed');
    expect(book.opened.common.proofs).toEqual([]);
    expect(owed(book)).toEqual(['marketing-stop/1', 'consent-withdrawal/1']);
  });

  it('that are noted and not yet entered in any system leave the case open, and the person is told of both', () => {
    const book = opened({ rights: ['objection', 'consent-withdrawal'] }, 'right-handled-by-staff');
    for (const right of ['objection', 'consent-withdrawal'] as const) {
      expect(book.try(stop(right, false), ada)).toBe('stop-recorded');
      expect(book.try(stop(right, false), ada)).toBe('nothing');
    }
    expect(book.opened).toMatchObject({ common: { carriedOut: [] }, stage: { kind: 'held' } });
    expect(post(book, 'marketing-stop/1')).toBe('letter-sent');
    book.now = minutes(60);
    expect(book.try(stop('objection'), ada)).toBe('right-carried-out');
    expect(book.state?.stage.kind).toBe('held');
    expect(book.try(stop('consent-withdrawal'), ada)).toBe('right-carried-out case-closed');
    // The letter about the consent had not been sent when it was entered, so that letter tells both.
    expect(owed(book)).toEqual(['acknowledgement', 'consent-withdrawal/1', 'marketing-stop/2']);
    expect(stopOf(book.opened, { kind: 'marketing-stop', n: 1 })).toMatchObject({ text: 'noted', recordedAt: start });
    expect(stopOf(book.opened, { kind: 'marketing-stop', n: 2 })).toMatchObject({ text: 'entered', recordedAt: start });
    expect(stopOf(book.opened, { kind: 'consent-withdrawal', n: 1 })).toMatchObject({
      text: 'entered',
      recordedAt: start,
    });
    expect(stopOf(opened({}).opened, { kind: 'marketing-stop', n: 1 })).toBeUndefined();
  });

  it('leave the rest of the request, and end the case once the rest was split off', () => {
    const book = opened({ rights: ['access', 'objection'] });
    expect(book.try(stop('objection'))).toBe('right-carried-out');
    expect(book.state?.stage.kind).toBe('identifying');
    const rest = opened({ rights: ['objection', 'erasure'] });
    rest.do({ type: 'split', matter: 'request', rights: ['erasure'], case: 'other' });
    expect(rest.try(stop('objection'))).toBe('right-carried-out case-closed');
  });

  it('do not make anything else possible without a proof', () => {
    expect(opened({ rights: ['erasure'] }).why(stop('erasure'))).toBe(
      'wrong-ground: Only marketing, and processing that rests on consent, can be stopped without a proof of identity.',
    );
    expect(caseIn.identifying().try(stop('objection'))).toBe('out-of-order');
  });
});

describe('A system that staff mark as not searchable', () => {
  it('is told as failed, and a later result is told as well', () => {
    const book = new CaseBook();
    gather(book);
    commands.search(book, 'crm', 1, found);
    commands.search(book, 'shop', 1, found);
    book.do(commands.byHand('binder', failed), ada);
    book.do({ type: 'give-up-system', system: 'binder', text: 't' }, ada);
    expect(book.try({ type: 'give-up-system', system: 'binder', text: 't' }, ada)).toBe('nothing');
    // Another system keeps the case open.
    book.do({ type: 'retry-system', system: 'binder' }, ada);
    book.do(commands.byHand('binder', failed), ada);
    book.do({ type: 'give-up-system', system: 'binder', text: 't' }, ada);
    expect(answerRound(book)).toMatchObject({ stage: { kind: 'delivered' } });
  });

  it('and told as failed while other systems are pending, is delivered again when staff try again', () => {
    const book = caseIn.gathering();
    book.do(commands.answer('crm', 1, found));
    book.do(commands.byHand('binder', failed), ada);
    book.do({ type: 'give-up-system', system: 'binder', text: 't' }, ada);
    book.do({ type: 'reach-cut-off', round: 1 });
    answerRound(book);
    book.do({ type: 'retry-system', system: 'binder' }, ada);
    expect(book.opened).toMatchObject({
      stage: { search: { systems: [{ deliveredIn: 1 }, { id: 'shop' }, { deliveredIn: null }] } },
    });
    expect(book.try(commands.byHand('binder', found), ada)).toBe('result-sealed system-answered');
  });
});
