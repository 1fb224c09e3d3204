// Makes the golden log of the current version, once: `node test/golden/make-log.ts`. An existing log is not changed,
// because a log that was released must stay the same. A new version of the events gets its own log. The states that
// every log folds to with the current code are always written again.
import type { ReviewEntry } from '#domain/review/entry.ts';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Command } from '#domain/case/command.ts';
import { fold } from '#domain/case/log/commit.ts';
import { searchOf, type Search } from '#domain/case/state.ts';
import { searchesDue } from '#domain/case/waits.ts';
import {
  always,
  answerRound,
  CaseBook,
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
  plain,
  planSearch,
  post,
  partRefusal,
  postal,
  ref,
  staff,
  subject,
  taught, letterNamed } from '#test/domain/case/case-book.ts';

const newest = 'log-v4';
const clock = { kind: 'clock', id: 'watch-deadlines' } as const;
const day = 24 * 60;
const ada = { by: staff('ada') };
const bo = { by: staff('bo') };
const cy = { by: staff('cy') };

/**
 * An e-mail request that is held, gets a question, is searched in two waves, answered in part, completed, and purged.
 */
function complete(): CaseBook {
  const book = new CaseBook('g0ld-c0mp-1ete-0001');
  const rights = ['access', 'portability', 'erasure'] as const;
  book.do(openCommand({ channel: 'email', rules: always, rights: [...rights] }, 'request-unclear'), {
    by: subject,
    id: 'open',
  });
  book.do({ type: 'note', text: 'text-1' }, ada);
  book.do({ type: 'assign', to: 'ada' }, bo);
  book.do({ type: 'lock-out', staff: 'dag' }, ada);
  book.do({ type: 'let-in', staff: 'dag', text: 'text-0' }, ada);
  book.do({ type: 'confirm-freeze', system: 'crm' }, ada);
  book.do({ type: 'lift-hold' }, ada);
  book.do({ type: 'record-execution', n: 1 });
  book.do({ type: 'intend-letter', letter: letterNamed('acknowledgement') });
  book.do({ type: 'record-failed-letter', letter: letterNamed('acknowledgement'), attempt: 1 });
  letter(book, 'acknowledgement', minutes(1));
  book.do({ type: 'record-returned', letter: letterNamed('acknowledgement'), to: book.opened.common.facts.contact });
  book.do({ type: 'correct-receipt', text: 'text-2', receivedAt: minutes(-day), ...datesFrom(minutes(-day)) }, ada);
  book.do(
    {
      type: 'ask',
      about: 'identity',
      why: 'contradicting-details',
      text: 'text-3',
      doubtSince: '2026-11-20',
      suspend: true,
    },
    ada,
  );
  letter(book, 'identity-request/asking-1');
  book.now = minutes(2 * day);
  identify(book);
  book.do(
    {
      type: 'ask',
      about: 'clarification',
      why: 'large-amount',
      text: 'text-4',
      doubtSince: '2026-11-22',
      suspend: false,
    },
    ada,
  );
  book.do({ type: 'answer-asking', asking: 'asking-2', everything: true }, { by: subject });
  book.do({ type: 'split', matter: 'request', rights: ['erasure'], case: 'g0ld-sp1i-t000-0009' }, ada);
  book.do({ type: 'redirect', text: null }, ada);
  book.do({ type: 'absorb', case: 'g0ld-join-ed00-0008' }, ada);
  book.do(
    planSearch([
      { id: 'crm', mode: 'automatic' },
      { id: 'shop', mode: 'automatic' },
      { id: 'binder', mode: 'manual', level: 'strong', special: true },
      { id: 'whistle', mode: 'manual' },
    ]),
  );
  book.do({ type: 'approve-search' }, ada);
  book.do({ type: 'start-searches', searches: [{ system: 'crm', wave: 1 }] });
  book.do(commands.answer('crm', 1, found, [taught, ref('10', 'customerNumber')]));
  commands.search(book, 'shop', 1, failed);
  book.do({ type: 'decide-identifier', identifier: taught.hash, accept: true }, ada);
  book.do({ type: 'decide-identifier', identifier: ref('10', 'customerNumber').hash, accept: false }, ada);
  commands.search(book, 'crm', 2, nothing);
  commands.search(book, 'shop', 2, found);
  book.do(commands.byHand('whistle', nothing), ada);
  book.now = minutes(day * 22);
  book.do({ type: 'warn-deadline', daysLeft: 10 }, { by: clock });
  book.do({ type: 'alert', alert: 'escalation', key: 'escalation/2026-12-21' }, { by: clock });
  book.do({ type: 'extend', category: 'complexity', text: 'text-5' }, cy);
  letter(book, 'extension/1');
  book.do({ type: 'reach-cut-off', round: 1 }, { by: clock });
  book.do(commands.screen());
  book.do(partRefusal(['crm/contacts', 'shop/contacts']), cy);
  book.do(partRefusal(['shop/contacts'], { restates: 1 }), cy);
  book.do({ type: 'take-back-refusal', refusal: 2 }, cy);
  book.do(partRefusal(['shop/contacts']), cy);
  book.do({ ...commands.byHand('binder'), page: 1 } as Command, ada);
  const inCrm = { item: '0123456789abcdef0123456789abcdef', version: '0123456789abcdef', system: 'crm' } as const;
  const others = { ground: 'others-rights', text: null, told: true } as const;
  const decided = (decision: string, ...entries: readonly ReviewEntry[]): Command => ({
    type: 'decide-review',
    decision,
    entries,
  });
  book.do(
    decided(
      'review-1',
      { do: 'release', ...inCrm },
      { do: 'mask', ...inCrm, field: 'note', span: { from: 3, to: 9 }, letter: 'A', ...others },
      { do: 'withhold', ...inCrm, part: { of: 'field', field: 'owner' }, ...others, told: false },
    ),
    ada,
  );
  book.do(decided('review-2', { do: 'mask-alike', alike: { all: 'value', text: 'text-20' }, letter: 'A', ...others }), ada);
  book.do(
    decided('review-3', {
      do: 'withhold-alike',
      alike: { all: 'resource', system: 'shop', resource: 'orders' },
      ...others,
    }),
    ada,
  );
  book.do({ type: 'undo-review', decision: 'review-3' }, ada);
  const possible = { item: '89abcdef0123456789abcdef01234567', version: '89abcdef01234567', system: 'crm' } as const;
  book.do(decided('review-4', { do: 'adopt', ...possible }), ada);
  for (const { system, wave } of searchesDue(searchedIn(book))) commands.search(book, system, wave, found);
  book.do(commands.screen());
  const rejected = { item: '456789abcdef0123456789abcdef0123', version: '456789abcdef0123', system: 'crm' } as const;
  book.do(
    {
      type: 'decide-review',
      decision: 'review-5',
      entries: [{ do: 'reject', ...rejected, parts: true }],
      withdrawn: [{ identifier: { kind: taught.kind, hash: taught.hash }, now: 'rejected' }],
    },
    bo,
  );
  book.do(commands.screen());
  book.do({ type: 'undo-review', decision: 'review-5' }, bo);
  book.do(commands.screen());
  book.do(decided('review-6', { do: 'reject', ...rejected, version: '6789abcdef012345', was: 'possible' }), bo);
  book.do(commands.release(), ada);
  book.do(commands.release(), bo);
  book.do({ type: 'start-assembly', round: 1 });
  book.do({ type: 'stop-assembly', round: 1, attempt: 1, paths: ['systems/crm/contacts.json'] });
  book.do(commands.release(), ada);
  book.do(commands.release(), bo);
  book.do({ type: 'start-assembly', round: 1 });
  book.do(commands.assembled(1, ['crm', 'shop', 'whistle'], 2));
  book.do(commands.deliver());
  letter(book, 'answer-ready/1');
  book.do({ type: 'grant-download', challenge: downloadCode(book), round: 1 }, { by: subject });
  book.do(
    { type: 'prove-with', method: 'document-check', identifier: ref('personnummer', 'personnummer'), text: 'text-10' },
    ada,
  );
  book.do({ type: 'move-to-post', to: postal('Storgatan 1'), reason: 'wish', registered: true }, ada);
  agree(book);
  book.do({ type: 'record-posted', letter: letterNamed('by-post') }, ada);
  book.now = minutes(day * 95);
  book.do({ type: 'owe-status' }, { by: clock });
  book.do({ type: 'record-posted', letter: letterNamed('delay/2027-02-19') }, ada);
  book.do({ type: 'retry-system', system: 'shop' }, ada);
  commands.search(book, 'shop', 1, failed);
  // The identifier that proved the person's identity is searched for as well.
  for (const { system, wave } of searchesDue(searchedIn(book))) commands.search(book, system, wave, nothing);
  book.do({ type: 'give-up-system', system: 'shop', text: 'text-7' }, ada);
  answerRound(book, 2, ['shop', 'binder']);
  book.do({ type: 'close' });
  book.do({ type: 'set-legal-hold', text: 'text-8' }, cy);
  book.do({ type: 'object-to-retention', text: 'text-9' }, { by: subject });
  book.do({ type: 'decide-retention-objection', upheld: false, text: 'text-10' }, cy);
  book.do({ type: 'record-breach', awareAt: minutes(-60, book.now), round: 2, text: 'text-11' }, cy);
  book.do({ type: 'record-erasure', round: 2, attempt: 1 });
  book.do({ type: 'update-breach', breach: 'breach-1', step: 'person-notified', text: 'text-12' }, cy);
  book.do({ type: 'lift-legal-hold' }, cy);
  book.do({ type: 'purge-material' }, { by: { kind: 'clock', id: 'purge-expired' } });
  return book;
}

/** A request with a fee, which the person declines; two people then refuse the whole request, late. */
function refused(): CaseBook {
  const book = new CaseBook('g0ld-refu-sed0-0002');
  book.do(openCommand({ language: 'en', wantedLanguage: 'de', channel: 'portal', approveSearch: false }), {
    by: subject,
    id: 'open',
  });
  book.do({ type: 'override-proof', text: 'text-1' }, ada);
  book.do({ type: 'drop-proposal', proposal: 'proposal-1' }, bo);
  book.do(
    {
      type: 'charge-fee',
      basis: 'excessive',
      amount: 40_000,
      currency: 'SEK',
      facts: 'text-2',
      costs: 'text-3',
      answerBy: '2026-12-04',
    },
    ada,
  );
  book.do({ type: 'approve-proposal', proposal: 'proposal-2' }, bo);
  letter(book, 'fee/proposal-2');
  book.do({ type: 'answer-fee', fee: 'proposal-2', answer: 'declined' }, { by: subject });
  book.now = minutes(day * 40);
  book.do(
    {
      type: 'refuse',
      scope: 'whole',
      ground: 'abuse',
      text: 'text-4',
      evidence: { voluntariness: 'text-5', aim: 'text-6', elapsed: 'text-7', pattern: 'text-8' },
    },
    ada,
  );
  book.do({ type: 'approve-proposal', proposal: 'proposal-3' }, bo);
  letter(book, 'refusal/1');
  return book;
}

/** A case that is not finished: a new version must lose nothing of it. */
function underway(): CaseBook {
  const book = new CaseBook('g0ld-unde-rway-0003');
  book.do(openCommand({ channel: 'staff' }), { ...ada, id: 'open' });
  gather(book);
  book.do({ type: 'start-searches', searches: [{ system: 'crm', wave: 1 }] });
  book.do(commands.answer('crm', 1, found, [taught, ref('10', 'customerNumber'), ref('070', 'phone')]));
  commands.search(book, 'shop', 1, nothing);
  const of = ({ hash }: { readonly hash: string }) => ({ identifier: hash });
  const [number, phone] = [ref('10', 'customerNumber'), ref('070', 'phone')];
  book.do({ type: 'decide-identifiers', identifiers: [taught, number].map(of), accept: true }, ada);
  book.do(
    {
      type: 'decide-identifiers',
      identifiers: [of(number)],
      accept: false,
      withdrawn: [{ identifier: phone, now: 'gone' }],
    },
    ada,
  );
  commands.search(book, 'shop', 2, failed);
  book.do({ ...commands.byHand('binder'), result: 'withheld', records: 0, files: 0, ground: 'Art. 15(4)' } as Command);
  book.do({ type: 'reach-cut-off', round: 1 }, { by: clock });
  book.do({ type: 'prove-with', method: 'document-check', identifier: ref('10', 'personnummer'), text: 'text-1' }, ada);
  book.do({ type: 'change-contact', to: ref('new@example.org'), oldIsLost: true, why: 'lost' }, ada);
  agree(book);
  book.do({ type: 'confirm-contact', text: 'text-2' }, ada);
  agree(book);
  commands.search(book, 'crm', 2, nothing);
  book.do(commands.screen());
  return book;
}

/** A representative makes a request for a child; the contact point changes; the request is withdrawn and reopened. */
function withdrawn(): CaseBook {
  const book = new CaseBook('g0ld-with-draw-0004');
  book.do(openCommand({ channel: 'post' }, 'mandate-unchecked'), { ...ada, id: 'open' });
  book.do({ type: 'mark-circumstance', circumstance: 'child', present: true }, ada);
  book.do({ type: 'decide-circumstance', circumstance: 'child', applies: true, text: 'text-3' }, ada);
  book.do({ type: 'record-mandate', kind: 'guardian', accepted: true, answerTo: 'representative' }, ada);
  book.do({ type: 'lift-hold' }, ada);
  gather(book);
  book.do({ type: 'change-contact', to: taught, oldIsLost: false }, { by: subject });
  book.do({ type: 'issue-code', purpose: 'contact' }, { by: subject });
  book.do({ type: 'count-try', purpose: 'contact' }, { by: subject });
  book.do({ type: 'enter-contact-code', challenge: latestChallenge(book), signedIn: false }, { by: subject });
  letter(book, 'contact-changed/1');
  book.do({ type: 'end', ending: 'withdrawn', text: 'text-1' }, { by: subject });
  letter(book, 'withdrawal-confirmed/1');
  book.now = minutes(day * 9);
  book.do({ type: 'reopen', text: 'text-2' }, { by: subject });
  letter(book, 'reopened/1');
  return book;
}

/** A marketing stop, carried out at once and without a proof of identity, for a sender who is not authenticated. */
function stopped(): CaseBook {
  const book = new CaseBook('g0ld-st0p-ped0-0005');
  book.do(openCommand({ channel: 'email', rights: ['objection'] }, 'right-handled-by-staff'), {
    by: subject,
    id: 'open',
  });
  book.do({ type: 'stop-processing', right: 'objection', text: 'text-1', entered: false }, ada);
  letter(book, 'marketing-stop/1');
  book.do({ type: 'stop-processing', right: 'objection', text: 'text-2', entered: true }, ada);
  letter(book, 'marketing-stop/2');
  book.do({ type: 'call-contact-unsafe' }, { by: subject });
  return book;
}

/** A second person approves the last proposal. */
function agree(book: CaseBook): void {
  book.do({ type: 'approve-proposal', proposal: book.opened.common.proposals.at(-1)?.id ?? '' }, bo);
}

function searchedIn(book: CaseBook): Search {
  const search = searchOf(book.state);
  if (search === undefined) throw new Error(`the case is ${book.state?.stage.kind}`);
  return search;
}

function letter(book: CaseBook, id: string, at?: string): void {
  if (post(book, id, at) !== 'letter-sent') throw new Error(`${id} was not sent`);
}

const fileOf = (name: string): string => path.join(import.meta.dirname, name);
if (!existsSync(fileOf(`${newest}.jsonl`))) {
  const books = [complete(), refused(), underway(), withdrawn(), stopped()];
  writeFileSync(fileOf(`${newest}.jsonl`), books.flatMap(({ texts }) => texts.map((text) => `${text}\n`)).join(''));
}
for (const name of readdirSync(import.meta.dirname).filter((file) => /^log-v\d+\.jsonl$/.test(file))) {
  const texts = readFileSync(fileOf(name), 'utf8').trimEnd().split('\n');
  const byCase = Map.groupBy(texts, (text) => (JSON.parse(text) as { caseId: string }).caseId);
  const states = [...byCase].map(([caseId, commits]) => [caseId, plain(fold(commits).state)]);
  writeFileSync(
    fileOf(name.replace('.jsonl', '.state.json')),
    `${JSON.stringify(Object.fromEntries(states), undefined, 2)}\n`,
  );
}
