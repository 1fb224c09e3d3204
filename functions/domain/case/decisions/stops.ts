import type { Right } from '../../rights.ts';
import type { Letter, LetterOf, OwedLetter } from '../letters/letters.ts';
import type { OpenedCase } from '../state.ts';

/** What a letter about a stop tells: that it was noted, and since when it has been entered if it has. */
export interface Stop {
  readonly right: Right;
  /** When it was noted, ISO 8601. */
  readonly recordedAt: string;
  /** Id of the text on the profile. */
  readonly text: string;
}

type LetterOfStop = LetterOf<'marketing-stop' | 'consent-withdrawal'>;

/** The first letter about what is to stop. */
export function letterOfStop(right: Right): Letter {
  return { kind: kindOf(right), n: 1 };
}

/**
 * The letters about what is to stop: one at once that it is noted, and one more once it has been entered, where the first
 * had to say that this was still to be done.
 */
export function lettersOfStops(state: OpenedCase): readonly OwedLetter[] {
  const to = 'person';
  const first = [...state.recordedStops, ...state.carriedOut].map(({ right }) => right);
  return [
    ...[...new Set(first)].map((right) => ({ letter: letterOfStop(right), to }) as const),
    ...state.carriedOut
      .filter(({ toldBefore }) => toldBefore)
      .map(({ right }) => ({ letter: { kind: kindOf(right), n: 2 }, to }) as const),
  ];
}

/** What a letter about a stop tells of; `undefined` where nothing of the kind was noted. */
export function stopOf({ recordedStops, carriedOut }: OpenedCase, { kind, n }: LetterOfStop): Stop | undefined {
  const recorded = recordedStops.find(({ right }) => kindOf(right) === kind);
  const entered = carriedOut.find(({ right }) => kindOf(right) === kind);
  // The first letter tells what was known when it was written.
  const told = entered !== undefined && (n > 1 || !entered.toldBefore) ? entered : recorded;
  return told === undefined ? undefined : { right: told.right, recordedAt: recorded?.at ?? told.at, text: told.text };
}

function kindOf(right: Right): LetterOfStop['kind'] {
  return right === 'consent-withdrawal' ? 'consent-withdrawal' : 'marketing-stop';
}
