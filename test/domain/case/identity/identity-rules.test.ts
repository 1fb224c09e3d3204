import { describe, expect, it } from 'vitest';
import type { Command } from '#domain/case/command.ts';
import { isBlocked, outcomeOf } from '#domain/case/search/outcome.ts';
import { owedLetters } from '#domain/case/letters/letters.ts';
import { searchOf, contactAt } from '#domain/case/state.ts';
import { levels, suffices } from '#domain/case/vocabulary.ts';
import { nextStep } from '#domain/case/waits.ts';
import {
  byTwo,
  answerRound,
  CaseBook,
  caseIn,
  commands,
  downloadCode,
  found,
  gather,
  identify,
  latestChallenge,
  minutes,
  nothing,
  openCommand,
  post,
  postal,
  ref,
  rules,
  staff,
  start,
  subject,
  letterNamed,
} from '../case-book.ts';

const number = ref('number', 'personnummer');
const eId: Command = { type: 'prove-with', method: 'e-id', identifier: number };
const login: Command = { type: 'prove-with', method: 'login', identifier: ref('10', 'customerNumber') };
const day = 24 * 60;
const mark = (circumstance: 'shared-mailbox' | 'protected-identity', present = true): Command => ({
  type: 'mark-circumstance',
  circumstance,
  present,
});
const passport: Command = { type: 'prove-with', method: 'document-check', identifier: number, text: 't' };
const toPost = (registered = true): Command => ({
  type: 'move-to-post',
  to: postal('Storgatan 1'),
  reason: 'wish',
  registered,
});

/** The code of a new contact point, entered by somebody who only has the link. */
function enterCode(book: CaseBook, signedIn = false): void {
  book.do({ type: 'issue-code', purpose: 'contact' }, { by: subject });
  book.do({ type: 'count-try', purpose: 'contact' }, { by: subject });
  book.do({ type: 'enter-contact-code', challenge: latestChallenge(book), signedIn }, { by: subject });
}

describe('A proof of identity', () => {
  it.each([
    ['login', 'account'],
    ['e-id', 'strong'],
    ['document-check', 'strong'],
  ] as const)('by %s has the level %s', (method, level) => {
    const book = caseIn.identifying();
    const text = method === 'document-check' ? { text: 'text-1' } : {};
    book.do({ type: 'prove-with', method, identifier: number, ...text }, { by: subject });
    expect(book.opened).toMatchObject({
      common: { proofs: [{ method, level }] },
      stage: { kind: 'planning', search: { level } },
    });
  });

  it('by a code proves the contact point and nothing more', () => {
    expect(caseIn.planning().opened).toMatchObject({
      common: { proofs: [{ method: 'email-code', identifier: ref('asa.berg@example.org') }] },
      stage: { search: { level: 'contact-point' } },
    });
  });

  it('by a letter is strong only if the address is from the population register', () => {
    for (const [registered, method, level] of [
      [true, 'letter-code', 'strong'],
      [false, 'letter-code', 'contact-point'],
    ] as const) {
      const book = new CaseBook();
      book.do(openCommand());
      book.do(toPost(registered));
      // An address that only the person states gets letters after the waiting days.
      book.now = minutes(7 * day);
      identify(book);
      expect(book.opened).toMatchObject({
        common: { proofs: [{ method }], challenges: [{ via: 'post' }] },
        stage: { search: { level } },
      });
    }
  });

  it('by a letter is possible for thirty days, by a mail for ten minutes', () => {
    const book = new CaseBook();
    book.do(openCommand());
    book.do(toPost());
    book.do({ type: 'issue-code', purpose: 'identity' });
    expect(book.opened.common.challenges[0]?.expiresAt).toBe(minutes(30 * day));
  });

  it('of a document says which document was shown; no other proof accepts a text', () => {
    const document: Command = { type: 'prove-with', method: 'document-check', identifier: number };
    expect(caseIn.identifying().try(document)).toBe('evidence-missing');
    expect(caseIn.identifying().try({ ...eId, text: 't' })).toBe('evidence-missing');
  });

  it('is accepted in a held request only if staff carry it out, and is not requested again after the hold', () => {
    expect(caseIn.held().try(eId)).toBe('out-of-order');
    const book = new CaseBook();
    book.do(openCommand({}, 'right-handled-by-staff'));
    book.do(login, { by: subject });
    book.do(eId, { by: subject });
    expect(book.state?.stage.kind).toBe('held');
    book.do({ type: 'lift-hold' }, { by: staff('ada') });
    expect(book.opened).toMatchObject({
      stage: { kind: 'planning', search: { level: 'account', identity: { method: 'login' } } },
    });
    expect(book.try({ type: 'issue-code', purpose: 'identity' })).toBe('already-verified');
  });

  it('of one level is enough for that level and those below', () => {
    expect(levels.map((proven) => levels.map((needed) => suffices(proven, needed)))).toEqual([
      [true, false, false],
      [true, true, false],
      [true, true, true],
    ]);
  });
});

describe('What needs a stronger proof', () => {
  function searched(): CaseBook {
    const book = new CaseBook();
    gather(book, [
      { id: 'crm', mode: 'automatic' },
      { id: 'health', mode: 'manual', level: 'strong', special: true },
    ]);
    commands.search(book, 'crm', 1, found);
    book.do(commands.byHand('health'), { by: staff('ada') });
    return book;
  }
  const health = (book: CaseBook) => {
    const search = searchOf(book.state);
    const system = search?.systems.find(({ id }) => id === 'health');
    if (search === undefined || system === undefined) throw new Error('not searched');
    return { system, blocked: isBlocked(system, search), ...outcomeOf(system, search) };
  };

  it('is pending and waits for it, and the rest continues without it [003-21]', () => {
    const book = searched();
    expect(health(book)).toMatchObject({ blocked: true, outcome: 'pending', reason: 'stronger-proof' });
    expect(nextStep(book.state)).toBe('screen');
    answerRound(book, 1, ['crm']);
    expect(book.state).toMatchObject({ stage: { kind: 'gathering', search: { round: 2 } } });
    expect(health(book).system.deliveredIn).toBeNull();
  });

  it('cannot be part of an assembly, and neither can a system outside of the plan [003-21]', () => {
    const book = searched();
    book.do(commands.screen());
    // Special categories that are not shown yet still require a second person: they were found.
    book.do(commands.release(), { by: staff('ada') });
    book.do(commands.release(), { by: staff('bo') });
    book.do({ type: 'start-assembly', round: 1 });
    expect(book.why(commands.assembled(1, ['crm', 'health']))).toBe(
      'stronger-proof-needed: The answer holds data that need a stronger proof of identity.',
    );
    expect(book.try(commands.assembled(1, ['crm', 'other']))).toBe('unknown-system');
    // Proven after the screening, so it is not in what was shown, and waits for the next answer.
    book.do(eId, { by: subject });
    expect(book.try(commands.assembled(1, ['crm', 'health']))).toBe('stronger-proof-needed');
    expect(book.try(commands.assembled(1, ['crm']))).toBe('assembled');
  });

  it('is delivered in a supplement once the proof exists', () => {
    const book = searched();
    answerRound(book, 1, ['crm']);
    expect(book.try(login, { by: subject })).toBe('identity-proven');
    expect(health(book).blocked).toBe(true);
    // An e-ID with a number that none of the person's records contains gives access to nothing.
    book.do(eId, { by: subject });
    expect(health(book).blocked).toBe(true);
    book.do(passport, { by: staff('ada') });
    expect(health(book)).toMatchObject({ blocked: false, outcome: 'found' });
  });

  it('is requested only if something was found', () => {
    const book = new CaseBook();
    gather(book, [{ id: 'health', mode: 'manual', level: 'strong', special: true }]);
    book.do(commands.byHand('health', nothing));
    expect(health(book)).toMatchObject({ blocked: false, outcome: 'nothing-held' });
    expect(answerRound(book).stage.kind).toBe('delivered');
  });
});

describe('A mailbox that several people read (practice 14)', () => {
  const words =
    'stronger-proof-needed: Several people read this mailbox, so a code that is sent there does not prove identity.';

  it('does not prove anybody’s identity by its code', () => {
    const book = caseIn.identifying();
    book.do(mark('shared-mailbox'), { by: staff('ada') });
    expect(book.why({ type: 'prove-identity', challenge: latestChallenge(book) })).toBe(words);
    expect(book.try(login, { by: subject })).toBe('identity-proven');
  });

  it('releases nothing and gives no download by its code, whenever staff learn of it', () => {
    const reviewing = caseIn.reviewing();
    reviewing.do(mark('shared-mailbox'), { by: staff('ada') });
    expect(reviewing.why(commands.release(), { by: staff('ada') })).toBe(words);
    reviewing.do(passport, { by: staff('ada') });
    expect(reviewing.try(commands.release(), { by: staff('ada') })).toBe('release-approved');
    const delivered = caseIn.delivered();
    delivered.do(mark('shared-mailbox'), { by: staff('ada') });
    expect(delivered.why({ type: 'grant-download', challenge: downloadCode(delivered), round: 1 })).toBe(words);
    const closed = caseIn.closed();
    closed.do(mark('shared-mailbox'), { by: staff('ada') });
    expect(closed.why({ type: 'grant-download', challenge: latestChallenge(closed), round: 1 })).toBe(words);
  });

  it('is an ordinary mailbox again when the mark is removed', () => {
    const book = caseIn.identifying();
    book.do(mark('shared-mailbox'));
    expect(book.try(mark('shared-mailbox'))).toBe('nothing');
    book.do(mark('shared-mailbox', false));
    expect(book.try({ type: 'prove-identity', challenge: latestChallenge(book) })).toBe('identity-proven');
  });
});

describe('A change of contact point (practice 2)', () => {
  const to = ref('new@example.org');
  const change = (oldIsLost = false, target = to): Command => ({ type: 'change-contact', to: target, oldIsLost });
  const contact = (book: CaseBook, after: number) => contactAt(book.opened.common, minutes(after)).hash;
  const old = ref('asa.berg@example.org').hash;

  it('takes effect after the waiting days and once its code was entered, and the old contact point is told at once', () => {
    const book = caseIn.planning();
    book.do(change(), { by: subject });
    expect(contact(book, 30 * day)).toBe(old);
    enterCode(book);
    expect(contact(book, 7 * day - 1)).toBe(old);
    expect(contact(book, 7 * day)).toBe(to.hash);
    expect(post(book, 'contact-changed/1')).toBe('letter-sent');
    // The same change again has no effect: the waiting days do not start again.
    expect(book.try(change(), { at: minutes(day), by: subject })).toBe('nothing');
  });

  it('whose code was entered only after the waiting days takes effect then', () => {
    const book = caseIn.planning();
    book.do(change(), { by: subject });
    book.now = minutes(9 * day);
    enterCode(book);
    expect([contact(book, 9 * day - 1), contact(book, 9 * day)]).toEqual([old, to.hash]);
  });

  it('never takes effect by the code of another change, nor by one that was cancelled meanwhile', () => {
    const book = caseIn.planning();
    book.do(change(), { by: subject });
    book.do({ type: 'issue-code', purpose: 'contact' });
    book.do(change(false, ref('third@example.org')), { by: subject });
    expect(book.try({ type: 'count-try', purpose: 'contact' })).toBe('code-expired');
    book.do(change(false, ref('asa.berg@example.org')), { by: subject });
    expect(book.try({ type: 'issue-code', purpose: 'contact' })).toBe('out-of-order');
    expect(contact(book, 30 * day)).toBe(old);
  });

  it('that still waits for its code when the case ends is not confirmed by the code afterwards', () => {
    const book = caseIn.planning();
    book.do(change(), { by: subject });
    book.do({ type: 'end', ending: 'withdrawn', text: null }, { by: subject });
    expect(book.try({ type: 'issue-code', purpose: 'contact' })).toBe('out-of-order');
    book.do({ type: 'reopen', text: null }, { by: subject });
    expect(book.try({ type: 'issue-code', purpose: 'contact' })).toBe('out-of-order');
    expect(contact(book, 90 * day)).toBe(old);
  });

  it('waits as long as the organisation says', () => {
    const book = new CaseBook();
    book.do(openCommand({ rules: { ...rules, contactChangeDays: 0 } }));
    byTwo(book, change());
    expect(contact(book, 0)).toBe(to.hash);
    const byLink = new CaseBook();
    byLink.do(openCommand({ rules: { ...rules, contactChangeDays: 0 } }));
    byLink.do(change(), { by: subject });
    expect(contact(byLink, day)).toBe(old);
    byLink.now = minutes(2 * day);
    enterCode(byLink);
    expect(contact(byLink, 2 * day - 1)).toBe(old);
    expect(contact(byLink, 2 * day)).toBe(to.hash);
  });

  it('has no waiting days after an e-ID', () => {
    const book = new CaseBook();
    book.do(openCommand());
    book.do(eId, { by: subject });
    // A link to the case is no proof, whoever has proven their identity in the case.
    expect(book.try(change(true), { by: subject })).toBe('stronger-proof-needed');
    byTwo(book, change());
    expect(contact(book, 0)).toBe(to.hash);
    expect(post(book, 'contact-changed/1')).toBe('letter-sent');
  });

  it('from a lost or unsafe contact needs a strong proof, and the old contact is not told', () => {
    const book = caseIn.planning();
    expect(book.why(change(true))).toMatch(/^stronger-proof-needed: No letter about the change can go/);
    book.do(login, { by: subject });
    expect(book.try(change(true))).toBe('stronger-proof-needed');
    book.do(passport, { by: staff('ada') });
    expect(book.try(change(true), { by: subject })).toBe('stronger-proof-needed');
    byTwo(book, change(true));
    expect(contact(book, 0)).toBe(to.hash);
    expect(post(book, 'contact-changed/1')).toBe('not owed');
  });

  it('that the old contact did not request is cancelled, and never takes effect', () => {
    const book = caseIn.planning();
    expect(book.try(change(false, ref('asa.berg@example.org')))).toBe('nothing');
    book.do(change(), { by: subject });
    expect(book.try(change(false, ref('asa.berg@example.org')), { at: minutes(day) })).toBe('contact-changed');
    expect(contact(book, 30 * day)).toBe(old);
    expect(post(book, 'contact-changed/2')).toBe('not owed');
  });
});

describe('Post', () => {
  it('is how letters are sent from then on, until another contact is named', () => {
    const book = caseIn.planning();
    byTwo(book, toPost());
    expect(contactAt(book.opened.common, start)).toEqual(postal('Storgatan 1'));
    expect(book.try({ type: 'record-posted', letter: letterNamed('by-post') }, { by: staff('ada') })).toBe(
      'letter-intended letter-sent',
    );
    const change = { type: 'change-contact', to: ref('new@example.org'), oldIsLost: false } as const;
    byTwo(book, change, { at: minutes(day) });
    expect(contactAt(book.opened.common, minutes(7 * day)).kind).toBe('postalAddress');
    expect(contactAt(book.opened.common, minutes(8 * day))).toEqual(ref('new@example.org'));
  });

  it('that waits is cancelled from the address that it replaces, and never starts', () => {
    const book = caseIn.planning();
    byTwo(book, toPost(false));
    const back = { type: 'change-contact', to: ref('asa.berg@example.org'), oldIsLost: false } as const;
    expect(book.try(back, { at: minutes(day), by: subject })).toBe('contact-changed');
    expect(contactAt(book.opened.common, minutes(30 * day))).toEqual(ref('asa.berg@example.org'));
    expect(owedLetters(book.opened, minutes(30 * day)).map(({ letter }) => letter.kind)).not.toContain('by-post');
    // What is in force cannot be cancelled in this way: it must be changed.
    const posted = caseIn.planning();
    byTwo(posted, toPost());
    expect(posted.try(back, { at: minutes(day), by: subject })).toBe('contact-changed contact-code-awaited');
    expect(contactAt(posted.opened.common, minutes(30 * day)).kind).toBe('postalAddress');
  });

  it('is never sent to a person with protected identity', () => {
    const book = caseIn.planning();
    book.do(mark('protected-identity'));
    book.do({ type: 'decide-circumstance', circumstance: 'protected-identity', applies: true, text: 't' });
    expect(book.why(toPost())).toMatch(/^protected-identity: Nothing is posted to a person with protected identity/);
    book.do(mark('protected-identity', false));
    expect(book.try(toPost())).toBe('moved-to-post');
  });
});

describe('The code', () => {
  it('is no longer valid once a newer one exists, even if it is entered in time', () => {
    const book = caseIn.identifying();
    book.do({ type: 'issue-code', purpose: 'identity' });
    book.do({ type: 'count-try', purpose: 'identity' });
    expect(book.why({ type: 'prove-identity', challenge: 'identity-1' })).toBe(
      'code-expired: The code is too old. Ask for a new one.',
    );
    expect(book.try({ type: 'prove-identity', challenge: 'identity-2' })).toBe('identity-proven');
  });
});
