import type { CommandsOf } from '../taken-when.ts';
import type { ContactRef } from '../vocabulary.ts';
import type { Letter } from './letters.ts';

/**
 * The commands on a letter. A process announces a letter before it sends it (`intend-letter`), and then records the
 * result.
 */
export type LetterCommand =
  | { readonly type: 'intend-letter'; readonly letter: Letter }
  | { readonly type: 'record-letter'; readonly letter: Letter; readonly attempt: number }
  | { readonly type: 'record-failed-letter'; readonly letter: Letter; readonly attempt: number }
  | { readonly type: 'record-posted'; readonly letter: Letter }
  /** `to`: the contact point to which the letter was sent. */
  | { readonly type: 'record-returned'; readonly letter: Letter; readonly to: ContactRef };

export const letterCommands: CommandsOf<LetterCommand> = {
  // Letters about the answer are not owed while a circumstance is undecided.
  'intend-letter': { whileUndecided: 'depends', afterEnd: true },
  'record-letter': { whileUndecided: 'goes-on', afterEnd: true },
  'record-failed-letter': { whileUndecided: 'goes-on', afterEnd: true },
  'record-posted': { whileUndecided: 'depends', afterEnd: true },
  'record-returned': { whileUndecided: 'goes-on', afterEnd: true },
};
