import { S3Client } from '@aws-sdk/client-s3';
import middy from '@middy/core';
import type { APIGatewayProxyEventV2WithJWTAuthorizer, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import * as z from 'zod';
import { anchorHead } from '#casework/anchor-head.ts';
import { accessTo, readerOf } from '#casework/case-access.ts';
import { caseView } from '#casework/case-view.ts';
import type { Casework } from '#casework/casework.ts';
import { loadCase } from '#casework/commit-command.ts';
import { composeLetter } from '#casework/send-letter.ts';
import { staffCommand } from '#casework/staff-command.ts';
import { headLine } from '#domain/case/audit.ts';
import { fold } from '#domain/case/commit.ts';
import { owedLetters } from '#domain/case/owed-letters.ts';
import { daysBetween, localDate } from '#domain/clock/deadline.ts';
import { conflictsOf } from '#domain/organisation/conflicts.ts';
import { letterOfSegment } from '#api/letter-path.ts';
import { organisationViewSchema } from '#api/organisation.ts';
import { anchors } from '#store/anchors.ts';
import { findings } from '#store/findings.ts';
import { caseworkEnvironment, readEnvironment } from '../environment.ts';
import { guard } from '../http/guard.ts';
import { ok, readJson } from '../http/json.ts';
import { named, problem, safeHeaders } from '../http/problem.ts';
import { caseworkFrom, once } from '../wiring.ts';
import { acceptedSchema, staffCommandSchema } from '#api/staff-command.ts';
import { caseViewSchema, queueSchema } from '#api/staff.ts';
import { auditRoles, roleFor } from '#api/roles.ts';
import { memberOf, type Member } from './member.ts';

const environment = readEnvironment({
  ...caseworkEnvironment,
  FINDINGS_BUCKET: z.string().min(1),
  ANCHORS_BUCKET: z.string().min(1),
});
const casework = once(async () => await caseworkFrom(environment));
const s3 = new S3Client({});
const anchorStore = anchors(s3, environment.ANCHORS_BUCKET);
const findingsStore = findings(s3, environment.FINDINGS_BUCKET);

type Event = APIGatewayProxyEventV2WithJWTAuthorizer;
type Answer = APIGatewayProxyStructuredResultV2;
const mostCases = 500;

/** The API for staff, `/v1/cases...`. The gateway has checked the token; what the person may do is checked here. */
export const handler = middy<Event, Answer>()
  .use(guard())
  .handler(async (event) => {
    const now = new Date(event.requestContext.timeEpoch).toISOString();
    const member = memberOf(event.requestContext.authorizer.jwt.claims);
    if (member === undefined || member.roles.size === 0)
      return problem(named('forbidden', 403, 'You have no role here'));
    const id = event.pathParameters?.['id'] ?? '';
    switch (event.routeKey) {
      case 'GET /v1/cases':
        return await queue(await casework(), now);
      case 'GET /v1/cases/{id}':
        return await view(await casework(), member, id, now);
      case 'GET /v1/cases/{id}/audit':
        return await audit(await casework(), member, id, now);
      case 'GET /v1/cases/{id}/letters/{letter}':
        return await letter(await casework(), member, id, letterOfSegment(event.pathParameters?.['letter'] ?? ''), now);
      case 'GET /v1/organisation':
        return await organisation(await casework());
      case 'POST /v1/cases/{id}/commands':
        return await command(await casework(), member, id, event, now);
      default:
        return notFound();
    }
  });

async function queue(work: Casework, now: string): Promise<Answer> {
  const open = await work.summaries.list('open', mostCases);
  const zoneOf = (controller: string): string =>
    work.organisation.controllers.find(({ id }) => id === controller)?.timeZone ?? 'UTC';
  return ok(queueSchema, {
    cases: open.map((one) => ({
      reference: one.caseId,
      status: one.status,
      controller: one.controller,
      rights: one.rights,
      language: one.language,
      receivedAt: one.receivedAt,
      due: one.due,
      daysLeft: daysBetween(localDate(now, zoneOf(one.controller)), one.due),
      extended: one.extended,
      waitingFor: one.waitingFor,
      failed: one.failed,
      pending: one.pending,
      matter: one.matter,
      owner: one.owner,
      decideBy: one.decideBy,
      suspendedDue: one.suspendedDue,
      proposals: one.proposals,
    })),
  });
}

async function view(work: Casework, member: Member, id: string, now: string): Promise<Answer> {
  const texts = await work.log.read(id);
  const { state } = fold(texts);
  if (state.status === 'absent') return notFound();
  const access = await accessTo(work, state, member);
  if (!access.ok) return problem(named('locked-out', 403, 'This case is not open to you', { detail: access.message }));
  const organisation = await work.organisationAt(state.facts.organisation);
  const reader = await readerOf(work, organisation, state, member);
  return ok(caseViewSchema, caseView(state, texts, await work.profiles.get(id), organisation, now, reader));
}

/** The printable letter, for a person who is written to by post. */
async function letter(work: Casework, member: Member, id: string, letterId: string, now: string): Promise<Answer> {
  const { state } = await loadCase(work, id);
  const profile = await work.profiles.get(id);
  const owed = state.status === 'absent' ? undefined : owedLetters(state, now).find((one) => one.letter === letterId);
  if (state.status === 'absent' || profile === undefined || owed?.to !== 'person') return notFound();
  const access = await accessTo(work, state, member);
  if (!access.ok) return problem(named('locked-out', 403, 'This case is not open to you', { detail: access.message }));
  if (!member.roles.has('case-worker')) return problem(named('forbidden', 403, 'Your role does not allow this'));
  const { letter: rendered } = await composeLetter(work, state, profile, owed);
  return {
    statusCode: 200,
    headers: { ...safeHeaders, 'content-type': 'text/html; charset=utf-8' },
    body: rendered.html,
  };
}

async function organisation(work: Casework): Promise<Answer> {
  const { name, controllers } = work.organisation;
  return ok(organisationViewSchema, {
    name,
    controllers: controllers.map(({ id, name: controller }) => ({ id, name: controller })),
    conflicts: conflictsOf(work.organisation).map(({ row, path, article, title, policy, law, product }) => ({
      row,
      path,
      article,
      title,
      says: policy,
      law,
      instead: product,
    })),
  });
}

async function audit(work: Casework, member: Member, id: string, now: string): Promise<Answer> {
  if (!auditRoles.some((role) => member.roles.has(role)))
    return problem(named('forbidden', 403, 'Your role does not allow this'));
  const texts = await work.log.read(id);
  const { state } = fold(texts);
  if (state.status === 'absent') return notFound();
  const access = await accessTo(work, state, member);
  if (!access.ok) return problem(named('locked-out', 403, 'This case is not open to you', { detail: access.message }));
  const anchor = await anchorHead(anchorStore, id, fold(texts).head, now);
  return {
    statusCode: 200,
    headers: { ...safeHeaders, 'content-type': 'application/jsonl; charset=utf-8' },
    body: [...texts, headLine(anchor)].map((line) => `${line}\n`).join(''),
  };
}

async function command(work: Casework, member: Member, id: string, event: Event, now: string): Promise<Answer> {
  const read = readJson(event, staffCommandSchema);
  if (!read.ok) return problem(read.problem);
  if (!member.roles.has(roleFor(read.value))) return problem(named('forbidden', 403, 'Your role does not allow this'));
  const { state } = await loadCase(work, id);
  if (state.status === 'absent') return notFound();
  const access = await accessTo(work, state, member);
  if (!access.ok) return problem(named('locked-out', 403, 'This case is not open to you', { detail: access.message }));
  const acted = await staffCommand(work, findingsStore, id, member.id, read.value, now);
  if (acted.ok) return ok(acceptedSchema, { seq: acted.state.seq });
  const detail = acted.message;
  switch (acted.code) {
    case 'no-such-case':
      return notFound();
    case 'incomplete':
    case 'unknown-system':
    case 'unknown-identifier':
    case 'evidence-missing':
    case 'wrong-ground':
    case 'wrong-date':
      return problem(named(acted.code, 400, 'The command is not right', { detail }));
    case 'second-person-required':
    case 'locked-out':
      return problem(named(acted.code, 403, 'Somebody else must do this', { detail }));
    case 'old-seq':
    case 'command-id-reused':
    case 'out-of-order':
    case 'already-open':
    case 'already-verified':
    case 'case-ended':
    case 'stronger-proof-needed':
    case 'protected-identity':
    case 'legal-hold':
    case 'too-late-to-suspend':
    case 'too-late-to-undo':
    case 'too-late-to-extend':
    case 'already-extended':
    case 'too-many-codes':
    case 'no-code':
    case 'code-expired':
    case 'code-used':
    case 'too-many-tries':
    case 'not-available':
    case 'already-sent':
    case 'in-progress':
      return problem(named(acted.code, 409, 'This cannot be done now', { detail }));
  }
}

function notFound(): Answer {
  return problem(named('not-found', 404, 'Not found'));
}
