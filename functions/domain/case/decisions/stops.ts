import type { Right } from '../../rights.ts';
import type { Letter, LetterOf, OwedLetter } from '../letters/letters.ts';
import type { OpenedCase, Common } from '../state.ts';

/** The content of a letter about a stop of processing. */
export interface Stop {
  readonly right: Right;
  /**
   * When staff noted the stop (`stop-recorded`), ISO 8601. If they entered the stop in the systems without noting it
   * first, the time of the entry.
   */
  readonly recordedAt: string;
  /** Id of the text on the subject profile. */
  readonly text: string;
}

type LetterOfStop = LetterOf<'marketing-stop' | 'consent-withdrawal'>;

/** The first letter about the stop for a right. */
export function letterOfStop(right: Right): Letter {
  return { kind: kindOf(right), n: 1 };
}

/**
 * The letters about stops of processing. The first letter is owed as soon as staff have noted the stop, or entered it
 * in the systems. If the first letter was sent or announced before the entry, a second letter is owed after the entry.
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

/** The content of a letter about a stop; `undefined` if no such stop was noted or entered. */
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
