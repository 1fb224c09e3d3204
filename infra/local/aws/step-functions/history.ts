import type { JsonObject } from './json.ts';

/**
 * One history event in the wire form of GetExecutionHistory.
 * `details` is the event's own field, e.g. `stateEnteredEventDetails`, absent for events that have none.
 */
export interface HistoryEvent {
  readonly id: number;
  readonly body: JsonObject;
}

export type Details = Readonly<Record<string, JsonObject[string] | undefined>>;

/** Builds an event; `now` in milliseconds. Some events have no details; those without a value are left out, as AWS does. */
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

/** The field that carries the details on the wire; all states share those of being entered and being left. */
function fieldOf(type: string): string {
  const name = type.replace(/^[A-Z][a-z]+(?=State(?:Entered|Exited)$)/, '');
  return `${name.charAt(0).toLowerCase()}${name.slice(1)}EventDetails`;
}

function withoutGaps(details: Details): JsonObject {
  return Object.fromEntries(
    Object.entries(details).flatMap(([key, value]) => (value === undefined || value === null ? [] : [[key, value]])),
  );
}
