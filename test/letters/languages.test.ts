import { describe, expect, it } from 'vitest';
import { renderLetter } from '#letters/render.ts';
import { everyLetter, frameIn, textOf } from './read.ts';

describe('A reader of a language in which we do not write', () => {
  it.each([
    ['nb', 'Vi skriver ennå ikke på norsk.', 'Norwegian'],
    ['nn', 'Vi skriver ennå ikke på norsk.', 'Norwegian'],
    ['no', 'Vi skriver ennå ikke på norsk.', 'Norwegian'],
    ['da', 'Vi skriver endnu ikke på dansk.', 'Danish'],
    ['da-DK', 'Vi skriver endnu ikke på dansk.', 'Danish'],
    ['fi', 'Emme vielä kirjoita suomeksi.', 'Finnish'],
    ['de', 'Wir schreiben noch nicht auf Deutsch.', 'German'],
  ])(
    'gets a line in that language and in English before the text of every letter (%s)',
    async (wantedLanguage, own, name) => {
      for (const { language, content } of everyLetter) {
        const { text, html } = await renderLetter(content, frameIn(language, { wantedLanguage }));
        expect(text.startsWith(own)).toBe(true);
        expect(text.split('\n\n')[1]).toBe(`We do not yet write in ${name}. Tell us if you need help.`);
        expect(html).toMatch(
          new RegExp(`<p lang="${wantedLanguage.startsWith('n') ? 'nb' : wantedLanguage.slice(0, 2)}"`),
        );
        expect(html.indexOf('lang="en"', html.indexOf('<body'))).toBeGreaterThan(0);
      }
    },
  );

  it('gets the English line if we do not know the language either', async () => {
    for (const wantedLanguage of ['fr', 'so', 'xx'])
      expect((await textOf('acknowledgement', 'en', 1, { wantedLanguage })).split('\n\n').slice(0, 2)).toEqual([
        'We do not yet write in your language. Tell us if you need help.',
        'Hello,',
      ]);
  });

  it('never finds the requested language written in the letter', async () => {
    const { html } = await renderLetter(
      { kind: 'by-post', why: 'wish' },
      frameIn('en', { wantedLanguage: '"><script>alert(1)</script>' }),
    );
    expect(html).not.toContain('script');
  });
});

describe('A reader of Swedish or English', () => {
  it('gets no such line', async () => {
    for (const [language, wantedLanguage] of [
      ['sv', 'sv'],
      ['en', 'en'],
      ['sv', undefined],
      ['sv', 'sv-FI'],
    ] as const) {
      const text = await textOf('acknowledgement', language, 1, wantedLanguage === undefined ? {} : { wantedLanguage });
      expect(text).toMatch(/^(?:Hej!|Hello,)\n/);
    }
  });
});
