/** The inputs and outputs of every endpoint of the local cloud. */

/** One caller of the local cloud: a deployed function, the workflow engine, or the runner itself. */
export interface Principal {
  /** Name as in `infra/system.ts`, e.g. `subject-api`; `runner` for the runner. */
  readonly name: string;
  readonly secretAccessKey: string;
  /** Its clock, in milliseconds since the epoch, if that is not the machine's: its signatures have this time. */
  readonly now?: () => number;
}

/** Access key id to principal. Each function has a key of its own. */
export type KeyRing = ReadonlyMap<string, Principal>;

/** One authenticated call that reached an endpoint, as IAM would see it. */
export interface RecordedCall {
  readonly principal: string;
  /** IAM action, e.g. `s3:GetObject`, `dynamodb:PutItem`, `states:SendTaskSuccess`. */
  readonly action: string;
  /** Bucket and key, table name, state machine name, secret name; never a value. */
  readonly resource: string;
  /** For a listing: its prefix. */
  readonly prefix?: string;
}

/** The input of every endpoint: who may call, and where calls are recorded for the policy test. */
export interface Access {
  readonly keys: KeyRing;
  readonly record: (call: RecordedCall) => void;
}

export interface RunningEndpoint {
  /** `http://127.0.0.1:port`, without a trailing slash. */
  readonly url: string;
  close(): Promise<void>;
}

/** The clock of the local cloud; it can be moved forward so that deadlines can be tested end to end. */
export interface LocalClock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Called after each shift, so that timers are checked again. Returns the unsubscribe function. */
  onShift(listener: () => void): () => void;
}

/** The result of one invocation of a function. */
export type InvokeOutcome =
  | { readonly kind: 'returned'; readonly payload: unknown }
  /** The handler threw, timed out (`Sandbox.Timedout`) or its process died (`Runtime.ExitError`). */
  | { readonly kind: 'failed'; readonly errorType: string; readonly errorMessage: string }
  /** No function has that name. */
  | { readonly kind: 'missing' };

/** Invokes a function by its name; the payload must be JSON. */
export type InvokeFunction = (functionName: string, payload: unknown) => Promise<InvokeOutcome>;
