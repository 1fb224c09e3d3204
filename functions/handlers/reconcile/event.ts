import * as z from 'zod';

/**
 * The event of EventBridge which says that an execution of the workflow has ended. `name` is the name of the execution.
 */
export const executionEndedSchema = z.looseObject({
  source: z.literal('aws.states'),
  detail: z.looseObject({ name: z.string() }),
});
