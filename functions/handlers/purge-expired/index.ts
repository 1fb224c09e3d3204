import { S3Client } from '@aws-sdk/client-s3';
import middy from '@middy/core';
import * as z from 'zod';
import { purgeExpired } from '#casework/schedule/purge-expired.ts';
import { exportsStore } from '#store/exports.ts';
import { findings } from '#store/findings.ts';
import { inboundMails } from '#store/inbound-mails.ts';
import { viewLog } from '#store/view-log.ts';
import { readClock } from '../clock.ts';
import { caseworkEnvironment, readEnvironment } from '../environment.ts';
import { logger } from '../log.ts';
import { once } from '../once.ts';
import { attemptsInBackground } from '../records.ts';
import { caseworkFrom } from '../wiring.ts';

const environment = readEnvironment({
  ...caseworkEnvironment,
  FINDINGS_BUCKET: z.string().min(1),
  EXPORTS_BUCKET: z.string().min(1),
  MAIL_BUCKET: z.string().min(1),
});
const casework = once(async () => await caseworkFrom(environment, attemptsInBackground));
const s3 = new S3Client({});
const stores = once(async () => ({
  findings: findings(s3, environment.FINDINGS_BUCKET),
  exports: exportsStore(s3, environment.EXPORTS_BUCKET),
  mails: inboundMails(s3, environment.MAIL_BUCKET),
  views: viewLog((await casework()).client, environment.TABLE),
}));

/**
 * Lambda function that runs each day. The function erases findings, packages, mails, subject profiles and views
 * whose retention has ended.
 */
export const handler = middy(async () => {
  const purged = await purgeExpired(await casework(), await stores(), readClock());
  logger.info('expired material purged', { ...purged });
  return purged;
});
