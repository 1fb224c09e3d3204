/** Why a system could not be searched. Codes are stable: they stand in the event log and in the answer. */
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
  /** The system told of more than it gave: an answer like that never stands for an empty one. */
  | 'incomplete-answer'
  | 'cursor-loop'
  | 'too-many-pages'
  /** Nothing that is proven can be searched for: a search with nothing would look like an empty one. */
  | 'nothing-to-search-by'
  /** A file is longer than a connector lets a file be. */
  | 'too-large'
  /** An address that the system may not be reached at: link-local, private and not named, or not declared. */
  | 'address-refused'
  /** Something that belongs to the person could not be taken over as it was; everything else was. */
  | 'unread-records';

/** The system did not answer as it should. The message holds the call's name and a status, never a value. */
export class ConnectorFailure extends Error {
  override readonly name = 'ConnectorFailure';
  readonly code: FailureCode;

  constructor(code: FailureCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
