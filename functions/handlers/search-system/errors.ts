// The workflow recognises these errors by their names.

/**
 * An AWS service is down or throttles. The workflow tries again. After the last try, it still does not record that the
 * search has failed, because AWS failed and not the searched system.
 */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}

/**
 * The time of the function ran out before the last page of the search. The workflow calls the function again, and the
 * search continues. This is an error and not a result: to check a result, the workflow would need a further state, and
 * each search would pay for its state transition.
 */
export class SearchGoesOn extends Error {
  override readonly name = 'SearchGoesOn';
}
