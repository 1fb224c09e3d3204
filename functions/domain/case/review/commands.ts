import type { ReviewEntry } from '../../review/entry.ts';
import type { CommandsOf } from '../taken-when.ts';
import type { WithdrawnIdentifier } from '../search/withdrawn.ts';

/** The commands of the review. `decision` is the id that the console gave to the command (UUID). */
export type ReviewCommand =
  /** The caller has checked that each item is on the sheet in this version, and that this member has seen it. */
  | {
      readonly type: 'decide-review';
      readonly decision: string;
      readonly entries: readonly ReviewEntry[];
      /**
       * For each item, by its id: the last decision on it that the member of staff has seen; `null` if they have seen
       * none. Items that are missing here are not checked.
       */
      readonly after?: Readonly<Record<string, string | null>>;
      /** The case as it was when the caller checked its sheet, by its last commit. Absent: any state. */
      readonly seq?: number;
      readonly withdrawn?: readonly WithdrawnIdentifier[];
    }
  /** Takes back everything that one command decided. */
  | {
      readonly type: 'undo-review';
      readonly decision: string;
      readonly withdrawn?: readonly WithdrawnIdentifier[];
    };

export const reviewCommands: CommandsOf<ReviewCommand> = {
  'decide-review': { whileUndecided: 'goes-on', afterEnd: false },
  'undo-review': { whileUndecided: 'goes-on', afterEnd: false },
};
