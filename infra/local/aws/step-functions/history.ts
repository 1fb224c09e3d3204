import type { JsonObject } from './json.ts';

/**
 * One history event in the wire form of GetExecutionHistory.
 * `details` is the event's own field, e.g. `stateEnteredEventDetails`, absent for events that have none.
 */
export interface HistoryEvent {
  readonly id: number;
  readonly body: JsonObject;
}

/** The field that carries an event's details on the wire; events that are not listed have none. */
const detailFields: ReadonlyMap<string, string> = new Map([
  ['EvaluationFailed', 'evaluationFailedEventDetails'],
  ['ExecutionAborted', 'executionAbortedEventDetails'],
  ['ExecutionFailed', 'executionFailedEventDetails'],
  ['ExecutionStarted', 'executionStartedEventDetails'],
  ['ExecutionSucceeded', 'executionSucceededEventDetails'],
  ['ExecutionTimedOut', 'executionTimedOutEventDetails'],
  ['LambdaFunctionFailed', 'lambdaFunctionFailedEventDetails'],
  ['LambdaFunctionScheduled', 'lambdaFunctionScheduledEventDetails'],
  ['LambdaFunctionSucceeded', 'lambdaFunctionSucceededEventDetails'],
  ['LambdaFunctionTimedOut', 'lambdaFunctionTimedOutEventDetails'],
  ['MapIterationAborted', 'mapIterationAbortedEventDetails'],
  ['MapIterationFailed', 'mapIterationFailedEventDetails'],
  ['MapIterationStarted', 'mapIterationStartedEventDetails'],
  ['MapIterationSucceeded', 'mapIterationSucceededEventDetails'],
  ['MapStateStarted', 'mapStateStartedEventDetails'],
  ['TaskFailed', 'taskFailedEventDetails'],
  ['TaskScheduled', 'taskScheduledEventDetails'],
  ['TaskStarted', 'taskStartedEventDetails'],
  ['TaskSubmitted', 'taskSubmittedEventDetails'],
  ['TaskSucceeded', 'taskSucceededEventDetails'],
  ['TaskTimedOut', 'taskTimedOutEventDetails'],
]);

/** Builds an event; `now` in milliseconds. Details without a value are left out, as AWS does. */
export function historyEvent(
  id: number,
  previous: number,
  type: string,
  now: number,
  details: Readonly<Record<string, JsonObject[string] | undefined>>,
): HistoryEvent {
  const field = detailFields.get(type) ?? stateField(type);
  const body = { timestamp: now / 1000, type, id, previousEventId: previous };
  return { id, body: field === undefined ? body : { ...body, [field]: withoutGaps(details) } };
}

function stateField(type: string): string | undefined {
  if (type.endsWith('StateEntered')) return 'stateEnteredEventDetails';
  return type.endsWith('StateExited') ? 'stateExitedEventDetails' : undefined;
}

function withoutGaps(details: Readonly<Record<string, JsonObject[string] | undefined>>): JsonObject {
  return Object.fromEntries(
    Object.entries(details).flatMap(([key, value]) => (value === undefined || value === null ? [] : [[key, value]])),
  );
}

const dataFields: ReadonlySet<string> = new Set([
  'input',
  'output',
  'parameters',
  'inputDetails',
  'outputDetails',
  'assignedVariables',
]);

/** The event without what flowed through it, for `includeExecutionData: false`. */
export function withoutData(body: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(body).map(([key, value]) =>
      key.endsWith('EventDetails') && typeof value === 'object' && value !== null
        ? [key, Object.fromEntries(Object.entries(value).filter(([field]) => !dataFields.has(field)))]
        : [key, value],
    ),
  );
}
