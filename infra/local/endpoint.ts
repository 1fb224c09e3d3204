/** The interfaces that every endpoint of the local cloud uses. */

/** A caller of the endpoints, recognised by its access key: a deployed function, the workflow engine, or the runner. */
export interface Principal {
  /**
   * The name of a function in `infra/system.ts` (for example `subject-api`), `states` for the workflow engine, or
   * `runner`.
   */
  readonly name: string;
  readonly secretAccessKey: string;
  /**
   * The clock by which the caller signs, in milliseconds since the epoch. If it is absent, the caller signs by the
   * machine's clock.
   */
  readonly now?: () => number;
}

/** The callers by their access key ids. Each function has its own key. */
export type KeyRing = ReadonlyMap<string, Principal>;

/** One call to an endpoint with a valid signature, in the terms of an IAM policy. */
export interface RecordedCall {
  readonly principal: string;
  /** The IAM action, for example `s3:GetObject`, `dynamodb:PutItem` or `states:SendTaskSuccess`. */
  readonly action: string;
  /** What the call acts on: bucket and key, table, state machine or secret, by name and never with a value. */
  readonly resource: string;
  /** For a listing: the prefix of the keys. */
  readonly prefix?: string;
}

/** The access keys that an endpoint accepts, and a function that records each call for the test of the IAM policies. */
export interface Access {
  readonly keys: KeyRing;
  readonly record: (call: RecordedCall) => void;
}

export interface RunningEndpoint {
  /** `http://127.0.0.1:port`, without a trailing slash. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * The clock of the local cloud. Tests and users can move the clock forward, so that nobody has to wait for a legal
 * date.
 */
export interface LocalClock {
  /** Milliseconds since the epoch. */
  now(): number;
  /**
   * Registers a listener for moves of the clock, so that timers can be checked again. Returns a function that removes
   * the listener.
   */
  onShift(listener: () => void): () => void;
}

/** The outcome of one invocation of a function. */
export type InvokeOutcome =
  | { readonly kind: 'returned'; readonly payload: unknown }
  /** The handler threw an exception, timed out (`Sandbox.Timedout`), or its process ended (`Runtime.ExitError`). */
  | { readonly kind: 'failed'; readonly errorType: string; readonly errorMessage: string }
  /** There is no function with this name. */
  | { readonly kind: 'missing' };

/** Invokes a function by its name; the payload must be JSON. */
export type InvokeFunction = (functionName: string, payload: unknown) => Promise<InvokeOutcome>;
