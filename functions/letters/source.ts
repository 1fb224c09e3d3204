import type { OpenedCase } from '#domain/case/state.ts';
import type { Controller, Organisation } from '#domain/organisation/organisation.ts';
import type { Written } from './kept-words.ts';
import type { AtLeastOne, ProofMethod } from './parts.ts';

/** The data from which the content of a letter is made. */
export interface LetterSource {
  readonly organisation: Organisation;
  readonly controller: Controller;
  readonly state: OpenedCase;
  readonly written: Written;
  readonly statusLink: string;
  /** The time at which the letter is sent, ISO 8601. */
  readonly now: string;
  /**
   * Returns the six digits of a code. A challenge is one code that was issued; the log has its id and not its digits.
   */
  readonly oneTimeCode: (challenge: string) => string;
  /** Returns the e-mail address that has this hash. `undefined` if the subject profile has no such e-mail address. */
  readonly emailOf: (hash: string) => string | undefined;
  /** The case of the same person to which this case was joined; `undefined` if it was not joined. */
  readonly joinedTo: { readonly reference: string; readonly receivedDate: string; readonly due: string } | undefined;
  /**
   * Returns the methods of proof that the letter `identity-request` lists. `chosen` holds the ids that staff chose. If
   * the person can use none of the chosen methods any more, the function returns all methods that are strong enough.
   */
  readonly methodsAsked: (chosen: readonly string[] | undefined) => AtLeastOne<ProofMethod>;
  /** Returns the methods by which the person can still prove identity, if the proof is missing or too weak. */
  readonly otherProofs: () => AtLeastOne<ProofMethod>;
  /** Whether the person wrote that we must stop using the data that came with the request. */
  readonly hasAskedToStopUsing: () => boolean;
}
