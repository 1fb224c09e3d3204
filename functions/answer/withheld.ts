import { resourceOf } from '#domain/findings/annotation.ts';
import { count as countInWords } from '#domain/presentation/formats.ts';
import type { ReviewLine } from '#domain/review/line.ts';
import { toldLines } from '#domain/review/lines.ts';
import { pagesText } from '#domain/review/pages.ts';
import { amountInWords } from '#letters/amount-in-words.ts';
import { groundInWords } from '#letters/ground-in-words.ts';
import type { AnswerInput } from './answer.ts';
import { wordsFor } from './answer-words.ts';
import type { SurveyedSystem } from './plan.ts';
import type { LeftOutPages } from './records.ts';

/** One line of what the package masks or leaves out, with the words for the pages. */
export interface WithheldLine extends Pick<ReviewLine, 'system' | 'resource' | 'kind' | 'ground' | 'count'> {
  readonly systemTitle: string;
  readonly title: string;
  /**
   * Whether the line is about a kind of record that staff refused as a whole. The package does not mark where such
   * records are missing.
   */
  readonly isRefusedKind: boolean;
  /** The number in words, such as "3 records" or "2 places are masked". */
  readonly amount: string;
  /** The documents without pages, each with these pages, such as `3–4, 7`. */
  readonly documents: readonly { readonly path: string; readonly title: string; readonly pages: string }[];
  readonly groundText: string;
  /** Empty if the ground says enough. */
  readonly reason: string;
  /** The last day of the refusal, `YYYY-MM-DD`. Absent: the refusal has no end. */
  readonly until?: string;
}

/**
 * What the package masks and leaves out, as far as the person is told of it, in the order of the systems: refused kinds
 * of record, and what the review decided. The manifest, `index.html` and `withheld.html` use this list, so they say the
 * same.
 */
export function withheldLines(
  input: Pick<AnswerInput, 'language' | 'review'>,
  systems: readonly SurveyedSystem[],
): readonly WithheldLine[] {
  const { language } = input;
  return systems.flatMap(({ system, survey: { lines, pages } }) =>
    toldLines(lines).map(({ resource, kind, count, ...line }) => {
      // The review decides on no record of a refused kind, so the refusal is the only line of the kind.
      const kindRefused = system.refused.find((one) => one.resource === resource);
      const { ground, reason, until } = kindRefused ?? { ...input.review.inWords(line), until: undefined };
      return {
        system: system.id,
        systemTitle: system.title[language],
        resource,
        title: resourceOf(system.resources, resource).title[language],
        kind,
        count,
        isRefusedKind: kindRefused !== undefined,
        amount:
          kindRefused === undefined
            ? amountInWords({ kind, count }, language)
            : wordsFor(language).withheldPage.records(countInWords(count, language), count),
        documents:
          kind === 'pages'
            ? documentsOf(
                pages.filter(
                  (one) => one.resource === resource && one.ground === line.ground && one.text === line.text,
                ),
              )
            : [],
        ground: line.ground,
        groundText: groundInWords(ground, language),
        reason,
        ...(until === undefined ? {} : { until }),
      };
    }),
  );
}

function documentsOf(pages: readonly LeftOutPages[]): WithheldLine['documents'] {
  return [...Map.groupBy(pages, ({ path }) => path)].map(([path, ofDocument]) => ({
    path,
    title: ofDocument[0]?.title ?? '',
    pages: pagesText(ofDocument),
  }));
}
