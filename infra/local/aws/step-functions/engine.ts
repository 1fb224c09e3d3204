import { setTimeout } from 'node:timers/promises';
import type { InvokeFunction, InvokeOutcome, LocalClock } from '../../endpoint.ts';
import { isOutOfRoom } from '../../out-of-room.ts';
import { loadDefinition } from './check.ts';
import { historyEvent } from './history.ts';
import { advance } from './interpreter.ts';
import type { Journal } from './journal.ts';
import { parseJson, type Json } from './json.ts';
import { failure, type Execution, type TaskPhase, type Thread } from './model.ts';
import { leave, stateOf } from './outcome.ts';
import { failTask, isTask, succeedTask, taskReturned } from './tasks.ts';
import { createTimers } from './timers.ts';
import { HistoryFull, Turn, type Chance } from './turn.ts';

/** What a caller sends with a task token: `SendTaskSuccess`, `SendTaskFailure` or `SendTaskHeartbeat`. */
export type Answer =
  | { readonly kind: 'success'; readonly output: Json }
  | { readonly kind: 'failure'; readonly error: string | null; readonly cause: string | null }
  | { readonly kind: 'heartbeat' };

export interface Engine {
  /** Writes a new execution to the journal and starts it. */
  start(execution: Execution): void;
  /**
   * Ends a running execution; resolves when the end is in the journal. Has no effect on an execution that has already
   * ended.
   */
  stop(arn: string, error: string | null, cause: string | null): Promise<void>;
  /** Passes the answer to the task that waits for the token; `false` if no task waits for it. */
  answer(token: string, answer: Answer): Promise<boolean>;
  /** The ARN of the execution in which a task waits for the token. */
  awaiting(token: string): string | undefined;
  /** Stops the engine without ending executions: they continue when an engine opens the journal again. */
  close(): Promise<void>;
}

export interface EngineParts {
  readonly journal: Journal;
  readonly clock: LocalClock;
  readonly chance: Chance;
  readonly invoke: InvokeFunction;
  /**
   * Records the call of a function for the test of the IAM policies. The engine calls it before it invokes the
   * function.
   */
  readonly recordInvoke: (functionName: string) => void;
  /** Called for each execution that has ended, after its end was written to the journal. */
  readonly onEnd: (execution: Execution) => void;
}

type Message =
  | { readonly kind: 'go' }
  | { readonly kind: 'timer'; readonly thread: number | null }
  | { readonly kind: 'returned'; readonly thread: number; readonly attempt: string; readonly outcome: InvokeOutcome }
  | { readonly kind: 'answer'; readonly thread: number; readonly token: string; readonly answer: Answer }
  | { readonly kind: 'stop'; readonly error: string | null; readonly cause: string | null };

/** One running execution in memory. The engine handles the messages of an execution one after the other. */
interface Live {
  execution: Execution;
  readonly threads: Map<number, Thread>;
  readonly calls: Set<string>;
  tail: Promise<unknown>;
}

const betweenTriesMs = 500;

/**
 * The maximum number of steps in one turn. The journal is written at the end of a turn, so an execution that never
 * waits would otherwise never be written.
 */
const longestTurn = 50;

/**
 * Runs executions from the journal. Everything that happens to an execution is a message, such as a timer, the return
 * of a function, or an answer to a task. Each message makes one turn: the engine computes the changes and writes them
 * to the journal in one transaction. Only then does the engine call functions, set timers and answer callers. After a
 * crash every execution continues after its last turn in the journal. A function whose return is not in the journal is
 * called again.
 */
export function startEngine({ journal, clock, chance, invoke, recordInvoke, onEnd }: EngineParts): Engine {
  const running = new Map<string, Live>();
  const tokens = new Map<string, { readonly arn: string; readonly thread: number }>();
  let closed = false;
  /** The error of the last write that failed because the disk was full; `undefined` when writes succeed again. */
  let outOfRoom: Error | undefined;

  const timers = createTimers(clock, (key) => {
    const { arn, thread } = targetOf(key);
    const live = running.get(arn);
    if (live !== undefined) void send(live, { kind: 'timer', thread });
  });

  // A change that is not in the journal must have no effect. If the disk is full, a caller of the API gets an error,
  // and all other messages are tried again until there is space. If a commit fails for any other reason, the process
  // ends with an unhandled rejection.
  function send(live: Live, message: Message): Promise<boolean> {
    const taken = live.tail.then(() => take(live, message));
    live.tail = taken.catch((error: unknown) => {
      if (!isOutOfRoom(error)) throw error;
    });
    return taken;
  }

  async function take(live: Live, message: Message): Promise<boolean> {
    for (;;) {
      if (closed || live.execution.status !== 'RUNNING') return false;
      const { turn, applied } = await runTurn(live, message);
      if (closed) return false;
      try {
        commit(live, turn);
      } catch (error) {
        if (!isOutOfRoom(error) || message.kind === 'answer' || message.kind === 'stop') throw error;
        if (outOfRoom === undefined)
          console.error('local Step Functions: the disk has no space for the journal; trying again');
        outOfRoom = error;
        await setTimeout(betweenTriesMs);
        continue;
      }
      outOfRoom = undefined;
      return goOn(live, message, turn, applied);
    }
  }

  function goOn(live: Live, message: Message, turn: Turn, applied: boolean): boolean {
    if (message.kind === 'go') for (const thread of live.threads.values()) call(live, thread);
    if (turn.hasRunnable) setImmediate(() => void send(live, { kind: 'go' }));
    return applied;
  }

  async function runTurn(live: Live, message: Message): Promise<{ turn: Turn; applied: boolean }> {
    const now = clock.now();
    let turn: Turn | undefined;
    let applied = true;
    try {
      turn = new Turn(live.execution, loadDefinition(live.execution.definition), live.threads, now, chance);
      applied = await apply(turn, message);
      for (let step = 0; step < longestTurn && turn.running; step += 1) {
        const thread = turn.nextRunnable();
        if (thread === undefined) break;
        await advance(turn, thread);
      }
    } catch (error) {
      if (error instanceof HistoryFull && turn !== undefined) {
        const cause = 'The execution reached the maximum number of history events (25000).';
        turn.fail(failure('States.Runtime', cause), turn.execution.nextEvent - 1);
      } else {
        // The error is a defect of the engine and not a failure of a state. The changes of the turn are discarded. The
        // execution is made to fail, because otherwise it would never end.
        const empty = { startAt: '', timeoutSeconds: undefined, states: new Map() };
        turn = new Turn(live.execution, empty, live.threads, now, chance);
        const cause = `Internal error: ${error instanceof Error ? error.message : 'unknown'}`;
        turn.fail(failure('States.Runtime', cause), live.execution.nextEvent - 1);
      }
    }
    return { turn, applied };
  }

  function commit(live: Live, turn: Turn): void {
    const changes = turn.changes();
    if (changes.saved.length === 0 && changes.removed.length === 0 && changes.events.length === 0) return;
    journal.commit(changes);
    live.execution = changes.execution;
    for (const id of changes.removed) forget(live, id);
    if (live.execution.status !== 'RUNNING') {
      for (const id of live.threads.keys()) forget(live, id);
      timers.set(keyOf(live.execution.arn, null), null);
      running.delete(live.execution.arn);
      onEnd(live.execution);
      return;
    }
    for (const thread of changes.saved) {
      forget(live, thread.id);
      live.threads.set(thread.id, thread);
      watch(live, thread);
      call(live, thread);
    }
  }

  function forget(live: Live, id: number): void {
    const phase = live.threads.get(id)?.phase;
    live.threads.delete(id);
    timers.set(keyOf(live.execution.arn, id), null);
    if (phase?.kind === 'task' && phase.token !== null) tokens.delete(phase.token);
  }

  function watch(live: Live, thread: Thread): void {
    const { arn } = live.execution;
    timers.set(keyOf(arn, thread.id), dueOf(thread));
    if (thread.phase.kind === 'task' && thread.phase.token !== null)
      tokens.set(thread.phase.token, { arn, thread: thread.id });
  }

  function call(live: Live, { id, phase }: Thread): void {
    if (phase.kind !== 'task' || phase.submitted || live.calls.has(phase.attempt)) return;
    const { attempt, functionName, payload } = phase;
    live.calls.add(attempt);
    recordInvoke(functionName);
    const returned = (outcome: InvokeOutcome): void => {
      // The call is removed only after its result is in the journal. If it were removed earlier, another turn could
      // call the function again.
      void send(live, { kind: 'returned', thread: id, attempt, outcome }).finally(() => live.calls.delete(attempt));
    };
    invoke(functionName, payload).then(returned, () =>
      returned({ kind: 'failed', errorType: 'Lambda.Unknown', errorMessage: 'The function could not be invoked' }),
    );
  }

  function begin(execution: Execution, threads: readonly Thread[]): Live {
    const live: Live = {
      execution,
      threads: new Map(threads.map((thread) => [thread.id, thread])),
      calls: new Set(),
      tail: Promise.resolve(),
    };
    running.set(execution.arn, live);
    timers.set(keyOf(execution.arn, null), execution.timeoutAt);
    for (const thread of threads) watch(live, thread);
    return live;
  }

  const resumed = journal.running().map((execution) => begin(execution, journal.threads(execution.arn)));
  // The timers that became due while the engine was stopped come first. So the engine calls no function for a task that
  // has timed out.
  timers.look();
  for (const live of resumed) void send(live, { kind: 'go' });

  return {
    start(execution) {
      const root = rootThread(execution);
      const started = historyEvent(1, 0, 'ExecutionStarted', execution.startedAt, {
        input: execution.input,
        inputDetails: { truncated: false },
        roleArn: execution.roleArn,
      });
      journal.begin(execution, root, started);
      void send(begin(execution, [root]), { kind: 'go' });
    },

    async stop(arn, error, cause) {
      const live = running.get(arn);
      if (live !== undefined && outOfRoom !== undefined) throw outOfRoom;
      if (live !== undefined) await send(live, { kind: 'stop', error, cause });
    },

    async answer(token, answer) {
      const target = tokens.get(token);
      const live = target === undefined ? undefined : running.get(target.arn);
      if (target === undefined || live === undefined) return false;
      if (outOfRoom !== undefined) throw outOfRoom;
      return send(live, { kind: 'answer', thread: target.thread, token, answer });
    },

    awaiting: (token) => tokens.get(token)?.arn,

    async close() {
      closed = true;
      timers.close();
      await Promise.all([...running.values()].map(({ tail }) => tail));
    },
  };
}

/** Applies a message to the execution; `false` if it has no effect, for example because the task has already ended. */
async function apply(turn: Turn, message: Message): Promise<boolean> {
  switch (message.kind) {
    case 'go':
      return true;
    case 'stop':
      turn.abort(message.error, message.cause);
      return true;
    case 'timer':
      if (message.thread !== null) return applyTimer(turn, turn.thread(message.thread));
      if (turn.execution.timeoutAt === null || turn.execution.timeoutAt > turn.now) return false;
      turn.timeOut();
      return true;
    case 'returned':
    case 'answer': {
      const thread = turn.thread(message.thread);
      if (thread?.phase.kind !== 'task') return false;
      const { phase } = thread;
      const meant =
        message.kind === 'answer'
          ? phase.token === message.token
          : phase.attempt === message.attempt && !phase.submitted;
      if (!meant) return false;
      if (isLate(phase, turn.now)) {
        await timeOutTask(turn, thread, phase);
        return false;
      }
      const state = stateOf(turn, thread);
      if (!isTask(state)) return false;
      if (message.kind === 'returned') await taskReturned(turn, thread, phase, state, message.outcome);
      else await applyAnswer(turn, thread, phase, message.answer);
      return true;
    }
  }
}

async function applyTimer(turn: Turn, thread: Thread | undefined): Promise<boolean> {
  if (thread === undefined) return false;
  const due = dueOf(thread);
  if (due === null || due > turn.now) return false;
  const { phase } = thread;
  switch (phase.kind) {
    case 'wait': {
      const state = stateOf(turn, thread);
      if (state.Type === 'Wait') await leave(turn, thread, state, state);
      return true;
    }
    case 'retry':
      turn.save({ ...thread, phase: { kind: 'act' } });
      return true;
    case 'task':
      await timeOutTask(turn, thread, phase);
      return true;
    case 'enter':
    case 'act':
    case 'children':
    case 'queued':
    case 'begin':
    case 'done':
      return false;
  }
}

async function applyAnswer(turn: Turn, thread: Thread, phase: TaskPhase, answer: Answer): Promise<void> {
  const state = stateOf(turn, thread);
  if (!isTask(state)) throw new Error(`the state '${thread.state}' has no token`);
  switch (answer.kind) {
    case 'success':
      return succeedTask(turn, thread, state, answer.output);
    case 'failure':
      return failTask(turn, thread, state, failure(answer.error, answer.cause));
    case 'heartbeat':
      if (phase.heartbeatMs !== null)
        turn.save({ ...thread, phase: { ...phase, heartbeatAt: turn.now + phase.heartbeatMs } });
  }
}

/** A missed heartbeat has the error name States.Timeout, as a timeout has. This was recorded on AWS. */
async function timeOutTask(turn: Turn, thread: Thread, phase: TaskPhase): Promise<void> {
  const state = stateOf(turn, thread);
  if (!isTask(state)) throw new Error(`the state '${thread.state}' has no timeout`);
  const missedHeartbeat = phase.heartbeatAt !== null && phase.heartbeatAt < (phase.timeoutAt ?? Infinity);
  await failTask(turn, thread, state, {
    error: 'States.Timeout',
    cause: null,
    kind: missedHeartbeat ? 'heartbeat' : 'timeout',
  });
}

function isLate(phase: TaskPhase, now: number): boolean {
  return Math.min(phase.timeoutAt ?? Infinity, phase.heartbeatAt ?? Infinity) <= now;
}

/** When the timer of a thread is due, in milliseconds of the local clock; `null` if the thread waits for no time. */
function dueOf({ phase }: Thread): number | null {
  switch (phase.kind) {
    case 'wait':
    case 'retry':
      return phase.until;
    case 'task': {
      const due = Math.min(phase.timeoutAt ?? Infinity, phase.heartbeatAt ?? Infinity);
      return due === Infinity ? null : due;
    }
    case 'enter':
    case 'act':
    case 'children':
    case 'queued':
    case 'begin':
    case 'done':
      return null;
  }
}

function rootThread(execution: Execution): Thread {
  const input = parseJson(execution.input);
  return {
    id: 0,
    parent: null,
    index: 0,
    item: null,
    state: loadDefinition(execution.definition).startAt,
    input: input.ok ? input.value : null,
    variables: {},
    enteredAt: execution.startedAt,
    enteredEvent: 0,
    beforeEntry: 0,
    last: 0,
    retries: [],
    phase: { kind: 'enter' },
  };
}

function keyOf(arn: string, thread: number | null): string {
  return `${thread ?? ''}#${arn}`;
}

function targetOf(key: string): { readonly arn: string; readonly thread: number | null } {
  const mark = key.indexOf('#');
  const thread = key.slice(0, mark);
  return { arn: key.slice(mark + 1), thread: thread === '' ? null : Number(thread) };
}
