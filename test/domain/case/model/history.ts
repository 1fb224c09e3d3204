// Random histories of a case: the next correct step, mixed with steps out of order, repeated steps and late steps.
import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { englishRefusals } from '#domain/case/refusals/en.ts';
import type { Command } from '#domain/case/command.ts';
import { decide } from '#domain/case/decide.ts';
import type { CaseEvent } from '#domain/case/events.ts';
import { evolveCommit } from '#domain/case/evolve.ts';
import { isPosted, owedLetters } from '#domain/case/letters/letters.ts';
import type { CaseRules } from '#domain/case/lifecycle/events.ts';
import { headLine, verifyAudit } from '#domain/case/log/audit.ts';
import { fold, foldOn, makeCommit, noCommits } from '#domain/case/log/commit.ts';
import { readSnapshot, snapshotOf } from '#domain/case/log/snapshot.ts';
import { refusalInWords } from '#domain/case/refusals/in-words.ts';
import { swedishRefusals } from '#domain/case/refusals/sv.ts';
import { type CaseState, hasEnded, type OpenedCase } from '#domain/case/state.ts';
import type { Actor } from '#domain/case/vocabulary.ts';
import { openCommand, start, subject, workflow } from '../case-book.ts';
import { anyCommand, endingCommand, staffCommand } from './any-command.ts';
import { canaries, contact, openings, phone, pick, type Dice } from './choices.ts';
import { followUp } from './follow-up.ts';
import { nextCommand, people } from './next-command.ts';
import { watch } from './event-promises.ts';
import { newModel, type Model } from './model.ts';
import { checkState } from './state-promises.ts';

const caseId = 'demo-demo-demo-demo';

/** A case with the events of each accepted command, and every command that was sent. */
export interface Real {
  state: CaseState;
  now: string;
  readonly commits: {
    readonly commandId: string;
    readonly command: Command['type'];
    readonly events: readonly CaseEvent[];
  }[];
  readonly given: { readonly id: string; readonly command: Command; readonly by: Actor; readonly at: string }[];
  /** Looks at each state of the history at its time. */
  readonly look?: Look;
}

/** Looks at a state of a history at `now` (ISO 8601). */
export type Look = (state: OpenedCase, now: string) => void;

function give(
  real: Real,
  model: Model,
  command: Command,
  by: Actor,
  at = real.now,
  id = `c${real.given.length}`,
): void {
  const before = real.state;
  const seen = before !== undefined && before.common.seen.has(id);
  const decision = decide(before, { commandId: id, by, command }, at);
  if (real.given.length % 40 === 39)
    assert.deepEqual(decide(throughSnapshot(before), { commandId: id, by, command }, at), decision);
  real.given.push({ id, command, by, at });
  if (!decision.ok) {
    const text = refusalInWords(englishRefusals, decision.rule, decision.values);
    assert.match(text, /\S \S.*\.$/);
    // Every refusal has words in both languages, which contain every date and number that they name.
    assert.doesNotMatch(text, /[{}]|undefined/);
    assert.match(refusalInWords(swedishRefusals, decision.rule, decision.values), /^[^{}]{10,}[^ ]\.$/);
    return;
  }
  if (decision.events.length === 0) return;
  assert.equal(seen, false, 'the same command took effect twice');
  const commit = { caseId, seq: real.commits.length + 1, commandId: id, events: decision.events };
  const state = evolveCommit(before, commit);
  assert.ok(state !== undefined);
  real.state = state;
  real.commits.push({ ...commit, command: command.type });
  watch(model, before, state, decision.events);
  checkState(model, state, at);
  real.look?.(state, real.now);
}

class Step implements fc.Command<Model, Real> {
  readonly #kind: keyof typeof acts;
  readonly #dice: Dice;
  constructor(kind: keyof typeof acts, dice: Dice) {
    this.#kind = kind;
    this.#dice = dice;
  }
  check(): boolean {
    return true;
  }
  run(model: Model, real: Real): void {
    acts[this.#kind](real, model, this.#dice);
  }
  toString(): string {
    return `${this.#kind}(${this.#dice.join()})`;
  }
}

const acts = {
  next(real: Real, model: Model, dice: Dice): void {
    const next = nextCommand(real.state, real.now, dice);
    if (next !== undefined) give(real, model, ...next);
  },
  /** Any command by anybody, with a clock up to an hour and a half wrong: clocks also go backwards. */
  outOfTurn(real: Real, model: Model, dice: Dice): void {
    const [, , , d] = dice;
    const at = new Date(Math.max(Date.parse(start), Date.parse(real.now) - (d % 90) * 60_000)).toISOString();
    give(real, model, anyCommand(real.state, real.now, dice), pick(people, d), at);
  },
  /** Decisions of staff beside the normal course of the case. */
  decided(real: Real, model: Model, dice: Dice): void {
    const command = staffCommand(real.state, real.now, dice);
    if (command !== undefined) give(real, model, command, pick(people, dice[3]));
  },
  /** What follows from something that was started. */
  followUp(real: Real, model: Model, dice: Dice): void {
    const [command, by] = followUp(real.state, real.now, dice) ?? [];
    if (command !== undefined && by !== undefined) give(real, model, command, by);
  },
  again(real: Real, model: Model, [a, b]: Dice): void {
    if (real.given.length === 0) return;
    const { command, by, at, id } = pick(real.given, a);
    if (b % 2 === 0) give(real, model, command, by, real.now, id);
    else give(real, model, command, by, at);
  },
  timePasses(real: Real, _: Model, [a]: Dice): void {
    const seconds = pick([1, 30, 60 * 11, 60 * 60 * 25, 60 * 60 * 24 * 3, 60 * 60 * 24 * 12, 60 * 60 * 24 * 35], a);
    real.now = new Date(Date.parse(real.now) + seconds * 1000).toISOString();
  },
  post(real: Real, model: Model, [a, b]: Dice): void {
    if (real.state === undefined) return;
    const letters = owedLetters(real.state, real.now);
    // Notices of an extension first: they move the date.
    const letter =
      letters.find(({ letter: { kind } }) => kind === 'extension') ??
      (letters.length > 0 ? pick(letters, b) : undefined);
    if (letter === undefined) return;
    if (isPosted(real.state, letter, real.now)) {
      give(real, model, { type: 'record-posted', letter: letter.letter }, pick(people, a));
      return;
    }
    give(real, model, { type: 'intend-letter', letter: letter.letter }, workflow);
    if (a % 10 < 8) give(real, model, { type: 'record-letter', letter: letter.letter, attempt: 1 }, workflow);
  },
  fetch(real: Real, model: Model, [a, b]: Dice): void {
    if (a % 5 !== 0) give(real, model, { type: 'issue-code', purpose: 'download' }, subject);
    if (a % 7 !== 0) give(real, model, { type: 'count-try', purpose: 'download' }, subject);
    if (real.state === undefined) return;
    const challenge = real.state.common.challenges.at(-1)?.id ?? '';
    const round = (b % real.state.common.deliveries.length || 0) + 1;
    give(real, model, { type: 'grant-download', challenge, round }, subject);
  },
  end(real: Real, model: Model, [a, b, c]: Dice): void {
    if (real.state === undefined || a % 6 !== 0) return;
    const command = endingCommand({ state: real.state, b, c });
    // Only the passage of time closes a case that got no reply.
    const silent = command.type === 'end' && command.ending === 'no-answer' && c % 4 !== 0;
    give(real, model, command, silent ? { kind: 'clock', id: 'watch' } : pick(people, a));
  },
};

const dice: fc.Arbitrary<Dice> = fc.tuple(fc.nat(9_999), fc.nat(9_999), fc.nat(9_999), fc.nat(9_999));
const step = (kind: keyof typeof acts): fc.Arbitrary<Step> => dice.map((choice) => new Step(kind, choice));
const course = ['next', 'next', 'next', 'next', 'timePasses', 'post', 'fetch'] as const;
const besides = ['outOfTurn', 'decided', 'decided', 'followUp', 'again', 'end'] as const;
const steps = fc.commands([...course, ...besides].map(step), { maxCommands: 60, size: 'max' });
const afterwards = fc.commands(
  (['followUp', 'followUp', 'fetch', 'fetch', 'decided', 'again', 'timePasses', 'post', 'end'] as const).map(step),
  { maxCommands: 15, size: 'max' },
);

const rightsAsked = [
  ['access'],
  ['access'],
  ['access'],
  ['access'],
  ['access'],
  ['access'],
  ['access', 'objection'],
  ['access', 'objection', 'erasure'],
  ['access', 'objection', 'erasure'],
  ['access', 'portability', 'rectification'],
  ['objection', 'consent-withdrawal'],
  ['erasure'],
] as const;

function open(real: Real, model: Model, rules: CaseRules, [a, b, c, d]: Dice): void {
  const rights = [...pick(rightsAsked, a)];
  const split = d % 9 === 0;
  give(
    real,
    model,
    openCommand(
      {
        contact,
        claimed: b % 2 === 0 ? [phone] : [],
        rules,
        rights,
        receivedAt: new Date(Date.parse(start) - (c % 3) * 86_400_000).toISOString(),
        matter: d % 24 === 0 ? 'complaint' : 'request',
        origin: split ? { case: 'whole-case', as: 'split' } : null,
      },
      rights.includes('access') && d % 24 !== 0
        ? pick(openings, b)
        : pick(['right-handled-by-staff', 'request-unclear'], b),
    ),
    subject,
  );
}

/** From every state, correct steps alone bring the case to its end: it is never stuck. */
function toTheEnd(real: Real, model: Model): void {
  for (let count = 0; count < 120 && !hasEnded(real.state); count += 1) {
    const commits = real.commits.length;
    const nextOne = nextCommand(real.state, real.now, [count + 1, 1, 0, 1], true);
    if (nextOne === undefined) break;
    give(real, model, ...nextOne);
    // Too many codes today.
    if (real.commits.length === commits) real.now = new Date(Date.parse(real.now) + 86_400_000).toISOString();
  }
  assert.equal(hasEnded(real.state), true, `stuck: ${real.state?.stage.kind}`);
}

/**
 * Checks that the log as it would be stored folds to the same state, is a valid chain, and contains no personal data.
 */
async function checkLog(real: Real): Promise<void> {
  const texts: string[] = [];
  let head = noCommits;
  for (const { commandId, events } of real.commits) {
    const { text, seq, hash } = makeCommit(caseId, head, commandId, events);
    texts.push(text);
    head = { seq, hash };
  }
  const folded = fold(texts);
  assert.deepEqual(folded.head, head);
  // Only one history in eight, because this reads its log twice.
  if (texts.length % 8 === 0) {
    const cut = texts.length - (texts.length % 7);
    const part = fold(texts.slice(0, cut));
    assert.ok(
      isDeepStrictEqual(foldOn({ ...part, state: throughSnapshot(part.state) }, texts.slice(cut)), folded),
      'a snapshot and the commits after it fold to another state',
    );
  }
  assert.ok(isDeepStrictEqual(folded.state, real.state), 'the stored texts fold to another state');
  const whole = [...texts, headLine({ caseId, ...head, anchoredAt: start })].map((line) => `${line}\n`).join('');
  assert.deepEqual(await verifyAudit(whole), { ok: true, commits: texts.length });
  for (const canary of canaries) assert.ok(!whole.includes(canary));
}

/** A state as it is read back from its snapshot. */
function throughSnapshot(state: CaseState): CaseState {
  if (state === undefined) return state;
  const head = { seq: state.common.seq, hash: '0'.repeat(64) };
  const read = readSnapshot(snapshotOf(state, head), head);
  assert.notEqual(read, undefined, 'a snapshot cannot be read');
  return read?.state;
}

/** How often each thing happened, over all histories. */
export type Tally = Map<string, number>;

/** Runs random histories under the given rules. Throws if one breaks a promise. `look` is called with each state. */
export async function histories(rules: fc.Arbitrary<CaseRules>, runs: number, look?: Look): Promise<Tally> {
  const tally: Tally = new Map();
  await fc.assert(
    fc.asyncProperty(rules, dice, steps, afterwards, async (handled, opening, list, later) => {
      const seen = look === undefined ? {} : { look };
      const real: Real = { state: undefined, now: start, commits: [], given: [], ...seen };
      const model = newModel();
      open(real, model, handled, opening);
      fc.modelRun(() => ({ model, real }), list);
      toTheEnd(real, model);
      fc.modelRun(() => ({ model, real }), later);
      toTheEnd(real, model);
      if (real.state?.stage.kind === 'closed' && real.state.stage.resume !== null && opening[3] % 2 === 0) {
        give(real, model, { type: 'reopen', text: null }, subject);
        toTheEnd(real, model);
      }
      await checkLog(real);
      for (const kind of kindsOf(real)) tally.set(kind, (tally.get(kind) ?? 0) + 1);
    }),
    { numRuns: runs, endOnFailure: true },
  );
  return tally;
}

/** What happened in a history: each type of event, each end, and things that have no event of their own. */
function kindsOf({ commits, state }: Real): Set<string> {
  const events = commits.flatMap((commit) => commit.events);
  const kinds = events.map((event) => (event.type === 'case-closed' ? `ended ${event.ending}` : event.type));
  const levels = events.filter(({ type }) => type === 'identity-proven').length;
  return new Set([
    ...commits.map(({ command }) => `command ${command}`),
    ...kinds,
    state?.stage.kind ?? 'absent',
    ...(levels > 1 ? ['step-up'] : []),
    ...events.flatMap((event) => (event.type === 'code-issued' ? [`${event.purpose} by ${event.via}`] : [])),
    ...(state !== undefined && state.common.extended ? ['extension that holds'] : []),
    ...(events.some((event) => event.type === 'delivered' && event.round > 1) ? ['supplement'] : []),
    ...(events.some((event) => event.type === 'search-started' && event.wave > 1) ? ['second wave'] : []),
    ...(events.some((event) => event.type === 'refused' && event.late) ? ['late refusal'] : []),
    ...(events.some((event) => event.type === 'asked' && event.suspends) ? ['suspension'] : []),
  ]);
}
