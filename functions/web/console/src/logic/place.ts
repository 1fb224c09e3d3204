/** The current page of the console. Its address stands after `#`, so that no server needs to know the pages. */
export type Place =
  | { readonly page: 'queue' | 'register' | 'policy' | 'nowhere' }
  | { readonly page: 'case'; readonly reference: string };

/** Reads the part of an address from `#` on. */
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

/** The address of a case: its reference is the only personal part. */
export function caseAddress(reference: string): string {
  return `#/cases/${encodeURIComponent(reference)}`;
}
