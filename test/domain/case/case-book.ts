import { canonical, sha256 } from '#domain/canonical/canonical.ts';
import type { Command } from '#domain/case/command.ts';
import { makeCommit, noCommits, readCommit, type Head } from '#domain/case/commit.ts';
import { decide, type Decision } from '#domain/case/decide.ts';
import type { Actor, CaseEvent, HoldReason, IdentifierRef } from '#domain/case/events.ts';
import { evolveCommit } from '#domain/case/evolve.ts';
import { absent, type CaseState, type OpenedCase, type Status } from '#domain/case/state.ts';
import { deadlines } from '#domain/clock/deadline.ts';

/** A Friday; the request is due on Monday 21 December 2026, extended to Monday 22 February 2027. */
export const start = '2026-11-20T08:00:00.000Z';

export const workflow: Actor = { kind: 'workflow', id: 'workflow' };
export const subject: Actor = { kind: 'subject', id: 'subject' };
export const staff = (id: string): Actor => ({ kind: 'staff', id });

/** The instant so many minutes after `start`. */
export function minutes(after: number, from = start): string {
  return new Date(Date.parse(from) + after * 60_000).toISOString();
}

export function ref(value: string, kind: IdentifierRef['kind'] = 'email'): IdentifierRef {
  return { kind, hash: sha256(value) };
}

type Facts = Extract<Command, { type: 'open' }>['facts'];

export function openCommand(change: Partial<Facts> = {}, hold: HoldReason | null = null): Command {
  const receivedAt = change.receivedAt ?? start;
  return {
    type: 'open',
    hold,
    facts: {
      controller: 'nordvik',
      rights: ['access'],
      language: 'sv',
      channel: 'api',
      receivedAt,
      ...deadlines(receivedAt, 'SE', 'Europe/Stockholm'),
      timeZone: 'Europe/Stockholm',
      organisation: sha256('organisation'),
      request: sha256('request'),
      contact: ref('asa.berg@example.org'),
      claimed: [ref('+46701740610', 'phone')],
      secondPerson: false,
      approveSearch: true,
      ...change,
    },
  };
}

interface Given {
  readonly at?: string;
  readonly by?: Actor;
  readonly id?: string;
}

/** One case as the store would keep it: every accepted command is a stored commit. */
export class CaseBook {
  readonly caseId: string;
  readonly texts: string[] = [];
  state: CaseState = absent;
  head: Head = noCommits;
  now = start;
  #commands = 0;

  constructor(caseId = 'demo-demo-demo-demo') {
    this.caseId = caseId;
  }

  /** Decides and, when something happened, commits. */
  give(command: Command, { at = this.now, by = workflow, id }: Given = {}): Decision {
    this.#commands += 1;
    const commandId = id ?? `command-${this.#commands}`;
    const decision = decide(this.state, { commandId, by, command }, at);
    if (!decision.ok || decision.events.length === 0) return decision;
    const commit = makeCommit(this.caseId, this.head, commandId, decision.events);
    this.state = evolveCommit(this.state, readCommit(commit.text));
    this.head = { seq: commit.seq, hash: commit.hash };
    this.texts.push(commit.text);
    return decision;
  }

  /** As `give`, for what must be accepted; gives the state after it. */
  do(command: Command, given: Given = {}): OpenedCase {
    const decision = this.give(command, given);
    if (!decision.ok) throw new Error(`${command.type}: ${decision.code}`);
    return this.opened;
  }

  /** As `give`, in a word: the refusal code, `nothing`, or the types of the events. */
  try(command: Command, given: Given = {}): string {
    const decision = this.give(command, given);
    if (!decision.ok) return decision.code;
    return decision.events.map(({ type }) => type).join(' ') || 'nothing';
  }

  get opened(): OpenedCase {
    if (this.state.status === 'absent') throw new Error('the case is not open');
    return this.state;
  }

  get events(): readonly CaseEvent[] {
    return this.texts.flatMap((text) => readCommit(text).events);
  }

  copy(): CaseBook {
    const copy = new CaseBook(this.caseId);
    copy.texts.push(...this.texts);
    copy.state = this.state;
    copy.head = this.head;
    copy.now = this.now;
    copy.#commands = this.#commands + 1000;
    return copy;
  }
}

/** A system that a machine searches, one whose search fails, and one that a person searches. */
export const systems = [
  { id: 'crm', mode: 'automatic' },
  { id: 'shop', mode: 'automatic' },
  { id: 'binder', mode: 'manual' },
] as const;

export const found = { result: 'found', records: 2, files: 1, possible: 0 } as const;
export const nothing = { result: 'nothing-held', records: 0, files: 0, possible: 0 } as const;
export const failed = { result: 'failed', records: 0, files: 0, possible: 0, reason: 'unavailable' } as const;
export const taught = ref('asa@example.com');

export const commands = {
  answer: (
    system: string,
    wave: number,
    result: typeof found | typeof nothing | typeof failed = found,
    learned: IdentifierRef[] = [],
  ): Command => ({ type: 'answer-search', system, wave, learned, ...result }),
  byHand: (system: string, result: typeof found | typeof nothing | typeof failed = found): Command => ({
    type: 'record-manual-result',
    system,
    ...result,
  }),
  screen: (round = 1): Command => ({ type: 'screen', round, possible: 0 }),
  assembled: (round = 1): Command => ({
    type: 'record-assembly',
    round,
    bytes: 1_000,
    sha256: sha256('zip'),
    manifestSha256: sha256('manifest'),
    entries: 3,
    systems: systems.map(({ id }) => ({ id, records: 1, files: 0 })),
  }),
  deliver: (round = 1): Command => ({ type: 'deliver', round, availableUntil: '2027-01-31T22:59:59.999Z' }),
  search: (book: CaseBook, system: string, wave: number, result: typeof found | typeof nothing | typeof failed) => {
    book.do({ type: 'start-search', system, wave });
    return book.do(commands.answer(system, wave, result));
  },
};

/** Proves the identity with the first code. */
export function identify(book: CaseBook): void {
  book.do({ type: 'issue-code', purpose: 'identity' });
  book.do({ type: 'count-try', purpose: 'identity' }, { by: subject });
  book.do({ type: 'prove-identity', challenge: latestChallenge(book) }, { by: subject });
}

export function latestChallenge(book: CaseBook): string {
  return book.opened.challenges.at(-1)?.id ?? '';
}

/** To the start of the search, identity proven, with these systems. */
export function gather(book: CaseBook, plan: readonly { id: string; mode: 'automatic' | 'manual' }[] = systems): void {
  if (book.state.status === 'absent') book.do(openCommand());
  identify(book);
  book.do({ type: 'plan-search', systems: [...plan] });
  book.do({ type: 'approve-search' }, { by: staff('ada') });
}

/** Releases, assembles and delivers a round that can be screened. */
export function answerRound(book: CaseBook, round = 1): OpenedCase {
  book.do(commands.screen(round));
  book.do({ type: 'release', round }, { by: staff('ada') });
  if (book.state.status === 'reviewing') book.do({ type: 'release', round }, { by: staff('bo') });
  book.do({ type: 'start-assembly', round });
  book.do(commands.assembled(round));
  return book.do(commands.deliver(round));
}

/** A code for fetching the answer, sent and tried. */
export function downloadCode(book: CaseBook): string {
  book.do({ type: 'issue-code', purpose: 'download' }, { by: subject });
  book.do({ type: 'count-try', purpose: 'download' }, { by: subject });
  return latestChallenge(book);
}

/**
 * A case in each status. From the search on, `crm` is still to answer (in later statuses it has found something),
 * `shop` has failed and taught an identifier that nobody has decided, and `binder` waits for a person.
 */
export const caseIn: Readonly<Record<Status | 'absent', () => CaseBook>> = {
  absent: () => new CaseBook(),
  held: () => after((book) => book.do(openCommand({}, 'request-unclear'))),
  identifying: () =>
    after((book) => {
      book.do(openCommand());
      book.do({ type: 'issue-code', purpose: 'identity' });
      book.do({ type: 'count-try', purpose: 'identity' });
    }),
  planning: () =>
    after((book) => {
      book.do(openCommand());
      identify(book);
    }),
  'approving-search': () =>
    after((book) => {
      book.do(openCommand());
      identify(book);
      book.do({ type: 'plan-search', systems: [...systems] });
    }),
  gathering: () =>
    after((book) => {
      gather(book);
      book.do({ type: 'start-search', system: 'crm', wave: 1 });
      book.do({ type: 'start-search', system: 'shop', wave: 1 });
      book.do(commands.answer('shop', 1, failed, [taught]));
    }),
  reviewing: () => after((book) => review(book)),
  released: () =>
    after((book) => {
      review(book);
      book.do({ type: 'release', round: 1 }, { by: staff('ada') });
    }),
  assembling: () =>
    after((book) => {
      review(book);
      book.do({ type: 'release', round: 1 }, { by: staff('ada') });
      book.do({ type: 'start-assembly', round: 1 });
    }),
  assembled: () =>
    after((book) => {
      review(book);
      book.do({ type: 'release', round: 1 }, { by: staff('ada') });
      book.do({ type: 'start-assembly', round: 1 });
      book.do(commands.assembled());
    }),
  delivered: () => after((book) => complete(book)),
  refused: () =>
    after((book) => {
      book.do(openCommand());
      book.do({ type: 'issue-code', purpose: 'identity' });
      book.do({ type: 'refuse', scope: 'whole', ground: 'Art. 12(5)', text: 'text-1' }, { by: staff('ada') });
    }),
  closed: () =>
    after((book) => {
      complete(book);
      book.do({ type: 'close' });
    }),
};

function after(steps: (book: CaseBook) => unknown): CaseBook {
  const book = new CaseBook();
  steps(book);
  return book;
}

function review(book: CaseBook): void {
  gather(book);
  book.do({ type: 'start-search', system: 'crm', wave: 1 });
  book.do(commands.answer('crm', 1, found));
  book.do({ type: 'start-search', system: 'shop', wave: 1 });
  book.do(commands.answer('shop', 1, failed, [taught]));
  book.do({ type: 'reach-cut-off', round: 1 });
  book.do(commands.screen());
}

function complete(book: CaseBook): void {
  gather(book);
  commands.search(book, 'crm', 1, found);
  commands.search(book, 'shop', 1, nothing);
  book.do(commands.byHand('binder', nothing), { by: staff('ada') });
  answerRound(book);
  downloadCode(book);
}

/** A state as plain JSON, for comparing and recording: sets sorted, maps as objects. */
export function plain(state: CaseState): unknown {
  return JSON.parse(
    canonical(
      JSON.parse(
        JSON.stringify(state, (_, value: unknown) =>
          value instanceof Set
            ? [...value].toSorted()
            : value instanceof Map
              ? Object.fromEntries([...value].toSorted())
              : value,
        ),
      ),
    ),
  );
}
