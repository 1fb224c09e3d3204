import * as z from 'zod';
import { TooMuchTraffic } from '#casework/commit/commit-command.ts';

/** How long a client should wait before it repeats the request, in seconds, for `Retry-After`. */
export const retryAfterSeconds = 30;

/** An error of the AWS SDK that says: the service failed although the request was correct. */
const serverFault = z.object({ $fault: z.literal('server') });

/**
 * Whether an error is temporary, so that a later attempt can succeed: concurrent writes, or a service that is down or
 * full.
 */
export function isPassing(error: unknown): boolean {
  return error instanceof TooMuchTraffic || serverFault.safeParse(error).success;
}

/**
 * The workflow recognises this error by its name, and then knows that one of our stores is down or full. The search
 * itself has not failed.
 */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}
