import type { OpenedCase } from '#domain/case/state.ts';
import type { Controller, Organisation } from '#domain/organisation/organisation.ts';
import type { Written } from './kept-words.ts';
import type { AtLeastOne, ProofMethod } from './parts.ts';

/** The input from which the content of a letter is made. */
export interface LetterSource {
  readonly organisation: Organisation;
  readonly controller: Controller;
  readonly state: OpenedCase;
  readonly written: Written;
  readonly statusLink: string;
  /** When the letter is sent, ISO 8601. */
  readonly now: string;
  /** The six digits of the code, by the id of its challenge. */
  readonly oneTimeCode: (challenge: string) => string;
  /**
   * The e-mail address whose hash is in the log. `undefined` if the address is not stored, or if the hash is not that
   * of an e-mail address.
   */
  readonly emailOf: (hash: string) => string | undefined;
  /** The case to which this case was joined, with the fields that a letter needs. */
  readonly joinedTo: { readonly reference: string; readonly receivedDate: string; readonly due: string } | undefined;
  /**
   * The methods of proof that a question of staff names. `chosen` has the ids that staff chose. If none of these
   * methods is possible any more, the result has all methods that suffice.
   */
  readonly methodsAsked: (chosen: readonly string[] | undefined) => AtLeastOne<ProofMethod>;
  /** The methods of proof that a person who has given no proof can still use. */
  readonly otherProofs: () => AtLeastOne<ProofMethod>;
  /** Whether the person wrote that we should stop using the data that came in with the request. */
  readonly hasAskedToStopUsing: () => boolean;
}
