import { array, assert, constantFrom, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { article15 } from '#answer/information/article-15.ts';
import { informationLinkedData } from '#answer/information/dpv.ts';
import { informationPage } from '#answer/information/page.ts';
import { languages, type Language } from '#domain/language.ts';
import { activitySchema, type Activity } from '#domain/organisation/activity.ts';
import { sampleInput } from './sample.ts';

const both = (text: string) => ({ sv: text, en: text });

/**
 * What the record of processing says on one point: that there is nothing, that there is something, or nothing at all.
 */
const statement = constantFrom('none', 'something', 'nothing');
type Statement = 'none' | 'something' | 'nothing';

interface Register {
  readonly recipients: Statement;
  readonly sources: Statement;
  readonly automatedDecision: Statement;
}

const decision = { logic: both('L'), significance: both('S'), consequences: both('C') };

function activity({ recipients, sources, automatedDecision }: Register, index: number): Activity {
  return activitySchema.parse({
    id: `a${index}`,
    name: both('A'),
    purposes: [both('P')],
    legalBases: [{ type: 'contract' }],
    categories: ['contact'],
    recipients: { none: 'none', something: [{ name: 'R', role: 'processor', country: 'SE' }], nothing: [] }[recipients],
    retention: both('T'),
    sources: { none: 'none', something: [both('Q')], nothing: [] }[sources],
    ...{ none: { automatedDecision: 'none' }, something: { automatedDecision: decision }, nothing: {} }[
      automatedDecision
    ],
    systems: ['crm'],
  });
}

/**
 * The sentences of the page between the lead and the rights. The texts about rights come from the law and say nothing
 * about the person.
 */
function sentences(page: string): readonly string[] {
  const told = page.slice(page.indexOf('</header>'), page.indexOf('aria-labelledby="rights"'));
  return [...told.matchAll(/<(p|li|td|dd)[^>]*>(.*?)<\/\1>/gs)].map(([, , text = '']) =>
    text
      .replaceAll(/<[^>]*>/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim(),
  );
}

const denial = /\b(inga|ingen|inget|inte|aldrig|bara|endast|no|none|not|nobody|never|only)\b/i;
const unknown = /framgår inte|does not say/;

/** The sentence of each denial. */
const about: Readonly<Record<keyof Register, Readonly<Record<Language, RegExp>>>> = {
  recipients: { sv: /lämnas uppgifterna inte till någon/, en: /not given to anybody/ },
  sources: { sv: /bara från dig själv/, en: /only from yourself/ },
  automatedDecision: { sv: /inga beslut/, en: /no decisions/ },
};

const register = record({ recipients: statement, sources: statement, automatedDecision: statement });

describe('What the answer says of the processing', () => {
  it.each(languages)('is denied only if the register itself says that there are no such data (%s)', (language) => {
    assert(
      property(array(register, { maxLength: 3 }), (registers) => {
        const information = article15(sampleInput({ language, activities: registers.map(activity) }));
        const told = sentences(informationPage(information));
        const denials = told.filter((text) => denial.test(text) && !unknown.test(text));
        const count = (topic: keyof Register): number =>
          denials.filter((text) => about[topic][language].test(text)).length;
        const none = (topic: keyof Register): number => registers.filter((one) => one[topic] === 'none').length;
        expect(count('recipients')).toBe(none('recipients'));
        expect(count('sources')).toBe(none('sources'));
        const all = registers.length > 0 && none('automatedDecision') === registers.length;
        expect(count('automatedDecision')).toBe(none('automatedDecision') + (all ? 1 : 0));
        const noActivities = registers.length === 0 ? 1 : 0;
        expect(denials).toHaveLength(
          count('recipients') + count('sources') + count('automatedDecision') + noActivities,
        );
      }),
    );
  });

  it.each(languages)('is said to be unknown if the register says nothing (%s)', (language) => {
    const silent = activity({ recipients: 'nothing', sources: 'nothing', automatedDecision: 'nothing' }, 0);
    const information = article15(sampleInput({ language, activities: [silent] }));
    expect(sentences(informationPage(information)).filter((text) => unknown.test(text))).toHaveLength(4);
    expect(information.activities[0]).toMatchObject({ recipients: null, sources: null, automatedDecision: null });
    const linked = informationLinkedData(information);
    for (const term of ['hasRecipient', 'hasDataSource', 'DataSubjectDataSource', 'AutomatedDecisionMaking'])
      expect(linked).not.toContain(term);
  });
});
