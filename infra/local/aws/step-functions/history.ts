import type { JsonObject } from './json.ts';

/**
 * One history event in the JSON form of GetExecutionHistory. The type of an event decides the field with its details,
 * for example `stateEnteredEventDetails`. Some types have no details.
 */
export interface HistoryEvent {
  readonly id: number;
  readonly body: JsonObject;
}

export type Details = Readonly<Record<string, JsonObject[string] | undefined>>;

/**
 * Makes a history event; `now` is in milliseconds since the epoch. Details with the value `null` or `undefined` are
 * omitted, as on AWS.
 */
export function historyEvent(
  id: number,
  previous: number,
  type: string,
  now: number,
  details: Details | undefined,
): HistoryEvent {
  const body = { timestamp: now / 1000, type, id, previousEventId: previous };
  return { id, body: details === undefined ? body : { ...body, [fieldOf(type)]: withoutGaps(details) } };
}

/**
 * The name of the field for the details of an event type. For example, `TaskStateEntered` and `WaitStateEntered` both
 * have `stateEnteredEventDetails`.
 */
function fieldOf(type: string): string {
  const name = type.replace(/^[A-Z][a-z]+(?=State(?:Entered|Exited)$)/, '');
  return `${name.charAt(0).toLowerCase()}${name.slice(1)}EventDetails`;
}

function withoutGaps(details: Details): JsonObject {
  return Object.fromEntries(
    Object.entries(details).flatMap(([key, value]) => (value === undefined || value === null ? [] : [[key, value]])),
  );
}
