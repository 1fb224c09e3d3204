/** Why a search failed. A code must not be renamed, because logs of cases and delivered answers contain it. */
export type FailureCode =
  | 'unauthorised'
  | 'forbidden'
  | 'throttled'
  | 'unavailable'
  | 'timeout'
  | 'unreadable'
  | 'unexpected-answer'
  | 'refused'
  | 'not-declared'
  /**
   * The system returned fewer records than it reported. The search fails, so that no answer is sent in which records
   * are missing unnoticed.
   */
  | 'incomplete-answer'
  | 'cursor-loop'
  | 'too-many-pages'
  /**
   * The case has no proven identifier of a kind that the connector accepts, so nothing was searched. This must not look
   * like "nothing held".
   */
  | 'nothing-to-search-by'
  /** A document is larger than the connector allows. */
  | 'too-large'
  /**
   * The client may not connect to this address. For example, it is link-local, or private and not in `privateNetworks`
   * of the system, or a redirect leads to an origin that the call does not declare.
   */
  | 'address-refused'
  /** At least one record of the person could not be read and stored unchanged. All other records were stored. */
  | 'unread-records';

/**
 * The error with which a search fails. The message may contain the name of the call and the HTTP status, but never a
 * value from the system or the case.
 */
export class ConnectorFailure extends Error {
  override readonly name = 'ConnectorFailure';
  readonly code: FailureCode;

  constructor(code: FailureCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
