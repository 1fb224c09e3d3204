// Random histories of a case: the next right step, mixed with steps out of turn, the same again, and the same late.
import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identifierHash } from '#casework/keys.ts';
import { headLine, verifyAudit } from '#domain/case/audit.ts';
import type { Command } from '#domain/case/command.ts';
import { fold } from '#domain/case/commit.ts';
import { letterCodeSchema, type Actor, type CaseEvent } from '#domain/case/events.ts';
import { outcomeOf } from '#domain/case/outcome.ts';
import { owedLetters } from '#domain/case/owed-letters.ts';
import { asWorking, hasEnded, type SearchedSystem } from '#domain/case/state.ts';
import { isOver, nextStep, searchesDue } from '#domain/case/waits.ts';
import type { IdentifierKind } from '#domain/identifiers/identifier.ts';
import { CaseBook, commands, openCommand, staff, start, subject, systems, workflow } from './case-book.ts';

const runs = 1_000;
const caseKey = 'c'.repeat(64);
const people = [staff('ada'), staff('bo'), staff('cy')];
const canaries = ['asa.berg@example.org', 'asa@example.com', '+46701740610', 'canary-10'];
const kinds: readonly IdentifierKind[] = ['email', 'email', 'phone', 'customerNumber'];
const identifiers = canaries.map((value, index) => {
  const kind = kinds[index] ?? 'email';
  return { kind, hash: identifierHash(caseKey, { kind, value }) };
});
const results = ['found', 'nothing-held', 'withheld', 'failed'] as const;

/** Numbers that a step takes its choices from. */
type Dice = readonly [number, number, number, number];
const dice: fc.Arbitrary<Dice> = fc.tuple(fc.nat(999), fc.nat(999), fc.nat(999), fc.nat(999));
const pick = <T>(list: readonly T[], die: number): T => list[die % list.length] as T;

function counts(die: number) {
  const result = pick(results, die);
  return {
    result,
    records: result === 'found' ? 1 : 0,
    files: 0,
    possible: die % 3,
    ...(result === 'failed' ? { reason: 'unavailable' } : {}),
    ...(result === 'withheld' ? { ground: 'Art. 15(4)' } : {}),
  };
}

/** What would rightly come next. `settled` chooses so that the case comes to its end. */
function nextCommand(book: CaseBook, [a, b, c, d]: Dice, settled = false): readonly [Command, Actor] | undefined {
  const { state } = book;
  const person = pick(people, a);
  switch (state.status) {
    case 'absent':
      return [openCommand({ contact: identifiers[0]!, claimed: [] }, a % 4 === 0 ? 'request-unclear' : null), subject];
    case 'held':
      return [{ type: 'lift-hold' }, person];
    case 'identifying': {
      const challenge = state.challenges.findLast(({ purpose }) => purpose === 'identity');
      if (challenge === undefined || challenge.expiresAt <= book.now)
        return [{ type: 'issue-code', purpose: 'identity' }, workflow];
      if (challenge.tries === 0) return [{ type: 'count-try', purpose: 'identity' }, subject];
      return [{ type: 'prove-identity', challenge: challenge.id }, subject];
    }
    case 'planning':
      return [{ type: 'plan-search', systems: [...systems] }, workflow];
    case 'approving-search':
      return [{ type: 'approve-search' }, person];
    case 'gathering': {
      const step = nextStep(state);
      if (step === 'close') return [{ type: 'close' }, workflow];
      if (step === 'screen') return [commands.screen(state.round), workflow];
      const open = state.learned.find(({ decision }) => decision === null);
      if (step === 'search' && (settled || a % 4 !== 0)) {
        const search = pick(searchesDue(state), a);
        const system = state.systems.find(({ id }) => id === search.system);
        if (state.wave < search.wave || system?.startedAt === null)
          return [{ type: 'start-search', ...search }, workflow];
        const learned = settled ? [] : identifiers.filter((_, index) => (d >> index) % 4 === 0);
        return [{ type: 'answer-search', ...search, learned, ...(settled ? commands_found : counts(c)) }, workflow];
      }
      if (open !== undefined)
        return [
          { type: 'decide-identifier', identifier: open.identifier.hash, accept: !settled && b % 2 === 0 },
          person,
        ];
      const pending = state.systems.find((one) => outcomeOf(one, state).outcome === 'pending' && one.mode === 'manual');
      if (pending !== undefined && (settled || b % 3 !== 0))
        return [
          { type: 'record-manual-result', system: pending.id, ...(settled ? commands_found : counts(c)) },
          person,
        ];
      const broken = state.systems.find((one) => outcomeOf(one, state).outcome === 'failed');
      if (broken !== undefined && (settled || b % 2 === 0))
        return [{ type: 'retry-system', system: broken.id }, person];
      return [
        { type: 'reach-cut-off', round: state.round },
        { kind: 'clock', id: 'watch' },
      ];
    }
    case 'reviewing': {
      const fresh = people.find(({ id }) => state.approvals.every((one) => one.id !== id));
      return [{ type: 'release', round: state.round }, fresh ?? person];
    }
    case 'released':
      return [{ type: 'start-assembly', round: state.round }, workflow];
    case 'assembling':
      return [commands.assembled(state.round), workflow];
    case 'assembled':
      return [commands.deliver(state.round), workflow];
    case 'delivered':
      return [{ type: 'close' }, workflow];
    case 'refused':
    case 'closed':
      return undefined;
  }
}
const commands_found = { result: 'found', records: 1, files: 0, possible: 0 } as const;

/** Anything at all that has the right form. */
const anyCommand: fc.Arbitrary<Command> = fc.oneof(
  ...[
    fc.constantFrom<Command>(
      { type: 'lift-hold' },
      { type: 'approve-search' },
      { type: 'plan-search', systems: [...systems] },
      { type: 'owe-status' },
      { type: 'note', text: 'note-1' },
      { type: 'close' },
      { type: 'purge-material' },
      openCommand(),
    ),
    fc.constant<Command>({ type: 'extend', category: 'complexity', text: 'text-1' }),
    fc.nat(4).map((n): Command => ({ type: 'record-execution', n: n + 1 })),
    fc
      .constantFrom<Command['type']>('issue-code', 'count-try')
      .chain((type) => fc.constantFrom('identity', 'download').map((purpose) => ({ type, purpose }) as Command)),
    fc
      .tuple(fc.constantFrom('identity', 'download'), fc.nat(3), fc.boolean())
      .map(([purpose, n, grant]): Command =>
        grant
          ? { type: 'grant-download', challenge: `${purpose}-${n + 1}`, round: (n % 2) + 1 }
          : { type: 'prove-identity', challenge: `${purpose}-${n + 1}` },
      ),
    dice.map(([a, b]): Command => ({ type: 'start-search', system: pick(systems, a).id, wave: (b % 2) + 1 })),
    dice.map(([a, b, c, d]): Command => ({
      type: 'answer-search',
      system: pick(systems, a).id,
      wave: (b % 2) + 1,
      learned: [pick(identifiers, d)],
      ...counts(c),
    })),
    dice.map(([a, b]): Command => ({ type: 'record-manual-result', system: pick(systems, a).id, ...counts(b) })),
    dice.map(([a]): Command => ({ type: 'retry-system', system: pick(systems, a).id })),
    dice.map(([a, b]): Command => ({
      type: 'decide-identifier',
      identifier: pick(identifiers, a).hash,
      accept: b % 2 === 0,
    })),
    dice.map(([a, b]): Command => {
      const round = (b % 3) + 1;
      return pick(
        [
          { type: 'reach-cut-off', round },
          commands.screen(round),
          { type: 'release', round },
          { type: 'start-assembly', round },
          commands.assembled(round),
          commands.deliver(round),
        ] as const,
        a,
      );
    }),
    dice.map(([a]): Command => ({ type: 'warn-deadline', daysLeft: pick([10, 5, 2, 0], a) })),
    dice.map(([a]): Command => {
      const code = pick(letterCodeSchema.options, a);
      return { type: 'intend-letter', letter: pick(['M1', 'M8', 'M23/identity-1', 'M4/1', 'M24/2'], a), code };
    }),
    dice.map(([a, b]): Command => ({
      type: 'record-letter',
      letter: pick(['M1', 'M8', 'M23/identity-1'], a),
      attempt: (b % 2) + 1,
    })),
  ].map((arbitrary) => ({ arbitrary, weight: 1 })),
  {
    arbitrary: fc.constant<Command>({ type: 'refuse', scope: 'part', ground: 'Art. 15(4)', text: 'text-2' }),
    weight: 1,
  },
);

interface Real {
  readonly book: CaseBook;
  readonly given: { readonly id: string; readonly command: Command; readonly by: Actor; readonly at: string }[];
}
/** What must be true is kept beside the case, from the events alone. */
interface Model {
  proven: boolean;
  held: boolean;
  due: string | undefined;
  readonly lettersSent: Set<string>;
}

function give(real: Real, model: Model, id: string, command: Command, by: Actor, at: string): void {
  const { book } = real;
  const before = book.state;
  const seen = before.status !== 'absent' && before.seen.has(id);
  const commits = book.texts.length;
  const decision = book.give(command, { id, by, at });
  real.given.push({ id, command, by, at });
  if (!decision.ok || decision.events.length === 0) {
    assert.equal(book.state, before);
    return;
  }
  assert.equal(seen, false);
  assert.equal(book.texts.length, commits + 1);
  for (const event of decision.events) watch(model, event);
  const state = book.opened;
  assert.equal(state.due, model.due);
  assert.equal(state.facts.due, '2026-12-21');
  checkSystems(book);
}

function watch(model: Model, event: CaseEvent): void {
  switch (event.type) {
    case 'case-opened':
      model.held = event.hold !== null;
      model.due = event.due;
      return;
    case 'hold-lifted':
      model.held = false;
      return;
    case 'identity-proven':
      assert.equal(model.held, false);
      model.proven = true;
      return;
    case 'search-started':
    case 'assembled':
    case 'delivered':
    case 'download-granted':
      assert.equal(model.proven, true);
      return;
    case 'extended':
      model.due = event.due;
      return;
    case 'letter-intended':
      assert.equal(model.held, false);
      return;
    case 'letter-sent':
      assert.equal(model.lettersSent.has(event.letter), false);
      model.lettersSent.add(event.letter);
      return;
    default:
  }
}

/** Every planned system is there, once, with one outcome, and no search looks better than it was. */
function checkSystems(book: CaseBook): void {
  const state = book.opened;
  const working = asWorking(state);
  const list: readonly SearchedSystem[] = working?.systems ?? (state.status === 'closed' ? state.systems : []);
  if (working === undefined && state.status !== 'closed') return;
  assert.equal(list.map(({ id }) => id).join(), systems.map(({ id }) => id).join());
  if (working === undefined) return;
  // A driver that waits is let go exactly when there is something else to do.
  assert.equal(isOver('Review', state), nextStep(state) !== 'review');
  assert.equal(isOver('AwaitAnswers', state), nextStep(state) !== 'wait');
  for (const system of list) {
    const { outcome } = outcomeOf(system, working);
    if (system.replies.some(({ result }) => result === 'failed')) assert.equal(outcome, 'failed');
    if (system.replies.length === 0) assert.equal(outcome, 'pending');
  }
  if (state.status !== 'delivered') return;
  // All is delivered: every wave that an accepted identifier opened was searched, in every automatic system.
  const waves = working.learned.flatMap(({ decision }) => (decision?.accepted === true ? [decision.wave] : []));
  for (const system of list) {
    assert.match(outcomeOf(system, working).outcome, /^(found|nothing-held|withheld)$/);
    assert.notEqual(system.deliveredIn, null);
    if (system.mode === 'manual' || system.replies.some(({ wave }) => wave === 0)) continue;
    for (const wave of [1, ...waves]) assert.equal(system.replies.filter((one) => one.wave === wave).length, 1);
  }
}

class Step implements fc.Command<Model, Real> {
  readonly act: (model: Model, real: Real) => void;
  readonly #name: string;
  constructor(name: string, act: (model: Model, real: Real) => void) {
    this.#name = name;
    this.act = act;
  }
  check(): boolean {
    return true;
  }
  run(model: Model, real: Real): void {
    this.act(model, real);
  }
  toString(): string {
    return this.#name;
  }
}

const advance = dice.map(
  (choice) =>
    new Step(`next(${choice.join()})`, (model, real) => {
      const next = nextCommand(real.book, choice);
      if (next !== undefined) give(real, model, `c${real.given.length}`, ...next, real.book.now);
    }),
);
const outOfTurn = fc.tuple(anyCommand, fc.nat(2), fc.integer({ min: -90, max: 0 })).map(
  ([command, person, late]) =>
    new Step(`${JSON.stringify(command)} ${late}`, (model, real) => {
      const at = new Date(Math.max(Date.parse(start), Date.parse(real.book.now) + late * 60_000)).toISOString();
      give(real, model, `c${real.given.length}`, command, people[person]!, at);
    }),
);
const again = fc.tuple(fc.nat(), fc.boolean()).map(
  ([die, sameId]) =>
    new Step(`again(${die},${sameId})`, (model, real) => {
      if (real.given.length === 0) return;
      const earlier = pick(real.given, die);
      const id = sameId ? earlier.id : `c${real.given.length}`;
      give(real, model, id, earlier.command, earlier.by, sameId ? real.book.now : earlier.at);
    }),
);
const timePasses = fc
  .constantFrom(1, 30, 60 * 11, 60 * 60 * 25, 60 * 60 * 24 * 20)
  .map(
    (seconds) =>
      new Step(
        `+${seconds}s`,
        (_, { book }) => void (book.now = new Date(Date.parse(book.now) + seconds * 1000).toISOString()),
      ),
  );
const post = fc.nat(9).map(
  (die) =>
    new Step(`post(${die})`, (model, real) => {
      const { state } = real.book;
      if (state.status === 'absent') return;
      const letter = owedLetters(state, real.book.now)[0];
      if (letter === undefined) return;
      give(real, model, `c${real.given.length}`, { type: 'intend-letter', ...letter }, workflow, real.book.now);
      if (die < 7)
        give(
          real,
          model,
          `c${real.given.length}`,
          { type: 'record-letter', letter: letter.letter, attempt: 1 },
          workflow,
          real.book.now,
        );
    }),
);

const fetch = dice.map(
  ([a, b]) =>
    new Step(`fetch(${a},${b})`, (model, real) => {
      const { book } = real;
      const by = subject;
      const say = (command: Command): void => give(real, model, `c${real.given.length}`, command, by, book.now);
      if (a % 5 !== 0) say({ type: 'issue-code', purpose: 'download' });
      if (a % 7 !== 0) say({ type: 'count-try', purpose: 'download' });
      if (book.state.status === 'absent') return;
      const challenge = book.state.challenges.at(-1)?.id ?? '';
      say({ type: 'grant-download', challenge, round: (b % book.state.deliveries.length || 0) + 1 });
    }),
);

describe('A case, whatever happens to it', () => {
  it('keeps its promises', async () => {
    const ends = { closed: 0, supplements: 0, extended: 0, granted: 0, waves: 0 };
    await fc.assert(
      fc.asyncProperty(
        fc.commands([advance, advance, advance, advance, outOfTurn, again, timePasses, post, fetch], {
          maxCommands: 50,
          size: 'max',
        }),
        async (steps) => {
          const real: Real = { book: new CaseBook(), given: [] };
          const model: Model = { proven: false, held: false, due: undefined, lettersSent: new Set() };
          fc.modelRun(() => ({ model, real }), steps);
          toTheEnd(real, model);
          await checkLog(real.book);
          const { events } = real.book;
          if (real.book.state.status === 'closed') ends.closed += 1;
          if (events.some((event) => event.type === 'delivered' && event.round > 1)) ends.supplements += 1;
          if (events.some(({ type }) => type === 'extended')) ends.extended += 1;
          if (events.some(({ type }) => type === 'download-granted')) ends.granted += 1;
          if (events.some((event) => event.type === 'search-started' && event.wave > 1)) ends.waves += 1;
        },
      ),
      { numRuns: runs, endOnFailure: true },
    );
    // The histories went somewhere.
    expect(ends.closed).toBeGreaterThan(runs * 0.9);
    expect(ends.supplements).toBeGreaterThan(runs * 0.1);
    expect(ends.extended).toBeGreaterThan(runs * 0.05);
    expect(ends.waves).toBeGreaterThan(runs * 0.05);
    expect(ends.granted).toBeGreaterThan(0);
  });
});

/** From wherever it is, right steps alone bring the case to its end: it is never stuck. */
function toTheEnd(real: Real, model: Model): void {
  const { book } = real;
  for (let step = 0; step < 80 && !hasEnded(book.state); step += 1) {
    const commit = book.texts.length;
    const next = nextCommand(book, [step + 1, 1, 0, 1], true);
    if (next === undefined) break;
    give(real, model, `c${real.given.length}`, ...next, book.now);
    // Too many codes today.
    if (book.texts.length === commit) book.now = new Date(Date.parse(book.now) + 86_400_000).toISOString();
  }
  assert.equal(hasEnded(book.state), true, `stuck: ${book.state.status}`);
}

async function checkLog(book: CaseBook): Promise<void> {
  const folded = fold(book.texts);
  assert.deepEqual(folded.head, book.head);
  assert.ok(isDeepStrictEqual(folded.state, book.state), 'the stored texts fold to another state');
  const lines = [...book.texts, headLine({ caseId: book.caseId, ...book.head, anchoredAt: start })];
  const verdict = await verifyAudit(lines.map((line) => `${line}\n`).join(''));
  assert.deepEqual(verdict, { ok: true, commits: book.texts.length });
  const whole = lines.join();
  for (const canary of canaries) assert.ok(!whole.includes(canary));
}
