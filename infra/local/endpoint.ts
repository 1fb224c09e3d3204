/** The interfaces that every endpoint of the local cloud uses. */

/** One caller of the local cloud: a deployed function, the workflow engine, or the runner. */
export interface Principal {
  /** The name of a function in `infra/system.ts`, for example `subject-api`, or `runner`. */
  readonly name: string;
  readonly secretAccessKey: string;
  /** The clock with which the caller signs, in milliseconds since the epoch; absent: the machine's clock. */
  readonly now?: () => number;
}

/** The callers by access key id. Each function has its own key. */
export type KeyRing = ReadonlyMap<string, Principal>;

/** One authenticated call to an endpoint, with the names that an IAM policy uses. */
export interface RecordedCall {
  readonly principal: string;
  /** The IAM action, for example `s3:GetObject`, `dynamodb:PutItem` or `states:SendTaskSuccess`. */
  readonly action: string;
  /** Bucket and key, table name, state machine name or secret name; never a value. */
  readonly resource: string;
  /** For a listing: the prefix. */
  readonly prefix?: string;
}

/** The keys of the callers, and where an endpoint records calls for the test of the policies. */
export interface Access {
  readonly keys: KeyRing;
  readonly record: (call: RecordedCall) => void;
}

export interface RunningEndpoint {
  /** `http://127.0.0.1:port`, without a trailing slash. */
  readonly url: string;
  close(): Promise<void>;
}

/** The clock of the local cloud. It can be moved forward, so that tests and users need not wait for deadlines. */
export interface LocalClock {
  /** Milliseconds since the epoch. */
  now(): number;
  /**
   * Calls the listener after each shift, so that timers are checked again. Returns a function that removes the
   * listener.
   */
  onShift(listener: () => void): () => void;
}

/** The result of one invocation of a function. */
export type InvokeOutcome =
  | { readonly kind: 'returned'; readonly payload: unknown }
  /** The handler threw an exception, timed out (`Sandbox.Timedout`), or its process ended (`Runtime.ExitError`). */
  | { readonly kind: 'failed'; readonly errorType: string; readonly errorMessage: string }
  /** There is no function with this name. */
  | { readonly kind: 'missing' };

/** Invokes a function by its name; the payload must be JSON. */
export type InvokeFunction = (functionName: string, payload: unknown) => Promise<InvokeOutcome>;
