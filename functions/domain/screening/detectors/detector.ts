import type { Proposal, ScreeningContext } from '../proposal.ts';
import type { Word } from '../words/word.ts';
import type { NumberRun } from './number-runs.ts';

/** What every detector gets. All of it is computed once for a text. */
export interface Screened {
  readonly text: string;
  readonly words: readonly Word[];
  /** Where digits stand together, with the signs and spaces that numbers are written with. */
  readonly numbers: readonly NumberRun[];
  readonly context: ScreeningContext;
}

/**
 * Finds places of one kind, or of several kinds that are distinguished together. The order of the places makes no
 * difference.
 */
export type Detector = (screened: Screened) => readonly Proposal[];
