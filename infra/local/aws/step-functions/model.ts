import * as z from 'zod';
import { jsonSchema } from './json.ts';

const phase = z.discriminatedUnion('kind', [
  /** The thread will enter its state. */
  z.object({ kind: z.literal('enter') }),
  /** The thread has entered its state and will do the work of the state, for the first time or in a retry. */
  z.object({ kind: z.literal('act') }),
  /**
   * The function of a task is running, or the task waits for an answer with its token. Times are milliseconds since the
   * epoch.
   */
  z.object({
    kind: z.literal('task'),
    /** The id of this attempt. The engine ignores a result that has the id of an earlier attempt. */
    attempt: z.string(),
    functionName: z.string(),
    payload: jsonSchema,
    token: z.string().nullable(),
    /** True when the function has returned and the task still waits for an answer with its token. */
    submitted: z.boolean(),
    timeoutAt: z.number().nullable(),
    heartbeatMs: z.number().nullable(),
    heartbeatAt: z.number().nullable(),
  }),
  z.object({ kind: z.literal('wait'), until: z.number() }),
  z.object({ kind: z.literal('retry'), until: z.number() }),
  /** A Map or Parallel whose iterations or branches are running. */
  z.object({ kind: z.literal('children') }),
  /** An iteration that waits for another to end, because the maximum number of iterations is running. */
  z.object({ kind: z.literal('queued') }),
  /** An iteration that will begin; its ItemSelector is not evaluated yet. */
  z.object({ kind: z.literal('begin') }),
  /** An iteration or branch that has ended. The journal keeps it until its Map or Parallel ends. */
  z.object({ kind: z.literal('done'), output: jsonSchema }),
]);

/**
 * A thread: one chain of states in progress. An execution, each branch of a Parallel and each iteration of a Map has
 * its own thread.
 */
export const threadSchema = z.object({
  id: z.number(),
  parent: z.number().nullable(),
  /** The index of the branch or iteration in its Parallel or Map. */
  index: z.number(),
  /** The item that an iteration of a Map handles; `null` for any other thread. */
  item: z.object({ value: jsonSchema }).nullable(),
  state: z.string(),
  input: jsonSchema,
  variables: z.record(z.string(), jsonSchema),
  enteredAt: z.number(),
  enteredEvent: z.number(),
  /**
   * The id of the last event before the state was entered. If the first evaluation in the state fails, the
   * `previousEventId` of the failure is this id, as on AWS.
   */
  beforeEntry: z.number(),
  /** The id of the last event of this thread, which is the `previousEventId` of the next event. */
  last: z.number(),
  /** How many retries each entry of the state's `Retry` has caused, in the order of the entries. */
  retries: z.array(z.number()),
  phase,
});

export type Thread = z.infer<typeof threadSchema>;
export type Phase = Thread['phase'];
export type TaskPhase = Extract<Phase, { kind: 'task' }>;

export const statusSchema = z.enum(['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED']);
export type Status = z.infer<typeof statusSchema>;

/** An execution, as the journal stores it. Times are milliseconds since the epoch; input and output are JSON texts. */
export const executionSchema = z
  .object({
    arn: z.string(),
    name: z.string(),
    machineArn: z.string(),
    machineName: z.string(),
    roleArn: z.string(),
    definition: z.string(),
    input: z.string(),
    startedAt: z.number(),
    timeoutAt: z.number().nullable(),
    status: statusSchema,
    stoppedAt: z.number().nullable(),
    output: z.string().nullable(),
    error: z.string().nullable(),
    cause: z.string().nullable(),
    /** The id of the next history event. */
    nextEvent: z.number(),
    nextThread: z.number(),
  })
  .readonly();
export type Execution = z.infer<typeof executionSchema>;

export const machineSchema = z
  .object({ arn: z.string(), name: z.string(), definition: z.string(), roleArn: z.string(), createdAt: z.number() })
  .readonly();
export type StateMachine = z.infer<typeof machineSchema>;

/** Why a state or a whole execution failed. */
export interface Failure {
  readonly error: string | null;
  readonly cause: string | null;
  readonly kind: 'error' | 'timeout' | 'heartbeat';
}

export function failure(error: string | null, cause: string | null): Failure {
  return { error, cause, kind: 'error' };
}
