import * as z from 'zod';
import { TooMuchTraffic } from '#casework/commit/commit-command.ts';

/** After how many seconds a client should repeat the request, for the header `Retry-After`. */
export const retryAfterSeconds = 30;

/** An error of the AWS SDK with which the service says that the fault is its own. */
const serverFault = z.object({ $fault: z.literal('server') });

/**
 * Whether an error is temporary, so that another attempt may succeed. Either other processes wrote at the same time, or
 * an AWS service is down or throttles.
 */
export function isPassing(error: unknown): boolean {
  return error instanceof TooMuchTraffic || serverFault.safeParse(error).success;
}

/**
 * Fails a task of the workflow because DynamoDB, S3 or another AWS service is down or throttles. The workflow
 * recognises the error by its name, and repeats the task. Any other error would count as a failed search.
 */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}
