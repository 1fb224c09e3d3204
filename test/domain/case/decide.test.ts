import { describe, expect, it } from 'vitest';
import { refusalInWords } from '#domain/case/refusals/in-words.ts';
import { englishRefusals } from '#domain/case/refusals/en.ts';
import { availableUntil } from '#domain/case/answer/availability.ts';
import { isAvailable } from '#domain/case/answer/availability.ts';
import { endOfDay, localDate, plusDays } from '#domain/clock/deadline.ts';
import type { Command } from '#domain/case/command.ts';
import type { Status } from '#domain/case/state.ts';
import {
  always,
  answerRound,
  CaseBook,
  caseIn,
  commands,
  datesFrom,
  downloadCode,
  failed,
  found,
  gather,
  identify,
  latestChallenge,
  minutes,
  nothing,
  openCommand,
  planSearch,
  postal,
  ref,
  refusal,
  staff,
  start,
  statuses as caseStatuses,
  subject,
  taught,
  workflow,
  letterNamed,
} from './case-book.ts';

const statuses = ['absent', ...caseStatuses] as const;

const verdicts = {
  '+': 'accepted',
  n: 'no-such-case',
  a: 'already-open',
  o: 'out-of-order',
  e: 'case-ended',
  v: 'already-verified',
  c: 'no-code',
  x: 'not-available',
  g: 'wrong-ground',
} as const;

const mandate: Command = { type: 'record-mandate', kind: 'trustee', accepted: true, answerTo: 'person' };
const toPost: Command = { type: 'move-to-post', to: postal('Storgatan 1'), reason: 'wish', registered: true };
const asking: Command = {
  type: 'ask',
  about: 'identity',
  why: 'sensitive-data',
  text: 't',
  doubtSince: '2026-11-20',
  suspend: true,
};
const fee: Command = {
  type: 'charge-fee',
  basis: 'excessive',
  amount: 10_000,
  currency: 'SEK',
  facts: 't',
  costs: 't',
  answerBy: '2026-12-04',
};
const earlier = { receivedAt: minutes(-60 * 24), ...datesFrom(minutes(-60 * 24)) };

// One column for each status, in the order above.
const table: readonly (readonly [name: string, row: string, command: (book: CaseBook) => Command])[] = [
  ['open', '+aaaaaaaaaaaa', () => openCommand()],
  ['lift-hold', 'n+oooooooooee', () => ({ type: 'lift-hold' })],
  ['record-execution', 'n++++++++++++', () => ({ type: 'record-execution', n: 1 })],
  ['issue-code for identity', 'no+vvvvvvvvov', () => ({ type: 'issue-code', purpose: 'identity' })],
  ['issue-code for download', 'nxxxxxxxxx+x+', () => ({ type: 'issue-code', purpose: 'download' })],
  ['count-try for identity', 'no+vvvvvvvvov', () => ({ type: 'count-try', purpose: 'identity' })],
  ['count-try for download', 'nccccccccc+c+', () => ({ type: 'count-try', purpose: 'download' })],
  ['prove-identity', 'no+ooooooooee', () => ({ type: 'prove-identity', challenge: 'identity-1' })],
  ['plan-search', 'noo+oooooooee', () => planSearch()],
  ['approve-search', 'nooo+ooooooee', () => ({ type: 'approve-search' })],
  ['start-searches', 'noooo+oooooee', () => ({ type: 'start-searches', searches: [{ system: 'crm', wave: 1 }] })],
  ['answer-search', 'noooo+oooooee', () => commands.answer('crm', 1)],
  ['record-manual-result', 'noooo+++++oee', () => commands.byHand('binder')],
  ['retry-system', 'noooo+++++oee', () => ({ type: 'retry-system', system: 'shop' })],
  ['decide-identifier', 'noooo++ooooee', () => ({ type: 'decide-identifier', identifier: taught.hash, accept: true })],
  [
    'decide-identifiers',
    'noooo++ooooee',
    () => ({ type: 'decide-identifiers', identifiers: [{ identifier: taught.hash }], accept: true }),
  ],
  ['reach-cut-off', 'noooo+oooooee', () => ({ type: 'reach-cut-off', round: 1 })],
  ['screen', 'noooo+oooooee', () => commands.screen()],
  ['release', 'nooooo+ooooee', () => commands.release()],
  ['start-assembly', 'noooooo+oooee', () => ({ type: 'start-assembly', round: 1 })],
  ['record-assembly', 'nooooooo+ooee', () => commands.assembled()],
  ['deliver', 'noooooooo+oee', () => commands.deliver()],
  [
    'grant-download',
    'nxxxxxxxxx+x+',
    (book) => ({
      type: 'grant-download',
      challenge: book.state === undefined ? '' : latestChallenge(book),
      round: 1,
    }),
  ],
  ['intend-letter', 'no+++++++++++', () => ({ type: 'intend-letter', letter: letterNamed('acknowledgement') })],
  [
    'record-letter',
    'noooooooooooo',
    () => ({ type: 'record-letter', letter: letterNamed('acknowledgement'), attempt: 1 }),
  ],
  [
    'record-failed-letter',
    'noooooooooooo',
    () => ({ type: 'record-failed-letter', letter: letterNamed('acknowledgement'), attempt: 1 }),
  ],
  ['warn-deadline', 'n++++++++++ee', () => ({ type: 'warn-deadline', daysLeft: 5 })],
  ['owe-status', 'n++++++++++ee', () => ({ type: 'owe-status' })],
  ['extend', 'no+++++++++ee', () => ({ type: 'extend', category: 'complexity', text: 't' })],
  ['refuse', 'n++++++++++ee', () => refusal()],
  ['note', 'n++++++++++++', () => ({ type: 'note', text: 't' })],
  ['close', 'nooooooooo+ee', () => ({ type: 'close' })],
  ['purge-material', 'noooooooooo++', () => ({ type: 'purge-material' })],
  ['prove-with', 'no+++++++++e+', () => ({ type: 'prove-with', method: 'e-id', identifier: ref('19121212') })],
  ['override-proof', 'no+++++++++ee', () => ({ type: 'override-proof', text: 't' })],
  ['record-mandate', 'n++++++++++ee', () => mandate],
  ['change-contact', 'n++++++++++o+', () => ({ type: 'change-contact', to: taught, oldIsLost: false })],
  ['move-to-post', 'n++++++++++o+', () => toPost],
  ['mark-circumstance', 'n++++++++++++', () => ({ type: 'mark-circumstance', circumstance: 'child', present: true })],
  ['give-up-system', 'noooo+++++oee', () => ({ type: 'give-up-system', system: 'shop', text: 't' })],
  ['confirm-freeze', 'n++++++++++ee', () => ({ type: 'confirm-freeze', system: 'crm' })],
  [
    'record-posted of a mail',
    'noooooooooooo',
    () => ({ type: 'record-posted', letter: letterNamed('acknowledgement') }),
  ],
  ['ask', 'no+++++++++ee', () => asking],
  ['answer-asking', 'nooooooooooee', () => ({ type: 'answer-asking', asking: 'asking-1', everything: true })],
  ['correct-receipt', 'n++++++++++ee', () => ({ type: 'correct-receipt', text: 't', ...earlier })],
  ['alert', 'n++++++++++++', () => ({ type: 'alert', alert: 'escalation', key: 'k' })],
  ['assign', 'n++++++++++ee', () => ({ type: 'assign', to: 'bo' })],
  ['lock-out', 'n++++++++++++', () => ({ type: 'lock-out', staff: 'bo' })],
  ['let-in', 'noooooooooooo', () => ({ type: 'let-in', staff: 'bo', text: 't' })],
  ['charge-fee', 'no++++++++oee', () => fee],
  ['answer-fee', 'nooooooooooee', () => ({ type: 'answer-fee', fee: 'proposal-1', answer: 'declined' })],
  ['approve-proposal', 'nooooooooooee', () => ({ type: 'approve-proposal', proposal: 'proposal-9' })],
  ['drop-proposal', 'nooooooooooee', () => ({ type: 'drop-proposal', proposal: 'proposal-9' })],
  ['end withdrawn', 'no+++++++++ee', () => ({ type: 'end', ending: 'withdrawn', text: null })],
  ['end not-proven', 'no+ooooooooee', () => ({ type: 'end', ending: 'not-proven', text: null })],
  ['end no-answer', 'nooooooooooee', () => ({ type: 'end', ending: 'no-answer', text: null })],
  ['end cannot-find', 'no++++ggggoee', () => ({ type: 'end', ending: 'cannot-find', text: 't' })],
  ['end deceased', 'n+++++++++oee', () => ({ type: 'end', ending: 'deceased', text: null })],
  ['end forwarded', 'n++++ooooooee', () => ({ type: 'end', ending: 'forwarded', text: null })],
  ['end not-a-request', 'n+oooooooooee', () => ({ type: 'end', ending: 'not-a-request', text: null })],
  ['end carried-out of an access', 'nooooooooooee', () => ({ type: 'end', ending: 'carried-out', text: 't' })],
  ['join', 'n+++++++++oee', () => ({ type: 'join', into: 'other', intoReceivedAt: start })],
  ['absorb', 'n++++++++++++', () => ({ type: 'absorb', case: 'other' })],
  ['reopen of an answered case', 'noooooooooooo', () => ({ type: 'reopen', text: null })],
  ['split', 'n++++++++++ee', () => ({ type: 'split', matter: 'complaint', rights: [], case: 'other' })],
  ['redirect', 'no+++++++++ee', () => ({ type: 'redirect', text: null })],
  [
    'stop-processing of an access',
    'nooooooooooee',
    () => ({ type: 'stop-processing', right: 'objection', text: 't', entered: true }),
  ],
  ['set-legal-hold', 'n++++++++++++', () => ({ type: 'set-legal-hold', text: 't' })],
  ['object-to-retention', 'n++++++++++++', () => ({ type: 'object-to-retention', text: 't' })],
  [
    'decide-retention-objection',
    'noooooooooooo',
    () => ({ type: 'decide-retention-objection', upheld: true, text: 't' }),
  ],
  ['record-breach', 'n++++++++++++', () => ({ type: 'record-breach', awareAt: start, round: null, text: 't' })],
  ['update-breach', 'noooooooooooo', () => ({ type: 'update-breach', breach: 'breach-1', step: 'closed', text: 't' })],
];

describe('a command', () => {
  it.each(table)('%s is accepted or refused in each status as the table says: %s', (_, row, command) => {
    const got = statuses.map((status) => {
      const book = caseIn[status]();
      expect(book.state?.stage.kind ?? 'absent').toBe(status);
      const before = book.state;
      const decision = book.give(command(book));
      if (!decision.ok) {
        expect(book.state).toBe(before);
        expect(refusalInWords(englishRefusals, decision.rule, decision.values)).toMatch(/\.$/);
        return decision.code;
      }
      expect(decision.events).not.toHaveLength(0);
      return 'accepted';
    });
    const wanted = [...row].map((letter) => verdicts[letter as keyof typeof verdicts]);
    expect(Object.fromEntries(statuses.map((status, index) => [status, got[index]]))).toEqual(
      Object.fromEntries(statuses.map((status, index) => [status, wanted[index]])),
    );
  });

  it('with an id that the case has seen has no effect, whatever its content is now', () => {
    for (const [, , command] of table.slice(1))
      for (const status of statuses.slice(1)) {
        const book = caseIn[status]();
        book.give({ type: 'note', text: 'n' }, { id: 'once' });
        expect(book.try(command(book), { id: 'once' })).toBe('nothing');
      }
  });

  it('on another round than the open one is out of order', () => {
    const rounds: readonly (readonly [Status, Command])[] = [
      ['gathering', commands.screen(2)],
      ['gathering', { type: 'reach-cut-off', round: 2 }],
      ['reviewing', commands.release(2)],
      ['released', { type: 'start-assembly', round: 2 }],
      ['assembling', commands.assembled(2)],
      ['assembled', commands.deliver(2)],
    ];
    for (const [status, command] of rounds) expect(caseIn[status]().try(command)).toBe('out-of-order');
  });

  it('on a system or an identifier that the case does not know is refused for that', () => {
    const book = caseIn.gathering();
    expect(book.try({ type: 'start-searches', searches: [{ system: 'other', wave: 1 }] })).toBe('unknown-system');
    expect(book.try(commands.answer('other', 1))).toBe('unknown-system');
    expect(book.try(commands.byHand('other'))).toBe('unknown-system');
    expect(book.try({ type: 'retry-system', system: 'other' })).toBe('unknown-system');
    expect(book.try({ type: 'decide-identifier', identifier: '0'.repeat(64), accept: true })).toBe(
      'unknown-identifier',
    );
  });
});

describe('The search', () => {
  it('covers the whole plan: leaving a system out or adding one is refused', () => {
    const book = caseIn['approving-search']();
    expect(book.try({ type: 'approve-search', systems: ['crm', 'shop'] })).toBe('unknown-system');
    expect(book.try({ type: 'approve-search', systems: ['crm', 'shop', 'binder', 'other'] })).toBe('unknown-system');
    expect(book.try({ type: 'approve-search', systems: ['binder', 'shop', 'crm'] })).toBe('search-approved');
  });

  it('accepts one result for each system and wave: a second run of the same search changes nothing', () => {
    const book = new CaseBook();
    gather(book);
    commands.search(book, 'crm', 1, found);
    expect(book.try(commands.answer('crm', 1, failed))).toBe('nothing');
    expect(book.try(commands.answer('crm', 2, found))).toBe('nothing');
  });

  it('learns an identifier once, and never learns the proven one', () => {
    const book = new CaseBook();
    gather(book);
    const contact = ref('asa.berg@example.org');
    expect(book.try(commands.answer('crm', 1, found, [taught, contact]))).toBe('identifier-learned system-answered');
    expect(book.try(commands.answer('shop', 1, found, [taught]))).toBe('system-answered');
  });

  it('is tried again only where it failed', () => {
    const book = caseIn.gathering();
    expect(book.try({ type: 'retry-system', system: 'crm' })).toBe('out-of-order');
    expect(book.try({ type: 'retry-system', system: 'shop' })).toBe('system-retried');
    expect(book.try({ type: 'retry-system', system: 'shop' })).toBe('out-of-order');
  });

  it('has a result by hand only for a system that is searched by hand or whose search failed', () => {
    const book = caseIn.gathering();
    expect(book.try(commands.byHand('crm'))).toBe('out-of-order');
    expect(book.try(commands.byHand('shop'))).toBe('result-sealed system-answered');
    expect(book.try(commands.byHand('shop'))).toBe('out-of-order');
    expect(book.try(commands.byHand('binder', nothing))).toBe('result-sealed system-answered');
    // Until the result is delivered, the person who entered it may correct it.
    expect(book.try(commands.byHand('binder'))).toBe('result-sealed system-answered');
  });
});

describe('Release by two people', () => {
  it('the same person cannot release twice; the second person can', () => {
    const book = new CaseBook();
    book.do(openCommand({ rules: always }));
    gather(book, [{ id: 'crm', mode: 'automatic' }]);
    commands.search(book, 'crm', 1, found);
    book.do(commands.screen());
    const release: Command = commands.release();
    expect(book.try(release, { by: staff('ada') })).toBe('release-approved');
    expect(book.state?.stage.kind).toBe('reviewing');
    expect(book.try(release, { by: staff('ada') })).toBe('second-person-required');
    expect(book.try({ type: 'start-assembly', round: 1 })).toBe('out-of-order');
    expect(book.try(release, { by: staff('bo') })).toBe('release-approved');
    expect(book.state?.stage.kind).toBe('released');
  });

  it('is required again in the next round', () => {
    const book = new CaseBook();
    book.do(openCommand({ rules: always }));
    gather(book);
    commands.search(book, 'crm', 1, found);
    commands.search(book, 'shop', 1, nothing);
    book.do({ type: 'reach-cut-off', round: 1 });
    answerRound(book);
    book.do(commands.byHand('binder'));
    book.do(commands.screen(2));
    book.do(commands.release(2), { by: staff('ada') });
    expect(book.state?.stage.kind).toBe('reviewing');
    expect(book.try(commands.release(2), { by: staff('ada') })).toBe('second-person-required');
  });

  it('is not required if the policy does not require it', () => {
    const book = caseIn.reviewing();
    book.do(commands.release(), { by: staff('ada') });
    expect(book.state?.stage.kind).toBe('released');
  });
});

/** The letter with the latest code was sent. */
function mailed(book: CaseBook): void {
  const letter = { kind: 'one-time-code', of: latestChallenge(book) } as const;
  book.do({ type: 'intend-letter', letter });
  book.do({ type: 'record-letter', letter, attempt: 1 });
}

describe('A code', () => {
  const tryIt: Command = { type: 'count-try', purpose: 'identity' };
  const issue: Command = { type: 'issue-code', purpose: 'identity' };
  const withCode = (): CaseBook => {
    const book = new CaseBook();
    book.do(openCommand());
    book.do(issue);
    return book;
  };

  it('is valid for ten minutes', () => {
    expect(withCode().try(tryIt, { at: '2026-11-20T08:09:59.999Z' })).toBe('code-tried');
    expect(withCode().try(tryIt, { at: '2026-11-20T08:10:00.000Z' })).toBe('code-expired');
    const book = withCode();
    book.do(tryIt);
    expect(book.try({ type: 'prove-identity', challenge: 'identity-1' }, { at: minutes(10) })).toBe('code-expired');
  });

  it('can be tried five times', () => {
    const book = withCode();
    for (let count = 0; count < 5; count += 1) expect(book.try(tryIt)).toBe('code-tried');
    expect(book.try(tryIt)).toBe('too-many-tries');
    // The right code in the last try still counts.
    expect(book.try({ type: 'prove-identity', challenge: 'identity-1' })).toBe('identity-proven');
  });

  it('is sent five times in any 24 hours', () => {
    const book = withCode();
    mailed(book);
    for (let count = 1; count < 5; count += 1) {
      book.do(issue, { at: minutes(count * 60) });
      mailed(book);
    }
    expect(book.try(issue, { at: minutes(24 * 60 - 1) })).toBe('too-many-codes');
    expect(book.try(issue, { at: minutes(24 * 60) })).toBe('code-issued');
    expect(book.try(issue, { at: minutes(24 * 60) })).toBe('too-many-codes');
  });

  it('that expired before it could be sent does not count among the five', () => {
    const book = withCode();
    for (let count = 1; count < 20; count += 1)
      expect(book.try(issue, { at: minutes(count * 10) })).toBe('code-issued');
  });

  it('for one purpose does not count for the other', () => {
    const book = caseIn.delivered();
    for (let count = 0; count < 5; count += 1) book.do({ type: 'issue-code', purpose: 'download' });
    expect(book.try({ type: 'issue-code', purpose: 'download' })).toBe('too-many-codes');
    // The code of the proof, and the code that the person requested before.
    expect(book.opened.common.challenges).toHaveLength(7);
  });

  it('replaces the one before: the tries start again, and the old code cannot be tried', () => {
    const book = withCode();
    for (let count = 0; count < 5; count += 1) book.do(tryIt);
    book.do(issue, { at: minutes(1) });
    expect(book.try(tryIt, { at: minutes(1) })).toBe('code-tried');
    expect(book.opened.common.challenges.map(({ tries }) => tries)).toEqual([5, 1]);
  });

  it('proves nothing before a try was counted, after its use, or for another purpose', () => {
    const book = withCode();
    expect(book.try({ type: 'prove-identity', challenge: 'identity-1' })).toBe('no-code');
    expect(book.try({ type: 'prove-identity', challenge: 'identity-9' })).toBe('no-code');
    const delivered = caseIn.delivered();
    const grant = (challenge: string): Command => ({ type: 'grant-download', challenge, round: 1 });
    expect(delivered.try(grant('identity-1'))).toBe('no-code');
    const used = latestChallenge(delivered);
    expect(delivered.try(grant(used))).toBe('download-granted');
    expect(delivered.try(grant(used))).toBe('code-used');
    expect(delivered.try({ type: 'count-try', purpose: 'download' })).toBe('code-used');
    delivered.do({ type: 'issue-code', purpose: 'download' });
    expect(delivered.try(grant(latestChallenge(delivered)))).toBe('no-code');
  });

  it('sent for the proof of identity cannot be used to download an answer', () => {
    const book = new CaseBook();
    book.do(openCommand());
    book.do(issue);
    book.do(tryIt);
    gather(book, [{ id: 'crm', mode: 'automatic' }]);
    commands.search(book, 'crm', 1, found);
    answerRound(book);
    // Tried, never used and not expired, but it was sent for the proof of identity.
    expect(book.try({ type: 'grant-download', challenge: 'identity-1', round: 1 })).toBe('no-code');
  });
});

describe('The answer', () => {
  it('can be downloaded until its time ends, each time with a new code, for five minutes', () => {
    const book = caseIn.closed();
    const [delivery] = book.opened.common.deliveries;
    if (delivery === undefined) throw new Error('nothing was delivered');
    // The letter is sent a month late, so its days start then.
    book.now = minutes(40 * 24 * 60, book.now);
    expect(isAvailable(book.opened.common, book.now)).toBe(true);
    expect(availableUntil(book.opened.common, delivery, book.now) > minutes(14 * 24 * 60, book.now)).toBe(true);
    book.do({ type: 'intend-letter', letter: letterNamed('answer-ready/1') });
    book.do({ type: 'record-letter', letter: letterNamed('answer-ready/1'), attempt: 1 });
    const until = availableUntil(book.opened.common, delivery, minutes(99 * 24 * 60, book.now));
    expect(until).toBe(endOfDay(plusDays(localDate(book.now, 'Europe/Stockholm'), 14), 'Europe/Stockholm'));
    book.now = minutes(-1, until);
    book.do({ type: 'issue-code', purpose: 'download' }, { by: subject });
    book.do({ type: 'count-try', purpose: 'download' }, { by: subject });
    const grant: Command = { type: 'grant-download', challenge: latestChallenge(book), round: 1 };
    expect(book.try(grant, { at: until })).toBe('not-available');
    expect(book.try({ ...grant, round: 2 })).toBe('not-available');
    book.do(grant);
    expect(book.opened.common.grants).toMatchObject([{ round: 1, expiresAt: minutes(5, book.now) }]);
    expect(book.try({ type: 'issue-code', purpose: 'download' }, { at: until })).toBe('not-available');
  });

  it('no longer exists once the material is purged', () => {
    const book = caseIn.closed();
    const code = latestChallenge(book);
    book.do({ type: 'purge-material' });
    expect(book.try({ type: 'grant-download', challenge: code, round: 1 })).toBe('not-available');
    expect(book.try({ type: 'issue-code', purpose: 'download' })).toBe('not-available');
    expect(book.try({ type: 'purge-material' })).toBe('nothing');
  });
});

describe('The driver', () => {
  it('can only be recorded in order', () => {
    const book = caseIn.planning();
    book.do({ type: 'record-execution', n: 2 });
    expect(book.try({ type: 'record-execution', n: 2 })).toBe('nothing');
    expect(book.try({ type: 'record-execution', n: 1 })).toBe('nothing');
    expect(book.opened.common.executions).toBe(2);
  });

  it('every event says who did what and when', () => {
    const book = caseIn.closed();
    for (const event of book.events) expect(event).toMatchObject({ v: expect.toBeOneOf([1, 2]), at: start });
    expect(book.events.find(({ type }) => type === 'release-approved')?.by).toEqual(staff('ada'));
    expect(book.events.find(({ type }) => type === 'code-issued')?.by).toEqual(workflow);
    const proof = book.events.find(({ type }) => type === 'identity-proven');
    expect(proof).toMatchObject({ by: subject, identifier: ref('asa.berg@example.org'), level: 'contact-point' });
  });

  it('sends each download code only while there is something to download', () => {
    const book = new CaseBook();
    book.do(openCommand());
    identify(book);
    expect(book.try({ type: 'issue-code', purpose: 'download' })).toBe('not-available');
    const ready = caseIn.closed();
    expect(downloadCode(ready)).toMatch(/^download-\d+$/);
  });
});
