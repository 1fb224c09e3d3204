import type { CodeResult } from '#casework/subject/subject-actions.ts';
import type { CodeTrouble } from '#web/portal/view.ts';

type Failed = Exclude<CodeResult<object>, { readonly ok: true }>;

/** What the page says of an attempt that came to nothing, and its status; the same statuses as the API's. */
export function codeTrouble(
  failed: Failed,
  timeZone: string,
): { readonly status: number; readonly trouble: CodeTrouble } {
  if (failed.code === 'code-wrong') return { status: 403, trouble: { code: failed.code, triesLeft: failed.triesLeft } };
  const { code, rule } = failed;
  if (rule === 'opener-tries-used') return { status: 403, trouble: { code: 'use-the-link' } };
  if (code === 'code-expired' || code === 'code-used' || code === 'too-many-tries' || code === 'no-code')
    return { status: 403, trouble: { code } };
  if (code === 'too-many-codes') {
    const { from = '' } = failed.values;
    return { status: 429, trouble: { code, from, timeZone } };
  }
  if (code === 'contact-not-confirmed') return { status: 403, trouble: { code } };
  return { status: 409, trouble: { code: code === 'not-available' ? code : 'not-now' } };
}
