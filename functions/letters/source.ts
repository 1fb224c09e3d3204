import type { OpenedCase } from '#domain/case/state.ts';
import type { Controller, Organisation } from '#domain/organisation/organisation.ts';
import type { Written } from './kept-words.ts';
import type { AtLeastOne, ProofMethod } from './parts.ts';

/** The input from which a letter is composed. */
export interface LetterSource {
  readonly organisation: Organisation;
  readonly controller: Controller;
  readonly state: OpenedCase;
  readonly written: Written;
  readonly statusLink: string;
  /** When the letter is sent, ISO 8601. */
  readonly now: string;
  /** The six digits of a challenge. */
  readonly oneTimeCode: (challenge: string) => string;
  /** The e-mail address of a hash in the log; `undefined` if it is not stored, or is no e-mail address. */
  readonly emailOf: (hash: string) => string | undefined;
  /** The case to which this one was joined, with the fields that a letter needs. */
  readonly joinedTo: { readonly reference: string; readonly receivedDate: string; readonly due: string } | undefined;
  /** The methods named in a question of staff: the chosen ones that are still possible, else all that suffice. */
  readonly methodsAsked: (chosen: readonly string[] | undefined) => AtLeastOne<ProofMethod>;
  /** The methods by which a person who gave no proof may still do so. */
  readonly otherProofs: () => AtLeastOne<ProofMethod>;
  /** Whether the person has written that we should stop using the data that came in. */
  readonly hasAskedToStopUsing: () => boolean;
}
