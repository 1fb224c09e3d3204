import type { Right } from '../../rights.ts';
import type { Letter, LetterOf, OwedLetter } from '../letters/letters.ts';
import type { OpenedCase, Common } from '../state.ts';

/** The content of a letter about a stop: that it was noted, and since when it has been entered, if it has. */
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
 * The letters about a stop: one at once that it was noted, and another once it has been entered, if it had not been
 * when the first was written.
 */
export function lettersOfStops(common: Common): readonly OwedLetter[] {
  const to = 'person';
  const first = [...common.recordedStops, ...common.carriedOut].map(({ right }) => right);
  return [
    ...[...new Set(first)].map((right) => ({ letter: letterOfStop(right), to }) as const),
    ...common.carriedOut
      .filter(({ toldBefore }) => toldBefore)
      .map(({ right }) => ({ letter: { kind: kindOf(right), n: 2 }, to }) as const),
  ];
}

/** The content of a letter about a stop; `undefined` if no such stop was noted. */
export function stopOf(
  { common: { recordedStops, carriedOut } }: OpenedCase,
  { kind, n }: LetterOfStop,
): Stop | undefined {
  const recorded = recordedStops.find(({ right }) => kindOf(right) === kind);
  const entered = carriedOut.find(({ right }) => kindOf(right) === kind);
  // The first letter contains what was known when it was written.
  const told = entered !== undefined && (n > 1 || !entered.toldBefore) ? entered : recorded;
  return told === undefined ? undefined : { right: told.right, recordedAt: recorded?.at ?? told.at, text: told.text };
}

function kindOf(right: Right): LetterOfStop['kind'] {
  return right === 'consent-withdrawal' ? 'consent-withdrawal' : 'marketing-stop';
}
