import { randomBytes } from 'node:crypto';
import { holdFor } from '#casework/intake/open-request.ts';
import { receiveRequest } from '#casework/intake/receive-request.ts';
import { inLanguage } from '#web/portal/layout.ts';
import { requestPage } from '#web/portal/request-page.ts';
import { enoughKeptPage, tooManyPage } from '#web/portal/too-many-page.ts';
import { momentInWords } from '#web/portal/translations.ts';
import type { RequestView } from '#web/portal/view.ts';
import { networkOf } from '../http/network.ts';
import { retryAfter } from '../http/retry-after.ts';
import { caseCookie } from './access.ts';
import { readForm } from './form.ts';
import { pageLanguage } from './language.ts';
import { page, seeOther, type Answer } from './replies.ts';
import { canUsePersonnummer, checkForm, emptyForm } from './request-form.ts';
import { trouble } from './trouble.ts';
import { frameOf, type Visit } from './visit.ts';

/** Shows the empty form with which a person makes a request. */
export async function newRequest(visit: Visit): Promise<Answer> {
  return await form(visit, 200, { form: emptyForm(visit.work.organisation, visit.work.newId()) });
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

function asksPersonnummer({ work, connectorKinds }: Visit): boolean {
  return canUsePersonnummer(work.organisation, connectorKinds);
}

/** Receives the form. Redirects to the page of the new case, or shows the form again with what is wrong. */
export async function submit(visit: Visit): Promise<Answer> {
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
    visit.organisationHash,
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
    caseCookie(opened.caseId, opened.accessToken, work.portal),
  );
}
