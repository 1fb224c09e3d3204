import { describe, expect, it } from 'vitest';
import { languages } from '#domain/language.ts';
import { samplesOf } from '#letters/letters.ts';
import { letterNames } from '#domain/case/letters/letters.ts';
import { changes } from './demands/changes.ts';
import { decisions } from './demands/decisions.ts';
import { others } from './demands/others.ts';
import { requests } from './demands/requests.ts';
import { flat, textOf } from './read.ts';

const demands = [...requests, ...decisions, ...changes, ...others];

describe.each(languages)('In %s', (language) => {
  it.each(
    demands.map(({ kind, because, in: situations, says }, index) => ({
      title: `${kind} ${situations === undefined ? '' : `(${situations.join(', ')}) `}${because} #${index}`,
      kind,
      situations,
      phrases: says[language],
    })),
  )('$title: everything that has to be said is said', async ({ kind, situations, phrases }) => {
    for (const situation of situations ?? samplesOf(kind, language).map((_, index) => index + 1)) {
      const text = flat(await textOf(kind, language, situation));
      for (const phrase of phrases) expect(text).toContain(phrase);
    }
  });
});

describe('The table of demands', () => {
  it('has demands for every letter', () => {
    expect(letterNames.filter((kind) => !demands.some((demand) => demand.kind === kind))).toEqual([]);
  });
});

describe('A letter does not say what is not the case', () => {
  it.each([
    ['identity-request', 1, 'ändras inte'],
    ['identity-request', 2, 'räknas bort'],
    ['extension', 2, 'redan nu'],
    ['refusal', 1, 'tidigare'],
    ['refusal', 1, 'som du har begärt'],
    ['fee', 2, 'inte börjat'],
    ['answer-ready', 1, 'inte komplett'],
    ['answer-ready', 1, 'lämnar vi inte ut, och'],
    ['answer-ready', 4, 'övriga uppgifter'],
    ['answer-ready', 5, 'pärmar'],
    ['answer-ready', 5, 'inte komplett'],
    ['rectified', 1, 'domstol'],
    ['erased', 2, 'behåller'],
    ['erased', 2, 'offentliga'],
    ['erased', 2, 'reklam'],
    ['objection-decision', 1, 'domstol'],
    ['objection-decision', 3, 'artikel 18'],
    ['marketing-stop', 2, 'tryckt'],
    ['consent-withdrawal', 2, 'Detta fortsätter'],
    ['automated-decision', 1, 'annat resultat'],
    ['marketing-stop', 1, 'ska föra in'],
    ['marketing-stop', 2, 'har fört in'],
    ['consent-withdrawal', 2, 'fortsätter'],
    ['redirect', 1, 'Vi har skickat'],
    ['redirect', 2, 'Vi går vidare med'],
    ['withdrawal-confirmed', 1, 'artikel 17'],
    ['by-post', 2, 'kom tillbaka'],
  ] as const)('in %s, situation %i, it does not say "%s"', async (kind, situation, words) => {
    expect(flat(await textOf(kind, 'sv', situation))).not.toContain(words);
  });
});
