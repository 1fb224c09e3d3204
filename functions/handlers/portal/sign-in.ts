import {
  beginSignIn,
  endSignIn,
  signedInMinutes,
  signInCookie,
  signInMinutes,
  type EndedSignIn,
} from '#casework/identity/oidc-proof.ts';
import { inLanguage } from '#web/portal/layout.ts';
import { troublePage } from '#web/portal/trouble-page.ts';
import type { TroubleName } from '#web/portal/view.ts';
import { logger } from '../log.ts';
import { signedInCookie, tokenOf } from './access.ts';
import { page, seeOther, type Answer } from './replies.ts';
import { visitor, withCase } from './case-visit.ts';
import { trouble } from './trouble.ts';
import { callbackPath, frameOf, type Visit } from './visit.ts';

/**
 * Redirects the browser to the e-ID or the login. When the browser returns, a cookie shows that it is the same browser.
 */
export async function signIn(visit: Visit): Promise<Answer> {
  const { work, event, now, signIn: means } = visit;
  return await withCase(visit, tokenOf(event), async (state) => {
    const begun = await beginSignIn(
      work,
      means,
      state,
      event.pathParameters?.['method'] ?? '',
      now,
      visitor(visit, state),
    );
    if (begun.ok) return seeOther(begun.url, cookie(means.callback, begun.cookie, signInMinutes * 60));
    if (begun.code === 'unavailable')
      logger.warn('a sign-in could not begin', { caseId: state.common.caseId, detail: begun.detail });
    const name = begun.code === 'unavailable' ? 'sign-in-unavailable' : 'sign-in-not-now';
    return await troubleOfCase(visit, state.common.caseId, statuses[name], name);
  });
}

/**
 * Handles the return of the browser from a sign-in: redirects to the page of the case, or shows why the sign-in failed.
 */
export async function signInCallback(visit: Visit): Promise<Answer> {
  const { work, event, now, signIn: means } = visit;
  const callback = new URL(`${means.callback}?${event.rawQueryString}`);
  const name = signInCookie(callback);
  const own = event.cookies?.find((one) => one.startsWith(`${name}=`));
  const browser = own?.slice(own.indexOf('=') + 1) ?? '';
  if (name === undefined || browser === '') return await trouble(visit, 400, 'sign-in-unknown');
  const ended = await endSignIn(work, means, callback, browser, now);
  if (!ended.ok && ended.code === 'unknown') return await trouble(visit, 400, 'sign-in-unknown');
  const answer = ended.ok
    ? seeOther(inLanguage(`/cases/${ended.caseId}`, frameOf(visit, '/').language))
    : await failed(visit, ended);
  // A sign-in can be completed once, so its cookie is deleted.
  const shown =
    ended.ok && ended.signedIn !== undefined
      ? [signedInCookie(ended.caseId, ended.signedIn, signedInMinutes, work.portal)]
      : [];
  return { ...answer, cookies: [cookie(means.callback, { name, value: '' }, 0), ...shown] };
}

async function failed(
  visit: Visit,
  ended: Extract<EndedSignIn, { readonly ok: false; readonly caseId: string }>,
): Promise<Answer> {
  const { code, caseId, detail } = ended;
  if (code === 'failed' || code === 'unavailable') logger.warn('a sign-in failed', { caseId, detail });
  const name = `sign-in-${code}` as const;
  return await troubleOfCase(visit, caseId, statuses[name], name);
}

type SignInTrouble = Extract<TroubleName, `sign-in-${string}`>;

const statuses: Readonly<Record<SignInTrouble, number>> = {
  'sign-in-unknown': 400,
  'sign-in-expired': 400,
  'sign-in-cancelled': 200,
  'sign-in-no-match': 403,
  'sign-in-not-now': 409,
  'sign-in-failed': 403,
  'sign-in-unavailable': 503,
};

async function troubleOfCase(visit: Visit, caseId: string, status: number, name: SignInTrouble): Promise<Answer> {
  return page(status, await troublePage(frameOf(visit, '/'), name, `/cases/${caseId}`));
}

function cookie(
  callback: string,
  { name, value }: { readonly name: string; readonly value: string },
  seconds: number,
): string {
  const secure = callback.startsWith('https:') ? '; Secure' : '';
  return `${name}=${value}; Path=${callbackPath}; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`;
}
