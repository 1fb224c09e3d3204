import type { OpenedCase } from '#domain/case/state.ts';
import type { Controller, Organisation } from '#domain/organisation/organisation.ts';
import type { Written } from './kept-words.ts';
import type { AtLeastOne, ProofMethod } from './parts.ts';

/** What a letter is composed from. */
export interface LetterSource {
  readonly organisation: Organisation;
  readonly controller: Controller;
  readonly state: OpenedCase;
  readonly written: Written;
  readonly statusLink: string;
  /** When the letter goes, ISO 8601. */
  readonly now: string;
  /** The six digits of a challenge. */
  readonly oneTimeCode: (challenge: string) => string;
  /** The e-mail address that a hash in the log stands for; `undefined` where it is not kept, or is none. */
  readonly emailOf: (hash: string) => string | undefined;
  /** The case that this one was joined to, as far as a letter tells of it. */
  readonly joinedTo: { readonly reference: string; readonly receivedDate: string; readonly due: string } | undefined;
  /** The ways that a question of staff names: those they chose, as far as they are still open; else all that suffice. */
  readonly methodsAsked: (chosen: readonly string[] | undefined) => AtLeastOne<ProofMethod>;
  /** The ways by which somebody of whom no proof came may still give one. */
  readonly otherProofs: () => AtLeastOne<ProofMethod>;
  /** Whether the person has written that we should stop using what came in. */
  readonly hasAskedToStopUsing: () => boolean;
}
