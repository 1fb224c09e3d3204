import { troublePage } from '#web/portal/trouble-page.ts';
import type { TroubleName } from '#web/portal/view.ts';
import { methodsAt } from '../http/methods.ts';
import { page, type Answer } from './replies.ts';
import { frameOf, type Visit } from './visit.ts';

/**
 * Responds with a page about a problem. The page contains nothing about any case, so a visitor cannot tell an unknown
 * reference from a case that they may not see.
 */
export async function trouble(
  visit: Visit,
  status: number,
  name: TroubleName,
  {
    back,
    headers = {},
  }: { readonly back?: string | undefined; readonly headers?: Readonly<Record<string, string>> } = {},
): Promise<Answer> {
  return page(status, await troublePage(frameOf(visit, '/'), name, back), [], headers);
}

/**
 * Responds to a path without a page. In most cases a person has reloaded the URL to which a form was sent. `routes`: all
 * routes of the portal, such as `GET /information`.
 */
export async function elsewhere(visit: Visit, routes: Iterable<string>): Promise<Answer> {
  const { rawPath } = visit.event;
  const methods = methodsAt(routes, rawPath);
  if (methods.length === 0) return await trouble(visit, 404, 'no-page');
  const [, ofCase] = /^(\/cases\/[0-9a-z-]+)\//.exec(rawPath) ?? [];
  return await trouble(visit, 405, 'form-address', { back: ofCase, headers: { allow: methods.join(', ') } });
}
