import type { CodeResult } from '#casework/subject/subject-actions.ts';
import { refusalStatus } from '#api/refusal-problem.ts';
import type { CodeTrouble } from '#web/portal/view.ts';

type Failed = Exclude<CodeResult<object>, { readonly ok: true }>;

/** The message of the page after a code was refused, and the HTTP status. The API uses the same statuses. */
export function codeTrouble(
  failed: Failed,
  timeZone: string,
): { readonly status: number; readonly trouble: CodeTrouble } {
  return { status: refusalStatus(failed.code, 'code'), trouble: troubleOf(failed, timeZone) };
}

function troubleOf(failed: Failed, timeZone: string): CodeTrouble {
  if (failed.code === 'code-wrong') return { code: failed.code, triesLeft: failed.triesLeft };
  const { code, rule } = failed;
  if (rule === 'opener-tries-used') return { code: 'use-the-link' };
  if (code === 'code-expired' || code === 'code-used' || code === 'too-many-tries' || code === 'no-code')
    return { code };
  if (code === 'too-many-codes') {
    const { from = '' } = failed.values;
    return { code, from, timeZone };
  }
  if (code === 'contact-not-confirmed') return { code };
  return { code: code === 'not-available' ? code : 'not-now' };
}
