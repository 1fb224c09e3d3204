/** A page of the console. The part of the URL after `#` names the page, so the server needs only one page. */
export type Place =
  | { readonly page: 'queue' | 'register' | 'policy' | 'nowhere' }
  | { readonly page: 'case'; readonly reference: string };

/** Reads the page from the part of the URL that begins with `#`. */
export function placeOf(hash: string): Place {
  if (hash === '' || hash === '#' || hash === queueAddress) return { page: 'queue' };
  if (hash === registerAddress) return { page: 'register' };
  if (hash === policyAddress) return { page: 'policy' };
  const reference = /^#\/cases\/([^/]+)$/.exec(hash)?.[1];
  if (reference === undefined) return { page: 'nowhere' };
  try {
    return { page: 'case', reference: decodeURIComponent(reference) };
  } catch {
    return { page: 'nowhere' };
  }
}

export const queueAddress = '#/';
export const registerAddress = '#/register';
export const policyAddress = '#/policy';

/** The URL of a case. The reference of the case is the only personal data in the URL. */
export function caseAddress(reference: string): string {
  return `#/cases/${encodeURIComponent(reference)}`;
}
