import * as z from 'zod';
import { jsonSchema } from './json.ts';

const phase = z.discriminatedUnion('kind', [
  /** The state will be entered next. */
  z.object({ kind: z.literal('enter') }),
  /** The state was entered; its work begins, for the first time or again. */
  z.object({ kind: z.literal('act') }),
  /** A function was called, or its answer by token is awaited. Times are milliseconds since the epoch. */
  z.object({
    kind: z.literal('task'),
    /** Identifies this try, so that a late result of an earlier one does not count. */
    attempt: z.string(),
    functionName: z.string(),
    payload: jsonSchema,
    token: z.string().nullable(),
    /** The function has returned; only the token is awaited. */
    submitted: z.boolean(),
    timeoutAt: z.number().nullable(),
    heartbeatMs: z.number().nullable(),
    heartbeatAt: z.number().nullable(),
  }),
  z.object({ kind: z.literal('wait'), until: z.number() }),
  z.object({ kind: z.literal('retry'), until: z.number() }),
  /** A Map or Parallel with running iterations or branches. */
  z.object({ kind: z.literal('children') }),
  /** An iteration that has not begun. */
  z.object({ kind: z.literal('queued') }),
  /** An iteration that begins next: its input must be selected. */
  z.object({ kind: z.literal('begin') }),
  /** An iteration or branch that has ended, kept until its Map or Parallel ends. */
  z.object({ kind: z.literal('done'), output: jsonSchema }),
]);

/** One sequence of states in progress: that of the execution, of a branch or of an iteration. */
export const threadSchema = z.object({
  id: z.number(),
  parent: z.number().nullable(),
  /** Index of the branch or iteration. */
  index: z.number(),
  /** The Map item of an iteration. */
  item: z.object({ value: jsonSchema }).nullable(),
  state: z.string(),
  input: jsonSchema,
  variables: z.record(z.string(), jsonSchema),
  enteredAt: z.number(),
  enteredEvent: z.number(),
  /** The event before the state was entered: AWS attaches a failed first evaluation to it. */
  beforeEntry: z.number(),
  /** The event before the next one of this thread. */
  last: z.number(),
  /** Attempts used, per retrier of the state. */
  retries: z.array(z.number()),
  phase,
});

export type Thread = z.infer<typeof threadSchema>;
export type Phase = Thread['phase'];
export type TaskPhase = Extract<Phase, { kind: 'task' }>;

export const statusSchema = z.enum(['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED']);
export type Status = z.infer<typeof statusSchema>;

/** An execution as journalled. Times are milliseconds since the epoch, input and output are JSON texts. */
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
    /** Id of the next history event. */
    nextEvent: z.number(),
    nextThread: z.number(),
  })
  .readonly();
export type Execution = z.infer<typeof executionSchema>;

export const machineSchema = z
  .object({ arn: z.string(), name: z.string(), definition: z.string(), roleArn: z.string(), createdAt: z.number() })
  .readonly();
export type StateMachine = z.infer<typeof machineSchema>;

/** Why a state, or a whole execution, failed. */
export interface Failure {
  readonly error: string | null;
  readonly cause: string | null;
  readonly kind: 'error' | 'timeout' | 'heartbeat';
}

export function failure(error: string | null, cause: string | null): Failure {
  return { error, cause, kind: 'error' };
}
