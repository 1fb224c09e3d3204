import * as z from 'zod';
import { TooMuchTraffic } from '#casework/commit/commit-command.ts';

/** How long to wait before the same is asked again, for `Retry-After`. */
export const retryAfterSeconds = 30;

/** An error of the AWS SDK: the service could not do what it was asked, although nothing was wrong with that. */
const serverFault = z.object({ $fault: z.literal('server') });

/** What passes by itself, so that asking again later is right: others wrote at once, a service is down or has no room. */
export function isPassing(error: unknown): boolean {
  return error instanceof TooMuchTraffic || serverFault.safeParse(error).success;
}

/** Tells the workflow, by its name, that a store of ours is down or has no room: that is no failure of what was searched. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}
