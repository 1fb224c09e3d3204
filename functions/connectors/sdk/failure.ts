/** Why a search failed. The codes must not change, because logs of cases and answers contain them. */
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
   * The system returned fewer records than it reported. Without this code the person would get an answer in which
   * records are missing.
   */
  | 'incomplete-answer'
  | 'cursor-loop'
  | 'too-many-pages'
  /**
   * The case has no proven identifier of a kind that the connector accepts. Without this code the result would look
   * like "nothing held".
   */
  | 'nothing-to-search-by'
  /** A document is larger than the connector allows. */
  | 'too-large'
  /**
   * The IP address of the system is not allowed. For example, it is link-local, or private and not named in the
   * settings, or belongs to an undeclared host.
   */
  | 'address-refused'
  /** A record of the person could not be stored unchanged. All other records were stored. */
  | 'unread-records';

/**
 * The error with which a search fails. The message may have the name of the call and the status, but never a value from
 * the system or the case.
 */
export class ConnectorFailure extends Error {
  override readonly name = 'ConnectorFailure';
  readonly code: FailureCode;

  constructor(code: FailureCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
