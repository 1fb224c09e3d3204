import type { Definition } from './definition.ts';
import { historyEvent, type Details, type HistoryEvent } from './history.ts';
import type { Changes } from './journal.ts';
import type { Json } from './json.ts';
import { historyLimit } from './limits.ts';
import type { Execution, Failure, Phase, Status, Thread } from './model.ts';

/**
 * The source of random values. Each value is written to the journal before it is used, so a restart uses the same
 * value.
 */
export interface Chance {
  uuid(): string;
  /** A new task token. */
  token(): string;
  /** A random number from 0 to below 1. */
  fraction(): number;
}

/** Thrown if the history of an execution has space only for the event that ends the execution. */
export class HistoryFull extends Error {}

/**
 * One turn of one execution: reads the state of the execution and collects changes. The engine writes the changes to
 * the journal; until then they have no effect.
 */
export class Turn {
  readonly definition: Definition;
  /** Milliseconds since the epoch; the same value during the whole turn. */
  readonly now: number;
  readonly chance: Chance;
  execution: Execution;
  readonly #before: ReadonlyMap<number, Thread>;
  readonly #saved = new Map<number, Thread>();
  readonly #removed = new Set<number>();
  readonly #events: HistoryEvent[] = [];
  /** The ids of the threads that can continue, in the order in which they run. */
  readonly #runnable = new Set<number>();

  constructor(
    execution: Execution,
    definition: Definition,
    threads: ReadonlyMap<number, Thread>,
    now: number,
    chance: Chance,
  ) {
    this.execution = execution;
    this.definition = definition;
    this.now = now;
    this.chance = chance;
    this.#before = threads;
    for (const thread of threads.values()) if (canRun(thread.phase)) this.#runnable.add(thread.id);
  }

  get running(): boolean {
    return this.execution.status === 'RUNNING';
  }

  thread(id: number): Thread | undefined {
    if (this.#removed.has(id)) return undefined;
    return this.#saved.get(id) ?? this.#before.get(id);
  }

  parentOf(thread: Thread): Thread | undefined {
    return thread.parent === null ? undefined : this.thread(thread.parent);
  }

  /** The threads of the branches or iterations inside a thread, sorted by index. */
  childrenOf(id: number): Thread[] {
    const ids = new Set([...this.#before.keys(), ...this.#saved.keys()]);
    return [...ids]
      .flatMap((each) => this.thread(each) ?? [])
      .filter((thread) => thread.parent === id)
      .sort((a, b) => a.index - b.index);
  }

  save(thread: Thread): Thread {
    this.#saved.set(thread.id, thread);
    this.#runnable.delete(thread.id);
    if (canRun(thread.phase)) this.#runnable.add(thread.id);
    return thread;
  }

  addChild(
    parent: Thread,
    child: { index: number; item: Thread['item']; state: string; input: Json; phase: Phase },
  ): Thread {
    const id = this.execution.nextThread;
    this.execution = { ...this.execution, nextThread: id + 1 };
    return this.save({
      ...child,
      id,
      input: child.input,
      parent: parent.id,
      variables: {},
      enteredAt: this.now,
      enteredEvent: 0,
      beforeEntry: parent.last,
      last: parent.last,
      retries: [],
    });
  }

  /** Removes the threads of a Map's iterations or a Parallel's branches, and all threads inside them. */
  removeChildren(id: number): void {
    for (const child of this.childrenOf(id)) {
      this.removeChildren(child.id);
      this.#removed.add(child.id);
      this.#saved.delete(child.id);
      this.#runnable.delete(child.id);
    }
  }

  /** The next thread that can continue now. Other threads wait for a timer, for a function or for an answer. */
  nextRunnable(): Thread | undefined {
    for (const id of this.#runnable) {
      this.#runnable.delete(id);
      const thread = this.thread(id);
      if (thread !== undefined) return thread;
    }
    return undefined;
  }

  get hasRunnable(): boolean {
    return this.#runnable.size > 0;
  }

  /**
   * Adds a history event and returns its id. Throws HistoryFull if only one more event is allowed: that one must be the
   * end of the execution.
   */
  emit(type: string, previous: number, details?: Details): number {
    if (this.execution.nextEvent >= historyLimit) throw new HistoryFull();
    return this.#append(type, previous, details);
  }

  succeed(output: Json, previous: number): void {
    const text = JSON.stringify(output);
    this.#append('ExecutionSucceeded', previous, { output: text, outputDetails: { truncated: false } });
    this.#end('SUCCEEDED', { output: text });
  }

  fail({ error, cause }: Failure, previous: number): void {
    this.#append('ExecutionFailed', previous, { error, cause });
    this.#end('FAILED', { error, cause });
  }

  timeOut(): void {
    this.#append('ExecutionTimedOut', 0, {});
    this.#end('TIMED_OUT', {});
  }

  abort(error: string | null, cause: string | null): void {
    this.#append('ExecutionAborted', 0, { error, cause });
    this.#end('ABORTED', { error, cause });
  }

  changes(): Changes {
    return {
      execution: this.execution,
      saved: [...this.#saved.values()],
      removed: [...this.#removed],
      events: this.#events,
    };
  }

  #append(type: string, previous: number, details: Details | undefined): number {
    const id = this.execution.nextEvent;
    this.#events.push(historyEvent(id, previous, type, this.now, details));
    this.execution = { ...this.execution, nextEvent: id + 1 };
    return id;
  }

  #end(status: Status, outcome: Partial<Pick<Execution, 'output' | 'error' | 'cause'>>): void {
    this.execution = { ...this.execution, ...outcome, status, stoppedAt: this.now };
    this.#runnable.clear();
  }
}

function canRun(phase: Phase): boolean {
  return phase.kind === 'enter' || phase.kind === 'act' || phase.kind === 'begin';
}
