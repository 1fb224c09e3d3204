import type { EventOf } from '../events.ts';
import type { ReviewLine } from '../../review/line.ts';
import type { CommandsOf } from '../taken-when.ts';

type Body<Type extends 'screened' | 'assembled'> = Omit<EventOf<Type>, 'type' | 'v' | 'at' | 'by'>;

/** How many items of a system are still open when an answer is released without them. */
export type Waiting = NonNullable<EventOf<'release-approved'>['waiting']>[number];

/** The review as it is now: what is released if the release is accepted. */
export interface Reviewed {
  /** SHA-256 of the sheet with the decisions in force, and of the pages that the person will read. */
  readonly sheet: string;
  readonly preview: string;
  /** The number of items on which staff must still decide. */
  readonly open: number;
  /** The systems of these items. The release can leave them to the next answer (`partly.ts`). */
  readonly waiting: readonly Waiting[];
  /** How many days before the due date the policy allows a release although items are open. */
  readonly partlyDays: number;
  /** The number of items on which staff have decided. */
  readonly seen: number;
  /** For each rule, by its name: the number of items that the rule releases. */
  readonly byRule: Readonly<Record<string, number>>;
  readonly lines: readonly ReviewLine[];
  /** The number of documents that have no copy without the pages that are to be left out. */
  readonly uncut: number;
}

/** A review of nothing: for a trial of a release, and for a case that is not reviewed. */
export const nothingReviewed: Reviewed = {
  sheet: '',
  preview: '',
  open: 0,
  waiting: [],
  partlyDays: 0,
  seen: 0,
  byRule: {},
  lines: [],
  uncut: 0,
};

/** The commands on an answer, from the screening to the download and the erasure (Art. 15(3)). */
export type AnswerCommand =
  | ({ readonly type: 'screen' } & Body<'screened'>)
  | {
      readonly type: 'release';
      readonly round: number;
      /** The hashes of the sheet and of the preview that this member of staff has seen. */
      readonly sheet: string;
      readonly preview: string;
      readonly reviewed: Reviewed;
    }
  | { readonly type: 'start-assembly'; readonly round: number }
  /** `attempt`: the number of the package within its round. */
  | ({ readonly type: 'record-assembly'; readonly attempt: number } & Body<'assembled'>)
  /**
   * The answer is reviewed again, because the finished package contains something that staff decided to leave out.
   * `paths`: the files that contain it; empty if the sheet that was released is not the present sheet.
   */
  | {
      readonly type: 'stop-assembly';
      readonly round: number;
      readonly attempt: number;
      readonly paths: readonly string[];
    }
  | { readonly type: 'deliver'; readonly round: number; readonly days: number }
  | { readonly type: 'grant-download'; readonly challenge: string; readonly round: number }
  /** Records that a package was erased from the bucket, because nobody may fetch it. */
  | { readonly type: 'record-erasure'; readonly round: number; readonly attempt: number };

export const answerCommands: CommandsOf<AnswerCommand> = {
  screen: { whileUndecided: 'waits', afterEnd: false },
  release: { whileUndecided: 'waits', afterEnd: false },
  'start-assembly': { whileUndecided: 'waits', afterEnd: false },
  'record-assembly': { whileUndecided: 'goes-on', afterEnd: false },
  'stop-assembly': { whileUndecided: 'goes-on', afterEnd: false },
  deliver: { whileUndecided: 'waits', afterEnd: false },
  'grant-download': { whileUndecided: 'depends', afterEnd: true },
  'record-erasure': { whileUndecided: 'goes-on', afterEnd: true },
};
