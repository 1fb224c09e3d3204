import * as z from 'zod';

/** The first message to an instance after the start of its thread. */
export interface StartMessage {
  readonly kind: 'start';
  /** The `file:` URL of the module that exports `handler`. */
  readonly entryUrl: string;
  readonly name: string;
  readonly functionArn: string;
  readonly memoryMegabytes: number;
  readonly logGroup: string;
  readonly logStream: string;
  /**
   * Shared memory with one 64-bit integer: how many milliseconds the local clock is now ahead of the machine's clock. A
   * move of the clock changes this value.
   */
  readonly ahead: SharedArrayBuffer;
}

/**
 * One invocation, sent to an instance. The instance must have sent `ready` before, and must have finished its previous
 * invocation.
 */
export interface InvocationMessage {
  readonly kind: 'invoke';
  readonly requestId: string;
  /** When the invocation times out, in milliseconds since the epoch, on the machine's clock. */
  readonly deadline: number;
  /** The event for the handler, as JSON text. */
  readonly payload: string;
}

export const instanceMessage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  /** The instance cannot be used, because its module could not be loaded or exports no handler. */
  z.object({ kind: z.literal('unusable'), errorType: z.string(), errorMessage: z.string() }),
  /** The handler returned a result; `payload` is the result as JSON text. */
  z.object({ kind: z.literal('returned'), payload: z.string() }),
  z.object({ kind: z.literal('failed'), errorType: z.string(), errorMessage: z.string() }),
]);

/** A message from the thread of an instance (`runtime.ts`) to `instance.ts`. */
export type InstanceMessage = z.infer<typeof instanceMessage>;
