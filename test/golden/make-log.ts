// Makes the golden log of a version, once: `node test/golden/make-log.ts`. A log that was released is never made again,
// so an existing one is left alone; a new version of the events gets a log of its own.
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { CaseState } from '#domain/case/state.ts';
import {
  answerRound,
  CaseBook,
  commands,
  downloadCode,
  failed,
  found,
  gather,
  minutes,
  nothing,
  openCommand,
  plain,
  ref,
  staff,
  subject,
  taught,
} from '#test/domain/case/case-book.ts';

const clock = { kind: 'clock', id: 'watch-deadlines' } as const;

/** An e-mail request that is held, searched in two waves, answered in part, and completed by a supplement. */
function complete(): CaseBook {
  const book = new CaseBook('g0ld-c0mp-1ete-0001');
  book.do(openCommand({ channel: 'email', secondPerson: true, rights: ['access', 'portability'] }, 'request-unclear'), {
    by: subject,
    id: 'open',
  });
  book.do({ type: 'note', text: 'text-1' }, { by: staff('ada') });
  book.do({ type: 'lift-hold' }, { by: staff('ada') });
  book.do({ type: 'record-execution', n: 1 });
  letter(book, 'M1', 'M1');
  gather(book);
  letter(book, 'M1', 'M1');
  book.do({ type: 'start-search', system: 'crm', wave: 1 });
  book.do(commands.answer('crm', 1, found, [taught, ref('10', 'customerNumber')]));
  commands.search(book, 'shop', 1, failed);
  book.do({ type: 'decide-identifier', identifier: taught.hash, accept: true }, { by: staff('ada') });
  book.do({ type: 'decide-identifier', identifier: ref('10', 'customerNumber').hash, accept: false }, { by: staff('ada') });
  commands.search(book, 'crm', 2, nothing);
  commands.search(book, 'shop', 2, found);
  book.now = minutes(60 * 24 * 22);
  book.do({ type: 'warn-deadline', daysLeft: 10 }, { by: clock });
  book.do({ type: 'extend', category: 'complexity', text: 'text-2' }, { by: staff('cy') });
  letter(book, 'M4/1', 'M4');
  book.do({ type: 'reach-cut-off', round: 1 }, { by: clock });
  book.do(commands.screen());
  book.do({ type: 'refuse', scope: 'part', ground: 'Art. 15(4)', text: 'text-3' }, { by: staff('cy') });
  book.do({ ...commands.byHand('binder'), page: 1 } as never, { by: staff('ada') });
  book.do({ type: 'release', round: 1 }, { by: staff('ada') });
  book.do({ type: 'release', round: 1 }, { by: staff('bo') });
  book.do({ type: 'start-assembly', round: 1 });
  book.do(commands.assembled());
  book.do(commands.deliver());
  letter(book, 'M8', 'M8');
  book.do({ type: 'grant-download', challenge: downloadCode(book), round: 1 }, { by: subject });
  book.now = minutes(60 * 24 * 95);
  book.do({ type: 'owe-status' }, { by: clock });
  letter(book, 'STATUS/2027-02-22', 'STATUS');
  book.do({ type: 'retry-system', system: 'shop' }, { by: staff('ada') });
  commands.search(book, 'shop', 1, nothing);
  answerRound(book, 2);
  letter(book, 'M24/2', 'M24');
  book.do({ type: 'close' });
  book.do({ type: 'purge-material' }, { by: { kind: 'clock', id: 'purge-expired' } });
  return book;
}

/** A request that is refused as a whole, late. */
function refused(): CaseBook {
  const book = new CaseBook('g0ld-refu-sed0-0002');
  book.do(openCommand({ language: 'en', channel: 'portal', approveSearch: false }), { by: subject, id: 'open' });
  book.now = minutes(60 * 24 * 40);
  book.do({ type: 'refuse', scope: 'whole', ground: 'Art. 12(5)', text: 'text-1' }, { by: staff('cy') });
  letter(book, 'M6/1', 'M6');
  return book;
}

/** A case that is on its way: nothing is lost of one that a release finds half done. */
function underway(): CaseBook {
  const book = new CaseBook('g0ld-unde-rway-0003');
  book.do(openCommand({ channel: 'staff' }), { by: staff('ada'), id: 'open' });
  gather(book);
  book.do({ type: 'start-search', system: 'crm', wave: 1 });
  book.do(commands.answer('crm', 1, found, [taught, ref('10', 'customerNumber'), ref('070', 'phone')]));
  commands.search(book, 'shop', 1, nothing);
  book.do({ type: 'decide-identifier', identifier: taught.hash, accept: true }, { by: staff('ada') });
  book.do({ type: 'decide-identifier', identifier: ref('070', 'phone').hash, accept: false }, { by: staff('ada') });
  commands.search(book, 'shop', 2, failed);
  book.do({ ...commands.byHand('binder'), result: 'withheld', records: 0, files: 0, ground: 'Art. 15(4)' } as never);
  book.do({ type: 'reach-cut-off', round: 1 }, { by: clock });
  commands.search(book, 'crm', 2, nothing);
  book.do(commands.screen());
  return book;
}

function letter(book: CaseBook, id: string, code: 'M1' | 'M4' | 'M6' | 'M8' | 'M24' | 'STATUS'): void {
  const intended = book.give({ type: 'intend-letter', letter: id, code });
  if (intended.ok) book.do({ type: 'record-letter', letter: id, attempt: 1 });
}

const file = path.join(import.meta.dirname, 'log-v1.jsonl');
if (existsSync(file)) throw new Error('this log was made already: it stays as it is');
const books = [complete(), refused(), underway()];
writeFileSync(file, books.flatMap(({ texts }) => texts.map((text) => `${text}\n`)).join(''));
const states: Record<string, CaseState> = Object.fromEntries(books.map(({ caseId, state }) => [caseId, state]));
writeFileSync(
  path.join(import.meta.dirname, 'log-v1.state.json'),
  `${JSON.stringify(
    Object.fromEntries(Object.entries(states).map(([caseId, state]) => [caseId, plain(state)])),
    undefined,
    2,
  )}\n`,
);
