/** A page of the console. The part of the URL after `#` names the page, so the server has only one page to serve. */
export type Place =
  | { readonly page: 'queue' | 'register' | 'policy' | 'nowhere' }
  | { readonly page: 'case' | 'review'; readonly reference: string };

/** Finds the page for `hash`, the part of the URL from `#` on. */
export function placeOf(hash: string): Place {
  if (hash === '' || hash === '#' || hash === queueAddress) return { page: 'queue' };
  if (hash === registerAddress) return { page: 'register' };
  if (hash === policyAddress) return { page: 'policy' };
  const [, reference, review] = /^#\/cases\/([^/]+)(\/review)?$/.exec(hash) ?? [];
  if (reference === undefined) return { page: 'nowhere' };
  try {
    return { page: review === undefined ? 'case' : 'review', reference: decodeURIComponent(reference) };
  } catch {
    return { page: 'nowhere' };
  }
}

export const queueAddress = '#/';
export const registerAddress = '#/register';
export const policyAddress = '#/policy';

/** The URL of a case. The case number is the only personal data in it. */
export function caseAddress(reference: string): string {
  return `#/cases/${encodeURIComponent(reference)}`;
}

/** The URL of the review of a case's answer. */
export function reviewAddress(reference: string): string {
  return `${caseAddress(reference)}/review`;
}
