import { S3Client } from '@aws-sdk/client-s3';
import type { APIGatewayProxyEventV2WithJWTAuthorizer, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import * as z from 'zod';
import { anchorHead } from '#casework/commit/anchor-head.ts';
import { accessTo } from '#casework/staff/case-access.ts';
import type { Casework } from '#casework/commit/casework.ts';
import { loadWholeCase } from '#casework/commit/commit-command.ts';
import { acceptsOf } from '#casework/search/accepts-of.ts';
import { resourcesOf } from '#casework/search/resources-of.ts';
import type { StaffMeans } from '#casework/staff/staff-means.ts';
import { loadConnectors } from '#connectors/registry.ts';
import { headLine } from '#domain/case/log/audit.ts';
import { letterOfSegment } from '#api/letter-path.ts';
import { anchors } from '#store/anchors.ts';
import { exportsStore } from '#store/exports.ts';
import { findings } from '#store/findings.ts';
import { inboundMails } from '#store/inbound-mails.ts';
import { reviewSheets } from '#store/review-sheets.ts';
import { viewLog } from '#store/view-log.ts';
import { caseworkEnvironment, readEnvironment } from '../environment.ts';
import { routeOf } from '../http/methods.ts';
import { safeHeaders } from '../http/problem.ts';
import { once } from '../once.ts';
import { caseworkFrom, forOneEvent } from '../wiring.ts';
import { auditRoles } from '#commands/role.ts';
import type { Member } from '../staff/member.ts';
import { queue } from './queue.ts';
import { forbidden, lockedOut, notFound } from '../staff/refusals.ts';
import { staffHandler } from '../staff/staff-handler.ts';
import type { ReservedStores } from './reserved-result.ts';
import type { ReviewStores } from './review.ts';

const environment = readEnvironment({
  ...caseworkEnvironment,
  FINDINGS_BUCKET: z.string().min(1),
  EXPORTS_BUCKET: z.string().min(1),
  ANCHORS_BUCKET: z.string().min(1),
  MAIL_BUCKET: z.string().min(1),
});
const s3 = new S3Client({});
const exports = exportsStore(s3, environment.EXPORTS_BUCKET);
const casework = once(async () => await caseworkFrom(environment));
const anchorStore = anchors(s3, environment.ANCHORS_BUCKET);
const connectors = once(loadConnectors);

/** The means for one event. */
async function meansForOneEvent(): Promise<StaffMeans> {
  const all = await connectors();
  return {
    findings: findings(s3, environment.FINDINGS_BUCKET, 'oneEvent'),
    sheets: reviewSheets(s3, environment.FINDINGS_BUCKET),
    resources: resourcesOf(all),
    connectors: all,
    organisationAt: (await casework()).organisationAt,
    exports,
  };
}
const mails = inboundMails(s3, environment.MAIL_BUCKET);

/** The stores of the material of cases, and of the views that record who was shown it. */
const materialStores = once(async () => ({
  mails,
  views: viewLog((await casework()).client, environment.TABLE),
  anchors: anchorStore,
}));

/** The review loads the pages of the package and the rules of the sheet, which no other route needs. */
async function review(): Promise<typeof import('./review.ts')> {
  return await import('./review.ts');
}
async function allStores(): Promise<ReviewStores> {
  return { ...(await meansForOneEvent()), ...(await materialStores()) };
}

/** The stores for what the handlers of a reserved system found. */
async function reservedStores(isHead: boolean): Promise<ReservedStores> {
  const { client } = await casework();
  return {
    findings: (await meansForOneEvent()).findings,
    anchors: anchorStore,
    reservedViews: (system) => viewLog(client, environment.TABLE, system),
    isHead,
  };
}

type Answer = APIGatewayProxyStructuredResultV2;
type Event = APIGatewayProxyEventV2WithJWTAuthorizer;

/** The system that the path of the request names. */
function systemOf({ pathParameters }: Pick<Event, 'pathParameters'>): string {
  return pathParameters?.['system'] ?? '';
}

/**
 * Lambda function for the API of staff: `/v1/cases...` and `/v1/organisation`. The files of this folder check the roles.
 */
export const handler = staffHandler(async ({ event, member, now, isHead }) => {
  const id = event.pathParameters?.['id'] ?? '';
  const work = forOneEvent(await casework());
  const material = async () => ({ ...(await materialStores()), isHead });
  const reviewStores = async () => ({ ...(await allStores()), isHead });
  // Most routes are loaded at their first request. Together they would double the code that is loaded at the start:
  // the words of the letters, the commands, the connectors, and the code that reads mails.
  switch (routeOf(event)) {
    case 'GET /v1/cases':
      return await queue(work, member, event.queryStringParameters ?? {}, now);
    case 'POST /v1/cases':
      return await (await import('./register.ts')).register(work, mails, environment.ORGANISATION, member, event, now);
    case 'GET /v1/cases/{id}':
      return await (await import('./view.ts')).view(work, resourcesOf(await connectors()), member, id, now);
    case 'GET /v1/cases/{id}/audit':
      return await audit(work, member, id, now);
    case 'GET /v1/cases/{id}/audit/views':
      return await (await import('./audit-views.ts')).auditViews(work, await material(), member, id, now);
    case 'POST /v1/cases/{id}/reveal':
      return await (await import('./reveal.ts')).reveal(work, await material(), member, id, event, now);
    case 'POST /v1/cases/{id}/identifiers':
      return await (
        await import('./identifier-evidence.ts')
      ).evidence(
        work,
        { ...(await meansForOneEvent()), ...(await material()), accepts: acceptsOf(await connectors()) },
        member,
        id,
        event,
        now,
      );
    case 'GET /v1/cases/{id}/systems/{system}/result':
      return await (
        await import('./reserved-result.ts')
      ).reservedResult(work, await reservedStores(isHead), member, { id, system: systemOf(event) }, now);
    case 'GET /v1/cases/{id}/systems/{system}/views':
      return await (
        await import('./reserved-result.ts')
      ).reservedViews(work, await reservedStores(isHead), member, { id, system: systemOf(event) }, now);
    case 'POST /v1/cases/{id}/systems/{system}/files': {
      const { findings: kept } = await meansForOneEvent();
      return await (
        await import('./hand-file.ts')
      ).handFile(work, kept, member, { id, system: systemOf(event) }, event);
    }
    case 'GET /v1/cases/{id}/systems/{system}/entries': {
      const system = systemOf(event);
      const stores = { ...(await material()), ...(await reservedStores(isHead)) };
      return await (await import('./hand-entries.ts')).entries(work, stores, member, { id, system }, now);
    }
    case 'POST /v1/cases/{id}/systems/{system}/entries': {
      const system = systemOf(event);
      const { findings: kept } = await meansForOneEvent();
      return await (await import('./hand-entries.ts')).addEntry(work, kept, member, { id, system }, event, now);
    }
    case 'POST /v1/cases/{id}/systems/{system}/entries/{entry}/take-back': {
      const system = systemOf(event);
      const entry = event.pathParameters?.['entry'] ?? '';
      const { findings: kept } = await meansForOneEvent();
      return await (await import('./hand-entries.ts')).takeEntryBack(work, kept, member, { id, system, entry }, now);
    }
    case 'GET /v1/cases/{id}/letters/{letter}':
      return await (
        await import('./letter.ts')
      ).letter(work, await material(), member, id, letterOfSegment(event.pathParameters?.['letter'] ?? ''), now);
    case 'GET /v1/cases/{id}/scan':
      return await (await import('./scan.ts')).scan(work, await material(), member, id, now);
    case 'GET /v1/cases/{id}/mails':
      return await (await import('./case-mails.ts')).caseMails(work, await material(), member, id, now);
    case 'GET /v1/cases/{id}/mails/{mail}':
      return await (
        await import('./case-mails.ts')
      ).rawMail(work, await material(), member, id, event.pathParameters?.['mail'] ?? '', now);
    case 'GET /v1/cases/{id}/mails/{mail}/parts/{part}': {
      const { mail = '', part = '' } = event.pathParameters ?? {};
      return await (await import('./case-mails.ts')).mailPart(work, await material(), member, id, { mail, part }, now);
    }
    case 'GET /v1/cases/{id}/review':
      return await (await review()).sheet(work, await reviewStores(), member, id, event, now);
    case 'POST /v1/cases/{id}/review':
      return await (await review()).decide(work, await reviewStores(), member, id, event, now);
    case 'POST /v1/cases/{id}/review/search':
      return await (await review()).search(work, await reviewStores(), member, id, event, now);
    case 'POST /v1/cases/{id}/review/touched':
      return await (await import('./touched.ts')).touched(work, await reviewStores(), member, id, event, now);
    case 'GET /v1/cases/{id}/review/items/{item}':
      return await (
        await review()
      ).item(work, await reviewStores(), member, id, event.pathParameters?.['item'] ?? '', event, now);
    case 'GET /v1/cases/{id}/review/preview':
      return await (await review()).preview(work, await reviewStores(), member, id, undefined, now);
    case 'GET /v1/cases/{id}/review/preview/page':
      return await (
        await review()
      ).preview(work, await reviewStores(), member, id, event.queryStringParameters?.['path'] ?? '', now);
    case 'GET /v1/organisation':
      return (await import('./organisation.ts')).organisation(work);
    case 'POST /v1/cases/{id}/commands':
      return await (await import('./command.ts')).command(work, await meansForOneEvent(), member, id, event, now);
    default:
      return notFound();
  }
});

async function audit(work: Casework, member: Member, id: string, now: string): Promise<Answer> {
  if (!auditRoles.some((role) => member.roles.has(role))) return forbidden();
  const texts = await work.log.read(id);
  const { state, head } = await loadWholeCase(work, id);
  if (state === undefined) return notFound();
  const access = await accessTo(work, state.common, member);
  if (!access.ok) return await lockedOut(access);
  const anchor = await anchorHead(anchorStore, id, head, now);
  return {
    statusCode: 200,
    headers: { ...safeHeaders, 'content-type': 'application/jsonl; charset=utf-8' },
    body: [...texts, headLine(anchor)].map((line) => `${line}\n`).join(''),
  };
}
