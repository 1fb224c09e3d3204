import type { OpenedCase } from '#domain/case/state.ts';

/** A case as somebody looks at it who may give a command: what candidates are found in. */
export interface CaseAtHand {
  readonly state: OpenedCase;
  /** ISO 8601. */
  readonly now: string;
  /** Other cases of whoever can be reached at the same contact point, as far as whoever looks may see them. */
  readonly others: readonly { readonly reference: string; readonly status: string; readonly receivedAt: string }[];
  /** Ids of the systems in which somebody must stop scheduled erasure by hand, and has not yet. */
  readonly freezesByHand: readonly string[];
  /** Ids of the letters that are to be printed and posted. */
  readonly lettersToPost: readonly string[];
  /** Whether whoever looks may search a system by hand: some are closed to all but designated handlers (practice 1). */
  maySearch(system: string): boolean;
}
