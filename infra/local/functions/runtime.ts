import type { MessagePort } from 'node:worker_threads';
import type { InstanceMessage, InvocationMessage, StartMessage } from './messages.ts';

type Handle = (event: unknown, context: object) => unknown;

/**
 * Runs in a worker thread, in place of a Lambda instance: loads the handler and then handles one invocation at a time.
 * Its errors look like the errors of Lambda's Node runtime. `instance.ts` passes the *source text* of this function to
 * the thread. So the function may use only its arguments and what is defined inside it, and no import.
 */
export function serveInvocations(port: MessagePort, load: (url: string) => Promise<unknown>): void {
  /** The longest response of a synchronous invocation in Lambda, in bytes. */
  const responseLimit = 6_291_556;

  const machineTime = Date.now;

  port.once('message', (settings: StartMessage) => {
    setClock(settings.ahead);
    void findHandler(settings).then((handle) => {
      if (handle === undefined) return;
      port.on('message', (invocation: InvocationMessage) => {
        void answer(handle, settings, invocation).then(send);
      });
      send({ kind: 'ready' });
    });
  });

  function send(message: InstanceMessage): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin
    port.postMessage(message);
  }

  /** Makes `Date` in this instance follow the local clock: the machine's clock plus the milliseconds in `buffer`. */
  function setClock(buffer: SharedArrayBuffer): void {
    const ahead = new BigInt64Array(buffer);
    const now = (): number => machineTime() + Number(Atomics.load(ahead, 0));
    const shifted = new Proxy(Date, {
      construct: (target, parts, of) => {
        const made: unknown = Reflect.construct(target, parts.length === 0 ? [now()] : parts, of);
        if (!(made instanceof target)) throw new TypeError('not a date');
        return made;
      },
      apply: (target) => new target(now()).toString(),
      get: (target, name, receiver) => {
        const value: unknown = name === 'now' ? now : Reflect.get(target, name, receiver);
        return value;
      },
    });
    Reflect.set(Date.prototype, 'constructor', shifted);
    globalThis.Date = shifted;
  }

  async function findHandler(settings: StartMessage): Promise<Handle | undefined> {
    try {
      const found: unknown = await load(settings.entryUrl);
      if (typeof found === 'object' && found !== null && 'handler' in found && typeof found.handler === 'function') {
        const { handler } = found;
        return (event, context) => {
          const result: unknown = Reflect.apply(handler, undefined, [event, context]);
          return result;
        };
      }
      const errorMessage = `the entry of ${settings.name} exports no function named handler`;
      send({ kind: 'unusable', errorType: 'Runtime.HandlerNotFound', errorMessage });
    } catch (error) {
      send({ kind: 'unusable', ...report(error, undefined) });
    }
    return undefined;
  }

  async function answer(
    handle: Handle,
    settings: StartMessage,
    invocation: InvocationMessage,
  ): Promise<InstanceMessage> {
    try {
      const event: unknown = JSON.parse(invocation.payload);
      const payload = stringify(await handle(event, contextOf(settings, invocation)));
      if (Buffer.byteLength(payload) <= responseLimit) return { kind: 'returned', payload };
      const errorMessage = `Response payload size exceeded maximum allowed payload size (${responseLimit} bytes).`;
      return { kind: 'failed', errorType: 'Function.ResponseSizeTooLarge', errorMessage };
    } catch (error) {
      return { kind: 'failed', ...report(error, invocation.requestId) };
    }
  }

  function contextOf(settings: StartMessage, invocation: InvocationMessage): object {
    return {
      awsRequestId: invocation.requestId,
      callbackWaitsForEmptyEventLoop: true,
      functionName: settings.name,
      functionVersion: '$LATEST',
      invokedFunctionArn: settings.functionArn,
      logGroupName: settings.logGroup,
      logStreamName: settings.logStream,
      memoryLimitInMB: String(settings.memoryMegabytes),
      getRemainingTimeInMillis: () => Math.max(0, invocation.deadline - machineTime()),
    };
  }

  function stringify(result: unknown): string {
    try {
      // JSON.stringify returns `undefined` if `result` is `undefined`, a function or a symbol. TypeScript declares its
      // result as `string`.
      const text: string | undefined = JSON.stringify(result);
      return text ?? 'null';
    } catch (cause) {
      throw new Error('Unable to stringify response body', { cause });
    }
  }

  /**
   * Writes the error to the log of the function, as Lambda does. Returns what the caller may see: the error without its
   * stack.
   */
  function report(error: unknown, requestId: string | undefined): { errorType: string; errorMessage: string } {
    const [errorType, errorMessage, stack] =
      error instanceof Error ? [error.name, error.message, error.stack ?? ''] : [typeof error, String(error), ''];
    const message = { errorType, errorMessage, stackTrace: stack.split('\n') };
    console.error(JSON.stringify({ level: 'ERROR', ...(requestId === undefined ? {} : { requestId }), message }));
    return { errorType, errorMessage };
  }
}
