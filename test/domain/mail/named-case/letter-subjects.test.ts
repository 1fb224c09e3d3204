import { expect, it } from 'vitest';
import { letterSubjects } from '#domain/mail/named-case/letter-subjects.ts';
import { renderLetter } from '#letters/render.ts';
import { everyLetter, frameIn } from '../../../letters/read.ts';

it('Every subject that is recognised as that of a letter of ours is the subject of one', async () => {
  const rendered = await Promise.all(
    everyLetter.map(async ({ language, content }) => (await renderLetter(content, frameIn(language))).subject),
  );
  const bare = new Set(rendered.map((one) => one.replace(/ \((?:ärende|case) [^)]+\)$/, '')));
  expect([...letterSubjects].filter((one) => !bare.has(one))).toEqual([]);
  expect(bare.size).toBeGreaterThan(letterSubjects.size);
});
