import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { InvokeFunction, InvokeOutcome, LocalClock } from '../endpoint.ts';
import type { FunctionDefinition } from './definition.ts';
import { startInstance, type Instance } from './instance.ts';
import { openLogFile, type LogFile } from './log-file.ts';

/** The longest payload of a synchronous invocation in Lambda, in bytes. */
const REQUEST_LIMIT = 6_291_556;
const DEFAULT_INSTANCES = 4;
/** An instance that has had no invocation for this long is ended. */
const IDLE_MILLISECONDS = 5 * 60_000;

export interface FunctionsSettings {
  /** The settings of the functions, by name. */
  readonly functions: ReadonlyMap<string, FunctionDefinition>;
  /**
   * The folder for the logs. A missing folder is created. Lines are appended to one file for each function,
   * `<function>.log`.
   */
  readonly logFolder: string;
  /** `Date` in a function follows this clock. The timeouts of invocations follow the machine's clock. */
  readonly clock: LocalClock;
}

export interface RunningFunctions {
  /**
   * Invokes a function by its name and waits for its result. If the handler throws, the result is `failed` with the
   * name of the error. If Lambda itself would report an error, the name is one of `Sandbox.Timedout`,
   * `Runtime.ExitError`, `Runtime.HandlerNotFound`, `Function.ResponseSizeTooLarge` and `RequestTooLargeException`.
   */
  readonly invoke: InvokeFunction;
  /** Ends every instance. Invocations that run or wait fail with `Runtime.ExitError`. */
  close(): Promise<void>;
}

/** The instances of one function, and the queue of invocations for which no instance is free. */
interface Pool {
  readonly definition: FunctionDefinition;
  readonly instances: Set<Instance>;
  readonly idle: { readonly instance: Instance; readonly timer: NodeJS.Timeout }[];
  readonly waiting: ((instance: Instance | undefined) => void)[];
  readonly log: LogFile;
}

/**
 * Runs Lambda functions in worker threads. An instance starts when an invocation needs it, handles one invocation at a
 * time, and stays for later invocations. Each instance has its own environment variables. After a timeout an instance
 * is ended.
 */
export function startFunctions({ functions, logFolder, clock }: FunctionsSettings): RunningFunctions {
  // The whole process gets the time zone UTC, as in Lambda, because `TZ` in the environment of a thread has no effect.
  process.env['TZ'] = 'UTC';
  mkdirSync(logFolder, { recursive: true, mode: 0o700 });
  const pools = new Map<string, Pool>();
  const ahead = new SharedArrayBuffer(BigInt64Array.BYTES_PER_ELEMENT);
  const setClocks = (): void =>
    void Atomics.store(new BigInt64Array(ahead), 0, BigInt(Math.round(clock.now() - Date.now())));
  setClocks();
  const unsubscribe = clock.onShift(setClocks);
  let closed = false;

  function poolOf(name: string): Pool | undefined {
    const known = pools.get(name);
    const definition = functions.get(name);
    if (known !== undefined || definition === undefined) return known;
    const log = openLogFile(join(logFolder, `${name}.log`), () => clock.now());
    const pool: Pool = { definition, instances: new Set(), idle: [], waiting: [], log };
    pools.set(name, pool);
    return pool;
  }

  function startOne(name: string, pool: Pool): Instance {
    const stream = `${new Date(clock.now()).toISOString().slice(0, 10).replaceAll('-', '/')}/[$LATEST]${randomUUID()}`;
    const instance = startInstance(name, pool.definition, stream, ahead, (text) => pool.log.write(text));
    pool.instances.add(instance);
    return instance;
  }

  async function acquire(name: string, pool: Pool): Promise<Instance | undefined> {
    for (let free = pool.idle.pop(); free !== undefined; free = pool.idle.pop()) {
      clearTimeout(free.timer);
      if (free.instance.alive()) return free.instance;
      pool.instances.delete(free.instance);
    }
    if (pool.instances.size < (pool.definition.maxInstances ?? DEFAULT_INSTANCES)) return startOne(name, pool);
    return new Promise((resolve) => pool.waiting.push(resolve));
  }

  function release(name: string, pool: Pool, instance: Instance): void {
    if (!instance.alive()) pool.instances.delete(instance);
    const next = pool.waiting.shift();
    if (next !== undefined) return next(instance.alive() ? instance : startOne(name, pool));
    if (!instance.alive()) return undefined;
    const timer = setTimeout(() => {
      pool.idle.splice(
        pool.idle.findIndex((each) => each.instance === instance),
        1,
      );
      pool.instances.delete(instance);
      void instance.stop();
    }, IDLE_MILLISECONDS);
    pool.idle.push({ instance, timer: timer.unref() });
    return undefined;
  }

  async function invokeIn(pool: Pool, name: string, payload: string): Promise<InvokeOutcome> {
    const requestId = randomUUID();
    const instance = await acquire(name, pool);
    if (instance === undefined) return stopping(requestId);
    const from = performance.now();
    const outcome = await instance.run({ requestId, payload });
    if (closed) return outcome;
    const record = { requestId, status: statusOf(outcome), durationMs: Math.round(performance.now() - from) };
    const line = { time: new Date(clock.now()).toISOString(), type: 'platform.report', record };
    pool.log.write(`${JSON.stringify(line)}\n`);
    release(name, pool, instance);
    return outcome;
  }

  async function invoke(name: string, payload: unknown): Promise<InvokeOutcome> {
    const pool = poolOf(name);
    if (pool === undefined) return { kind: 'missing' };
    if (closed) return stopping(randomUUID());
    const text = JSON.stringify(payload ?? null);
    const size = Buffer.byteLength(text);
    if (size <= REQUEST_LIMIT) return invokeIn(pool, name, text);
    const errorMessage = `Request must be smaller than ${REQUEST_LIMIT} bytes for the InvokeFunction operation`;
    return { kind: 'failed', errorType: 'RequestTooLargeException', errorMessage };
  }

  async function close(): Promise<void> {
    closed = true;
    unsubscribe();
    for (const pool of pools.values()) {
      for (const { timer } of pool.idle) clearTimeout(timer);
      for (const next of pool.waiting.splice(0)) next(undefined);
    }
    const all = [...pools.values()];
    await Promise.all(all.flatMap((pool) => [...pool.instances].map((instance) => instance.stop())));
    await Promise.all(all.map(({ log }) => log.close()));
  }

  return { invoke, close };
}

function statusOf(outcome: InvokeOutcome): 'success' | 'timeout' | 'error' {
  if (outcome.kind === 'returned') return 'success';
  return outcome.kind === 'failed' && outcome.errorType === 'Sandbox.Timedout' ? 'timeout' : 'error';
}

function stopping(requestId: string): InvokeOutcome {
  const errorMessage = `RequestId: ${requestId} Error: the local cloud is stopping`;
  return { kind: 'failed', errorType: 'Runtime.ExitError', errorMessage };
}
