// Runs the deployed definition on the local Step Functions endpoint, with functions in the same process and a clock
// that stands still.
import { commands } from '#test/domain/case/case-book.ts';
import { createRequire } from 'node:module';
import { SendTaskSuccessCommand, StopExecutionCommand } from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type * as z from 'zod';
import type { Command } from '#domain/case/command.ts';
import { decide } from '#domain/case/decide.ts';
import { evolveCommit } from '#domain/case/evolve.ts';
import type { OpenCommand } from '#domain/case/lifecycle/commands.ts';
import { searchIn, type CaseState, hasEnded, type OpenedCase, type Status } from '#domain/case/state.ts';
import { isOver, nextStep, searchesDue, waitNames } from '#domain/case/waits.ts';
import { functions } from '#infra/system.ts';
import {
  assembleExportSchema,
  awaitConditionSchema,
  caseStepSchema,
  earlierSearchSchema,
  nextSchema,
  searchSystemSchema,
  type Next,
} from '#workflows/payloads.ts';
import {
  createMachine,
  FunctionFailure,
  historyOf,
  removeFolders,
  settle,
  startExecution,
  startRig,
  type Rig,
  type TestClock,
} from '../infra/local/aws/step-functions/rig.ts';
import { allStates, deployedText, elements, releasedText, taken } from './definition.ts';

const states = allStates();

/** What goes wrong in a state, the first `times` times: the name of an error, or no response at all. */
interface Fault {
  readonly at: string;
  readonly error: string;
  readonly times: number;
}
const noAnswer = 'no answer';
const always = Number.POSITIVE_INFINITY;

interface Scenario {
  /** The replies of the case to the question what is next; `close` after the last. */
  readonly next?: readonly Next['next'][];
  readonly faults?: readonly Fault[];
  readonly ends?: 'FAILED';
}

const whole: Scenario = { next: ['search', 'wait', 'screen', 'assemble', 'close'] };
const storeIsDown: Fault = { at: 'SearchSystem', error: 'StoreUnavailable', times: always };
const unfinished: Fault = { at: 'SearchSystem', error: 'SearchGoesOn', times: always };
const ended: Fault = { at: 'Record', error: 'CaseEnded', times: always };
const broken: Fault = { at: 'SearchSystem', error: 'Error', times: always };

/** What can happen in one Task: it ends the case, it fails and is tried again, it does not respond in time. */
function task(name: string, base: Scenario = whole): readonly (readonly [string, Scenario])[] {
  const faults = base.faults ?? [];
  const withFault = (error: string, times: number): Scenario => ({
    ...base,
    faults: [{ at: name, error, times }, ...faults],
  });
  const retries = states.get(name)?.Retry?.at(-1)?.MaxAttempts ?? 0;
  return [
    [name, base],
    [`${name}: retry of CaseEnded`, withFault('CaseEnded', always)],
    [`${name}: catch of CaseEnded`, withFault('CaseEnded', always)],
    [`${name}: retry of States.ALL`, withFault('Error', retries)],
    ...(states.get(name)?.TimeoutSeconds === undefined
      ? []
      : [[`${name}: time limit`, withFault(noAnswer, 1)] as const]),
  ];
}

/** An edge of the definition, and a scenario that takes it. */
const table: readonly (readonly [string, Scenario])[] = [
  ...task('Open'),
  ...task('VerifyIdentity'),
  ...task('PlanSearch'),
  ...task('ApproveSearch'),
  ...task('NextStep'),
  ['WhatNext', whole],
  ['WhatNext to Search', whole],
  ['WhatNext to AwaitAnswers', whole],
  ['WhatNext to Screen', whole],
  ['WhatNext to PrepareReview', { next: ['review'] }],
  ['WhatNext to Assemble', { next: ['assemble'] }],
  ['WhatNext to Deliver', { next: ['deliver'] }],
  ['WhatNext to Close', whole],
  ['WhatNext to Ended', { next: ['ended'] }],
  ['Search', whole],
  ['SearchSystem', whole],
  ['SearchSystem: time limit', { ...whole, faults: [{ at: 'SearchSystem', error: noAnswer, times: 1 }] }],
  ['SearchSystem: retry of SearchGoesOn', { ...whole, faults: [{ ...unfinished, times: 3 }] }],
  ['SearchSystem: retry of States.ALL', { ...whole, faults: [{ ...broken, times: 3 }] }],
  ['SearchSystem: retry of StoreUnavailable', { ...whole, faults: [{ ...storeIsDown, times: 8 }] }],
  ['SearchSystem: catch of StoreUnavailable', { ...whole, faults: [storeIsDown], ends: 'FAILED' }],
  ['StoreIsDown', { ...whole, faults: [storeIsDown], ends: 'FAILED' }],
  ['SearchSystem: catch of States.ALL', { ...whole, faults: [broken] }],
  ['Record', whole],
  ['Record: retry of CaseEnded', { ...whole, faults: [ended] }],
  ['Record: retry of States.ALL', { ...whole, faults: [{ at: 'Record', error: 'Error', times: 8 }] }],
  ['Record: time limit', { ...whole, faults: [{ at: 'Record', error: noAnswer, times: 1 }] }],
  ['Search: catch of CaseEnded', { ...whole, faults: [ended] }],
  ...task('ApproveIdentifiers'),
  ...task('AwaitAnswers'),
  ...task('Screen'),
  ...task('PrepareReview'),
  ...task('Review'),
  ...task('Assemble'),
  ...task('Deliver'),
  ...task('Close'),
  ['Ended', whole],
];

interface Run {
  readonly caseId: string;
  answer(state: string, payload: unknown, clock: TestClock): Promise<unknown>;
}

interface Call {
  readonly name: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

let rig: Rig;
let machine: string;
/** The definition of version 0.2.0, in which a search has no order. */
let earlier: string;
let running: Run;
let executions = 0;
const tokens = new Map<string, string>();
const waiting = (): string | undefined => [...tokens.keys()].at(-1);

beforeAll(async () => {
  const answer = async (name: string, payload: unknown, clock: TestClock): Promise<unknown> =>
    await running.answer(stateOf(name, payload), payload, clock);
  rig = await startRig({
    functions: Object.fromEntries(
      ['case-step', 'await-condition', 'assemble-export', 'search-a', 'search-b', 'search-c'].map((name) => [
        name,
        async (payload: unknown, clock: TestClock) => await answer(name, payload, clock),
      ]),
    ),
  });
  machine = await createMachine(rig, deployedText(), 'access-request');
  earlier = await createMachine(rig, releasedText(), 'access-request-released');
});
afterAll(async () => {
  await rig.stop();
  removeFolders();
});

/** The state that made a call. */
function stateOf(name: string, payload: unknown): string {
  const { step, wait, make } = payload as Readonly<Partial<Record<'step' | 'wait' | 'make', string>>>;
  if (name === 'await-condition') return String(wait);
  if (name === 'assemble-export') return make === 'review-sheet' ? 'PrepareReview' : 'Assemble';
  if (name.startsWith('search-')) return 'SearchSystem';
  const steps: Readonly<Record<string, string>> = {
    open: 'Open',
    'plan-search': 'PlanSearch',
    next: 'NextStep',
    'record-search': 'Record',
    screen: 'Screen',
    deliver: 'Deliver',
    close: 'Close',
  };
  return steps[String(step)] ?? 'a step that no state asks for';
}

function scripted(scenario: Scenario, caseId: string): Run {
  const left = [...(scenario.next ?? [])];
  const used = new Map<Fault, number>();
  return {
    caseId,
    async answer(state, payload, clock) {
      const fault = scenario.faults?.find((one) => one.at === state && (used.get(one) ?? 0) < one.times);
      if (fault !== undefined) {
        used.set(fault, (used.get(fault) ?? 0) + 1);
        if (fault.error !== noAnswer) throw new FunctionFailure(fault.error, 'as the scenario asks');
        await clock.sleep(24 * 60 * 60 * 1000);
      }
      if (state === 'NextStep') {
        const next = left.shift() ?? 'close';
        const searches = next === 'search' ? [searchOf('a', 1)] : [];
        return { next, round: 1, searches } satisfies Next;
      }
      if (state === 'SearchSystem') return { end: 'searched' };
      keepToken(payload);
      return {};
    },
  };
}

function keepToken(payload: unknown): void {
  const { wait, token } = payload as { readonly wait?: string; readonly token?: string };
  if (wait !== undefined && token !== undefined) tokens.set(wait, token);
}

async function answerWait(wait: string): Promise<void> {
  const taskToken = tokens.get(wait);
  tokens.delete(wait);
  await rig.client.send(new SendTaskSuccessCommand({ taskToken, output: '{}' }));
}

interface Played {
  readonly arn: string;
  readonly status: string;
  readonly output: string | undefined;
  readonly calls: readonly Call[];
  readonly taken: ReadonlySet<string>;
  readonly history: string;
}

/** Runs one execution until it ends or waits for people. Whenever it waits for time, the time is moved on. */
async function play(run: Run, answerWaits: (wait: string) => boolean, of = machine): Promise<Played> {
  running = run;
  tokens.clear();
  const from = rig.invoked.length;
  executions += 1;
  const input = { v: of === machine ? 2 : 1, caseId: run.caseId, n: 1 };
  const arn = await startExecution(rig, of, input, `${run.caseId}-${executions}`);
  for (let turn = 0; turn < 80; turn += 1) {
    const { status = '', output } = await settle(rig, arn);
    const wait = waiting();
    if (status !== 'RUNNING' || (wait !== undefined && !answerWaits(wait))) {
      const events = (await historyOf(rig, arn)) as unknown as readonly Readonly<Record<string, unknown>>[];
      const calls = rig.invoked.slice(from) as unknown as readonly Call[];
      return { arn, status, output, calls, taken: taken(states, events), history: JSON.stringify(events) };
    }
    if (wait === undefined) rig.clock.shift(61_000);
    else await answerWait(wait);
  }
  throw new Error('the execution does not come to rest');
}

const played = new Map<string, Promise<Played>>();
/** Scenarios with the same content run once. */
async function playScenario(scenario: Scenario): Promise<Played> {
  const key = JSON.stringify(scenario, (_, value: unknown) => (value === always ? 'always' : value));
  const known = played.get(key) ?? play(scripted(scenario, 'r3a7-bn7d-vm2j-q05v'), () => true);
  played.set(key, known);
  return await known;
}

const schemas: Readonly<Record<string, z.ZodType>> = {
  'case-step': caseStepSchema,
  'await-condition': awaitConditionSchema,
  'assemble-export': assembleExportSchema,
  search: searchSystemSchema,
};

function checkCalls(calls: readonly Call[]): void {
  for (const { name, payload } of calls) {
    const schema = schemas[name.startsWith('search-') ? 'search' : name];
    expect(schema?.safeParse(payload).error, `${name} ${JSON.stringify(payload)}`).toBeUndefined();
    expect(schema).toBeDefined();
    expect(Buffer.byteLength(JSON.stringify(payload))).toBeLessThan(8 * 1024);
  }
}

describe('The access-request workflow', () => {
  it('has a scenario for every edge in its definition, and no scenario for an edge that does not exist', () => {
    expect(table.map(([element]) => element).sort()).toEqual([...elements(states)].sort());
  });

  it('is accepted by asl-validator', () => {
    const validate = createRequire(import.meta.url)('asl-validator') as (definition: unknown) => {
      readonly isValid: boolean;
      errorsText(): string;
    };
    const verdict = validate(JSON.parse(deployedText()));
    expect(verdict.isValid ? '' : verdict.errorsText()).toBe('');
    const wrong = JSON.parse(deployedText()) as { States: Record<string, { Next: string }> };
    wrong.States['PlanSearch']!.Next = 'Nowhere';
    expect(validate(wrong).isValid).toBe(false);
  });

  it('calls only functions that are deployed', () => {
    const text = deployedText();
    expect(text).not.toContain('${');
    const names = [...text.matchAll(/"FunctionName": "([^{"]+)"/g)].map(([, name]) => name ?? '');
    for (const name of names) expect(Object.keys(functions)).toContain(name);
  });

  it.each(table)('takes: %s', async (element, scenario) => {
    const run = await playScenario(scenario);
    expect([...run.taken]).toContain(element);
    expect([...run.taken].filter((one) => one.includes('must not be'))).toEqual([]);
    expect(run.status).toBe(scenario.ends ?? 'SUCCEEDED');
    expect(run.output).toBe(scenario.ends === undefined ? '{}' : undefined);
    checkCalls(run.calls);
    // Only ids pass through it.
    expect(Buffer.byteLength(run.history)).toBeLessThan(256 * 1024);
  });

  it('ends at once and without an error wherever the case has ended', async () => {
    for (const [name, state] of states)
      if (state.Catch?.some(({ Next }) => Next === 'Ended') === true) {
        // The Map ends if one of its results cannot be recorded any more.
        const at = state.Type === 'Map' ? 'Record' : name;
        const run = await playScenario({ ...whole, faults: [{ at, error: 'CaseEnded', times: always }] });
        expect(stateOf(run.calls.at(-1)?.name ?? '', run.calls.at(-1)?.payload)).toBe(at);
        expect(run.status).toBe('SUCCEEDED');
      }
  });

  it('continues the case when a search has failed for the last time', async () => {
    const run = await playScenario({ ...whole, faults: [broken] });
    expect(run.calls.filter(({ name }) => name === 'search-a')).toHaveLength(4);
    expect(run.calls.find(({ payload }) => payload['step'] === 'record-search')?.payload).toMatchObject({
      system: 'a',
      wave: 1,
      run: 0,
      end: 'failed',
    });
    expect([...run.taken]).toContain('ApproveIdentifiers');
  });

  it('fails only after nine attempts at a step, so that the alarm and `reconcile` notice it', async () => {
    for (const at of ['PlanSearch', 'AwaitAnswers', 'Assemble']) {
      const run = await playScenario({ ...whole, faults: [{ at, error: 'Error', times: 9 }] });
      expect(run.status).toBe('FAILED');
      expect(run.calls.filter(({ name, payload }) => stateOf(name, payload) === at)).toHaveLength(9);
    }
  });

  it('waits without limit where it waits for people', async () => {
    const run = scripted(whole, 'patient');
    await play(run, () => false);
    expect(waiting()).toBe('VerifyIdentity');
    rig.clock.shift(100 * 24 * 60 * 60 * 1000);
    await answerWait('VerifyIdentity');
    const { taken: after } = await rest(`patient-${executions}`);
    expect(after).toContain('ApproveSearch');
  });

  it('searches in parallel, each function its own system, and a long plan keeps the payload small', async () => {
    const systems = ['a', 'b', 'c'];
    const run: Run = {
      caseId: 'several',
      async answer(state, payload) {
        if (state === 'NextStep')
          return { next: 'search', round: 1, searches: systems.map((id) => searchOf(id, 2)) } satisfies Next;
        if (state === 'SearchSystem') return { end: 'searched' };
        keepToken(payload);
        return {};
      },
    };
    const { calls } = await play(run, (wait) => wait !== 'ApproveIdentifiers');
    const searches = calls.filter(({ name }) => name.startsWith('search-'));
    expect(
      searches.map(({ name, payload }) => `${name} ${String(payload['system'])} ${String(payload['wave'])}`).sort(),
    ).toEqual(['search-a a 2', 'search-b b 2', 'search-c c 2']);
    checkCalls(calls);
    // Fifty systems with the longest names still give a small payload.
    const longest = 'x'.repeat(40);
    const many: Next = nextSchema.parse({
      next: 'search',
      round: 1,
      searches: Array.from({ length: 50 }, () => ({
        system: longest,
        wave: 9,
        run: 9,
        functionName: `search-${longest}`,
      })),
    });
    expect(Buffer.byteLength(JSON.stringify(many))).toBeLessThan(8 * 1024);
  });

  it('costs two transitions for each search, four for each wave, and seventeen besides', async () => {
    const systems = ['a', 'b', 'c'];
    const next: Next['next'][] = ['search', 'search', 'screen', 'assemble', 'close'];
    const run: Run = {
      caseId: 'priced',
      async answer(state, payload) {
        if (state === 'NextStep') {
          const what = next.shift() ?? 'close';
          return { next: what, round: 1, searches: what === 'search' ? systems.map((id) => searchOf(id, 1)) : [] };
        }
        if (state === 'SearchSystem') return { end: 'searched' };
        keepToken(payload);
        return {};
      },
    };
    const { history, status } = await play(run, () => true);
    expect(status).toBe('SUCCEEDED');
    const events = JSON.parse(history) as readonly { readonly type: string }[];
    const transitions = events.filter(({ type }) => type.endsWith('StateEntered')).length;
    expect(transitions).toBe(17 + 2 * (4 + 2 * systems.length));
  });

  it('makes no further search of a wave when the case has ended', async () => {
    const systems = Array.from({ length: 12 }, () => 'a');
    const run: Run = {
      caseId: 'withdrawn',
      async answer(state, payload) {
        if (state === 'NextStep')
          return { next: 'search', round: 1, searches: systems.map((id) => searchOf(id, 1)) } satisfies Next;
        if (state === 'SearchSystem') return { end: 'searched' };
        if (state === 'Record') throw new FunctionFailure('CaseEnded', 'the case has ended');
        keepToken(payload);
        return {};
      },
    };
    const { status, calls } = await play(run, () => true);
    expect(status).toBe('SUCCEEDED');
    expect(calls.filter(({ name }) => name.startsWith('search-')).length).toBeLessThan(systems.length);
  });

  async function rest(name: string): Promise<Played> {
    const arn = `${machine.replace(':stateMachine:', ':execution:')}:${name}`;
    const { status = '', output } = await settle(rig, arn);
    const events = (await historyOf(rig, arn)) as unknown as readonly Readonly<Record<string, unknown>>[];
    return { arn, status, output, calls: [], taken: taken(states, events), history: '' };
  }
});

function searchOf(system: string, wave: number): Next['searches'][number] {
  return { system, wave, run: 0, functionName: `search-${system}` };
}

// ---- The same with a case in memory, decided by the real rules ----

const at = '2026-11-02T09:00:00.000Z';
const hash = (letter: string): string => letter.repeat(64);
const staff = { kind: 'staff', id: 'staff-1' } as const;
const subject = { kind: 'subject', id: 'subject' } as const;

interface MemoryCase {
  state: CaseState;
}

let commandNumber = 0;
function give(memory: MemoryCase, command: Command, commandId = `command/${(commandNumber += 1)}`): void {
  const by = command.type === 'count-try' ? subject : staff;
  const decision = decide(memory.state, { commandId, by, command }, at);
  if (!decision.ok) throw new Error(`${command.type}: ${decision.code}`);
  if (decision.events.length === 0) return;
  const seq = memory.state === undefined ? 1 : memory.state.common.seq + 1;
  memory.state = evolveCommit(memory.state, { caseId: 'memory', seq, commandId, events: decision.events });
}

const counts = { records: 1, files: 0, possible: 0 };
const open: OpenCommand = {
  type: 'open',
  hold: null,
  facts: {
    controller: 'nordvik',
    matter: 'request',
    rights: ['access'],
    language: 'sv',
    wantedLanguage: 'sv',
    channel: 'api',
    receivedAt: at,
    receivedLocalDate: '2026-11-02',
    due: '2026-12-02',
    extendedDue: '2027-02-02',
    timeZone: 'Europe/Stockholm',
    jurisdiction: 'SE',
    organisation: hash('0'),
    request: hash('1'),
    contact: { kind: 'email', hash: hash('2') },
    claimed: [],
    rules: {
      secondPerson: 'never',
      soleHandler: false,
      askWithinWorkingDays: 5,
      contactChangeDays: 7,
      evesCountAsHolidays: false,
    },
    approveSearch: true,
    origin: null,
  },
};
const learned = { kind: 'phone', hash: hash('3'), weight: 'own', disputed: false } as const;
const verified: readonly Command[] = [
  open,
  { type: 'issue-code', purpose: 'identity' },
  { type: 'count-try', purpose: 'identity' },
  { type: 'prove-identity', challenge: 'identity-1' },
];
const planned: readonly Command[] = [
  ...verified,
  {
    type: 'plan-search',
    systems: [
      { id: 'a', mode: 'automatic', level: 'contact-point', special: false },
      { id: 'binders', mode: 'manual', level: 'contact-point', special: false },
    ],
  },
];
const approved: readonly Command[] = [...planned, { type: 'approve-search' }];
const taught: readonly Command[] = [
  ...approved,
  { type: 'start-searches', searches: [{ system: 'a', wave: 1 }] },
  { type: 'answer-search', system: 'a', wave: 1, learned: [learned], result: 'found', ...counts },
];
const decided: readonly Command[] = [...taught, { type: 'decide-identifier', identifier: learned.hash, accept: false }];
const accepted: readonly Command[] = [...taught, { type: 'decide-identifier', identifier: learned.hash, accept: true }];
const answered: readonly Command[] = [
  ...decided,
  { type: 'record-manual-result', system: 'binders', result: 'found', sealed: 'sealed-1', ...counts },
];
const cutOff: readonly Command[] = [...decided, { type: 'reach-cut-off', round: 1 }];
const assembly = { bytes: 1, sha256: hash('4'), manifestSha256: hash('5'), entries: 1, systems: [] };
const screened = { type: 'screen' as const, round: 1, settled: [] };
const through = (before: readonly Command[]): Readonly<Record<'reviewing' | 'released', readonly Command[]>> => ({
  reviewing: [...before, screened],
  released: [...before, screened, commands.release()],
});
const assembling: readonly Command[] = [...through(answered).released, { type: 'start-assembly', round: 1 }];
const assembled: readonly Command[] = [...assembling, { type: 'record-assembly', round: 1, attempt: 1, ...assembly }];
const delivered: readonly Command[] = [...assembled, { type: 'deliver', round: 1, days: 14 }];
const refused: readonly Command[] = [...taught, { type: 'refuse', scope: 'whole', ground: 'excessive', text: 't' }];

/**
 * Where an execution stops that is started on a case in this status: in a wait, or at its end. `AwaitAnswers` also
 * waits for undecided identifiers: it ends only when all of them are decided.
 */
const restingPlaces: Readonly<
  Record<Status, readonly (readonly [string, readonly Command[], first: string, again?: string])[]>
> = {
  held: [['held', [{ ...open, hold: 'request-unclear' }], 'VerifyIdentity']],
  identifying: [['identifying', [open], 'VerifyIdentity']],
  planning: [['planning', verified, 'ApproveSearch']],
  'approving-search': [['approving-search', planned, 'ApproveSearch']],
  gathering: [
    ['gathering, search owed', approved, 'ApproveIdentifiers', 'AwaitAnswers'],
    ['gathering, identifier learned', taught, 'AwaitAnswers'],
    ['gathering, identifier accepted', accepted, 'AwaitAnswers'],
    ['gathering, manual system pending', decided, 'AwaitAnswers'],
    ['gathering, everything answered', answered, 'Review'],
    ['gathering, cut off', cutOff, 'Review'],
  ],
  reviewing: [['reviewing', through(answered).reviewing, 'Review']],
  released: [
    ['released', through(answered).released, 'ended'],
    ['released with something pending', through(cutOff).released, 'AwaitAnswers'],
  ],
  assembling: [['assembling', assembling, 'ended']],
  assembled: [['assembled', assembled, 'ended']],
  delivered: [['delivered', delivered, 'ended']],
  refused: [['refused', refused, 'ended']],
  closed: [['closed', [...delivered, { type: 'close' }], 'ended']],
};

/** Functions that work on the case in memory like the deployed functions do. */
function remembering(memory: MemoryCase, caseId: string): Run {
  const opened = (): OpenedCase => {
    if (memory.state === undefined) throw new Error('there is no case');
    return memory.state;
  };
  return {
    caseId,
    async answer(state, payload) {
      const wait = waitNames.find((name) => name === state);
      if (wait !== undefined) {
        keepToken(payload);
        if (isOver(wait, opened())) await answerWait(wait);
        return {};
      }
      const search = searchIn(opened().stage);
      const round = search?.round ?? 0;
      const { step } = payload as { readonly step?: string };
      if (state === 'NextStep') {
        const next = nextStep(opened());
        const searches = next === 'search' && search !== undefined ? searchesDue(search) : [];
        if (searches.length > 0) give(memory, { type: 'start-searches', searches });
        return { next, round, searches: searches.map(({ system, wave }) => searchOf(system, wave)) } satisfies Next;
      }
      if (state === 'SearchSystem') {
        if (earlierSearchSchema.safeParse(payload).success)
          throw new FunctionFailure('StoreUnavailable', 'an execution of an earlier version has no orders');
        searchSystemSchema.parse(payload);
        return { end: 'searched' };
      }
      if (state === 'Record') {
        const recorded = caseStepSchema.parse(payload);
        if (recorded.step !== 'record-search') throw new Error('another step was asked for');
        const { system, wave } = recorded;
        const first = wave === 1 ? [learned] : [];
        give(memory, { type: 'answer-search', system, wave, learned: first, result: 'found', ...counts });
        return {};
      }
      if (state === 'PlanSearch' && opened().stage.kind === 'planning') give(memory, planned.at(-1)!);
      if (state === 'Screen' && opened().stage.kind === 'gathering') give(memory, { ...screened, round });
      if (state === 'Assemble') {
        if (opened().stage.kind === 'released') give(memory, { type: 'start-assembly', round });
        if (opened().stage.kind === 'assembling')
          give(memory, { type: 'record-assembly', round, attempt: 1, ...assembly });
      }
      if (state === 'Deliver' && opened().stage.kind === 'assembled')
        give(memory, { type: 'deliver', round, days: 14 });
      if (state === 'Close' && opened().stage.kind !== 'closed') give(memory, { type: 'close' });
      if (step !== 'close' && hasEnded(opened())) throw new FunctionFailure('CaseEnded', 'the case has ended');
      return {};
    },
  };
}

/** The case without the ids of the commands that it has seen. */
function unseen({ state }: MemoryCase): unknown {
  return state === undefined ? state : { ...state, common: { ...state.common, seen: undefined } };
}

describe('An execution can be replaced at any time by another one for the same case', () => {
  const rows = Object.values(restingPlaces).flat();
  for (const [name, commands, place, again = place] of rows)
    it(`reaches its wait when the case is ${name}`, async () => {
      const memory: MemoryCase = { state: undefined };
      for (const command of commands) give(memory, command);
      const caseId = name.replaceAll(/\W+/g, '-');
      const first = await play(remembering(memory, caseId), () => false);
      checkCalls(first.calls);
      const restsAt = first.status === 'SUCCEEDED' ? 'ended' : waiting();
      expect(restsAt).toBe(place);
      const after = structuredClone(unseen(memory));

      // Another execution for the same case stops at the same place and changes nothing.
      const second = await play(remembering(memory, `${caseId}-again`), () => false);
      expect(second.status === 'SUCCEEDED' ? 'ended' : waiting()).toBe(again);
      expect(unseen(memory)).toEqual(after);
    });
});

describe('An execution of the earlier definition', () => {
  it.each([
    ['waits for people', decided, 'AwaitAnswers'],
    ['waits for a decision on an identifier', taught, 'AwaitAnswers'],
  ] as const)('that %s is stopped, and a new one reaches the same wait', async (name, commands, place) => {
    const memory: MemoryCase = { state: undefined };
    for (const command of commands) give(memory, command);
    const caseId = `before-${name.replaceAll(/\W+/g, '-')}`;
    const before = await play(remembering(memory, caseId), () => false, earlier);
    expect([before.status, waiting()]).toEqual(['RUNNING', place]);
    const after = structuredClone(unseen(memory));
    await rig.client.send(new StopExecutionCommand({ executionArn: before.arn }));
    expect((await settle(rig, before.arn)).status).toBe('ABORTED');
    const anew = await play(remembering(memory, caseId), () => false);
    expect([anew.status, waiting()]).toEqual(['RUNNING', place]);
    expect(unseen(memory)).toEqual(after);
  });

  it('that is searching records no failure: it ends, and a new one makes the search', async () => {
    const memory: MemoryCase = { state: undefined };
    for (const command of approved) give(memory, command);
    const before = await play(remembering(memory, 'before-searching'), () => false, earlier);
    expect(before.status).toBe('FAILED');
    expect(searchIn(memory.state!.stage)?.systems[0]?.replies).toEqual([]);
    const anew = await play(remembering(memory, 'before-searching'), () => false);
    expect([anew.status, waiting()]).toEqual(['RUNNING', 'ApproveIdentifiers']);
    expect(searchIn(memory.state!.stage)?.systems[0]?.replies).toMatchObject([{ result: 'found' }]);
  });
});
