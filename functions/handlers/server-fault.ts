import * as z from 'zod';

const serverFault = z.object({ $fault: z.literal('server') });

/** Whether an error of the AWS SDK says that the service failed or throttles although the request was correct. */
export function isServerFault(error: unknown): boolean {
  return serverFault.safeParse(error).success;
}
