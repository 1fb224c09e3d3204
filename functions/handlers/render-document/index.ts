import { S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod';
import { resourcesOf } from '#casework/search/resources-of.ts';
import { loadConnectors } from '#connectors/registry.ts';
import { anchors } from '#store/anchors.ts';
import { findings } from '#store/findings.ts';
import { reviewSheets } from '#store/review-sheets.ts';
import { viewLog } from '#store/view-log.ts';
import { caseworkEnvironment, readEnvironment } from '../environment.ts';
import { once } from '../once.ts';
import { staffHandler } from '../staff/staff-handler.ts';
import { caseworkFrom, forOneEvent } from '../wiring.ts';

const environment = readEnvironment({
  ...caseworkEnvironment,
  FINDINGS_BUCKET: z.string().min(1),
  ANCHORS_BUCKET: z.string().min(1),
});
const s3 = new S3Client({});
const casework = once(async () => await caseworkFrom(environment));
const stores = once(async () => {
  const { client, organisationAt } = await casework();
  return {
    findings: findings(s3, environment.FINDINGS_BUCKET),
    sheets: reviewSheets(s3, environment.FINDINGS_BUCKET),
    resources: resourcesOf(await loadConnectors()),
    organisationAt,
    views: viewLog(client, environment.TABLE),
    anchors: anchors(s3, environment.ANCHORS_BUCKET),
  };
});

/**
 * Lambda function that shows documents of the review to staff, and makes copies without some pages. A document can be hostile, so the functions that change
 * cases do not read it.
 */
export const handler = staffHandler(async ({ event, member, now, isHead }) => {
  const { cut, document } = await import('./document.ts');
  if (event.routeKey.startsWith('POST '))
    return await cut(forOneEvent(await casework()), await stores(), member, event);
  return await document(forOneEvent(await casework()), { ...(await stores()), isHead }, member, event, now);
});
