import { S3Client } from '@aws-sdk/client-s3';
import middy from '@middy/core';
import * as z from 'zod';
import { reconcile } from '#casework/reconcile.ts';
import { anchors } from '#store/anchors.ts';
import { caseworkEnvironment, readEnvironment } from '../environment.ts';
import { scheduledAt } from '../scheduled-event.ts';
import { caseworkFrom, once } from '../wiring.ts';

const environment = readEnvironment({ ...caseworkEnvironment, ANCHORS_BUCKET: z.string().min(1) });
const casework = once(async () => await caseworkFrom(environment));
const anchorStore = anchors(new S3Client({}), environment.ANCHORS_BUCKET);

/** Each minute, and at start: does again whatever the logs owe. */
export const handler = middy(
  async (event: unknown) =>
    await reconcile(await casework(), environment.ORGANISATION, anchorStore, scheduledAt(event)),
);
