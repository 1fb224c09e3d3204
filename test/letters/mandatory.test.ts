import { describe, expect, it } from 'vitest';
import { languages } from '#domain/language.ts';
import { letterSamples } from '#infra/local/cli/letter-samples.ts';
import { letterCodes } from '#letters/letter.ts';
import { changes } from './demands/changes.ts';
import { decisions } from './demands/decisions.ts';
import { others } from './demands/others.ts';
import { requests } from './demands/requests.ts';
import { flat, textOf } from './read.ts';

const demands = [...requests, ...decisions, ...changes, ...others];

describe.each(languages)('In %s', (language) => {
  it.each(
    demands.map(({ code, because, in: situations, says }, index) => ({
      title: `${code} ${situations === undefined ? '' : `(${situations.join(', ')}) `}${because} #${index}`,
      code,
      situations,
      phrases: says[language],
    })),
  )('$title: everything that has to be said is said', async ({ code, situations, phrases }) => {
    for (const situation of situations ?? letterSamples(language)[code].map((_, index) => index + 1)) {
      const text = flat(await textOf(code, language, situation));
      for (const phrase of phrases) expect(text).toContain(phrase);
    }
  });
});

describe('The table of what has to be said', () => {
  it('speaks of every letter', () => {
    expect(letterCodes.filter((code) => !demands.some((demand) => demand.code === code))).toEqual([]);
  });
});

describe('What is not the case is not said', () => {
  it.each([
    ['M2', 1, 'ändras inte'],
    ['M2', 2, 'räknas bort'],
    ['M4', 2, 'redan nu'],
    ['M6', 1, 'tidigare'],
    ['M6', 1, 'som du har begärt'],
    ['M7', 2, 'inte börjat'],
    ['M8', 1, 'inte komplett'],
    ['M8', 1, 'lämnar vi inte ut, och'],
    ['M8', 4, 'Övriga uppgifter'],
    ['M8', 5, 'pärmar'],
    ['M8', 5, 'inte komplett'],
    ['M9', 1, 'domstol'],
    ['M10', 2, 'behåller'],
    ['M10', 2, 'offentliga'],
    ['M10', 2, 'reklam'],
    ['M14', 1, 'domstol'],
    ['M14', 3, 'artikel 18'],
    ['M15', 2, 'tryckt'],
    ['M16', 2, 'Detta fortsätter'],
    ['M17', 1, 'annat resultat'],
    ['M15', 1, 'ska föra in'],
    ['M15', 2, 'har fört in'],
    ['M16', 2, 'fortsätter'],
    ['M20', 1, 'Vi har skickat'],
    ['M20', 2, 'går vi vidare med'],
    ['M27', 1, 'artikel 17'],
    ['M30', 2, 'kom tillbaka'],
  ] as const)('in %s, situation %i, nothing of "%s"', async (code, situation, words) => {
    expect(flat(await textOf(code, 'sv', situation))).not.toContain(words);
  });
});
