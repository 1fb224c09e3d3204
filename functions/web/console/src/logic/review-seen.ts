import type { ReviewDecision, ReviewItem } from '#api/review.ts';
import { isUncertain, lastCommandOn, onItem, type ReviewAsked } from './review-list.ts';

/** One request to the API decides on at most this number of records, including those that show the same. */
const mostTogether = 1000;

/** The open records that the user has seen, and on which one button decides together. */
export interface SeenTogether {
  /** Records of the person, to be released. */
  readonly release: readonly ReviewItem[];
  /** Possible and disputed records, to be rejected. */
  readonly reject: readonly ReviewItem[];
  /** How many records of the person cannot be released, because the user has not opened their documents. */
  readonly unopened: number;
}

/** How a record was on the screen: its version, and how many pieces of it were closed (`folds`). */
export interface Met {
  readonly version: string;
  readonly closed: number;
}

function shownNow({ version, fields }: ReviewItem): Met {
  return { version, closed: fields.reduce((sum, { folds }) => sum + folds.length, 0) };
}

/** Changes when a record is shown in another version, or with other pieces closed. */
export function shownKey(item: ReviewItem): string {
  const { version, closed } = shownNow(item);
  return `${version} ${closed}`;
}

/** The records that were on the screen, with one more. Of a record, what was shown with the fewest closed pieces counts. */
export function withMet(met: ReadonlyMap<string, Met>, item: ReviewItem): ReadonlyMap<string, Met> {
  return wasMet(item, met.get(item.id)) ? met : new Map(met).set(item.id, shownNow(item));
}

/**
 * The open records of a list on which the user can decide together. `met` has the records that were on the screen of
 * the user down to their ends, by their ids. A record that has changed since, that had a piece closed which is open now,
 * or of which only a piece was loaded, is not among them.
 */
export function seenTogether(
  items: Iterable<ReviewItem>,
  met: ReadonlyMap<string, Met>,
  { system, resource }: Pick<ReviewAsked, 'system' | 'resource'>,
): SeenTogether {
  const seen = [...items].filter(
    (one) =>
      one.open &&
      one.seen &&
      wasMet(one, met.get(one.id)) &&
      (system === undefined || one.system === system) &&
      (resource === undefined || one.resource === resource),
  );
  const own = seen.filter((one) => !isUncertain(one));
  const release = own.filter(hasNothingUnopened);
  return {
    release: asManyAsFit(release),
    reject: asManyAsFit(seen.filter(isUncertain)),
    unopened: own.length - release.length,
  };
}

function wasMet(item: ReviewItem, met: Met | undefined): boolean {
  const { version, closed } = shownNow(item);
  return met?.version === version && met.closed <= closed;
}

/** The first of the records, up to the bound of one request. */
function asManyAsFit(items: readonly ReviewItem[]): readonly ReviewItem[] {
  let count = 0;
  return items.filter(({ copies }) => (count += 1 + copies.length) <= mostTogether);
}

/** Whether the user has opened each document that the answer contains with a record. */
function hasNothingUnopened({ documents, decisions }: ReviewItem): boolean {
  const isWithheld = (id: string): boolean =>
    decisions.some((one) => one.do === 'withhold' && one.document === id && one.pages === undefined);
  return documents.every(({ id, opened }) => opened || isWithheld(id));
}

/** The same decision on several records, each in the version and after the last decision that the user saw. */
export function decisionsTogether(items: readonly ReviewItem[], doing: 'release' | 'reject'): ReviewDecision[] {
  return items.map((one) => ({ ...onItem(one), after: lastCommandOn(one), do: doing }));
}
