import * as z from 'zod';

/** What the schedule hands to a function: the moment it was due, which is the function's *now*. */
export const scheduledEventSchema = z.looseObject({ time: z.iso.datetime({ offset: true }) });

/** The event's moment as an ISO 8601 instant in UTC with milliseconds. */
export function scheduledAt(event: unknown): string {
  return new Date(scheduledEventSchema.parse(event).time).toISOString();
}
