import { resourceOf } from '#domain/findings/annotation.ts';
import type { Language } from '#domain/language.ts';
import { groundInWords } from '#letters/ground-in-words.ts';
import type { RefusedKind, SystemAnswer } from './answer.ts';
import type { SurveyedSystem } from './plan.ts';
import type { Survey } from './records.ts';

/** One kind of record that the package leaves out, with the words for the pages. */
export interface WithheldLine {
  readonly system: string;
  readonly systemTitle: string;
  readonly resource: string;
  readonly title: string;
  readonly count: number;
  /** Code of the legal ground. */
  readonly ground: string;
  readonly groundText: string;
  readonly reason: string;
  /** The last day of the refusal, `YYYY-MM-DD`. Absent: the refusal has no end. */
  readonly until?: string;
}

/**
 * All refused kinds that have records, in the order of the systems. The manifest, `index.html` and `withheld.html` use
 * this list, so they name the same kinds.
 */
export function withheldLines(systems: readonly SurveyedSystem[], language: Language): readonly WithheldLine[] {
  return systems.flatMap(({ system, survey }) =>
    system.refused.map(({ resource, ground, reason, until, ...kind }) => ({
      system: system.id,
      systemTitle: system.title[language],
      resource,
      title: resourceOf(system.resources, resource).title[language],
      count: withheldOf(system, survey, { resource, ...kind }),
      ground: ground.code,
      groundText: groundInWords(ground, language),
      reason,
      ...(until === undefined ? {} : { until }),
    })),
  );
}

/**
 * How many records of a refused kind are left out. The number is counted in the stored pages. If an earlier answer
 * contained the data, or the whole system is withheld, no pages are read and the number comes from the log (`known`).
 */
export function withheldOf(
  { outcome, deliveredIn }: Pick<SystemAnswer, 'outcome' | 'deliveredIn'>,
  { withheld }: Pick<Survey, 'withheld'>,
  { resource, known }: Pick<RefusedKind, 'resource' | 'known'>,
): number {
  const isRead = outcome !== 'withheld' && deliveredIn === undefined;
  return isRead ? (withheld.get(resource) ?? 0) : known;
}
