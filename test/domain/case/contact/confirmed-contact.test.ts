// An answer is given only to a contact point that was itself proven.
import { describe, expect, it } from 'vitest';
import type { Command } from '#domain/case/command.ts';
import { isConfirmed, knownAgain } from '#domain/case/contact/confirmed-contact.ts';
import { keyGeneration } from '#domain/case/contact/contact-history.ts';
import { needsConfirming } from '#domain/case/answer/availability.ts';
import { owedLetters } from '#domain/case/letters/letters.ts';
import { contactAt } from '#domain/case/state.ts';
import {
  byTwo,
  answerRound,
  CaseBook,
  caseIn,
  commands,
  downloadCode,
  found,
  identify,
  latestChallenge,
  minutes,
  openCommand,
  planSearch,
  post,
  postal,
  ref,
  staff,
  subject,
} from '../case-book.ts';

const ada = { by: staff('ada') };
const asked = { by: subject };
const typed = ref('asa.berg@example.org');
const number = ref('number', 'personnummer');
const day = 24 * 60;
const eId: Command = { type: 'prove-with', method: 'e-id', identifier: number };
const login = (identifier = ref('10', 'customerNumber')): Command => ({
  type: 'prove-with',
  method: 'login',
  identifier,
});
const passport = (identifier = typed): Command => ({
  type: 'prove-with',
  method: 'document-check',
  identifier,
  text: 'text-1',
});
const change = (to = ref('new@example.org'), oldIsLost = false): Command => ({ type: 'change-contact', to, oldIsLost });

/** A case in which everything was found and delivered, and whose identity was first proven as the command says. */
function answered(proof: Command, by = asked): CaseBook {
  const book = new CaseBook();
  book.do(openCommand());
  book.do(proof, by);
  return deliver(book);
}

function deliver(book: CaseBook): CaseBook {
  book.do(planSearch([{ id: 'crm', mode: 'automatic' }]));
  book.do({ type: 'approve-search' });
  commands.search(book, 'crm', 1, found);
  answerRound(book, 1, ['crm']);
  return book;
}

const wantsCode = (book: CaseBook): string => book.try({ type: 'issue-code', purpose: 'download' }, asked);

function confirmCode(book: CaseBook): string {
  book.do({ type: 'issue-code', purpose: 'contact' }, asked);
  book.do({ type: 'count-try', purpose: 'contact' }, asked);
  return latestChallenge(book);
}

describe('The code for an answer', () => {
  it.each([
    ['an e-ID', eId, asked],
    ['a login that knows another identifier', login(), asked],
    ['a passport that staff looked at', passport(number), ada],
    ['a passport, where nothing but the address was stated', passport(), ada],
  ] as const)('is not sent to an address that was only typed, when %s was the first proof', (_, proof, by) => {
    const book = answered(proof, by);
    expect(needsConfirming(book.opened, book.now)).toBe(true);
    expect(book.why({ type: 'issue-code', purpose: 'download' }, asked)).toMatch(
      /^contact-not-confirmed: .*\(Art\. 32\).*Sign in again/,
    );
    // Also after the end of the case: the answer can still be downloaded.
    book.do({ type: 'close' });
    expect(wantsCode(book)).toBe('contact-not-confirmed');
    byTwo(book, { type: 'confirm-contact', text: 'text-2' });
    expect(wantsCode(book)).toBe('code-issued');
  });

  it('is not sent to an address whose code somebody entered before staff identified the person: it may have been a stranger', () => {
    const book = new CaseBook();
    book.do(openCommand());
    identify(book);
    deliver(book);
    expect(wantsCode(book)).toBe('code-issued');
    book.do({ type: 'count-try', purpose: 'download' }, asked);
    const challenge = latestChallenge(book);
    book.do(passport(number), ada);
    // Nor does a code that was already sent give the answer.
    expect(book.try({ type: 'grant-download', challenge, round: 1 }, asked)).toBe('contact-not-confirmed');
    expect(wantsCode(book)).toBe('contact-not-confirmed');
    // A login by the owner of the address does not help; the e-ID of the identified person does.
    expect(knownAgain(book.opened).map(({ kind }) => kind)).toEqual(['personnummer']);
    byTwo(book, { type: 'confirm-contact', text: 'text-2' });
    expect(wantsCode(book)).toBe('code-issued');
  });

  it('is not sent there after a decision of two people either: they decided on the person, not on the address', () => {
    const book = new CaseBook();
    book.do(openCommand());
    book.do({ type: 'override-proof', text: 'text-1' }, ada);
    book.do({ type: 'approve-proposal', proposal: 'proposal-1' }, { by: staff('bo') });
    expect(wantsCode(deliver(book))).toBe('contact-not-confirmed');
  });

  it('is sent as usual if a code to the same address was the first proof, or a login that vouches for it', () => {
    const byCode = caseIn.delivered();
    expect(needsConfirming(byCode.opened, byCode.now)).toBe(false);
    expect(byCode.try({ type: 'grant-download', challenge: downloadCode(byCode), round: 1 }, asked)).toBe(
      'download-granted',
    );
    expect(wantsCode(answered(login(typed)))).toBe('code-issued');
  });

  it('is sent by post to an address to which staff have posted before: a postal address needs no such confirmation', () => {
    const book = answered(passport(number), ada);
    const to = postal('Storgatan 1');
    byTwo(book, { type: 'move-to-post', to, reason: 'wish', registered: true });
    expect(wantsCode(book)).toBe('code-issued');
  });

  it('that was sent before this rule existed gives no answer, if it was sent to an unproven address', () => {
    const book = answered(login(typed));
    const challenge = downloadCode(book);
    // The same case, proven by an e-ID, in a log of an earlier version.
    const proofs = book.opened.common.proofs.map((proof) => ({
      ...proof,
      method: 'e-id' as const,
      identifier: number,
    }));
    book.state = { ...book.opened, common: { ...book.opened.common, proofs } };
    expect(book.try({ type: 'grant-download', challenge, round: 1 }, asked)).toBe('contact-not-confirmed');
  });

  it('is not sent because of a later login: somebody with the link may have an account as well', () => {
    const book = new CaseBook();
    book.do(openCommand());
    book.do(passport(), ada);
    book.do(login(typed), asked);
    expect(wantsCode(deliver(book))).toBe('contact-not-confirmed');
  });
});

describe('A contact address is confirmed', () => {
  it('by its code if somebody enters it who has just signed in, and not by somebody who only has the link', () => {
    const book = answered(eId);
    const challenge = confirmCode(book);
    expect(book.why({ type: 'enter-contact-code', challenge, signedIn: false }, asked)).toMatch(
      /^stronger-proof-needed: .*sign in again/,
    );
    expect(wantsCode(book)).toBe('contact-not-confirmed');
    book.do({ type: 'enter-contact-code', challenge, signedIn: true }, asked);
    expect(needsConfirming(book.opened, book.now)).toBe(false);
    expect(book.try({ type: 'grant-download', challenge: downloadCode(book), round: 1 }, asked)).toBe(
      'download-granted',
    );
    expect(book.try({ type: 'enter-contact-code', challenge, signedIn: true }, asked)).toBe('code-used');
  });

  it('by a code that was entered in time, in at most five tries', () => {
    const book = answered(eId);
    book.do({ type: 'issue-code', purpose: 'contact' }, asked);
    const challenge = latestChallenge(book);
    expect(book.try({ type: 'enter-contact-code', challenge, signedIn: true }, asked)).toBe('no-code');
    for (let tries = 0; tries < 5; tries += 1) book.do({ type: 'count-try', purpose: 'contact' }, asked);
    expect(book.try({ type: 'count-try', purpose: 'contact' }, asked)).toBe('too-many-tries');
    const late = { by: subject, at: minutes(10, book.now) };
    expect(book.try({ type: 'enter-contact-code', challenge, signedIn: true }, late)).toBe('code-expired');
  });

  it('by staff who say how they confirmed it, once, and never before the identity is proven', () => {
    expect(caseIn.identifying().try({ type: 'confirm-contact', text: 't' }, ada)).toBe('out-of-order');
    const book = answered(passport(number), ada);
    expect(book.try({ type: 'confirm-contact', text: 't' }, ada)).toBe('decision-proposed');
    expect(book.try({ type: 'approve-proposal', proposal: 'proposal-1' }, { by: staff('bo') })).toBe(
      'decision-approved contact-confirmed',
    );
    expect(book.try({ type: 'confirm-contact', text: 't' }, ada)).toBe('nothing');
  });

  it('with a code in a letter that is sent to that address and to nobody else', () => {
    const book = answered(eId);
    book.do({ type: 'issue-code', purpose: 'contact' }, asked);
    const letter = { kind: 'one-time-code', of: latestChallenge(book) };
    expect(owedLetters(book.opened, book.now)).toContainEqual({ letter, to: 'code-target' });
  });

  it('and then no further code is sent', () => {
    const book = caseIn.planning();
    expect(book.try({ type: 'issue-code', purpose: 'contact' }, asked)).toBe('out-of-order');
    expect(caseIn.identifying().try({ type: 'issue-code', purpose: 'contact' }, asked)).toBe('out-of-order');
  });
});

describe('A new address', () => {
  it('to which staff changed at once gets letters, and no code for an answer before it is confirmed', () => {
    const book = answered(login(typed));
    book.do(passport(number), ada);
    byTwo(book, change(undefined, true));
    expect(contactAt(book.opened.common, book.now)).toEqual(ref('new@example.org'));
    expect(wantsCode(book)).toBe('contact-not-confirmed');
    byTwo(book, { type: 'confirm-contact', text: 't' });
    expect(wantsCode(book)).toBe('code-issued');
  });

  it('that was shown only by its code gets letters, and is confirmed only by a sign-in', () => {
    const [byLink, signedIn] = [answered(login(typed)), answered(login(typed))];
    for (const book of [byLink, signedIn]) {
      book.do(change(), asked);
      const challenge = confirmCode(book);
      book.do({ type: 'enter-contact-code', challenge, signedIn: book === signedIn }, asked);
      book.now = minutes(8 * day, book.now);
      expect(contactAt(book.opened.common, book.now)).toEqual(ref('new@example.org'));
    }
    expect(wantsCode(byLink)).toBe('contact-not-confirmed');
    expect(wantsCode(signedIn)).toBe('code-issued');
  });

  it('can be set after the end of a case with an answer, by the person with a code that is mailed to it', () => {
    const book = answered(eId);
    book.do({ type: 'close' });
    expect(book.try(change(), asked)).toBe('contact-changed contact-code-awaited');
    byTwo(book, change());
    expect(contactAt(book.opened.common, book.now)).toEqual(ref('new@example.org'));
    expect(wantsCode(book)).toBe('contact-not-confirmed');
    byTwo(book, { type: 'confirm-contact', text: 't' });
    expect(wantsCode(book)).toBe('code-issued');
    expect(book.try(change(typed), ada)).toBe('decision-proposed');
  });

  it('stays confirmed if the person changes back to it', () => {
    const book = answered(login(typed));
    book.do(passport(), ada);
    byTwo(book, change(undefined, true));
    byTwo(book, change(typed, true));
    expect(isConfirmed(book.opened.common, contactAt(book.opened.common, book.now))).toBe(true);
  });
});

describe('At a sign-in', () => {
  const hashes = (book: CaseBook): string[] => knownAgain(book.opened).map(({ hash }) => hash);

  it('the person is recognised by what was proven', () => {
    expect(hashes(answered(eId))).toEqual([number.hash]);
    expect(hashes(answered(passport(number), ada))).toEqual([number.hash]);
    expect(hashes(caseIn.delivered())).toEqual([typed.hash]);
  });

  it('nobody is recognised by the address that is to be confirmed, nor by an unproven one', () => {
    const book = answered(passport(), ada);
    expect(hashes(book)).toEqual([]);
    // Somebody who has the link and an account with that address has no tie to any evidence in the case.
    book.do(login(typed), asked);
    expect(hashes(book)).toEqual([]);
    byTwo(book, change(undefined, true));
    expect(hashes(book)).toEqual([]);
  });
});

describe('The key in the links', () => {
  const of = (book: CaseBook, after = 0): number => keyGeneration(book.opened.common, minutes(after, book.now));

  it('stays while a change waits, and is a new one once the change takes effect', () => {
    const book = caseIn.planning();
    expect(of(book)).toBe(0);
    book.do(change(), asked);
    expect(of(book, 30 * day)).toBe(0);
    book.do({ type: 'enter-contact-code', challenge: confirmCode(book), signedIn: false }, asked);
    expect([of(book), of(book, 7 * day - 1), of(book, 7 * day)]).toEqual([0, 0, 1]);
  });

  it('stays if a change was cancelled', () => {
    const book = caseIn.planning();
    byTwo(book, change());
    book.do(change(typed), asked);
    expect(of(book, 30 * day)).toBe(0);
  });

  it('never becomes an earlier one again', () => {
    const book = caseIn.planning();
    book.do(passport(number), ada);
    const seen = [of(book)];
    const move = (where: string): Command => ({
      type: 'move-to-post',
      to: postal(where),
      reason: 'wish',
      registered: true,
    });
    for (const command of [change(undefined, true), move('A'), change(typed, true), move('B')]) {
      book.now = minutes(1, book.now);
      byTwo(book, command);
      seen.push(of(book));
    }
    expect(seen).toEqual([0, 1, 2, 3, 4]);
  });

  it('stays if a letter is to prove an address: the person continues with the mailbox', () => {
    const book = caseIn.planning();
    byTwo(book, { type: 'move-to-post', to: postal('A'), reason: 'proof', registered: true });
    expect(of(book)).toBe(0);
  });

  it('is sent to the new address automatically, once', () => {
    const book = caseIn.planning();
    expect(post(book, 'acknowledgement')).toBe('letter-sent');
    byTwo(book, change());
    const owed = (after: number): unknown[] =>
      owedLetters(book.opened, minutes(after, book.now)).filter(({ letter: { kind } }) => kind === 'new-link');
    expect(owed(7 * day - 1)).toEqual([]);
    expect(owed(7 * day)).toEqual([{ letter: { kind: 'new-link', n: 1 }, to: 'person' }]);
    book.now = minutes(7 * day, book.now);
    expect(post(book, 'new-link/1')).toBe('letter-sent');
    expect(owed(1)).toEqual([]);
  });
});
