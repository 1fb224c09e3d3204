// The workflow recognises these errors by their names.

/**
 * An AWS service is down or throttles. The workflow tries again. Even after the last try it does not record that the
 * search has failed, because that would blame the searched system.
 */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}

/**
 * The time of the function ran out before the last page of the search, so the function is called again. It is an error,
 * because an error costs a state transition only when the function is called again. A check of the result in the
 * workflow would cost one in every search.
 */
export class SearchGoesOn extends Error {
  override readonly name = 'SearchGoesOn';
}
