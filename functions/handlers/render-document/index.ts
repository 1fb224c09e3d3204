import { S3Client } from '@aws-sdk/client-s3';
import middy from '@middy/core';
import type { APIGatewayProxyEventV2WithJWTAuthorizer, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import * as z from 'zod';
import { named } from '#api/problem.ts';
import { resourcesOf } from '#casework/search/resources-of.ts';
import { loadConnectors } from '#connectors/registry.ts';
import { anchors } from '#store/anchors.ts';
import { findings } from '#store/findings.ts';
import { reviewSheets } from '#store/review-sheets.ts';
import { viewLog } from '#store/view-log.ts';
import { readClock } from '../clock.ts';
import { caseworkEnvironment, readEnvironment } from '../environment.ts';
import { guard } from '../http/guard.ts';
import { bodilessForHead } from '../http/methods.ts';
import { problem } from '../http/problem.ts';
import { once } from '../once.ts';
import { memberOf } from '../staff-api/member.ts';
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
 * Lambda function that shows documents of the review to staff. A document can be hostile, so the functions that change
 * cases do not read it. API Gateway has checked the token.
 */
export const handler = middy<APIGatewayProxyEventV2WithJWTAuthorizer, APIGatewayProxyStructuredResultV2>()
  .use(bodilessForHead())
  .use(guard())
  .handler(async (event) => {
    const now = readClock();
    const member = memberOf(event.requestContext.authorizer.jwt.claims);
    if (member === undefined || member.roles.size === 0)
      return problem(named('forbidden', 403, 'You have no role in this system'));
    const { document } = await import('./document.ts');
    const isHead = event.requestContext.http.method === 'HEAD';
    return await document(forOneEvent(await casework()), { ...(await stores()), isHead }, member, event, now);
  });
