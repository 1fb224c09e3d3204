import type { OpenedCase } from '#domain/case/state.ts';

/** A case as a member of staff sees it before giving a command. The candidates of a command are read from it. */
export interface CaseAtHand {
  readonly state: OpenedCase;
  /** ISO 8601. */
  readonly now: string;
  /** Other cases with the same contact point that this member of staff may see. */
  readonly others: readonly { readonly reference: string; readonly status: string; readonly receivedAt: string }[];
  /** Ids of the systems in which staff must still stop the scheduled erasure by hand. */
  readonly freezesByHand: readonly string[];
  /** Ids of the letters that are to be printed and posted. */
  readonly lettersToPost: readonly string[];
  /**
   * Whether this member of staff may search a system by hand. Some systems are open to named handlers only (practice
   * 1).
   */
  maySearch(system: string): boolean;
}
