import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { account, region } from '../aws/region.ts';
import type { InvokeOutcome } from '../endpoint.ts';
import type { FunctionDefinition } from './definition.ts';
import { functionEnvironment } from './environment.ts';
import { instanceMessage, type InstanceMessage, type InvocationMessage, type StartMessage } from './messages.ts';
import { serveInvocations } from './runtime.ts';

/**
 * How long the start of an instance may take. Lambda allows ten seconds, which would be too short for a busy laptop.
 */
const START_MILLISECONDS = 60_000;

/**
 * The source code of a worker: the code of `runtime.ts` as plain JavaScript text. A worker that starts from a `.ts`
 * file would first load Node's type stripper, which doubles its start time (70 ms and not 33 ms).
 */
const RUNTIME = new URL(
  `data:text/javascript,${encodeURIComponent(
    `import { enableCompileCache, flushCompileCache } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
if (workerData !== null) enableCompileCache(workerData);
(${serveInvocations.toString()})(parentPort, async (url) => {
  const module = await import(url);
  if (workerData !== null) flushCompileCache();
  return module;
});`,
  )}`,
);

export type Invocation = Omit<InvocationMessage, 'kind' | 'deadline'>;

/**
 * One instance of a function. An instance runs one invocation at a time. The module of the handler is loaded once, so
 * its variables keep their values between invocations.
 */
export interface Instance {
  /** False if the thread has ended or will end. */
  alive(): boolean;
  run(invocation: Invocation): Promise<InvokeOutcome>;
  stop(): Promise<void>;
}

/**
 * Starts an instance. `ahead` is how many milliseconds the local clock is ahead of the machine's clock. `log` receives
 * what the handler prints.
 */
export function startInstance(
  name: string,
  definition: FunctionDefinition,
  logStream: string,
  ahead: SharedArrayBuffer,
  log: (text: Buffer | string) => void,
): Instance {
  const environment = functionEnvironment(name, definition, logStream);
  const start: StartMessage = {
    kind: 'start',
    entryUrl: pathToFileURL(definition.entry).href,
    name,
    functionArn: `arn:aws:lambda:${region}:${account}:function:${name}`,
    memoryMegabytes: definition.memoryMegabytes,
    logGroup: `/aws/lambda/${name}`,
    logStream,
    ahead,
  };
  const worker = new Worker(RUNTIME, {
    name,
    env: environment,
    argv: [],
    execArgv: [],
    workerData: definition.compiled ?? null,
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: definition.memoryMegabytes },
  });
  worker.stdout.on('data', log);
  worker.stderr.on('data', log);

  let alive = true;
  let receive: (message: InstanceMessage | { kind: 'exited'; code: number }) => void = () => undefined;
  /** Why the instance cannot run invocations; `undefined` if it can. */
  let unusable: InvokeOutcome | undefined;

  const started = new Promise<void>((resolve) => {
    const timer = setTimeout(() => {
      unusable ??= failed('Sandbox.Timedout', `the function did not start within ${START_MILLISECONDS / 1000} seconds`);
      void stop();
    }, START_MILLISECONDS);
    const settle = (): void => {
      clearTimeout(timer);
      resolve();
    };
    worker.on('message', (received: unknown) => {
      const parsed = instanceMessage.safeParse(received);
      // The code of the handler could also send messages through the port. So a message that does not match the schema
      // is ignored.
      if (!parsed.success) return undefined;
      const message = parsed.data;
      switch (message.kind) {
        case 'ready':
          settle();
          return undefined;
        case 'unusable':
          unusable ??= failed(message.errorType, message.errorMessage);
          void stop();
          settle();
          return undefined;
        case 'returned':
        case 'failed':
          receive(message);
          return undefined;
      }
    });
    worker.on('error', (error: unknown) => log(`${error instanceof Error ? error.stack : String(error)}\n`));
    worker.on('exit', (code) => {
      alive = false;
      unusable ??= failed('Runtime.ExitError', `Error: Runtime exited with error: exit status ${code}`);
      settle();
      receive({ kind: 'exited', code });
    });
  });

  function send(message: StartMessage | InvocationMessage): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin
    worker.postMessage(message);
  }
  send(start);

  async function stop(): Promise<void> {
    alive = false;
    await worker.terminate();
  }

  async function run(invocation: Invocation): Promise<InvokeOutcome> {
    await started;
    if (unusable !== undefined) return unusable;
    const { promise, resolve } = Promise.withResolvers<InvokeOutcome>();
    const limit = definition.timeoutSeconds;
    const timer = setTimeout(() => {
      const text = `RequestId: ${invocation.requestId} Error: Task timed out after ${limit.toFixed(2)} seconds`;
      log(`${text}\n`);
      resolve(failed('Sandbox.Timedout', text));
      void stop();
    }, limit * 1000);
    receive = (message) => {
      switch (message.kind) {
        case 'returned':
          return resolve({ kind: 'returned', payload: JSON.parse(message.payload) });
        case 'failed':
          return resolve(failed(message.errorType, message.errorMessage));
        case 'exited':
          return resolve(failed('Runtime.ExitError', exitText(invocation.requestId, message.code)));
        case 'ready':
        case 'unusable':
          return undefined;
      }
    };
    const deadline = Date.now() + limit * 1000;
    send({ kind: 'invoke', ...invocation, deadline });
    try {
      return await promise;
    } finally {
      clearTimeout(timer);
      receive = () => undefined;
    }
  }

  return { alive: () => alive, run, stop };
}

function exitText(requestId: string, code: number): string {
  const reason =
    code === 0 ? 'Runtime exited without providing a reason' : `Runtime exited with error: exit status ${code}`;
  return `RequestId: ${requestId} Error: ${reason}`;
}

function failed(errorType: string, errorMessage: string): InvokeOutcome {
  return { kind: 'failed', errorType, errorMessage };
}
