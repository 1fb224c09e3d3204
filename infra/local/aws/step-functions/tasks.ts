import type { InvokeOutcome } from '../../endpoint.ts';
import { account, region } from '../region.ts';
import { functionNameOf } from './arns.ts';
import { bindingsFor } from './bindings.ts';
import type { State, TaskState } from './definition.ts';
import { evaluateAs, evaluateTemplate, type Evaluated } from './expressions.ts';
import { otherArgument } from './flow.ts';
import { byteSize, isObject, parseJson, type Json } from './json.ts';
import { longestSeconds, payloadLimitBytes } from './limits.ts';
import { failure, type Failure, type TaskPhase, type Thread } from './model.ts';
import { evaluationFailed, failState, leave, tooLarge } from './outcome.ts';
import type { Turn } from './turn.ts';

/**
 * Evaluates the fields of a Task and adds the events for its call. The engine calls the function after these events are
 * in the journal.
 */
export async function beginTask(turn: Turn, thread: Thread, state: TaskState): Promise<void> {
  const style = styleOf(state.Resource);
  const token = style === 'token' ? turn.chance.token() : null;
  const bindings = bindingsFor(turn, thread, token === null ? {} : { taskToken: token });
  const refuse = (result: Extract<Evaluated, { ok: false }>): Promise<void> => {
    const [reason, last] = evaluationFailed(turn, thread, result, firstPrevious(thread));
    return failState(turn, { ...thread, last }, state, reason);
  };
  const given = await evaluateTemplate(state.Arguments ?? thread.input, 'Arguments', bindings);
  if (!given.ok) return refuse(given);
  const seconds: { timeout?: number; heartbeat?: number } = {};
  for (const [key, field, value] of [
    ['timeout', 'TimeoutSeconds', state.TimeoutSeconds],
    ['heartbeat', 'HeartbeatSeconds', state.HeartbeatSeconds],
  ] as const) {
    if (value === undefined) continue;
    const result = await evaluateAs('integer', value, field, bindings);
    if (!result.ok) return refuse(result);
    if (typeof result.value !== 'number' || result.value < 1 || result.value > longestSeconds)
      return refuse({
        ok: false,
        location: field,
        problem: `The value of '${field}' must be from 1 to ${longestSeconds}: ${JSON.stringify(result.value)}`,
      });
    seconds[key] = result.value;
  }
  if (byteSize(given.value) > payloadLimitBytes) return failState(turn, thread, state, tooLarge(thread.state));

  const call = callOf(style, state.Resource, given.value);
  if (!call.ok) return failState(turn, thread, state, call.reason);
  const limits = { timeoutInSeconds: seconds.timeout, heartbeatInSeconds: seconds.heartbeat };
  const last = scheduled(turn, thread, state, given.value, limits);
  if (call.payload === undefined) {
    const reason = failure('Lambda.InvalidRequestContentException', 'Could not parse request body into json');
    return failTask(turn, { ...thread, last }, state, reason);
  }
  const heartbeatMs = style === 'token' && seconds.heartbeat !== undefined ? seconds.heartbeat * 1000 : null;
  turn.save({
    ...thread,
    last,
    phase: {
      kind: 'task',
      attempt: turn.chance.uuid(),
      functionName: call.functionName,
      payload: call.payload,
      token,
      submitted: false,
      timeoutAt: seconds.timeout === undefined ? null : turn.now + seconds.timeout * 1000,
      heartbeatMs,
      heartbeatAt: heartbeatMs === null ? null : turn.now + heartbeatMs,
    },
  });
}

/** Handles the result of a Task's function, or the error if the function failed or could not be called. */
export async function taskReturned(
  turn: Turn,
  thread: Thread,
  phase: TaskPhase,
  state: TaskState,
  outcome: InvokeOutcome,
): Promise<void> {
  const style = styleOf(state.Resource);
  if (outcome.kind !== 'returned') return failTask(turn, thread, state, lambdaFailure(phase, outcome));
  const payload = asWritten(outcome.payload);
  if (payload === undefined) {
    const errorMessage = 'Unable to stringify response body';
    return failTask(turn, thread, state, functionFailure('Runtime.MarshalError', errorMessage));
  }
  if (style === 'function') return succeedTask(turn, thread, state, payload);
  const result = invokeResult(turn, payload);
  if (style === 'invoke') return succeedTask(turn, thread, state, result);
  if (byteSize(result) > payloadLimitBytes) return failTask(turn, thread, state, tooLarge(resourceOf(style).resource));
  const last = turn.emit('TaskSubmitted', thread.last, {
    ...resourceOf(style),
    output: JSON.stringify(result),
    outputDetails: { truncated: false },
  });
  turn.save({ ...thread, last, phase: { ...phase, submitted: true } });
}

/** Ends a Task with its result: the result of the function, or the output in the answer with the task token. */
export async function succeedTask(turn: Turn, thread: Thread, state: TaskState, result: Json): Promise<void> {
  const style = styleOf(state.Resource);
  if (byteSize(result) > payloadLimitBytes)
    return failTask(turn, thread, state, tooLarge(style === 'function' ? state.Resource : resourceOf(style).resource));
  const last = turn.emit(`${familyOf(style)}Succeeded`, thread.last, {
    ...resourceOf(style),
    output: JSON.stringify(result),
    outputDetails: { truncated: false },
  });
  return leave(turn, { ...thread, last }, state, state, { result });
}

/**
 * Fails a Task, for example because its function failed, a caller sent a failure with the task token, or the task timed
 * out.
 */
export async function failTask(turn: Turn, thread: Thread, state: TaskState, reason: Failure): Promise<void> {
  const style = styleOf(state.Resource);
  const type = `${familyOf(style)}${reason.kind === 'error' ? 'Failed' : 'TimedOut'}`;
  const last = turn.emit(type, thread.last, { ...resourceOf(style), error: reason.error, cause: reason.cause });
  return failState(turn, { ...thread, last }, state, reason);
}

/**
 * The `previousEventId` for the next event of the state. If the first evaluation in a state fails, AWS gives the last
 * event before the state was entered.
 */
export function firstPrevious(thread: Thread): number {
  return thread.last === thread.enteredEvent ? thread.beforeEntry : thread.last;
}

export function isTask(state: State): state is TaskState {
  return state.Type === 'Task';
}

function scheduled(
  turn: Turn,
  thread: Thread,
  state: TaskState,
  given: Json,
  limits: { readonly timeoutInSeconds: number | undefined; readonly heartbeatInSeconds: number | undefined },
): number {
  const style = styleOf(state.Resource);
  if (style === 'function') {
    const id = turn.emit('LambdaFunctionScheduled', thread.last, {
      resource: state.Resource,
      input: JSON.stringify(given),
      inputDetails: { truncated: false },
      timeoutInSeconds: limits.timeoutInSeconds,
    });
    return turn.emit('LambdaFunctionStarted', id);
  }
  const id = turn.emit('TaskScheduled', thread.last, {
    ...resourceOf(style),
    region,
    parameters: JSON.stringify(given),
    ...limits,
  });
  return turn.emit('TaskStarted', id, resourceOf(style));
}

type Call =
  /**
   * `payload` is `undefined` if the `Payload` in the Arguments is a text that is not JSON. AWS makes the call anyway,
   * and Lambda refuses it.
   */
  | { readonly ok: true; readonly functionName: string; readonly payload: Json | undefined }
  | { readonly ok: false; readonly reason: Failure };

function callOf(style: TaskStyle, resource: string, given: Json): Call {
  if (style === 'function') return { ok: true, functionName: functionNameOf(resource), payload: given };
  const problem = problemOfArguments(given);
  if (problem !== undefined)
    return {
      ok: false,
      reason: failure(
        'States.Runtime',
        `The Arguments '${JSON.stringify(given)}' could not be used to start the Task: [${problem}]`,
      ),
    };
  const { FunctionName: name, Payload: payload } = isObject(given) ? given : {};
  if (typeof name !== 'string') throw new Error('a function name that was checked is not a text');
  // Recorded on AWS: a `Payload` that is a text is sent to Lambda unchanged, and Lambda parses it as JSON. If `Payload`
  // is null or missing, the function receives {}.
  const parsed = typeof payload === 'string' ? parseJson(payload) : { ok: true as const, value: payload ?? {} };
  return { ok: true, functionName: functionNameOf(name), payload: parsed.ok ? parsed.value : undefined };
}

function problemOfArguments(given: Json): string | undefined {
  if (!isObject(given)) return 'The Arguments must be an object';
  const name = given['FunctionName'];
  if (name === undefined) return `The required field 'FunctionName' is missing`;
  if (typeof name !== 'string' || name === '') return `The value of the field 'FunctionName' has an invalid format`;
  const other = otherArgument(given);
  return other === undefined ? undefined : `The field '${other}' is not supported`;
}

function lambdaFailure(phase: TaskPhase, outcome: Exclude<InvokeOutcome, { kind: 'returned' }>): Failure {
  switch (outcome.kind) {
    case 'failed':
      return functionFailure(outcome.errorType, outcome.errorMessage);
    case 'missing':
      return failure(
        'Lambda.ResourceNotFoundException',
        `Function not found: arn:aws:lambda:${region}:${account}:function:${phase.functionName}:$LATEST (Service: AWSLambda; Status Code: 404; Error Code: ResourceNotFoundException; Request ID: ${phase.attempt}; Proxy: null)`,
      );
  }
}

function functionFailure(errorType: string, errorMessage: string): Failure {
  return failure(errorType, JSON.stringify({ errorType, errorMessage }));
}

/** Converts a function's result to JSON as Lambda does; `undefined` if this fails. */
function asWritten(payload: unknown): Json | undefined {
  try {
    const parsed = parseJson(JSON.stringify(payload) ?? 'null');
    return parsed.ok ? parsed.value : undefined;
  } catch {
    return undefined;
  }
}

/** Makes the result of the Lambda integration (`Payload`, `StatusCode` and others) from the result of a function. */
function invokeResult(turn: Turn, payload: Json): Json {
  const requestId = turn.chance.uuid();
  const headers = { 'Content-Type': ['application/json'], 'x-amzn-RequestId': [requestId] };
  return {
    ExecutedVersion: '$LATEST',
    Payload: payload,
    SdkHttpMetadata: {
      AllHttpHeaders: headers,
      HttpHeaders: { 'Content-Type': 'application/json', 'x-amzn-RequestId': requestId },
      HttpStatusCode: 200,
    },
    SdkResponseMetadata: { RequestId: requestId },
    StatusCode: 200,
  };
}

/**
 * How a Task calls its function. `invoke`: through the integration `lambda:invoke`. `token`: through
 * `lambda:invoke.waitForTaskToken`. `function`: its `Resource` is the ARN of the function.
 */
type TaskStyle = 'invoke' | 'token' | 'function';

function styleOf(resource: string): TaskStyle {
  if (!resource.startsWith('arn:aws:states:::')) return 'function';
  return resource.endsWith('.waitForTaskToken') ? 'token' : 'invoke';
}

function familyOf(style: TaskStyle): 'Task' | 'LambdaFunction' {
  return style === 'function' ? 'LambdaFunction' : 'Task';
}

function resourceOf(style: TaskStyle): { readonly resource: string; readonly resourceType: string } {
  return { resource: style === 'token' ? 'invoke.waitForTaskToken' : 'invoke', resourceType: 'lambda' };
}
