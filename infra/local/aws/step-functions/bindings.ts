import type { Bindings } from './expressions.ts';
import { parseJson, type Json, type JsonObject } from './json.ts';
import type { Thread } from './model.ts';
import type { Turn } from './turn.ts';

/**
 * Values that `$states` and its context object have only in some evaluations. For example, `$states.result` exists only
 * in `Assign` and `Output`.
 */
export interface Extra {
  readonly result?: Json;
  readonly errorOutput?: Json;
  readonly taskToken?: string;
  /**
   * The item for which the ItemSelector of a Map is evaluated. The evaluation uses the thread of the Map, which has no
   * item of its own.
   */
  readonly item?: { readonly index: number; readonly value: Json };
}

/**
 * The names that an expression in the current state of the thread can use: `$states`, and the variables of this thread
 * and of the threads around it.
 */
export function bindingsFor(turn: Turn, thread: Thread, extra: Extra = {}): Bindings {
  const states: Record<string, Json> = { input: thread.input, context: contextObject(turn, thread, extra) };
  if (extra.result !== undefined) states['result'] = extra.result;
  if (extra.errorOutput !== undefined) states['errorOutput'] = extra.errorOutput;
  return { states, variables: variablesInScope(turn, thread) };
}

function variablesInScope(turn: Turn, thread: Thread): JsonObject {
  const parent = turn.parentOf(thread);
  return parent === undefined ? thread.variables : { ...variablesInScope(turn, parent), ...thread.variables };
}

/** Source: Developer Guide, "Accessing execution data from the Context object". */
function contextObject(turn: Turn, thread: Thread, extra: Extra): JsonObject {
  const { execution } = turn;
  const input = parseJson(execution.input);
  const item = extra.item ?? itemOf(turn, thread);
  return {
    Execution: {
      Id: execution.arn,
      Input: input.ok ? input.value : null,
      Name: execution.name,
      RoleArn: execution.roleArn,
      StartTime: new Date(execution.startedAt).toISOString(),
      RedriveCount: 0,
    },
    StateMachine: { Id: execution.machineArn, Name: execution.machineName },
    State: {
      EnteredTime: new Date(thread.enteredAt).toISOString(),
      Name: thread.state,
      RetryCount: thread.retries.reduce((sum, tries) => sum + tries, 0),
    },
    ...(extra.taskToken === undefined ? {} : { Task: { Token: extra.taskToken } }),
    ...(item === undefined ? {} : { Map: { Item: { Index: item.index, Value: item.value } } }),
  };
}

/** The item of the innermost Map that contains the thread. */
function itemOf(turn: Turn, thread: Thread): { readonly index: number; readonly value: Json } | undefined {
  if (thread.item !== null) return { index: thread.index, value: thread.item.value };
  const parent = turn.parentOf(thread);
  return parent === undefined ? undefined : itemOf(turn, parent);
}
