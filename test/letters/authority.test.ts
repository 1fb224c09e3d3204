import { describe, expect, it } from 'vitest';
import { languages } from '#domain/language.ts';
import type { LetterName } from '#domain/case/letters/letters.ts';
import { renderLetter } from '#letters/render.ts';
import { controller, everyLetter, frameIn, seenIn, textOf } from './read.ts';

// Letters in which somebody is told no, or not yet, or may feel wronged.
const withComplaint: readonly LetterName[] = [
  ...([
    'extension',
    'cannot-identify',
    'refusal',
    'fee',
    'answer-ready',
    'restriction-ends',
    'automated-decision',
    'redirect',
    'complaint-acknowledgement',
    'breach-notice',
    'supplement-ready',
    'identity-not-proven',
    'no-reply',
    'delay',
  ] as const),
];

describe('Where to complain', () => {
  it('every refusal and every answer names Integritetsskyddsmyndigheten, and that one can go there directly [000-39]', async () => {
    for (const { language, content, kind } of everyLetter)
      if (withComplaint.includes(kind)) {
        const { text } = await renderLetter(content, frameIn(language));
        expect(text).toContain({ sv: 'Integritetsskyddsmyndigheten (IMY)', en: 'Privacy Protection (IMY)' }[language]);
        expect(text).toContain('https://www.imy.se');
      }
  });

  it('the authority is linked [002-29]', async () => {
    for (const { language, content, kind } of everyLetter)
      if (withComplaint.includes(kind))
        expect(seenIn((await renderLetter(content, frameIn(language))).html).links).toContainEqual({
          address: 'https://www.imy.se',
          words: 'https://www.imy.se',
        });
  });

  it('a controller that still names Datainspektionen writes IMY [001-30]', async () => {
    const outdated = {
      ...controller,
      supervisoryAuthority: {
        name: { sv: 'Datainspektionen', en: 'the Swedish Data Protection Authority' },
        website: 'https://www.datainspektionen.example',
        email: 'info@datainspektionen.example',
      },
    };
    for (const { language, content } of everyLetter) {
      const { text, html } = await renderLetter(content, frameIn(language, { controller: outdated }));
      expect(text + html).not.toMatch(/datainspektion|Swedish Data Protection Authority/i);
    }
    expect(await textOf('refusal', 'sv', 1, { controller: outdated })).toContain('Integritetsskyddsmyndigheten (IMY)');
  });

  it('a refusal points both to us and to the authority [004-43]', async () => {
    for (const language of languages)
      for (const [kind, situation] of [
        ['refusal', 1],
        ['refusal', 2],
        ['identity-not-proven', 1],
      ] as const) {
        const text = await textOf(kind, language, situation);
        expect(text).toContain(
          { sv: 'Vill du att vi ser på saken en gång till', en: 'If you want us to look at it again' }[language],
        );
        expect(text).toContain(controller.email);
        expect(text).toContain('https://www.imy.se');
      }
  });

  it('a controller of another country names the authority of its own', async () => {
    const { supervisoryAuthority: _, ...rest } = controller;
    const text = await textOf('refusal', 'en', 1, { controller: { ...rest, jurisdiction: 'DK' } });
    expect(text).toContain('Datatilsynet');
    expect(text).not.toContain('IMY');
  });
});

describe('What it costs', () => {
  it('access is free of charge, and the acknowledgement says so [000-09]', async () => {
    expect(await textOf('acknowledgement', 'sv')).toContain('Det kostar ingenting.');
    expect(await textOf('acknowledgement', 'en')).toContain('It is free of charge.');
  });
});
