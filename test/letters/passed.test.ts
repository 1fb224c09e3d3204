import { describe, expect, it } from 'vitest';
import type { Language } from '#domain/language.ts';
import { samplesOf } from '#letters/letters.ts';
import type { LetterName } from '#domain/case/letters/letters.ts';
import { renderLetter } from '#letters/render.ts';
import { complaint, court } from './demands/demand.ts';
import { everyLetter, flat, frameIn, textOf } from './read.ts';

/** A letter of the samples, written after every date in it. */
const late = async (kind: LetterName, language: Language, today = '2028-01-04'): Promise<string> =>
  flat(await textOf(kind, language, 1, { today }));

const promises = {
  sv: /(?<!ha fått svar[^.]*)senast den|sista dagen[^.]* är |går (?:att hämta|ut)|kan komma till och med/,
  en: /no later than|last day[^.]* is |ends on|can be fetched|may still come until/,
} as const;

// Letters that the log requires only before a date that they name, and letters that it never requires yet.
const neverLate: readonly LetterName[] = ['extension', 'restriction-ends', 'recipient-notice', 'processor-task'];

describe('A letter that is written late', () => {
  it('promises no day that has passed', async () => {
    for (const { language, content, kind, index } of everyLetter) {
      if (neverLate.includes(kind)) continue;
      const { text } = await renderLetter(content, frameIn(language, { today: '2028-01-04' }));
      expect([kind, index, flat(text).match(promises[language])?.[0]]).toEqual([kind, index, undefined]);
    }
  });

  it('promises a day until that day ends', async () => {
    expect(await late('acknowledgement', 'sv', '2026-12-21')).toContain(
      'utan onödigt dröjsmål och senast den 21 december 2026',
    );
    expect(await late('acknowledgement', 'en', '2026-12-21')).toContain(
      'without undue delay and no later than 21 December 2026',
    );
  });

  it.each(['acknowledgement', 'joined', 'attachment-not-opened', 'reopened'] as const)(
    '%s says that the answer is late, that it comes without further delay, and where to complain',
    async (kind) => {
      for (const language of ['sv', 'en'] as const) {
        const text = await late(kind, language);
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

  it('the acknowledgement still says all that it must', async () => {
    expect(await late('acknowledgement', 'sv')).toContain('den 20 november 2026 tagit emot din begäran');
    expect(await late('acknowledgement', 'sv')).toContain('Det kostar ingenting.');
    expect(await late('acknowledgement', 'sv')).toContain('Har vi missförstått dig, svara på det här meddelandet.');
    expect(await late('acknowledgement', 'sv')).not.toContain('före den dagen');
    expect(await late('acknowledgement', 'en')).toContain('on 20 November 2026');
    expect(await late('acknowledgement', 'en')).toContain('It is free of charge.');
    expect(await late('acknowledgement', 'en')).not.toContain('before that day');
  });

  it('says when the answer comes, if it says that the answer is late and the date has been moved since', async () => {
    expect(await late('delay', 'sv', '2026-12-20')).toContain('Du får svar senast den 21 december 2026.');
    expect(await late('delay', 'en', '2026-12-21')).toContain('You should have had an answer');
  });
});

describe('An answer that comes after its last day', () => {
  const says = async (
    kind: 'answer-ready' | 'supplement-ready' | 'cannot-identify',
    language: Language,
    today: string,
    due: string | null,
  ): Promise<string> => {
    const content = samplesOf(kind, language)[0];
    if (content === undefined) throw new Error('there is no such sample');
    const lastDay = { due, unsuspendedDue: '2026-12-21' };
    return flat((await renderLetter({ ...content, lastDay }, frameIn(language, { today }))).text);
  };

  it.each(['answer-ready', 'supplement-ready', 'cannot-identify'] as const)(
    '%s says by how many days it is late, and where to complain',
    async (kind) => {
      const swedish = await says(kind, 'sv', '2026-12-24', '2026-12-21');
      expect(swedish).toContain(
        'Svaret kommer för sent. Du skulle ha fått svar senast den 21 december 2026, för 3 dagar sedan. Det beklagar vi. Du kan klaga även på dröjsmålet.',
      );
      const english = await says(kind, 'en', '2026-12-22', '2026-12-21');
      expect(english).toContain(
        'This answer is late. You should have had it by 21 December 2026, one day ago. We apologise. You may complain about the delay, too.',
      );
      for (const [text, language] of [
        [swedish, 'sv'],
        [english, 'en'],
      ] as const)
        for (const words of [...complaint[language], ...court[language]]) expect(text).toContain(words);
    },
  );

  it('does not say that it is late on its last day', async () => {
    expect(await says('answer-ready', 'sv', '2026-12-21', '2026-12-21')).not.toContain('för sent');
    expect(await says('answer-ready', 'en', '2026-12-21', '2026-12-21')).not.toContain('late');
  });

  it.each([
    ['a pause is over', '2027-01-04'],
    ['a pause is open', null],
  ])('where %s, names the last day without the pause, and does not say that it is late', async (_, due) => {
    const text = await says('answer-ready', 'sv', '2026-12-24', due);
    expect(text).toContain('Räknas den in var sista dagen för vårt svar den 21 december 2026.');
    expect(text).not.toContain('för sent');
    expect(await says('answer-ready', 'en', '2026-12-24', due)).toContain(
      'the last day for our answer was 21 December 2026',
    );
  });
});
