import { bindingsFor, type Extra } from './bindings.ts';
import type { State, Template } from './definition.ts';
import { evaluateTemplate, type Evaluated } from './expressions.ts';
import { catcherFor, retryFor } from './handlers.ts';
import { byteSize, isObject, type Json, type JsonObject } from './json.ts';
import { payloadLimitBytes } from './limits.ts';
import { failure, type Failure, type Thread } from './model.ts';
import type { Turn } from './turn.ts';

/**
 * The fields that apply when a state is left. They belong to the state itself, to a Choice rule, or to an entry of
 * `Catch`. Without `Next` the thread ends.
 */
interface Exit {
  readonly Output?: Template | undefined;
  readonly Assign?: Readonly<Record<string, Template>> | undefined;
  readonly Next?: string | undefined;
}

export function stateOf(turn: Turn, thread: Thread): State {
  const state = turn.definition.states.get(thread.state);
  if (state === undefined) throw new Error(`the definition has no state '${thread.state}'`);
  return state;
}

/**
 * Leaves a state: evaluates Assign and Output, adds the exit event, and continues with the next state or ends the
 * thread. Without an Output field, the output is the result of the state. If there is no result, the output is the
 * caught error, or else the input.
 */
export async function leave(
  turn: Turn,
  thread: Thread,
  state: State,
  exit: Exit,
  seen: Pick<Extra, 'result' | 'errorOutput'> = {},
): Promise<void> {
  const bindings = bindingsFor(turn, thread, seen);
  const refuse = (reason: Failure, last: number): Promise<void> =>
    seen.errorOutput === undefined
      ? failState(turn, { ...thread, last }, state, reason)
      : failThread(turn, { ...thread, last }, state, reason);

  const otherwise = seen.result === undefined ? (seen.errorOutput ?? thread.input) : seen.result;
  const assigned = await evaluateTemplate(exit.Assign ?? {}, 'Assign', bindings);
  if (!assigned.ok) return refuse(...evaluationFailed(turn, thread, assigned));
  const output: Evaluated =
    exit.Output === undefined
      ? { ok: true, value: otherwise }
      : await evaluateTemplate(exit.Output, 'Output', bindings);
  if (!output.ok) return refuse(...evaluationFailed(turn, thread, output));
  if (byteSize(output.value) > payloadLimitBytes || byteSize(assigned.value) > payloadLimitBytes)
    return refuse(tooLarge(thread.state), thread.last);

  const variables: JsonObject = isObject(assigned.value) ? assigned.value : {};
  const last = turn.emit(`${state.Type}StateExited`, thread.last, {
    name: thread.state,
    output: JSON.stringify(output.value),
    outputDetails: { truncated: false },
    assignedVariables: Object.keys(variables).length === 0 ? undefined : textsOf(variables),
    assignedVariablesDetails: Object.keys(variables).length === 0 ? undefined : { truncated: false },
  });
  const left: Thread = { ...thread, last, variables: { ...thread.variables, ...variables } };
  if (exit.Next === undefined) return endThread(turn, left, output.value);
  turn.save({ ...left, state: exit.Next, input: output.value, retries: [], phase: { kind: 'enter' } });
}

/**
 * Adds an `EvaluationFailed` event, because an expression of the state failed. Returns the failure and the id of the
 * event.
 */
export function evaluationFailed(
  turn: Turn,
  thread: Thread,
  { location, problem }: { readonly location?: string; readonly problem: string },
  previous = thread.last,
): [Failure, number] {
  const cause = `An error occurred while executing the state '${thread.state}' (entered at the event id #${thread.enteredEvent}). ${problem}`;
  const error = 'States.QueryEvaluationError';
  const last = turn.emit('EvaluationFailed', previous, { error, cause, location, state: thread.state });
  return [failure(error, cause), last];
}

export function tooLarge(what: string): Failure {
  return failure(
    'States.DataLimitExceeded',
    `The state/task '${what}' returned a result with a size exceeding the maximum number of bytes service limit.`,
  );
}

/**
 * Handles the failure of a state: retries the state, catches the failure, or lets the thread fail. The caller has
 * already added the event of the failure, if there is one; `thread.last` is then its id.
 */
export async function failState(turn: Turn, thread: Thread, state: State, reason: Failure): Promise<void> {
  const retry = retryFor(state, reason, thread.retries, () => turn.chance.fraction());
  turn.removeChildren(thread.id);
  if (retry !== undefined) {
    const retries = Array.from({ length: Math.max(thread.retries.length, retry.index + 1) }, (_, index) =>
      index === retry.index ? (thread.retries[index] ?? 0) + 1 : (thread.retries[index] ?? 0),
    );
    turn.save({ ...thread, retries, phase: { kind: 'retry', until: turn.now + retry.delayMs } });
    return;
  }
  const closed: Thread =
    state.Type === 'Map' || state.Type === 'Parallel'
      ? { ...thread, last: turn.emit(`${state.Type}StateFailed`, thread.last) }
      : thread;
  const catcher = catcherFor(state, reason);
  if (catcher === undefined) return failThread(turn, closed, state, reason);
  const errorOutput = { Error: reason.error, Cause: reason.cause ?? (reason.kind === 'error' ? null : '') };
  return leave(turn, closed, state, catcher, { errorOutput });
}

/**
 * Handles the failure of a thread. If it is the thread of the execution itself, the execution fails. Otherwise the
 * other branches or iterations are aborted, and the Map or Parallel around them fails.
 */
export async function failThread(turn: Turn, thread: Thread, state: State, reason: Failure): Promise<void> {
  const parent = turn.parentOf(thread);
  if (parent === undefined) {
    turn.fail(reason, thread.last);
    return;
  }
  const around = stateOf(turn, parent);
  const iteration = (type: string, { index }: Thread): void => {
    if (around.Type === 'Map') turn.emit(type, thread.last, { name: parent.state, index });
  };
  iteration('MapIterationFailed', thread);
  if (state.Type === 'Task') turn.emit('TaskStateAborted', thread.last);
  for (const sibling of turn.childrenOf(parent.id)) {
    if (sibling.id === thread.id || !hasBegun(sibling)) continue;
    iteration('MapIterationAborted', sibling);
    abortOpenState(turn, sibling, thread.last);
  }
  return failState(turn, { ...parent, last: thread.last }, around, reason);
}

function hasBegun({ phase }: Thread): boolean {
  return phase.kind !== 'queued' && phase.kind !== 'begin' && phase.kind !== 'done';
}

function abortOpenState(turn: Turn, thread: Thread, previous: number): void {
  if (thread.phase.kind === 'enter') return;
  for (const child of turn.childrenOf(thread.id)) {
    if (!hasBegun(child)) continue;
    if (child.item !== null) turn.emit('MapIterationAborted', previous, { name: thread.state, index: child.index });
    abortOpenState(turn, child, previous);
  }
  turn.emit(`${stateOf(turn, thread).Type}StateAborted`, previous);
}

async function endThread(turn: Turn, thread: Thread, output: Json): Promise<void> {
  const parent = turn.parentOf(thread);
  if (parent === undefined) {
    turn.succeed(output, thread.last);
    return;
  }
  turn.save({ ...thread, input: null, variables: {}, phase: { kind: 'done', output } });
  const around = stateOf(turn, parent);
  if (around.Type === 'Map')
    turn.emit('MapIterationSucceeded', thread.last, { name: parent.state, index: thread.index });
  const siblings = turn.childrenOf(parent.id);
  const outputs = siblings.flatMap(({ phase }) => (phase.kind === 'done' ? [phase.output] : []));
  if (outputs.length === siblings.length) return complete(turn, { ...parent, last: thread.last }, around, outputs);
  const queued = siblings.find(({ phase }) => phase.kind === 'queued');
  if (queued !== undefined) turn.save({ ...queued, last: thread.last, phase: { kind: 'begin' } });
}

/** Ends a Map or Parallel. Its result is the list of the outputs of its iterations or branches. */
export async function complete(turn: Turn, thread: Thread, state: State, outputs: readonly Json[]): Promise<void> {
  if (state.Type !== 'Map' && state.Type !== 'Parallel') throw new Error(`a ${state.Type} state has no branches`);
  turn.removeChildren(thread.id);
  if (byteSize(outputs) > payloadLimitBytes) return failState(turn, thread, state, tooLarge(thread.state));
  turn.emit(`${state.Type}StateSucceeded`, thread.last);
  return leave(turn, thread, state, state, { result: outputs });
}

function textsOf(variables: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, JSON.stringify(value)]));
}
