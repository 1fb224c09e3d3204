import * as z from 'zod';
import { expressionIn } from './expressions.ts';
import { jsonSchema, type Json } from './json.ts';
import { longestSeconds } from './limits.ts';
import { parseTimestamp } from './timestamps.ts';

const template = jsonSchema;
const name = z.string().min(1).max(80);
const isExpression = (text: string): boolean => expressionIn(text) !== undefined;
const expression = z.string().refine(isExpression, { error: 'Value is not a JSONata expression' });
const seconds = z.int().min(0).max(longestSeconds);
const secondsOrExpression = z.union([seconds, expression], {
  error: `Value must be a whole number up to ${longestSeconds} or a JSONata expression`,
});
const positiveOrExpression = z.union([seconds.min(1), expression], {
  error: `Value must be a whole number from 1 to ${longestSeconds} or a JSONata expression`,
});
const timestamp = z.string().refine((text) => isExpression(text) || parseTimestamp(text) !== undefined, {
  error: 'String does not match RFC3339 timestamp',
});

const assign = z.record(z.string(), template);
const language = z.literal('JSONata', { error: 'JSONPath is not supported; the query language has to be JSONata' });
const described = { Comment: z.string().optional(), QueryLanguage: language.optional() };
const leads = { Next: name.optional(), End: z.literal(true).optional() };

const retrier = z.strictObject({
  Comment: z.string().optional(),
  ErrorEquals: z.array(z.string()).min(1),
  IntervalSeconds: z.int().min(1).max(longestSeconds).optional(),
  MaxAttempts: z.int().min(0).max(longestSeconds).optional(),
  BackoffRate: z.number().min(1).optional(),
  MaxDelaySeconds: z.int().min(1).max(31_622_400).optional(),
  JitterStrategy: z.enum(['FULL', 'NONE']).optional(),
});
const catcher = z.strictObject({
  Comment: z.string().optional(),
  ErrorEquals: z.array(z.string()).min(1),
  Next: name,
  Assign: assign.optional(),
  Output: template.optional(),
});
const handlers = { Retry: z.array(retrier).optional(), Catch: z.array(catcher).optional() };
const results = { Assign: assign.optional(), Output: template.optional() };

/**
 * The values of `Resource` that this engine supports: the Lambda integration, with or without a task token, and the ARN
 * of a function.
 */
const resourcePattern =
  /^arn:aws:(?:states:::lambda:invoke(?:\.waitForTaskToken)?|lambda:[a-z0-9-]+:\d{12}:function:[A-Za-z0-9_-]+(?::[A-Za-z0-9$_-]+)?)$/;

const choiceRule = z.strictObject({
  Comment: z.string().optional(),
  Condition: z.union([z.boolean(), expression], { error: 'Value must be a boolean or a JSONata expression' }),
  Next: name,
  ...results,
});

/**
 * The schema of each type of state. The schema does not look into `ItemProcessor` and `Branches`: `check.ts` checks the
 * states in them.
 */
export const stateSchema = z.discriminatedUnion('Type', [
  z.strictObject({ Type: z.literal('Pass'), ...described, ...leads, ...results }),
  z.strictObject({ Type: z.literal('Succeed'), ...described, Output: template.optional() }),
  z.strictObject({ Type: z.literal('Fail'), ...described, Error: z.string().optional(), Cause: z.string().optional() }),
  z.strictObject({
    Type: z.literal('Wait'),
    ...described,
    ...leads,
    ...results,
    Seconds: secondsOrExpression.optional(),
    Timestamp: timestamp.optional(),
  }),
  z.strictObject({
    Type: z.literal('Choice'),
    ...described,
    ...results,
    Choices: z.array(choiceRule).min(1),
    Default: name.optional(),
  }),
  z.strictObject({
    Type: z.literal('Task'),
    ...described,
    ...leads,
    ...results,
    ...handlers,
    Resource: z.string().regex(resourcePattern, {
      error: ({ input }) => `The integration '${String(input)}' is not supported`,
    }),
    Arguments: template.optional(),
    TimeoutSeconds: positiveOrExpression.optional(),
    HeartbeatSeconds: positiveOrExpression.optional(),
  }),
  z.strictObject({
    Type: z.literal('Map'),
    ...described,
    ...leads,
    ...results,
    ...handlers,
    Items: z
      .union([z.array(template), expression], { error: 'Value must be an array or a JSONata expression' })
      .optional(),
    ItemSelector: template.optional(),
    MaxConcurrency: secondsOrExpression.optional(),
    ItemProcessor: z.unknown(),
  }),
  z.strictObject({
    Type: z.literal('Parallel'),
    ...described,
    ...leads,
    ...results,
    ...handlers,
    Arguments: template.optional(),
    Branches: z.array(z.unknown()).min(1, { error: 'Value cannot be empty' }),
  }),
]);

const stateNames = z.record(name, z.unknown()).refine((states) => Object.keys(states).length > 0, {
  error: 'Value cannot be empty',
});
export const scopeFields = { Comment: z.string().optional(), StartAt: name, States: stateNames };
export const machineSchema = z.strictObject({
  ...scopeFields,
  QueryLanguage: language,
  Version: z.literal('1.0').optional(),
  TimeoutSeconds: seconds.min(1).optional(),
});
export const branchSchema = z.strictObject(scopeFields);
export const processorSchema = z.strictObject({
  ...scopeFields,
  ProcessorConfig: z
    .strictObject({ Mode: z.literal('INLINE', { error: 'A Distributed Map is not supported' }).optional() })
    .optional(),
});

type Parsed = z.infer<typeof stateSchema>;
export type Retrier = z.infer<typeof retrier>;
export type Catcher = z.infer<typeof catcher>;
export type PassState = Extract<Parsed, { Type: 'Pass' }>;
export type SucceedState = Extract<Parsed, { Type: 'Succeed' }>;
export type FailState = Extract<Parsed, { Type: 'Fail' }>;
export type WaitState = Extract<Parsed, { Type: 'Wait' }>;
export type ChoiceState = Extract<Parsed, { Type: 'Choice' }>;
export type TaskState = Extract<Parsed, { Type: 'Task' }>;
/** A Map state. `startAt`, the name of the first state of an iteration, takes the place of `ItemProcessor`. */
export type MapState = Omit<Extract<Parsed, { Type: 'Map' }>, 'ItemProcessor'> & { readonly startAt: string };
/** A Parallel state. `startAt`, the names of the first states of the branches, takes the place of `Branches`. */
export type ParallelState = Omit<Extract<Parsed, { Type: 'Parallel' }>, 'Branches'> & {
  readonly startAt: readonly string[];
};
export type State =
  | PassState
  | SucceedState
  | FailState
  | WaitState
  | ChoiceState
  | TaskState
  | MapState
  | ParallelState;

/**
 * A definition that was checked and can run. `states` also contains the states inside a Map or Parallel, because a name
 * is used for only one state of a state machine.
 */
export interface Definition {
  readonly startAt: string;
  readonly timeoutSeconds: number | undefined;
  readonly states: ReadonlyMap<string, State>;
}

export type Template = Json;
