import { S3Client } from '@aws-sdk/client-s3';
import middy from '@middy/core';
import type { DynamoDBBatchResponse } from 'aws-lambda';
import * as z from 'zod';
import { settleCase } from '#casework/commit/settle-case.ts';
import { remind } from '#casework/identity/remind.ts';
import { attachedPrefix } from '#store/attached-requests.ts';
import { exportsStore } from '#store/exports.ts';
import { readClock } from '../clock.ts';
import { readEnvironment, settlingEnvironment } from '../environment.ts';
import { errorForLog, logger } from '../log.ts';
import { once } from '../once.ts';
import { settlingFrom } from '../settling.ts';
import { forOneEvent } from '../wiring.ts';
import { addedItemsSchema } from './event.ts';

const environment = readEnvironment({ ...settlingEnvironment, EXPORTS_BUCKET: z.string().min(1) });
const exports = exportsStore(new S3Client({}), environment.EXPORTS_BUCKET);
const casework = once(async () => ({ ...(await settlingFrom(environment)), exports }));

/**
 * Lambda function that the stream of the case table calls after a commit. The function settles the case of the commit:
 * it starts the workflow, ends waits and sends letters. If a request was attached to the case, the person may get a new
 * code. Several commits of one case are settled together. The response names the commits whose case could not be
 * settled; the stream sends them again. After its last attempt `reconcile` settles the case.
 */
export const handler = middy(async (event: unknown): Promise<DynamoDBBatchResponse> => {
  const { Records } = addedItemsSchema.parse(event);
  const byCase = Map.groupBy(Records, ({ dynamodb }) => dynamodb.Keys.pk.S);
  const failed: string[] = [];
  for (const [caseId, records] of byCase)
    try {
      const now = readClock();
      await settleCase(await casework(), caseId, now);
      if (records.some(({ dynamodb }) => dynamodb.Keys.sk.S.startsWith(attachedPrefix)))
        await remind(forOneEvent(await casework()), caseId, now);
    } catch (error) {
      logger.error('a case could not be settled', { caseId, ...errorForLog(error) });
      failed.push(...records.map(({ dynamodb }) => dynamodb.SequenceNumber));
    }
  return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
});
