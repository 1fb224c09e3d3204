// A one-time code by SMS to a number that the person stated: what it proves, and where the code for the answer is sent
// then.
import { describe, expect, it } from 'vitest';
import type { Command } from '#domain/case/command.ts';
import { downloadWay } from '#domain/case/identity/code-way.ts';
import { channelOf, owedLetters } from '#domain/case/letters/letters.ts';
import {
  answerRound,
  CaseBook,
  caseIn,
  commands,
  downloadCode,
  found,
  latestChallenge,
  minutes,
  openCommand,
  planSearch,
  postal,
  ref,
  staff,
  subject,
} from '../case-book.ts';

const phone = ref('+46701740610', 'phone');
const email = ref('asa.berg@example.org');
const bySms: Command = { type: 'issue-code', purpose: 'identity', number: phone };
const byMail: Command = { type: 'issue-code', purpose: 'identity' };
const forAnswer: Command = { type: 'issue-code', purpose: 'download' };
const mark = (circumstance: 'shared-mailbox' | 'shared-phone', present = true): Command => ({
  type: 'mark-circumstance',
  circumstance,
  present,
});
const shared =
  'stronger-proof-needed: Several people use this telephone, so a code that is sent there does not prove identity.';

function opened(): CaseBook {
  const book = new CaseBook();
  book.do(openCommand());
  return book;
}

/** Enters the code that was sent last. */
function enter(book: CaseBook): void {
  book.do({ type: 'count-try', purpose: 'identity' }, { by: subject });
  book.do({ type: 'prove-identity', challenge: latestChallenge(book) }, { by: subject });
}

function proven(): CaseBook {
  const book = opened();
  book.do(bySms, { by: subject });
  enter(book);
  return book;
}

/** The identity was proven by SMS, and an answer can be downloaded. */
function delivered(): CaseBook {
  const book = proven();
  book.do(planSearch([{ id: 'crm', mode: 'automatic' }]));
  book.do({ type: 'approve-search' }, { by: staff('ada') });
  commands.search(book, 'crm', 1, found);
  answerRound(book, 1, ['crm']);
  return book;
}

const latest = (book: CaseBook) => book.opened.common.challenges.at(-1);
const channels = (book: CaseBook) =>
  owedLetters(book.opened, book.now)
    .filter(({ letter: { kind } }) => kind === 'one-time-code')
    .map((owed) => channelOf(book.opened, owed, book.now));

describe('A code by SMS', () => {
  it('is sent to the stated number and is valid for ten minutes, and no letter with it is posted or mailed', () => {
    const book = opened();
    book.do(bySms, { by: subject });
    expect(latest(book)).toMatchObject({ via: 'sms', to: phone, registered: false, expiresAt: minutes(10) });
    expect(channels(book)).toEqual([{ by: 'sms', to: phone }]);
  });

  it('proves the number, with the level of a contact point, and replaces the mailed code', () => {
    const book = opened();
    book.do(byMail);
    const mailed = latestChallenge(book);
    book.do(bySms, { by: subject });
    book.do({ type: 'count-try', purpose: 'identity' }, { by: subject });
    expect(book.try({ type: 'prove-identity', challenge: mailed })).toBe('no-code');
    enter(book);
    expect(book.opened).toMatchObject({
      stage: {
        kind: 'planning',
        search: { level: 'contact-point', identity: { method: 'sms-code', identifier: phone, level: 'contact-point' } },
      },
    });
  });

  it('is not replaced by the code that is mailed automatically a moment later', () => {
    const book = opened();
    book.do(bySms, { by: subject });
    expect(book.try(byMail)).toBe('nothing');
    enter(book);
    expect(book.opened.common.proofs).toMatchObject([{ method: 'sms-code' }]);
    // A person who requests a mail gets one.
    const other = opened();
    other.do(bySms, { by: subject });
    expect(other.try(byMail, { by: subject })).toBe('code-issued');
  });

  it('is still valid after letters were moved to another place: the number is the stated one', () => {
    const book = opened();
    book.do(bySms, { by: subject });
    book.do({ type: 'move-to-post', to: postal('Storgatan 1'), reason: 'wish', registered: true });
    expect(channels(book)).toEqual([{ by: 'sms', to: phone }]);
    enter(book);
    expect(book.opened.common.proofs).toMatchObject([{ method: 'sms-code' }]);
  });

  it('is not sent to a number that the person did not state, nor to something that is no number', () => {
    expect(opened().try({ ...bySms, number: ref('+46701740634', 'phone') })).toBe('unknown-identifier');
    expect(opened().try({ ...bySms, number: email })).toBe('unknown-identifier');
  });

  it('counts together with the mailed ones: five a day at the request of the person', () => {
    const book = opened();
    for (const one of [byMail, bySms, byMail, bySms, bySms]) book.do(one, { by: subject });
    expect(book.try(bySms, { by: subject })).toBe('too-many-codes');
    expect(book.try(byMail, { by: subject })).toBe('too-many-codes');
  });

  it('can be tried five times', () => {
    const book = opened();
    book.do(bySms);
    for (let count = 0; count < 5; count += 1) book.do({ type: 'count-try', purpose: 'identity' });
    expect(book.try({ type: 'count-try', purpose: 'identity' })).toBe('too-many-tries');
  });

  it('can only be the first proof: later it is neither sent nor accepted', () => {
    expect(caseIn.planning().try(bySms)).toBe('already-verified');
    expect(caseIn.delivered().try(bySms)).toBe('already-verified');
    expect(caseIn.held().try(bySms)).toBe('out-of-order');
    // A case that accepts a code by letter accepts none by SMS.
    const book = opened();
    book.do(bySms, { by: subject });
    book.do({ type: 'count-try', purpose: 'identity' });
    const sent = latestChallenge(book);
    book.do({ type: 'prove-with', method: 'login', identifier: ref('10', 'customerNumber') });
    book.do(planSearch([{ id: 'crm', mode: 'automatic', level: 'strong' }]));
    book.do({ type: 'approve-search' }, { by: staff('ada') });
    commands.search(book, 'crm', 1, found);
    book.do({ type: 'move-to-post', to: postal('Storgatan 1'), reason: 'proof', registered: true });
    expect(book.try({ type: 'prove-identity', challenge: sent })).toBe('out-of-order');
    expect(book.try(bySms)).toBe('out-of-order');
  });
});

describe('A telephone that several people use (practice 14)', () => {
  it('gets no code, and a code proves nobody’s identity', () => {
    const book = opened();
    book.do(bySms);
    book.do({ type: 'count-try', purpose: 'identity' });
    book.do(mark('shared-phone'), { by: staff('ada') });
    expect(book.why({ type: 'prove-identity', challenge: latestChallenge(book) })).toBe(shared);
    expect(book.why(bySms)).toBe(shared);
    book.do(mark('shared-phone', false));
    expect(book.try({ type: 'prove-identity', challenge: latestChallenge(book) })).toBe('identity-proven');
  });

  it('gives no answer, whenever staff learn of it, and the code is not sent to the address instead', () => {
    const book = delivered();
    book.do(mark('shared-phone'), { by: staff('ada') });
    expect(book.why({ type: 'grant-download', challenge: downloadCode(book), round: 1 })).toBe(shared);
    expect(latest(book)).toMatchObject({ via: 'sms', to: phone });
  });

  it('makes no difference if only the mailbox is shared: the code for the answer is sent to the number', () => {
    const book = opened();
    book.do(mark('shared-mailbox'), { by: staff('ada') });
    book.do(bySms, { by: subject });
    enter(book);
    expect(book.opened.common.proofs).toMatchObject([{ method: 'sms-code' }]);
    const answered = delivered();
    answered.do(mark('shared-mailbox'), { by: staff('ada') });
    expect(answered.try({ type: 'grant-download', challenge: downloadCode(answered), round: 1 })).toBe(
      'download-granted',
    );
  });
});

describe('The code for the answer', () => {
  it('is sent to the number that was proven, never to an unproven address', () => {
    const book = delivered();
    book.do(forAnswer, { by: subject });
    expect(latest(book)).toMatchObject({ purpose: 'download', via: 'sms', to: phone });
    expect(channels(book)).toEqual([{ by: 'sms', to: phone }]);
  });

  it('does not follow a new address, or a postal address that only the person states', () => {
    const book = delivered();
    book.do({ type: 'change-contact', to: ref('new@example.org'), oldIsLost: false }, { by: subject });
    book.now = minutes(7 * 24 * 60, book.now);
    expect(downloadWay(book.opened, book.now)).toEqual({ via: 'sms', to: phone });
    const posted = delivered();
    posted.do({ type: 'move-to-post', to: postal('Storgatan 1'), reason: 'wish', registered: false });
    posted.now = minutes(7 * 24 * 60, posted.now);
    expect(downloadWay(posted.opened, posted.now)).toEqual({ via: 'sms', to: phone });
  });

  it('is sent by letter if staff have read the address in the population register', () => {
    const book = delivered();
    book.do({ type: 'move-to-post', to: postal('Storgatan 1'), reason: 'wish', registered: true });
    book.do(forAnswer, { by: subject });
    expect(latest(book)).toMatchObject({ via: 'post', to: postal('Storgatan 1') });
    expect(channels(book)).toEqual([{ by: 'post', to: postal('Storgatan 1') }]);
  });

  it('is not sent to somebody who proves to own the mistyped address', () => {
    const book = delivered();
    book.do({ type: 'prove-with', method: 'login', identifier: email }, { by: subject });
    expect(downloadWay(book.opened, book.now)).toEqual({ via: 'sms', to: phone });
  });

  it('is sent to the address if that was proven', () => {
    const book = caseIn.delivered();
    expect(downloadWay(book.opened, book.now)).toEqual({ via: 'email', to: email });
  });
});
