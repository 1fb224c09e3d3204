import { bindingsFor } from './bindings.ts';
import type { ChoiceState, FailState, MapState, ParallelState, WaitState } from './definition.ts';
import { evaluateAs, evaluateTemplate, type Evaluated } from './expressions.ts';
import { byteSize, isArray, type Json } from './json.ts';
import { inlineMapConcurrency, longestSeconds, payloadLimitBytes } from './limits.ts';
import { failure, type Thread } from './model.ts';
import { complete, evaluationFailed, failState, failThread, leave, stateOf, tooLarge } from './outcome.ts';
import { beginTask, firstPrevious } from './tasks.ts';
import { parseTimestamp } from './timestamps.ts';
import type { Turn } from './turn.ts';

/**
 * Moves a runnable thread one step forward: begins its iteration, or enters its state if it has not entered it, and
 * does the work of the state.
 */
export async function advance(turn: Turn, thread: Thread): Promise<void> {
  switch (thread.phase.kind) {
    case 'begin':
      return beginIteration(turn, thread);
    case 'enter':
      return act(turn, enter(turn, thread));
    case 'act':
      return act(turn, thread);
    case 'task':
    case 'wait':
    case 'retry':
    case 'children':
    case 'queued':
    case 'done':
      throw new Error(`a thread in phase '${thread.phase.kind}' cannot run by itself`);
  }
}

function enter(turn: Turn, thread: Thread): Thread {
  const enteredEvent = turn.emit(`${stateOf(turn, thread).Type}StateEntered`, thread.last, {
    name: thread.state,
    input: JSON.stringify(thread.input),
    inputDetails: { truncated: false },
  });
  return turn.save({
    ...thread,
    enteredAt: turn.now,
    enteredEvent,
    beforeEntry: thread.last,
    last: enteredEvent,
    retries: [],
    phase: { kind: 'act' },
  });
}

async function act(turn: Turn, thread: Thread): Promise<void> {
  const state = stateOf(turn, thread);
  switch (state.Type) {
    case 'Pass':
    case 'Succeed':
      return leave(turn, thread, state, state);
    case 'Fail':
      return actFail(turn, thread, state);
    case 'Wait':
      return actWait(turn, thread, state);
    case 'Choice':
      return actChoice(turn, thread, state);
    case 'Task':
      return beginTask(turn, thread, state);
    case 'Map':
      return actMap(turn, thread, state);
    case 'Parallel':
      return actParallel(turn, thread, state);
  }
}

async function actFail(turn: Turn, thread: Thread, state: FailState): Promise<void> {
  const bindings = bindingsFor(turn, thread);
  const texts: (string | null)[] = [];
  for (const [location, template] of [
    ['Error', state.Error],
    ['Cause', state.Cause],
  ] as const) {
    if (template === undefined) {
      texts.push(null);
      continue;
    }
    const result = await evaluateAs('string', template, location, bindings);
    if (!result.ok) return refuse(turn, thread, result);
    texts.push(typeof result.value === 'string' ? result.value : null);
  }
  return failThread(turn, thread, state, failure(texts[0] ?? null, texts[1] ?? null));
}

async function actWait(turn: Turn, thread: Thread, state: WaitState): Promise<void> {
  const until = await waitEnd(turn, thread, state);
  if (!until.ok) return refuse(turn, thread, until);
  if (until.value > turn.now) turn.save({ ...thread, phase: { kind: 'wait', until: until.value } });
  else await leave(turn, thread, state, state);
}

type WaitEnd = { readonly ok: true; readonly value: number } | Extract<Evaluated, { ok: false }>;

async function waitEnd(turn: Turn, thread: Thread, state: WaitState): Promise<WaitEnd> {
  const bindings = bindingsFor(turn, thread);
  if (state.Seconds !== undefined) {
    const result = await evaluateAs('integer', state.Seconds, 'Seconds', bindings);
    if (!result.ok) return result;
    if (typeof result.value === 'number' && result.value >= 0 && result.value <= longestSeconds)
      return { ok: true, value: thread.enteredAt + result.value * 1000 };
    return {
      ok: false,
      location: 'Seconds',
      problem: `The Seconds field must be from 0 to ${longestSeconds}: ${JSON.stringify(result.value)}`,
    };
  }
  const result = await evaluateAs('string', state.Timestamp ?? '', 'Timestamp', bindings);
  if (!result.ok) return result;
  const value = typeof result.value === 'string' ? parseTimestamp(result.value) : undefined;
  if (value !== undefined) return { ok: true, value };
  return {
    ok: false,
    location: 'Timestamp',
    problem: `The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format string: ${typeof result.value === 'string' ? result.value : ''}`,
  };
}

async function actChoice(turn: Turn, thread: Thread, state: ChoiceState): Promise<void> {
  const bindings = bindingsFor(turn, thread);
  for (const [index, rule] of state.Choices.entries()) {
    const result = await evaluateAs('boolean', rule.Condition, `Choices[${index}]/Condition`, bindings);
    if (!result.ok) return refuse(turn, thread, result);
    if (result.value === true) return leave(turn, thread, state, rule);
  }
  if (state.Default === undefined) {
    const cause = `An error occurred while executing the state '${thread.state}' (entered at the event id #${thread.enteredEvent}). Failed to transition out of the state. The state does not point to a next state.`;
    return failThread(turn, thread, state, failure('States.Runtime', cause));
  }
  return leave(turn, thread, state, { ...state, Next: state.Default });
}

async function actMap(turn: Turn, thread: Thread, state: MapState): Promise<void> {
  const bindings = bindingsFor(turn, thread);
  const items = await itemsOf(thread, state, bindings);
  if (!items.ok) return refuse(turn, thread, items);
  const limit = await evaluateAs('integer', state.MaxConcurrency ?? 0, 'MaxConcurrency', bindings);
  if (!limit.ok) return refuse(turn, thread, limit);
  if (typeof limit.value !== 'number' || limit.value < 0)
    return refuse(turn, thread, {
      location: 'MaxConcurrency',
      problem: `The MaxConcurrency field must not be negative: ${JSON.stringify(limit.value)}`,
    });

  const last = turn.emit('MapStateStarted', thread.last, { length: items.value.length });
  const parent = turn.save({ ...thread, last, phase: { kind: 'children' } });
  const sideBySide = limit.value === 0 ? inlineMapConcurrency : Math.min(limit.value, inlineMapConcurrency);
  for (const [index, value] of items.value.entries()) {
    turn.addChild(parent, {
      index,
      item: { value },
      state: state.startAt,
      input: null,
      phase: { kind: index < sideBySide ? 'begin' : 'queued' },
    });
  }
  if (items.value.length === 0) await complete(turn, parent, state, []);
}

type Items =
  | { readonly ok: true; readonly value: readonly Json[] }
  | { readonly ok: false; readonly location?: string; readonly problem: string };

async function itemsOf(thread: Thread, state: MapState, bindings: ReturnType<typeof bindingsFor>): Promise<Items> {
  if (state.Items === undefined) {
    if (isArray(thread.input)) return { ok: true, value: thread.input };
    return { ok: false, problem: `Map state input must be an array but was: ${JSON.stringify(thread.input)}` };
  }
  const result = await evaluateAs('array', state.Items, 'Items', bindings);
  if (!result.ok) return result;
  return { ok: true, value: isArray(result.value) ? result.value : [] };
}

async function beginIteration(turn: Turn, thread: Thread): Promise<void> {
  const parent = turn.parentOf(thread);
  const state = parent === undefined ? undefined : stateOf(turn, parent);
  if (parent === undefined || state?.Type !== 'Map') throw new Error('an iteration is not inside a Map');
  const value = thread.item?.value ?? null;
  let input: Json = value;
  if (state.ItemSelector !== undefined) {
    const bindings = bindingsFor(turn, parent, { item: { index: thread.index, value } });
    const selected = await evaluateTemplate(state.ItemSelector, 'ItemSelector', bindings);
    if (!selected.ok) return refuse(turn, parent, selected);
    if (byteSize(selected.value) > payloadLimitBytes) return failState(turn, parent, state, tooLarge(parent.state));
    input = selected.value;
  }
  const last = turn.emit('MapIterationStarted', thread.last, { name: parent.state, index: thread.index });
  turn.save({ ...thread, last, input, phase: { kind: 'enter' } });
}

async function actParallel(turn: Turn, thread: Thread, state: ParallelState): Promise<void> {
  const input: Evaluated =
    state.Arguments === undefined
      ? { ok: true, value: thread.input }
      : await evaluateTemplate(state.Arguments, 'Arguments', bindingsFor(turn, thread));
  if (!input.ok) return refuse(turn, thread, input);
  if (byteSize(input.value) > payloadLimitBytes) return failState(turn, thread, state, tooLarge(thread.state));
  const last = turn.emit('ParallelStateStarted', thread.last);
  const parent = turn.save({ ...thread, last, phase: { kind: 'children' } });
  for (const [index, startAt] of state.startAt.entries())
    turn.addChild(parent, { index, item: null, state: startAt, input: input.value, phase: { kind: 'enter' } });
}

async function refuse(
  turn: Turn,
  thread: Thread,
  result: { readonly location?: string; readonly problem: string },
): Promise<void> {
  const [reason, last] = evaluationFailed(turn, thread, result, firstPrevious(thread));
  return failState(turn, { ...thread, last }, stateOf(turn, thread), reason);
}
