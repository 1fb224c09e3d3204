import * as z from 'zod';

/** The first message to an instance. */
export interface StartMessage {
  readonly kind: 'start';
  /** The `file:` URL of the module that exports `handler`. */
  readonly entryUrl: string;
  readonly name: string;
  readonly functionArn: string;
  readonly memoryMegabytes: number;
  readonly logGroup: string;
  readonly logStream: string;
  /** One 64-bit integer: the number of milliseconds that the local clock is currently ahead of the machine's clock. */
  readonly ahead: SharedArrayBuffer;
}

/**
 * One invocation. It is sent after the instance has reported that it is ready, and after the previous invocation has
 * ended.
 */
export interface InvocationMessage {
  readonly kind: 'invoke';
  readonly requestId: string;
  /** Milliseconds since the epoch, on the machine's clock. */
  readonly deadline: number;
  /** JSON text. */
  readonly payload: string;
}

export const instanceMessage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  /** The module could not be loaded, or exports no handler. The instance cannot be used. */
  z.object({ kind: z.literal('unusable'), errorType: z.string(), errorMessage: z.string() }),
  /** `payload` is a JSON text. */
  z.object({ kind: z.literal('returned'), payload: z.string() }),
  z.object({ kind: z.literal('failed'), errorType: z.string(), errorMessage: z.string() }),
]);

/** The messages from an instance. */
export type InstanceMessage = z.infer<typeof instanceMessage>;
