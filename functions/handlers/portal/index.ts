import { randomBytes } from 'node:crypto';
import { S3Client } from '@aws-sdk/client-s3';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import middy from '@middy/core';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import * as z from 'zod';
import { holdFor } from '#casework/intake/open-request.ts';
import { receiveRequest } from '#casework/intake/receive-request.ts';
import {
  confirmContact,
  fetchAnswer,
  sendCode,
  verifyIdentity,
  type CodeResult,
} from '#casework/subject/subject-actions.ts';
import { changeAwaitingCode } from '#domain/case/contact/confirmed-contact.ts';
import type { OpenedCase } from '#domain/case/state.ts';
import type { Actor } from '#domain/case/vocabulary.ts';
import type { Language } from '#domain/language.ts';
import { authorityOf } from '#domain/organisation/authorities.ts';
import type { Controller } from '#domain/organisation/organisation.ts';
import { standingSentence } from '#letters/standing-sentence.ts';
import { exportsStore } from '#store/exports.ts';
import { readSecret } from '#store/secrets.ts';
import { signInAttempts } from '#store/sign-in-attempts.ts';
import { informationPage } from '#web/portal/information-page.ts';
import { inLanguage } from '#web/portal/layout.ts';
import { requestPage } from '#web/portal/request-page.ts';
import { enoughKeptPage, tooManyPage } from '#web/portal/too-many-page.ts';
import { momentInWords } from '#web/portal/translations.ts';
import type { CodeTrouble, InformationView, RequestView } from '#web/portal/view.ts';
import { readClock } from '../clock.ts';
import { caseworkEnvironment, connectorKindsVariable, readEnvironment } from '../environment.ts';
import { once } from '../once.ts';
import { caseTable } from '../records.ts';
import { caseworkFrom, forOneEvent } from '../wiring.ts';
import { bodilessForHead, methodsAt, routeOf } from '../http/methods.ts';
import { networkOf } from '../http/network.ts';
import { retryAfter } from '../http/retry-after.ts';
import { asToken, caseCookie, doneIsTold, doneOf, isFromElsewhere, tokenOf } from './access.ts';
import { codeTrouble } from './code-trouble.ts';
import { codeIn, readForm } from './form.ts';
import { pageLanguage } from './language.ts';
import { pageGuard } from './page-guard.ts';
import { page, seeOther, type Answer } from './replies.ts';
import { canUsePersonnummer, checkForm, emptyForm } from './request-form.ts';
import { callbackPath, frameOf, hasSignedIn, here, show, trouble, visitor, withCase, type Visit } from './visit.ts';
import { wish } from './wishes.ts';

const environment = readEnvironment({
  ...caseworkEnvironment,
  EXPORTS_BUCKET: z.string().min(1),
  /** The origin of the download URLs. The content security policy allows forms to redirect to it. */
  EXPORTS_ORIGIN: z.url().refine((url) => new URL(url).origin === url, 'an origin'),
  CONNECTOR_KINDS: connectorKindsVariable,
});
const casework = once(async () => await caseworkFrom(environment));
const exports = exportsStore(new S3Client({}), environment.EXPORTS_BUCKET);
const attempts = signInAttempts(caseTable(), environment.TABLE);
const secrets = new SecretsManagerClient({});

/** Lambda function for the portal of data subjects. The function makes the HTML pages, which need no scripts. */
export const handler = middy<APIGatewayProxyEventV2, Answer>()
  .use(bodilessForHead())
  .use(pageGuard(environment.PORTAL_URL))
  .handler(async (event) => {
    const now = readClock();
    const visit: Visit = {
      event,
      work: forOneEvent(await casework()),
      now,
      organisationHash: environment.ORGANISATION,
      exportsOrigin: environment.EXPORTS_ORIGIN,
      signIn: {
        attempts,
        secret: async (name) => await readSecret(secrets, name),
        callback: `${environment.PORTAL_URL}${callbackPath}`,
      },
    };
    if (event.requestContext.http.method === 'POST' && isFromElsewhere(event, environment.PORTAL_URL))
      return await trouble(visit, 403, 'elsewhere');
    const answer = pages.get(routeOf(event));
    return answer === undefined ? await elsewhere(visit) : await answer(visit);
  });

const pages: ReadonlyMap<string, (visit: Visit) => Promise<Answer>> = new Map([
  ['GET /', async (visit) => await form(visit, 200, { form: emptyForm(visit.work.organisation, visit.work.newId()) })],
  ['POST /', submit],
  ['GET /information', information],
  ['GET /cases/{reference}', look],
  ['POST /cases/{reference}/verification', verification],
  ['POST /cases/{reference}/download', download],
  ['POST /cases/{reference}/contact', contact],
  ['POST /cases/{reference}/wishes', async (visit) => await wish(visit, environment.PORTAL_URL)],
  // The client of OpenID Connect (40 KiB) is loaded only for a sign-in.
  ['GET /cases/{reference}/sign-in/{method}', async (visit) => await (await import('./sign-in.ts')).signIn(visit)],
  ['GET /sign-in/callback', async (visit) => await (await import('./sign-in.ts')).signInCallback(visit)],
]);

/** Responds to a path without a page. In most cases a person has reloaded the URL to which a form was sent. */
async function elsewhere(visit: Visit): Promise<Answer> {
  const { rawPath } = visit.event;
  const methods = methodsAt(pages.keys(), rawPath);
  if (methods.length === 0) return await trouble(visit, 404, 'no-page');
  const [, ofCase] = /^(\/cases\/[0-9a-z-]+)\//.exec(rawPath) ?? [];
  return await trouble(visit, 405, 'form-address', { back: ofCase, headers: { allow: methods.join(', ') } });
}

async function form(
  visit: Visit,
  status: number,
  view: Pick<RequestView, 'form'> & Partial<RequestView>,
): Promise<Answer> {
  const controllers = visit.work.organisation.controllers.map(({ id, name, email }) => ({ id, name, email }));
  return page(
    status,
    await requestPage(frameOf(visit, '/'), {
      controllers,
      asksPersonnummer: asksPersonnummer(visit),
      wrong: [],
      sentBefore: false,
      ...view,
    }),
  );
}

function asksPersonnummer({ work }: Visit): boolean {
  return canUsePersonnummer(work.organisation, environment.CONNECTOR_KINDS);
}

async function submit(visit: Visit): Promise<Answer> {
  const { work, event, now } = visit;
  const read = readForm(event);
  if (!read.ok) return await trouble(visit, read.status, read.trouble);
  const key = read.fields.get('key') ?? work.newId();
  if (!/^[\w-]{16,64}$/.test(key)) return await trouble(visit, 400, 'malformed');
  const language = pageLanguage(event);
  const sent = checkForm(read.fields, key, work.organisation, asksPersonnummer(visit), language, now);
  if (!sent.ok) return await form(visit, 400, sent);
  const opened = await receiveRequest(
    work,
    environment.ORGANISATION,
    sent.checked,
    {
      channel: 'portal',
      receivedAt: now,
      route: 'POST /',
      idempotencyKey: key,
      hold: holdFor(sent.checked.request),
    },
    {
      network: networkOf(event.requestContext.http.sourceIp),
      newCaseKey: randomBytes(32).toString('hex'),
    },
    now,
  );
  if (!opened.ok && opened.code === 'too-many-requests') {
    const { controller } = sent.checked;
    const when = momentInWords(opened.from, controller.timeZone, language);
    return page(
      429,
      await tooManyPage(frameOf(visit, '/'), { when, email: controller.email }),
      [],
      retryAfter(opened.from, now),
    );
  }
  if (!opened.ok && opened.code === 'enough-kept')
    return page(409, await enoughKeptPage(frameOf(visit, '/'), { email: sent.checked.controller.email }));
  // The person went back, changed the form and sent it again with the same key. The change may be intended, so the page
  // asks whether to send a second request.
  if (!opened.ok) return await form(visit, 409, { form: { ...sent.form, key: work.newId() }, sentBefore: true });
  return seeOther(
    inLanguage(`/cases/${opened.caseId}`, language),
    caseCookie(opened.caseId, opened.accessToken, environment.PORTAL_URL),
  );
}

async function information(visit: Visit): Promise<Answer> {
  const frame = frameOf(visit, '/information');
  const { language } = frame;
  const { controllers, policy } = visit.work.organisation;
  return page(
    200,
    await informationPage(frame, {
      controllers: controllers.map((one) => ({
        name: one.name,
        organisationNumber: one.organisationNumber,
        address: one.address,
        email: one.email,
        officer: one.dataProtectionOfficer?.email,
        authority: authorityView(one, language),
      })),
      standingSentence: standingSentence[language],
      materialDays: policy.materialDays,
      profileDays: policy.profileDays,
    }),
  );
}

function authorityView(
  controller: Controller,
  language: Language,
): InformationView['controllers'][number]['authority'] {
  const { name, website, email } = authorityOf(controller);
  return { name: name[language], website, email };
}

/**
 * Shows the page of a case. If the URL contains the key from a link in a letter, the response moves the key to a cookie
 * and redirects to the URL without the key.
 */
async function look(visit: Visit): Promise<Answer> {
  const key = visit.event.queryStringParameters?.['key'];
  return await withCase(visit, key === undefined ? tokenOf(visit.event) : asToken(key), async (state) => {
    if (key === undefined) {
      const done = doneOf(visit.event);
      if (done === undefined) return await show(visit, state, 200);
      const told = doneIsTold(state.common.caseId, environment.PORTAL_URL);
      return { ...(await show(visit, state, 200, { done })), cookies: [told] };
    }
    const { caseId } = state.common;
    return seeOther(here(visit, state), caseCookie(caseId, asToken(key), environment.PORTAL_URL));
  });
}

async function verification(visit: Visit): Promise<Answer> {
  const { work, now } = visit;
  return await withForm(visit, async (state, fields, by) => {
    const { caseId } = state.common;
    const typed = codeIn(fields);
    if (!typed.ok) return await again(visit, 400, { code: typed.code });
    const result =
      typed.code === undefined
        ? await sendCode(work, caseId, 'identity', now, typed.via, by)
        : await verifyIdentity(work, caseId, typed.code, now, by);
    // If the person pressed the button twice, the first press has proven the identity, and the second is not an error.
    if (result.ok || result.code === 'already-verified')
      return seeOther(`${here(visit, state)}${typed.code === undefined ? '#enter' : ''}`);
    return await failed(visit, state, result);
  });
}

async function download(visit: Visit): Promise<Answer> {
  const { work, now } = visit;
  return await withForm(visit, async (state, fields, by) => {
    const { caseId } = state.common;
    const typed = codeIn(fields);
    if (!typed.ok) return await again(visit, 400, { code: typed.code });
    if (typed.code === undefined) {
      const sent = await sendCode(work, caseId, 'download', now, 'contact', by);
      return sent.ok ? seeOther(`${here(visit, state)}#enter`) : await failed(visit, state, sent);
    }
    const round = fields.get('round');
    if (round !== null && !/^[1-9]\d{0,2}$/.test(round)) return await trouble(visit, 400, 'malformed');
    const wanted = { code: typed.code, ...(round === null ? {} : { round: Number(round) }) };
    const result = await fetchAnswer(work, exports, caseId, wanted, now, by);
    return result.ok ? seeOther(result.url) : await failed(visit, state, result);
  });
}

/**
 * Confirms a contact address with its code. A new address needs only the code. To confirm the present address, the
 * person must also have signed in with this browser some minutes ago at most.
 */
async function contact(visit: Visit): Promise<Answer> {
  const { work, now } = visit;
  return await withForm(visit, async (state, fields, by) => {
    const { caseId } = state.common;
    const signedIn = hasSignedIn(visit, state);
    if (!signedIn && changeAwaitingCode(state.common) === undefined)
      return await again(visit, 403, { code: 'sign-in-first' }, 'confirm');
    const typed = codeIn(fields);
    if (!typed.ok) return await again(visit, 400, { code: typed.code }, 'confirm');
    const result =
      typed.code === undefined
        ? await sendCode(work, caseId, 'contact', now, 'contact', by)
        : await confirmContact(work, caseId, { code: typed.code, signedIn }, now, by);
    if (result.ok) return seeOther(`${here(visit, state)}${typed.code === undefined ? '#address' : ''}`);
    const { status, trouble: why } = codeTrouble(result, state.common.facts.timeZone);
    return await again(visit, status, why, 'confirm');
  });
}

/** Reads a form that was sent on the page of a case, and passes its fields to `done`. */
async function withForm(
  visit: Visit,
  done: (state: OpenedCase, fields: URLSearchParams, by: Actor) => Promise<Answer>,
): Promise<Answer> {
  return await withCase(visit, tokenOf(visit.event), async (state) => {
    const read = readForm(visit.event);
    if (!read.ok) return await trouble(visit, read.status, read.trouble);
    return await done(state, read.fields, visitor(visit, state));
  });
}

async function failed(
  visit: Visit,
  { common: { facts } }: OpenedCase,
  result: Exclude<CodeResult<object>, { readonly ok: true }>,
): Promise<Answer> {
  const { status, trouble } = codeTrouble(result, facts.timeZone);
  return await again(visit, status, trouble);
}

/** Shows the page of the case again, with the reason why the code was refused. */
async function again(
  visit: Visit,
  status: number,
  why: CodeTrouble,
  at: 'trouble' | 'confirm' = 'trouble',
): Promise<Answer> {
  const headers = why.code === 'too-many-codes' ? retryAfter(why.from, visit.now) : {};
  return await withCase(
    visit,
    tokenOf(visit.event),
    async (state) => await show(visit, state, status, { [at]: why }, headers),
  );
}
