import type { OpenedCase } from '#domain/case/state.ts';

/** What a command can read about a case in `targets`, `trial`, `closed` and `values`. */
export interface CaseAtHand {
  readonly state: OpenedCase;
  /** The current time, ISO 8601. */
  readonly now: string;
  /** Other cases with the same contact point, except those that this member of staff may not see. */
  readonly others: readonly { readonly reference: string; readonly status: string; readonly receivedAt: string }[];
  /** Ids of the systems with a scheduled erasure that staff must still stop by hand. */
  readonly freezesByHand: readonly string[];
  /** Ids of the letters that staff must still print and post. */
  readonly lettersToPost: readonly string[];
  /**
   * Whether this member of staff may search the system by hand. The organisation can reserve a system for named people
   * (practice 1 in `domain/README.md`).
   */
  maySearch(system: string): boolean;
}
