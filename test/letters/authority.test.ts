import { describe, expect, it } from 'vitest';
import { languages } from '#domain/language.ts';
import type { LetterName } from '#domain/case/letters/letters.ts';
import { renderLetter } from '#letters/render.ts';
import { controller, everyLetter, frameIn, seenIn, textOf } from './read.ts';

// Letters that refuse something, delay something, or may make the person feel treated wrongly.
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
  it('every refusal and every answer names Integritetsskyddsmyndigheten, and says that the person can turn to it directly [000-39]', async () => {
    for (const { language, content, kind } of everyLetter)
      if (withComplaint.includes(kind)) {
        const { text } = await renderLetter(content, frameIn(language));
        expect(text).toContain({ sv: 'Integritetsskyddsmyndigheten (IMY)', en: 'Privacy Protection (IMY)' }[language]);
        expect(text).toContain('https://www.imy.se');
      }
  });

  it('the letter links to the authority [002-29]', async () => {
    for (const { language, content, kind } of everyLetter)
      if (withComplaint.includes(kind))
        expect(seenIn((await renderLetter(content, frameIn(language))).html).links).toContainEqual({
          address: 'https://www.imy.se',
          words: 'https://www.imy.se',
        });
  });

  it('the letter names IMY although the controller still names Datainspektionen [001-30]', async () => {
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

  it('a refusal names both us and the authority [004-43]', async () => {
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

  it('the letter of a controller in another country names the authority of that country', async () => {
    const { supervisoryAuthority: _, ...rest } = controller;
    const text = await textOf('refusal', 'en', 1, { controller: { ...rest, jurisdiction: 'DK' } });
    expect(text).toContain('Datatilsynet');
    expect(text).not.toContain('IMY');
  });
});

describe('What it costs', () => {
  it('access is free of charge, and the acknowledgement says this [000-09]', async () => {
    expect(await textOf('acknowledgement', 'sv')).toContain('Det kostar ingenting.');
    expect(await textOf('acknowledgement', 'en')).toContain('It is free of charge.');
  });
});
