import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';

/**
 * What a connector did without the client (`requester.ts`). It should do nothing, because only the client checks and
 * limits calls.
 */
export interface OutsideClient {
  /** The number of HTTP requests that the connector made without the client. */
  readonly requests: number;
  /** How often the connector printed something. In production the text would be in the logs. */
  readonly printed: number;
}

/** Runs a function. HTTP requests in it count as requests of the client. */
export type AsClient = <T>(run: () => Promise<T>) => Promise<T>;

interface Watch {
  readonly of: 'connector' | 'client';
  readonly seen: { requests: number; printed: number };
}

const watches = new AsyncLocalStorage<Watch>();
let watching = false;

/**
 * Runs a search, and counts how often it sends a request without the client, or prints something. Several searches may
 * run at the same time.
 */
export async function watchOutsideClient<T>(
  run: (asClient: AsClient) => Promise<T>,
): Promise<{ readonly value: T; readonly outside: OutsideClient }> {
  startWatching();
  const seen = { requests: 0, printed: 0 };
  const value = await watches.run(
    { of: 'connector', seen },
    async () => await run(async (made) => await watches.run({ of: 'client', seen }, made)),
  );
  return { value, outside: seen };
}

// Hooks into HTTP, `console` and the output streams, once for the whole process. Outside a watched search nothing is
// counted.
function startWatching(): void {
  if (watching) return;
  watching = true;
  const request = (): void => {
    const watch = watches.getStore();
    if (watch?.of === 'connector') watch.seen.requests += 1;
  };
  subscribe('http.client.request.start', request);
  subscribe('undici:request:create', request);
  const printing = <Printer extends (...args: never[]) => unknown>(printer: Printer): Printer =>
    new Proxy(printer, {
      apply(target, self, args) {
        const watch = watches.getStore();
        if (watch?.of === 'connector') watch.seen.printed += 1;
        const printed: unknown = Reflect.apply(target, self, args);
        return printed;
      },
    });
  for (const name of ['log', 'info', 'warn', 'error', 'debug', 'trace', 'dir', 'table'] as const)
    Object.assign(console, { [name]: printing(console[name]) });
  process.stdout.write = printing(process.stdout.write);
  process.stderr.write = printing(process.stderr.write);
}
