import { S3Client } from '@aws-sdk/client-s3';
import middy from '@middy/core';
import * as z from 'zod';
import { watchAttached } from '#casework/intake/watch-attached.ts';
import { watchDeadlines } from '#casework/schedule/watch-deadlines.ts';
import { anchors } from '#store/anchors.ts';
import { viewLog } from '#store/view-log.ts';
import { readClock } from '../clock.ts';
import { caseworkEnvironment, readEnvironment } from '../environment.ts';
import { logger } from '../log.ts';
import { once } from '../once.ts';
import { attemptsInBackground } from '../records.ts';
import { caseworkFrom } from '../wiring.ts';

const environment = readEnvironment({ ...caseworkEnvironment, ANCHORS_BUCKET: z.string().min(1) });
const casework = once(async () => await caseworkFrom(environment, attemptsInBackground));
const anchorStore = anchors(new S3Client({}), environment.ANCHORS_BUCKET);

/**
 * Lambda function that runs each hour. The function opens cases for attached requests that get no answer otherwise,
 * warns of due dates, and closes cases whose person does not reply. The alarm for late cases counts by the log line of
 * this function.
 */
export const handler = middy(async () => {
  const work = await casework();
  const now = readClock();
  await watchAttached(work, environment.ORGANISATION, now);
  const watched = await watchDeadlines(
    work,
    { anchors: anchorStore, views: viewLog(work.client, environment.TABLE) },
    now,
  );
  logger.info('deadlines watched', { ...watched });
  return watched;
});
