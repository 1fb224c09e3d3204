import { TooMuchTraffic } from '#casework/commit/commit-command.ts';
import { isTemporaryAwsError } from './temporary-aws-error.ts';

/** After how many seconds a client should repeat the request, for the header `Retry-After`. */
export const retryAfterSeconds = 30;

/**
 * Whether an error is temporary, so that another attempt may succeed. Either other processes wrote at the same time, or
 * an AWS service is down or throttles.
 */
export function isPassing(error: unknown): boolean {
  return error instanceof TooMuchTraffic || isTemporaryAwsError(error);
}
