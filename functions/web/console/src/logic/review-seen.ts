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

/**
 * The open records of a list on which the user can decide together. `met` has the records that were on the screen of
 * the user down to their ends: the version of each, by its id. A record that has changed since, or of which only a
 * piece was loaded, is not among them.
 */
export function seenTogether(
  items: Iterable<ReviewItem>,
  met: ReadonlyMap<string, string>,
  { system, resource }: Pick<ReviewAsked, 'system' | 'resource'>,
): SeenTogether {
  const seen = [...items].filter(
    (one) =>
      one.open &&
      one.seen &&
      met.get(one.id) === one.version &&
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

/** The first of the records, up to the bound of one request. */
function asManyAsFit(items: readonly ReviewItem[]): readonly ReviewItem[] {
  let count = 0;
  return items.filter(({ copies }) => (count += 1 + copies.length) <= mostTogether);
}

/** Whether the user has opened each document of a record that goes out with it. */
function hasNothingUnopened({ documents, decisions }: ReviewItem): boolean {
  const isWithheld = (id: string): boolean =>
    decisions.some((one) => one.do === 'withhold' && one.document === id && one.pages === undefined);
  return documents.every(({ id, opened }) => opened || isWithheld(id));
}

/** The same decision on several records, each in the version and after the last decision that the user saw. */
export function decisionsTogether(items: readonly ReviewItem[], doing: 'release' | 'reject'): ReviewDecision[] {
  return items.map((one) => ({ ...onItem(one), after: lastCommandOn(one), do: doing }));
}
