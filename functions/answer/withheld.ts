import type { Language } from '#domain/language.ts';
import { groundInWords } from '#letters/ground-in-words.ts';
import type { RefusedKind, SystemAnswer } from './answer.ts';
import type { SurveyedSystem } from './plan.ts';
import { resourceOf, type Survey } from './records.ts';

/** One kind of record that is left out, as the pages describe it. */
export interface WithheldLine {
  readonly system: string;
  readonly systemTitle: string;
  readonly resource: string;
  readonly title: string;
  readonly count: number;
  /** Code of the ground, as in the log. */
  readonly ground: string;
  readonly groundText: string;
  readonly reason: string;
  /** `YYYY-MM-DD`. */
  readonly until?: string;
}

/**
 * All refused kinds of which there are records, in the order of the systems. The manifest, the pages and the letter
 * list the same kinds.
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
 * How many records of a refused kind are left out: the number that was read. If this package does not read the records,
 * the number in the log is used.
 */
export function withheldOf(
  { outcome, deliveredIn }: Pick<SystemAnswer, 'outcome' | 'deliveredIn'>,
  { withheld }: Pick<Survey, 'withheld'>,
  { resource, known }: Pick<RefusedKind, 'resource' | 'known'>,
): number {
  const isRead = outcome !== 'withheld' && deliveredIn === undefined;
  return isRead ? (withheld.get(resource) ?? 0) : known;
}
