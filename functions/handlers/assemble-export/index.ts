import { S3Client } from '@aws-sdk/client-s3';
import middy from '@middy/core';
import * as z from 'zod';
import { assembleExport } from '#casework/answer/assemble-export.ts';
import { prepareReview } from '#casework/review/prepare-review.ts';
import { resourcesOf } from '#casework/search/resources-of.ts';
import { loadConnectors } from '#connectors/registry.ts';
import { exportsStore } from '#store/exports.ts';
import { findings } from '#store/findings.ts';
import { organisationReader } from '#store/organisations.ts';
import { reviewSheets } from '#store/review-sheets.ts';
import { assembleExportSchema } from '#workflows/payloads.ts';
import { ensureGoing, refusedToWorkflow } from '../case-ended.ts';
import { readClock } from '../clock.ts';
import { readEnvironment } from '../environment.ts';
import { once } from '../once.ts';
import { attemptsInBackground, recordsIn } from '../records.ts';

const environment = readEnvironment({
  TABLE: z.string().min(1),
  FINDINGS_BUCKET: z.string().min(1),
  EXPORTS_BUCKET: z.string().min(1),
  CONFIGURATION_BUCKET: z.string().min(1),
});
const s3 = new S3Client({});
const means = once(async () => ({
  records: recordsIn(environment.TABLE, attemptsInBackground),
  sheets: reviewSheets(s3, environment.FINDINGS_BUCKET),
  exports: exportsStore(s3, environment.EXPORTS_BUCKET),
  connectors: await loadConnectors(),
  organisationAt: organisationReader(s3, environment.CONFIGURATION_BUCKET),
}));
/** Lambda function that makes the review sheet and the package of a round; the workflow calls it. */
export const handler = middy(async (event: unknown) => {
  const { make, ...asked } = assembleExportSchema.parse(event);
  const work = { ...(await means()), findings: findings(s3, environment.FINDINGS_BUCKET, 'oneEvent') };
  if (make === 'review-sheet') {
    ensureGoing(await prepareReview({ ...work, resources: resourcesOf(work.connectors) }, asked));
    return {};
  }
  const assembled = await assembleExport(work, asked, readClock());
  return assembled.ok ? {} : refusedToWorkflow(assembled);
});
