import { sendAttached, tryAttached } from '#casework/identity/attached-code.ts';
import { attachedWith, endedWithFirst } from '#casework/intake/attached-view.ts';
import { addressTakesCodesFrom } from '#casework/identity/issue-code.ts';
import { caseAsOpened } from '#casework/intake/open-case.ts';
import { partsOf } from '#casework/linked/parts-of.ts';
import { openedWith, visitorOf, type CodeResult } from '#casework/subject/subject-actions.ts';
import type { OpenedCase } from '#domain/case/state.ts';
import type { Actor } from '#domain/case/vocabulary.ts';
import { localDate } from '#domain/clock/deadline.ts';
import type { Controller } from '#domain/organisation/organisation.ts';
import { controllerOf } from '#domain/organisation/scope.ts';
import type { SubjectProfile } from '#store/subject-profiles.ts';
import { attachedEndedPage } from '#web/portal/attached-page.ts';
import { casePage, type CasePageOptions } from '#web/portal/case-page.ts';
import { inLanguage } from '#web/portal/layout.ts';
import { caseCookie, referenceOf, signedInOf, tokenOf } from './access.ts';
import { codeTrouble } from './code-trouble.ts';
import { codeIn, readForm } from './form.ts';
import { askedLanguage } from './language.ts';
import { page, seeOther, type Answer } from './replies.ts';
import { retryAfter } from '../http/retry-after.ts';
import { subjectView } from './subject-view.ts';
import { trouble } from './trouble.ts';
import { frameOf, type Visit } from './visit.ts';

/**
 * Calls `answer` with the case of the reference if the visitor has its key. If the key belongs to an attached request,
 * `showAttached` responds. An unknown reference, a wrong key and another person's case all give the page "not found".
 */
export async function withCase(
  visit: Visit,
  token: string,
  answer: (state: OpenedCase) => Promise<Answer>,
): Promise<Answer> {
  const reference = referenceOf(visit.event);
  const state = reference === undefined ? undefined : await openedWith(visit.work, reference, token, visit.now);
  if (state !== undefined) return await answer(state);
  const attached = reference === undefined ? undefined : await attachedWith(visit.work, reference, token);
  return attached === undefined ? await trouble(visit, 404, 'not-found') : await showAttached(visit, attached);
}

/**
 * Shows the page of an attached request (`casework/intake/receive-request.ts`), which looks like the page of a first
 * request. Anybody can enter any address, and must not learn whether another request exists for it. The person
 * continues with the link and the code in our mail.
 */
async function showAttached(visit: Visit, profile: SubjectProfile): Promise<Answer> {
  const { work, event, now } = visit;
  const controller = controllerOf(work.organisation, profile.controller);
  const state = await caseAsOpened(work, visit.organisationHash, profile, controller, now);
  if (await endedWithFirst(work, profile, now)) return page(200, await endedPage(visit, profile, controller));
  if (event.requestContext.http.method !== 'POST') return await show(visit, state, 200);
  return event.rawPath.endsWith('/verification')
    ? await verifyAttached(visit, profile, state)
    : // For an attached request only a code can be entered. Any other form has no effect.
      await show(visit, state, 409, { trouble: { code: 'use-the-mail' } });
}

/** Tries the code that was entered for an attached request. If the person asked for a new code, mails one. */
async function verifyAttached(visit: Visit, profile: SubjectProfile, state: OpenedCase): Promise<Answer> {
  const { work, event, now } = visit;
  const read = readForm(event);
  if (!read.ok) return await trouble(visit, read.status, read.trouble);
  const typed = codeIn(read.fields);
  if (!typed.ok) return await show(visit, state, 400, { trouble: { code: typed.code } });
  const failed = async (result: Exclude<CodeResult<object>, { readonly ok: true }>): Promise<Answer> => {
    const { status, trouble: why } = codeTrouble(result, state.common.facts.timeZone);
    const headers = why.code === 'too-many-codes' ? retryAfter(why.from, now) : {};
    return await show(visit, state, status, { trouble: why }, headers);
  };
  if (typed.code === undefined) {
    const sent = await sendAttached(work, profile, now);
    return sent.ok ? seeOther(`${here(visit, state)}#enter`) : await failed(sent);
  }
  const tried = await tryAttached(work, profile, typed.code, now);
  if (!tried.ok) return await failed(tried);
  const { caseId, accessToken } = tried;
  const target = inLanguage(`/cases/${caseId}`, askedLanguage(event) ?? state.common.facts.language);
  return seeOther(target, caseCookie(caseId, accessToken, work.portal));
}

async function endedPage(visit: Visit, profile: SubjectProfile, controller: Controller): Promise<string> {
  const language = askedLanguage(visit.event) ?? profile.language;
  const frame = frameOf(visit, `/cases/${profile.caseId}`, language);
  return await attachedEndedPage(frame, {
    reference: profile.caseId,
    controller: controller.name,
    email: controller.email,
    rights: profile.rights,
    received: localDate(profile.receivedAt, controller.timeZone),
  });
}

/** The actor that the key in the cookie stands for: the person, or somebody with the requester's key. */
export function visitor({ work, event }: Visit, { common: { caseId } }: OpenedCase): Actor {
  return visitorOf(work, caseId, tokenOf(event));
}

/** Whether somebody has just signed in as the person of the case with this browser. */
export function hasSignedIn({ work, event, now }: Visit, { common: { caseId } }: OpenedCase): boolean {
  return work.keys.isSignedIn(caseId, signedInOf(event), now);
}

/** The path of the page of the case. The path names the language of the URL, or else the language of the case. */
export function here({ event }: Visit, { common: { caseId, facts } }: OpenedCase): string {
  return inLanguage(`/cases/${caseId}`, askedLanguage(event) ?? facts.language);
}

/** Responds with the page of the case in its present state. */
export async function show(
  visit: Visit,
  state: OpenedCase,
  status: number,
  options: Omit<CasePageOptions, 'follow'> = {},
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const { common } = state;
  const { work, event, now } = visit;
  const frame = frameOf(visit, `/cases/${common.caseId}`, askedLanguage(event) ?? common.facts.language);
  const profile = await work.profiles.get(common.caseId);
  const by = visitor(visit, state);
  const addressTakesCodes =
    profile === undefined ? undefined : await addressTakesCodesFrom(work, state, profile, by, now);
  const view = subjectView(
    {
      state,
      profile,
      organisation: work.organisation,
      language: frame.language,
      now,
      signedIn: hasSignedIn(visit, state),
      by,
      parts: await partsOf(work, common, now, by),
      addressTakesCodes,
    },
    work.newId,
  );
  const content = await casePage(frame, view, {
    ...options,
    follow: event.queryStringParameters?.['follow'] === 'on',
  });
  return page(status, content, [visit.exportsOrigin], headers);
}
