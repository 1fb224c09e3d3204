/** The interfaces that the parts of the local cloud share. */

/**
 * A caller of the endpoints, recognised by its access key: a Lambda function, or the runner (`runner/`, which starts
 * the system).
 */
export interface Principal {
  /** `runner`, or the name of a function, for example `subject-api` or `search-hubspot`. */
  readonly name: string;
  readonly secretAccessKey: string;
  /**
   * The time that the caller writes into its signatures, in milliseconds since the epoch. If it is absent, the caller
   * uses the machine's clock.
   */
  readonly now?: () => number;
}

/** The callers by their access key ids. Each function has its own key. */
export type KeyRing = ReadonlyMap<string, Principal>;

/** One call to an endpoint, or one call of a function by the workflow engine, as an IAM policy would describe it. */
export interface RecordedCall {
  /** The name of the caller (`Principal`), or `states` for the workflow engine. */
  readonly principal: string;
  /** The IAM action, for example `s3:GetObject`, `dynamodb:PutItem` or `states:SendTaskSuccess`. */
  readonly action: string;
  /** The name of what the call acts on, for example a bucket and a key, a table, a function or a sender of mail. */
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
 * The clock of the local cloud. Tests can move the clock forward, so that they need not wait for a legal date.
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
  /** The handler threw an exception, or Lambda itself reported an error, for example `Sandbox.Timedout`. */
  | { readonly kind: 'failed'; readonly errorType: string; readonly errorMessage: string }
  /** There is no function with this name. */
  | { readonly kind: 'missing' };

/** Invokes a function by its name; the payload must be JSON. */
export type InvokeFunction = (functionName: string, payload: unknown) => Promise<InvokeOutcome>;
