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
  /** The system returned fewer records than it reported: such a response never counts as an empty one. */
  | 'incomplete-answer'
  | 'cursor-loop'
  | 'too-many-pages'
  /** The case has no proven identifier to search with: a search without one would look like an empty one. */
  | 'nothing-to-search-by'
  /** A file is longer than the connector allows. */
  | 'too-large'
  /** A forbidden address of the system: link-local, private and not named, or not declared. */
  | 'address-refused'
  /** A record of the person could not be copied unchanged; the others were. */
  | 'unread-records';

/** The system did not respond properly. The message contains the call's name and a status, never a value. */
export class ConnectorFailure extends Error {
  override readonly name = 'ConnectorFailure';
  readonly code: FailureCode;

  constructor(code: FailureCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
