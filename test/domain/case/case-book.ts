import { refusalInWords } from '#domain/case/refusals/in-words.ts';
import { englishRefusals } from '#domain/case/refusals/en.ts';
import { canonical, sha256 } from '#domain/canonical/canonical.ts';
import type { Reviewed } from '#domain/case/answer/commands.ts';
import type { Command } from '#domain/case/command.ts';
import { decide } from '#domain/case/decide.ts';
import type { Decision } from '#domain/case/decision.ts';
import type { CaseEvent } from '#domain/case/events.ts';
import { evolveCommit } from '#domain/case/evolve.ts';
import { keyOf } from '#domain/case/letters/letter-key.ts';
import { type Letter, letterOfKey, owedLetter, owedLetters } from '#domain/case/letters/letters.ts';
import type { CaseRules } from '#domain/case/lifecycle/events.ts';
import { type Head, makeCommit, noCommits, readCommit } from '#domain/case/log/commit.ts';
import type { LearnedRef } from '#domain/case/search/commands.ts';
import { searchOf, type CaseState, type OpenedCase, type PlannedSystem, type Status } from '#domain/case/state.ts';
import { type Actor, type ContactRef, type HoldReason, type IdentifierRef, suffices } from '#domain/case/vocabulary.ts';
import { datesOf } from '#domain/clock/deadline.ts';

/** A Friday; the request is due on Monday 21 December 2026, extended to Monday 22 February 2027. */
export const start = '2026-11-20T08:00:00.000Z';

export const workflow: Actor = { kind: 'workflow', id: 'workflow' };
export const subject: Actor = { kind: 'subject', id: 'subject' };
export const staff = (id: string): Actor => ({ kind: 'staff', id });

/** The instant this many minutes after `start`. */
export function minutes(after: number, from = start): string {
  return new Date(Date.parse(from) + after * 60_000).toISOString();
}

export function ref(value: string, kind: IdentifierRef['kind'] = 'email'): IdentifierRef {
  return { kind, hash: sha256(value) };
}

/** A postal address. */
export function postal(value: string): ContactRef {
  return { kind: 'postalAddress', hash: sha256(value) };
}

/** How requests are handled by default. */
export const rules: CaseRules = {
  secondPerson: 'where-it-matters',
  soleHandler: false,
  askWithinWorkingDays: 5,
  contactChangeDays: 7,
  evesCountAsHolidays: false,
};
export const alone: CaseRules = { ...rules, soleHandler: true };
export const always: CaseRules = { ...rules, secondPerson: 'always' };

/** Every status of a case, in its usual order. */
export const statuses = [
  'held',
  'identifying',
  'planning',
  'approving-search',
  'gathering',
  'reviewing',
  'released',
  'assembling',
  'assembled',
  'delivered',
  'refused',
  'closed',
] as const satisfies readonly Status[];

/** A fee for an excessive request. */
export const fee = {
  type: 'charge-fee',
  basis: 'excessive',
  amount: 20_000,
  currency: 'SEK',
  facts: 't',
  costs: 't',
  answerBy: '2026-12-04',
} as const satisfies Command;

type Facts = Extract<Command, { type: 'open' }>['facts'];

/** A request as it is opened, with the dates that follow from its receipt. */
export function openCommand(change: Partial<Facts> = {}, hold: HoldReason | null = null): Command {
  const receivedAt = change.receivedAt ?? start;
  const handled = change.rules ?? rules;
  return {
    type: 'open',
    hold,
    facts: {
      controller: 'nordvik',
      matter: 'request',
      rights: ['access'],
      language: 'sv',
      wantedLanguage: 'sv',
      channel: 'api',
      receivedAt,
      ...datesFrom(receivedAt, handled),
      timeZone: 'Europe/Stockholm',
      jurisdiction: 'SE',
      organisation: sha256('organisation'),
      request: sha256('request'),
      contact: ref('asa.berg@example.org'),
      claimed: [ref('+46701740610', 'phone')],
      rules: handled,
      approveSearch: true,
      origin: null,
      ...change,
    },
  };
}

/** The dates of a request in Sweden that was received at an instant. */
export function datesFrom(
  receivedAt: string,
  { evesCountAsHolidays }: CaseRules = rules,
): { receivedLocalDate: string; due: string; extendedDue: string } {
  const calendar = { jurisdiction: 'SE', timeZone: 'Europe/Stockholm', evesCountAsHolidays } as const;
  const { receivedLocalDate, unsuspendedDue, unsuspendedExtendedDue } = datesOf(receivedAt, calendar, []);
  return { receivedLocalDate, due: unsuspendedDue, extendedDue: unsuspendedExtendedDue };
}

interface Given {
  readonly at?: string;
  readonly by?: Actor;
  readonly id?: string;
}

/** One case as the store would keep it. Every accepted command becomes a stored commit. */
export class CaseBook {
  readonly caseId: string;
  readonly texts: string[] = [];
  state: CaseState = undefined;
  head: Head = noCommits;
  now = start;
  #commands = 0;

  constructor(caseId = 'demo-demo-demo-demo') {
    this.caseId = caseId;
  }

  /** Decides a command, and commits its events if there are any. */
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

  /** Like `give`, for a command that must be accepted; returns the state after it. */
  do(command: Command, given: Given = {}): OpenedCase {
    const decision = this.give(command, given);
    if (!decision.ok) throw new Error(`${command.type}: ${decision.code}`);
    return this.opened;
  }

  /** Like `give`, but returns a word: the refusal code, `nothing`, or the types of the events. */
  try(command: Command, given: Given = {}): string {
    const decision = this.give(command, given);
    if (!decision.ok) return decision.code;
    return decision.events.map(({ type }) => type).join(' ') || 'nothing';
  }

  /** Why a command is refused: the code and the words; empty if it is accepted. */
  why(command: Command, given: Given = {}): string {
    const decision = this.give(command, given);
    return decision.ok ? '' : `${decision.code}: ${refusalInWords(englishRefusals, decision.rule, decision.values)}`;
  }

  get opened(): OpenedCase {
    if (this.state === undefined) throw new Error('the case is not open');
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

/** A system with a connector, one whose search fails, and one that staff search. */
export const systems = [
  { id: 'crm', mode: 'automatic', level: 'contact-point', special: false },
  { id: 'shop', mode: 'automatic', level: 'contact-point', special: false },
  { id: 'binder', mode: 'manual', level: 'contact-point', special: false },
] as const;

export const found = {
  result: 'found',
  records: 2,
  files: 1,
  possible: 0,
  resources: [{ resource: 'contacts', records: 2, files: 1 }],
} as const;
export const nothing = { result: 'nothing-held', records: 0, files: 0, possible: 0 } as const;
export const failed = { result: 'failed', records: 0, files: 0, possible: 0, reason: 'unavailable' } as const;
export const taught = ref('asa@example.com');

export const commands = {
  answer: (
    system: string,
    wave: number,
    result: typeof found | typeof nothing | typeof failed = found,
    learned: (IdentifierRef & Partial<LearnedRef>)[] = [],
  ): Command => ({
    type: 'answer-search',
    system,
    wave,
    learned: learned.map((one) => ({ weight: 'own', disputed: false, ...one })),
    ...result,
  }),
  byHand: (system: string, result: typeof found | typeof nothing | typeof failed = found): Command => ({
    type: 'record-manual-result',
    system,
    sealed: 'sealed-1',
    ...result,
  }),
  screen: (round = 1): Command => ({ type: 'screen', round, settled: [] }),
  /** A release by somebody who has seen everything. */
  release: (round = 1, reviewed: Partial<Reviewed> = {}): Extract<Command, { readonly type: 'release' }> => {
    const { sheet = sha256('sheet'), preview = sha256('preview') } = reviewed;
    return {
      type: 'release',
      round,
      sheet,
      preview,
      reviewed: {
        sheet,
        preview,
        open: 0,
        waiting: [],
        partlyDays: 0,
        seen: 0,
        byRule: {},
        lines: [],
        uncut: 0,
        ...reviewed,
      },
    };
  },
  assembled: (round = 1, of: readonly string[] = systems.map(({ id }) => id), attempt = 1): Command => ({
    type: 'record-assembly',
    round,
    attempt,
    bytes: 1_000,
    sha256: sha256('zip'),
    manifestSha256: sha256('manifest'),
    entries: 3,
    systems: of.map((id) => ({ id, records: 1, files: 0 })),
  }),
  deliver: (round = 1): Command => ({ type: 'deliver', round, days: 14 }),
  search: (book: CaseBook, system: string, wave: number, result: typeof found | typeof nothing | typeof failed) => {
    book.do({ type: 'start-searches', searches: [{ system, wave }] });
    return book.do(commands.answer(system, wave, result));
  },
};

/** A refusal of the whole request without evidence of abuse, or of a part. */
export function refusal(scope: 'whole' | 'part' = 'whole', text = 'text-1'): Command {
  return { type: 'refuse', scope, ground: scope === 'whole' ? 'unfounded' : 'others-rights', text };
}

/** A refusal of kinds of record, each as `system/resource`. */
export function partRefusal(kinds: readonly string[], more: { readonly restates?: number } = {}): Command {
  const items = kinds.map((kind) => {
    const [system = '', resource = ''] = kind.split('/');
    return { system, resource, ground: 'others-rights', text: `text-${kind}`, until: null } as const;
  });
  return { type: 'refuse', scope: 'part', ground: 'others-rights', text: 'text-1', items, ...more };
}

/** A decision of two members of staff: one proposes it, and the other approves. */
export function byTwo(book: CaseBook, command: Command, given: Omit<Given, 'by'> = {}): OpenedCase {
  book.do(command, { ...given, by: staff('ada') });
  const proposal = book.opened.common.proposals.findLast(({ state }) => state === 'open')?.id ?? '';
  return book.do({ type: 'approve-proposal', proposal }, { ...given, by: staff('bo') });
}

/** The letter with this key, as in `refusal/1`. */
export function letterNamed(key: string): Letter {
  const letter = letterOfKey(key);
  if (letter === undefined) throw new Error(`${key} is no letter`);
  return letter;
}

/** The keys of the letters that are owed now. */
export function owedKeys(book: CaseBook, at = book.now): readonly string[] {
  return owedLetters(book.opened, at).map(({ letter }) => keyOf(letter));
}

/** Sends the letter with this key if it is owed now. */
export function post(book: CaseBook, key: string, at = book.now): string {
  const letter = letterNamed(key);
  if (owedLetter(book.opened, letter, at) === undefined) return 'not owed';
  book.do({ type: 'intend-letter', letter }, { at });
  return book.try(
    { type: 'record-letter', letter, attempt: book.opened.common.letters.get(key)?.attempt ?? 1 },
    { at },
  );
}

/** Proves the identity with the first code. */
export function identify(book: CaseBook): void {
  book.do({ type: 'issue-code', purpose: 'identity' });
  book.do({ type: 'count-try', purpose: 'identity' }, { by: subject });
  book.do({ type: 'prove-identity', challenge: latestChallenge(book) }, { by: subject });
}

export function latestChallenge(book: CaseBook): string {
  return book.opened.common.challenges.at(-1)?.id ?? '';
}

type Planned = Pick<PlannedSystem, 'id' | 'mode'> & Partial<PlannedSystem>;

/** A plan of these systems. By default they need no stronger proof than a code. */
export function planSearch(plan: readonly Planned[] = systems): Command {
  return {
    type: 'plan-search',
    systems: plan.map((system) => ({ level: 'contact-point', special: false, ...system })),
  };
}

/** Takes a case to the start of the search, with a proven identity and these systems. */
export function gather(book: CaseBook, plan: readonly Planned[] = systems): void {
  if (book.state === undefined) book.do(openCommand());
  identify(book);
  book.do(planSearch(plan));
  book.do({ type: 'approve-search' }, { by: staff('ada') });
}

/** Releases, assembles and delivers a round that can be screened. */
export function answerRound(book: CaseBook, round = 1, of?: readonly string[]): OpenedCase {
  book.do(commands.screen(round));
  book.do(commands.release(round), { by: staff('ada') });
  if (book.state?.stage.kind === 'reviewing') book.do(commands.release(round), { by: staff('bo') });
  book.do({ type: 'start-assembly', round });
  book.do(commands.assembled(round, of ?? systemsOf(book)));
  return book.do(commands.deliver(round));
}

/** The systems of the case that an answer may contain. */
function systemsOf(book: CaseBook): string[] {
  const state = searchOf(book.state);
  return state?.systems.filter(({ level }) => suffices(state.level, level)).map(({ id }) => id) ?? [];
}

/** Sends a code for a download, and counts a try. */
export function downloadCode(book: CaseBook): string {
  book.do({ type: 'issue-code', purpose: 'download' }, { by: subject });
  book.do({ type: 'count-try', purpose: 'download' }, { by: subject });
  return latestChallenge(book);
}

/**
 * A case in each status. From the search on, `crm` has not answered yet (in later statuses it has found something).
 * `shop` has failed and has taught an identifier that nobody has decided, and `binder` waits for staff.
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
      book.do(planSearch());
    }),
  gathering: () =>
    after((book) => {
      gather(book);
      book.do({ type: 'start-searches', searches: [{ system: 'shop', wave: 1 }] });
      book.do(commands.answer('shop', 1, failed, [taught]));
    }),
  reviewing: () => after((book) => review(book)),
  released: () =>
    after((book) => {
      review(book);
      book.do(commands.release(), { by: staff('ada') });
    }),
  assembling: () =>
    after((book) => {
      review(book);
      book.do(commands.release(), { by: staff('ada') });
      book.do({ type: 'start-assembly', round: 1 });
    }),
  assembled: () =>
    after((book) => {
      review(book);
      book.do(commands.release(), { by: staff('ada') });
      book.do({ type: 'start-assembly', round: 1 });
      book.do(commands.assembled());
    }),
  delivered: () => after((book) => complete(book)),
  refused: () =>
    after((book) => {
      book.do(openCommand());
      book.do({ type: 'issue-code', purpose: 'identity' });
      book.do(refusal(), { by: staff('ada') });
      book.do({ type: 'approve-proposal', proposal: 'proposal-1' }, { by: staff('bo') });
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
  book.do({ type: 'start-searches', searches: [{ system: 'crm', wave: 1 }] });
  book.do(commands.answer('crm', 1, found));
  book.do({ type: 'start-searches', searches: [{ system: 'shop', wave: 1 }] });
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

/** A state as plain JSON, to compare and record it: sets are sorted, and maps are objects. */
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
