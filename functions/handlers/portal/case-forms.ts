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
import type { CodeTrouble } from '#web/portal/view.ts';
import { retryAfter } from '../http/retry-after.ts';
import { asToken, caseCookie, doneIsTold, doneOf, tokenOf } from './access.ts';
import { hasSignedIn, here, show, visitor, withCase } from './case-visit.ts';
import { codeTrouble } from './code-trouble.ts';
import { codeIn, readForm } from './form.ts';
import { seeOther, type Answer } from './replies.ts';
import { trouble } from './trouble.ts';
import type { Visit } from './visit.ts';

/**
 * Shows the page of a case. If the URL contains the key from a link in a letter, the response moves the key to a cookie
 * and redirects to the URL without the key.
 */
export async function look(visit: Visit): Promise<Answer> {
  const key = visit.event.queryStringParameters?.['key'];
  return await withCase(visit, key === undefined ? tokenOf(visit.event) : asToken(key), async (state) => {
    if (key === undefined) {
      const done = doneOf(visit.event);
      if (done === undefined) return await show(visit, state, 200);
      const told = doneIsTold(state.common.caseId, visit.work.portal);
      return { ...(await show(visit, state, 200, { done })), cookies: [told] };
    }
    const { caseId } = state.common;
    return seeOther(here(visit, state), caseCookie(caseId, asToken(key), visit.work.portal));
  });
}

/** Requests a code for the proof of identity, or proves the identity with the code that the person entered. */
export async function verification(visit: Visit): Promise<Answer> {
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

/** Requests a code for a download, or redirects to the package if the person entered the code. */
export async function download(visit: Visit): Promise<Answer> {
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
    const result = await fetchAnswer(work, visit.exports, caseId, wanted, now, by);
    return result.ok ? seeOther(result.url) : await failed(visit, state, result);
  });
}

/**
 * Confirms a contact address with its code. A new address needs only the code. To confirm the present address, the
 * person must also have signed in with this browser some minutes ago at most.
 */
export async function contact(visit: Visit): Promise<Answer> {
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
