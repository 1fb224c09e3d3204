import * as z from 'zod';
import { TooMuchTraffic } from '#casework/commit/commit-command.ts';

/** How long a client should wait before it repeats the request, for `Retry-After`. */
export const retryAfterSeconds = 30;

/** An error of the AWS SDK: the service failed although the request was correct. */
const serverFault = z.object({ $fault: z.literal('server') });

/** Temporary errors, after which a later attempt is right: concurrent writes, a service that is down or full. */
export function isPassing(error: unknown): boolean {
  return error instanceof TooMuchTraffic || serverFault.safeParse(error).success;
}

/**
 * An error by whose name the workflow knows that one of our stores is down or full, and that the search has not failed.
 */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}
