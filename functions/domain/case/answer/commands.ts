import type { EventOf } from '../events.ts';
import type { CommandsOf } from '../taken-when.ts';

type Body<Type extends 'screened' | 'assembled'> = Omit<EventOf<Type>, 'type' | 'v' | 'at' | 'by'>;

/** The commands on an answer, from the screening to the download and the erasure (Art. 15(3)). */
export type AnswerCommand =
  | ({ readonly type: 'screen' } & Body<'screened'>)
  | { readonly type: 'release'; readonly round: number }
  | { readonly type: 'start-assembly'; readonly round: number }
  /** `attempt`: the number of the package within its round. */
  | ({ readonly type: 'record-assembly'; readonly attempt: number } & Body<'assembled'>)
  | { readonly type: 'deliver'; readonly round: number; readonly days: number }
  | { readonly type: 'grant-download'; readonly challenge: string; readonly round: number }
  /** Records that a package was erased from the bucket, because nobody may fetch it. */
  | { readonly type: 'record-erasure'; readonly round: number; readonly attempt: number };

export const answerCommands: CommandsOf<AnswerCommand> = {
  screen: { whileUndecided: 'waits', afterEnd: false },
  release: { whileUndecided: 'waits', afterEnd: false },
  'start-assembly': { whileUndecided: 'waits', afterEnd: false },
  'record-assembly': { whileUndecided: 'goes-on', afterEnd: false },
  deliver: { whileUndecided: 'waits', afterEnd: false },
  'grant-download': { whileUndecided: 'depends', afterEnd: true },
  'record-erasure': { whileUndecided: 'goes-on', afterEnd: true },
};
