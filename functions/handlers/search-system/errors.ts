// The workflow recognises these errors by their names.

/**
 * An AWS service is down or throttles, so the search is tried again. Any other error would count as a failed search.
 */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}

/**
 * The time of the function ran out before the last page of the search, so the function is called again. It is an error
 * because a retry costs a state transition only if it happens.
 */
export class SearchGoesOn extends Error {
  override readonly name = 'SearchGoesOn';
}
