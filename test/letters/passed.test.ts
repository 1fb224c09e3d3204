import { describe, expect, it } from 'vitest';
import type { Language } from '#domain/language.ts';
import type { LetterCode } from '#letters/letter.ts';
import { renderLetter } from '#letters/render.ts';
import { complaint, court } from './demands/demand.ts';
import { everyLetter, flat, frameIn, textOf } from './read.ts';

/** A letter of the samples, written when every date in it lies behind. */
const late = async (code: LetterCode, language: Language, today = '2028-01-04'): Promise<string> =>
  flat(await textOf(code, language, 1, { today }));

const promises = {
  sv: /(?<!ha fått svar[^.]*)senast den|sista dagen[^.]* är |går (?:att hämta|ut)|kan komma till och med/,
  en: /no later than|last day[^.]* is |ends on|can be fetched|may still come until/,
} as const;

// What a log owes only before the day it names, and what no log owes yet.
const neverLate: readonly LetterCode[] = ['M4', 'M12', 'M18', 'M29'];

describe('A letter that is written late', () => {
  it('promises no day that has passed', async () => {
    for (const { language, content, code, index } of everyLetter) {
      if (neverLate.includes(code)) continue;
      const { text } = await renderLetter(content, frameIn(language, { today: '2028-01-04' }));
      expect([code, index, flat(text).match(promises[language])?.[0]]).toEqual([code, index, undefined]);
    }
  });

  it('promises the day until its end', async () => {
    expect(await late('M1', 'sv', '2026-12-21')).toContain('utan onödigt dröjsmål och senast den 21 december 2026');
    expect(await late('M1', 'en', '2026-12-21')).toContain('without undue delay and no later than 21 December 2026');
  });

  it.each(['M1', 'JOINED', 'ATTACHMENT', 'REOPENED'] as const)(
    '%s says that the answer is late, that it comes without further delay, and where to complain',
    async (code) => {
      for (const language of ['sv', 'en'] as const) {
        const text = await late(code, language);
        expect(text).toContain(
          {
            sv: 'skulle ha fått svar senast den',
            en: 'should have had an answer by',
          }[language],
        );
        expect(text).toContain({ sv: 'utan ytterligare dröjsmål', en: 'without further delay' }[language]);
        for (const words of [...complaint[language], ...court[language]]) expect(text).toContain(words);
      }
    },
  );

  it('the acknowledgement still says what it has to', async () => {
    expect(await late('M1', 'sv')).toContain('den 20 november 2026 tagit emot din begäran');
    expect(await late('M1', 'sv')).toContain('Det kostar ingenting.');
    expect(await late('M1', 'sv')).toContain('Har vi missförstått dig, svara på detta.');
    expect(await late('M1', 'sv')).not.toContain('före den dagen');
    expect(await late('M1', 'en')).toContain('on 20 November 2026');
    expect(await late('M1', 'en')).toContain('It is free of charge.');
    expect(await late('M1', 'en')).not.toContain('before that day');
  });

  it('that says an answer is late, but is sent when the date has been moved, says when it comes', async () => {
    expect(await late('STATUS', 'sv', '2026-12-20')).toContain('Du får svar senast den 21 december 2026.');
    expect(await late('STATUS', 'en', '2026-12-21')).toContain('You should have had an answer');
  });
});
