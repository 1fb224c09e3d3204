import * as z from 'zod';

/**
 * Names of the errors with which AWS services refuse a request because there are too many requests. They are listed
 * because AWS marks several of them as a fault of the client, like a wrong request (`$fault: 'client'`; DynamoDB
 * Developer Guide, "Error handling").
 */
const throttling = [
  'LimitExceededException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'RequestThrottled',
  'RequestThrottledException',
  'SlowDown',
  'ThrottledException',
  'Throttling',
  'ThrottlingException',
  'TooManyRequestsException',
];

/** Codes of Node for a connection that could not be made, broke, or gave no response in time. */
const connection = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'EAI_AGAIN'];

/**
 * The temporary errors of the AWS SDK. The SDK throws them after its own attempts have failed. An error with
 * `$metadata` is from the SDK.
 */
const temporary = z.union([
  z.object({ $fault: z.literal('server') }),
  z.object({ $fault: z.literal('client'), name: z.enum(throttling) }),
  z.object({ $metadata: z.object({ httpStatusCode: z.literal(429) }) }),
  z.object({ $metadata: z.object(), code: z.enum(connection) }),
  z.object({ $metadata: z.object(), name: z.enum(['TimeoutError', 'RequestTimeout', 'RequestTimeoutException']) }),
]);

/**
 * Whether an error of the AWS SDK is temporary although the request was correct: the service has failed, throttles, or
 * cannot be reached.
 */
export function isTemporaryAwsError(error: unknown): boolean {
  return temporary.safeParse(error).success;
}
