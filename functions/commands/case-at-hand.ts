import type { OpenedCase } from '#domain/case/state.ts';

/** A case as seen by a member of staff who may give a command. The candidates of a command are found in it. */
export interface CaseAtHand {
  readonly state: OpenedCase;
  /** ISO 8601. */
  readonly now: string;
  /** Other cases of the person at the same contact point that this member of staff may see. */
  readonly others: readonly { readonly reference: string; readonly status: string; readonly receivedAt: string }[];
  /** Ids of the systems in which scheduled erasure must still be stopped by hand. */
  readonly freezesByHand: readonly string[];
  /** Ids of the letters that are to be printed and posted. */
  readonly lettersToPost: readonly string[];
  /**
   * Whether this member of staff may search a system by hand: some systems are open to designated handlers only
   * (practice 1).
   */
  maySearch(system: string): boolean;
}
