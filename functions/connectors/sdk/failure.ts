/** Why a system could not be searched. Codes are stable: the event log and the answer contain them. */
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
  /** The system returned fewer records than it reported. Such a response is never taken for an empty one. */
  | 'incomplete-answer'
  | 'cursor-loop'
  | 'too-many-pages'
  /**
   * The case has no proven identifier of a kind that the connector accepts. A search without an identifier would look
   * like a search that found nothing.
   */
  | 'nothing-to-search-by'
  /** A file is longer than the connector allows. */
  | 'too-large'
  /**
   * The address of the system is not allowed: it is link-local, private and not named in the settings, or not declared.
   */
  | 'address-refused'
  /** A record of the person could not be copied unchanged. The other records were copied. */
  | 'unread-records';

/**
 * Thrown if the system did not respond properly. The message has the name of the call and a status, and never a value.
 */
export class ConnectorFailure extends Error {
  override readonly name = 'ConnectorFailure';
  readonly code: FailureCode;

  constructor(code: FailureCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
