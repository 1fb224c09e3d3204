import { S3Client } from '@aws-sdk/client-s3';
import middy from '@middy/core';
import * as z from 'zod';
import { executionEnded } from '#casework/commit/execution-ended.ts';
import { reconcile } from '#casework/commit/reconcile.ts';
import { exportsStore } from '#store/exports.ts';
import { readClock } from '../clock.ts';
import { readEnvironment, settlingEnvironment } from '../environment.ts';
import { once } from '../once.ts';
import { settlingFrom } from '../settling.ts';
import { executionEndedSchema } from './event.ts';

const environment = readEnvironment({ ...settlingEnvironment, EXPORTS_BUCKET: z.string().min(1) });
const exports = exportsStore(new S3Client({}), environment.EXPORTS_BUCKET);
const casework = once(async () => ({ ...(await settlingFrom(environment)), exports }));

/**
 * Lambda function that runs each minute, and when an execution of the workflow has ended. Each minute the function does
 * the steps that killed processes have left undone. After the end of an execution it only marks the case, unless the
 * case has ended. The run of the next minute then starts a new execution.
 */
export const handler = middy(async (event: unknown) => {
  const ended = executionEndedSchema.safeParse(event);
  if (ended.success) return await executionEnded(await casework(), ended.data.detail.name, readClock());
  return await reconcile(await casework(), environment.ORGANISATION, readClock());
});
