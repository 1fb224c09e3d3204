import { article15 } from '#answer/information/article-15.ts';
import { informationPage } from '#answer/information/page.ts';
import type { Language } from '#domain/language.ts';
import { conflictsOf } from '#domain/organisation/conflicts.ts';
import type { Organisation } from '#domain/organisation/organisation.ts';
import { activitiesOf } from '#domain/organisation/scope.ts';
import { sampleInput, system } from '../answer/sample.ts';
import { organisation } from '../domain/organisation/described.ts';

/** A processing activity as a test describes it. Every text is the same in each language, except with `en`. */
export interface Told {
  readonly purposes: readonly string[];
  /** A legal basis, or one with more fields. */
  readonly bases: readonly (string | Readonly<Record<string, unknown>>)[];
  readonly categories: readonly string[];
  readonly keeps: string;
  readonly from?: readonly string[];
  /** Name, role, country and more fields. */
  readonly to?: readonly (readonly [string, string, string, Readonly<Record<string, unknown>>?])[];
  readonly more?: Readonly<Record<string, unknown>>;
}

const both = (text: string): Readonly<Record<Language, string>> => ({ sv: text, en: `${text} (en)` });

/** A legal basis together with the purposes that it applies to, or the law. */
export function because(
  type: string,
  explanation: string,
  more: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> {
  return { type, explanation: both(explanation), ...more };
}

/** Reads the description of an invented organisation whose register has these activities. */
export function registered(all: readonly Told[], promises: Readonly<Record<string, unknown>> = {}): Organisation {
  return organisation('webbhotell', (description) => {
    description.promises = promises;
    description.activities = all.map(
      ({ purposes, bases, categories, keeps, from = [], to = [], more = {} }, index) => ({
        id: `a${index}`,
        name: both(`Behandling ${index}`),
        purposes: purposes.map(both),
        legalBases: bases.map((basis) => (typeof basis === 'string' ? { type: basis } : basis)),
        categories,
        recipients: to.map(([name, role, country, fields = {}]) => ({ name, role, country, ...fields })),
        retention: both(keeps),
        sources: from.map(both),
        systems: ['kundpanel'],
        ...more,
      }),
    );
  });
}

/** What the person reads about the processing: the words of the page that is part of the answer. */
export function answerWords(of: Organisation, language: Language = 'sv'): string {
  const [controller] = of.controllers;
  if (controller === undefined) throw new Error('there is no controller');
  const input = sampleInput({
    controller,
    language,
    activities: activitiesOf(of, controller.id),
    systems: [system('kundpanel', [])],
  });
  const page = informationPage(article15(input));
  return page
    .slice(page.indexOf('<body'))
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ');
}

/** The warnings to the operator about the activities, as `row path`. */
export function toldOperator(of: Organisation): readonly string[] {
  return conflictsOf(of)
    .filter(({ path }) => path.startsWith('activities') || path.startsWith('promises'))
    .map(({ row, path }) => `${row} ${path}`);
}
