import * as z from 'zod';

const looseCommit = z.looseObject({ events: z.array(z.looseObject({ type: z.string(), v: z.number() })) });
type LooseEvent = z.infer<typeof looseCommit>['events'][number];

/**
 * Pure functions that raise an event of an earlier version to the next one, by `type` and version. The stored text is
 * never changed: it is what was hashed. All events are in their first version today.
 */
const upcasters: ReadonlyMap<string, (event: LooseEvent) => LooseEvent> = new Map();

/** A stored commit with every event in its latest version. */
export function upcast(commit: unknown): unknown {
  const loose = looseCommit.parse(commit);
  return { ...loose, events: loose.events.map(raise) };
}

function raise(event: LooseEvent): LooseEvent {
  const step = upcasters.get(`${event.type}@${event.v}`);
  return step === undefined ? event : raise(step(event));
}
