// Wraps stores, in memory or of the local AWS services, so that the calls that a test names go wrong.
import type { Settling } from '#casework/commit/casework.ts';
import { unfollowed } from '#test/casework/followed.ts';

/** The calls of a group of stores, such as `log.append`. */
type CallOf<Stores> = {
  [Store in keyof Stores & string]: Stores[Store] extends (...input: never) => unknown
    ? never
    : `${Store}.${keyof Stores[Store] & string}`;
}[keyof Stores & string];

export interface Fault<Stores = Settling> {
  readonly call: CallOf<Stores>;
  /** Which of these calls is the first to go wrong: 2 means that the first succeeds. Default: 1. */
  readonly from?: number;
  /** How many of these calls go wrong, one after the other. Default: all. */
  readonly times?: number;
  /** Counts only the calls about this case. */
  readonly caseId?: string;
  /** What the store answers, without doing anything. If it is missing, the call fails with `StoreFailed`. */
  readonly answer?: unknown;
}

/** Thrown by a call that fails because a test says so. */
export class StoreFailed extends Error {
  override readonly name = 'StoreFailed';
}

/**
 * Makes commits fail as if another process had committed first: `times` commits in a row, beginning with commit number
 * `from` (1 is the first).
 */
export function conflicts(times = Infinity, from = 1) {
  return { call: 'log.append', answer: 'conflict', from, times } as const;
}

/** The same stores, except that some calls go wrong. */
export function withFaults<Stores extends object>(
  stores: Stores,
  ...faults: readonly Fault<NoInfer<Stores>>[]
): Stores {
  const counts = new Map<Fault<Stores>, number>();
  const goesWrong = (fault: Fault<Stores>, input: readonly unknown[]): boolean => {
    if (fault.caseId !== undefined && input[0] !== fault.caseId) return false;
    const count = (counts.get(fault) ?? 0) + 1;
    counts.set(fault, count);
    const { from = 1, times = Infinity } = fault;
    return count >= from && count < from + times;
  };
  return wrapped(stores, (call, input, carryOut) => {
    const mine = faults.filter((one) => one.call === call);
    const wrong = mine.filter((one) => goesWrong(one, input)).at(0);
    if (wrong === undefined) return carryOut();
    if ('answer' in wrong) return Promise.resolve(wrong.answer);
    return Promise.reject(new StoreFailed(call));
  });
}

/** Thrown by each call that a killed process would have made after its end. */
export class Killed extends Error {
  override readonly name = 'Killed';
}

const parts = [
  'log',
  'profiles',
  'summaries',
  'owed',
  'tokens',
  'attached',
  'firstLook',
  'limits',
  'workflow',
  'post',
  'sms',
] as const satisfies (keyof Settling)[];

/**
 * The `casework` of a process that is killed just before call number `at` (1 is the first) to a store or service: this
 * call and all later calls throw `Killed`. `calls` lists the names of the calls so far, such as `log.append`. After its
 * commits `settle-case` is not called, as it would be by the stream of the table.
 */
export function killedAt(casework: Settling, at: number): { readonly casework: Settling; readonly calls: string[] } {
  const calls: string[] = [];
  const killed = wrapped(
    Object.fromEntries(parts.map((part) => [part, part === 'log' ? unfollowed(casework.log) : casework[part]])) as Pick<
      Settling,
      (typeof parts)[number]
    >,
    (call, _, carryOut) => {
      calls.push(call);
      return calls.length >= at ? Promise.reject(new Killed(`before call ${at}`)) : carryOut();
    },
  );
  return { calls, casework: { ...casework, ...killed } };
}

/**
 * The call numbers before which a kill is worth a test: the first call, each call after a call that may have written,
 * and one number after the last call. A kill after a call that only reads has the same effect as a kill before it.
 */
export function deaths(calls: readonly string[]): number[] {
  const reads = /\.(?:read|each|load|loadAgain|loadWhole|get|list|look|isRunning|keptSince|ofPerson|of|attached)$/;
  return [...calls, 'end'].flatMap((_, index) =>
    index === 0 || !reads.test(calls[index - 1] ?? '') ? [index + 1] : [],
  );
}

/**
 * For a store function that returns an async iterable: if `begin` fails, the error is thrown when the first item is
 * read.
 */
async function* itemsOf(begin: () => unknown): AsyncGenerator {
  yield* (await begin()) as AsyncIterable<unknown>;
}

type Around = (call: string, input: readonly unknown[], carryOut: () => unknown) => unknown;

/** The same stores. Each call goes to `around`, which can carry it out, answer it or make it fail. */
function wrapped<Stores extends object>(stores: Stores, around: Around): Stores {
  const wrap = (name: string, store: object): object =>
    new Proxy(store, {
      get(target, method, receiver) {
        const value: unknown = Reflect.get(target, method, receiver);
        if (typeof value !== 'function') return value;
        const call = `${name}.${String(method)}`;
        return (...input: unknown[]): unknown => {
          const begin = (): unknown => around(call, input, () => value.apply(target, input) as unknown);
          return call === 'summaries.each' ? itemsOf(begin) : begin();
        };
      },
    });
  return Object.fromEntries(
    Object.entries(stores).map(([name, part]: [string, unknown]) => [
      name,
      typeof part === 'object' && part !== null ? wrap(name, part) : part,
    ]),
  ) as Stores;
}
