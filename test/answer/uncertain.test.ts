// The tests check what the answer says about records that may be the person's and are in no answer.
import { describe, expect, it } from 'vitest';
import { outcomes, type SystemAnswer } from '#answer/answer.ts';
import { manifestSchema, type Manifest } from '#answer/manifest.ts';
import { languages, type Language } from '#domain/language.ts';
import { page, person, sampleInput, system } from './sample.ts';
import { assembled, jsonOf, textOf } from './unpack.ts';

async function answerOf(language: Language, ...systems: readonly SystemAnswer[]) {
  const { files } = await assembled(sampleInput({ language, systems: [...systems] }));
  const index = textOf(files, 'index.html').replaceAll(/\s+/g, ' ');
  const [section = ''] = /<section class="card" aria-labelledby="system-crm">.*?<\/section>/.exec(index) ?? [];
  return {
    index,
    section,
    pages: `${index} ${textOf(files, 'information/article-15.html').replaceAll(/\s+/g, ' ')}`,
    information: jsonOf(files, 'information/article-15.json') as {
      activities: readonly { systems: readonly Readonly<Record<string, unknown>>[] }[];
    },
    manifest: manifestSchema.parse(jsonOf(files, 'manifest.json')),
  };
}
const numbersOf = ({ systems }: Manifest) =>
  systems.map(({ outcome, records, possible, disputed }) => ({ outcome, records, possible, disputed }));

const nothing =
  /inga uppgifter om dig|inte hittat några personuppgifter|nothing held about you|no data about you|found no personal data/i;
const one = {
  sv: 'hittade 1 post som kan handla om dig. Vi kunde inte avgöra det, så den ingår inte i svaret.',
  en: 'found 1 record that may be about you. We could not tell, so it is not in this answer.',
};
const several = {
  sv: 'hittade 3 poster som kan handla om dig. Vi kunde inte avgöra det, så de ingår inte i svaret.',
  en: 'found 3 records that may be about you. We could not tell, so they are not in this answer.',
};

describe.each(languages)('The package in %s', (language) => {
  it.each([
    [{ possible: 0, disputed: 1 }, one],
    [{ possible: 1, disputed: 0 }, one],
    [{ possible: 2, disputed: 1 }, several],
  ])('never says that nothing is held if there are records that may be the person’s: %j', async (counts, words) => {
    const { section, pages, manifest, information } = await answerOf(
      language,
      system('crm', [], { outcome: 'nothing-held', ...counts }),
    );
    expect(section).toContain(words[language]);
    expect(pages).not.toMatch(nothing);
    expect(numbersOf(manifest)).toEqual([{ outcome: 'nothing-held', records: 0, ...counts }]);
    const told = information.activities.flatMap(({ systems }) => systems).filter(({ id }) => id === 'crm');
    expect(told).not.toHaveLength(0);
    for (const of of told) expect(of).toMatchObject({ outcome: 'nothing-held', ...counts });
  });

  it('says that the controller has no data if that is true', async () => {
    const { section, index } = await answerOf(language, system('crm', [], { outcome: 'nothing-held' }));
    expect(section.match(new RegExp(nothing, 'gi'))).toHaveLength(2);
    expect(index).not.toContain(language === 'sv' ? 'kan handla om dig' : 'may be about you');
  });

  it('says, beside the records that were found, that other records may be the person’s', async () => {
    const { section, index } = await answerOf(
      language,
      system('crm', [page('crm', 1, [person])], { possible: 4, disputed: 3 }),
    );
    expect(section).toContain(
      language === 'sv' ? 'Svaret innehåller 1 post om dig.' : 'The answer contains 1 record about you.',
    );
    expect(section).toContain(
      language === 'sv'
        ? 'Vi hittade också 3 poster som kan handla om dig.'
        : 'We also found 3 records that may be about you.',
    );
    expect(index).toContain(
      language === 'sv' ? 'Ja, vi behandlar personuppgifter om dig.' : 'Yes, we process personal data about you.',
    );
  });

  it('does not say in its summary that nothing was found if one system has nothing and another is uncertain', async () => {
    for (const outcome of outcomes.filter((other) => other !== 'found' && other !== 'withheld')) {
      const { index } = await answerOf(
        language,
        system('crm', [], { outcome: 'nothing-held', disputed: 2 }),
        system('other', [], { outcome, reason: 'timeout' }),
      );
      const [summary = ''] = /<p class="strong">.*?<\/p>/.exec(index) ?? [];
      expect(summary).toContain(language === 'sv' ? 'poster som kan handla om dig' : 'records that may be about you');
      expect(summary).not.toMatch(nothing);
      expect(summary.includes(language === 'sv' ? 'inte fullständigt' : 'not complete')).toBe(
        outcome !== 'nothing-held',
      );
    }
  });
});
