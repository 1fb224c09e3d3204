import type { JsonObject } from './json.ts';

/**
 * One history event in the JSON form of GetExecutionHistory. `details` is the field that belongs to the type of the
 * event, for example `stateEnteredEventDetails`; some events have no details.
 */
export interface HistoryEvent {
  readonly id: number;
  readonly body: JsonObject;
}

export type Details = Readonly<Record<string, JsonObject[string] | undefined>>;

/** Makes a history event; `now` is in milliseconds. Details without a value are omitted, as in AWS. */
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

/** The name of the JSON field for the details. All types of states share one field for entering and one for leaving. */
function fieldOf(type: string): string {
  const name = type.replace(/^[A-Z][a-z]+(?=State(?:Entered|Exited)$)/, '');
  return `${name.charAt(0).toLowerCase()}${name.slice(1)}EventDetails`;
}

function withoutGaps(details: Details): JsonObject {
  return Object.fromEntries(
    Object.entries(details).flatMap(([key, value]) => (value === undefined || value === null ? [] : [[key, value]])),
  );
}
