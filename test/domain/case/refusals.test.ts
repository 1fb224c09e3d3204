import { describe, expect, it } from 'vitest';
import { englishRefusals } from '#domain/case/refusals/en.ts';
import { refusalInWords } from '#domain/case/refusals/in-words.ts';
import { refuse } from '#domain/case/refusals/refuse.ts';
import { refusalRules } from '#domain/case/refusals/rules.ts';
import { swedishRefusals } from '#domain/case/refusals/sv.ts';
import { statuses } from '#web/console/src/logic/known.ts';

const rules = Object.entries(refusalRules);
const both = [
  ['English', englishRefusals],
  ['Swedish', swedishRefusals],
] as const;

describe.each(both)('a refusal in %s', (_, words) => {
  it('has words for every rule and for nothing else, all different within one language', () => {
    expect(Object.keys(words.rules).toSorted()).toEqual(rules.map(([rule]) => rule).toSorted());
    expect(Object.values(words.rules).filter((text) => text.trim() === '')).toEqual([]);
    expect(new Set(Object.values(words.rules)).size).toBe(rules.length);
  });

  it.each(rules)('%s contains each of its values once, and no value that it does not have', (rule, { values }) => {
    const text = Object.entries(words.rules).find(([key]) => key === rule)?.[1] ?? '';
    expect([...text.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name).toSorted()).toEqual([...values].toSorted());
  });

  it('says what each status means for the case', () => {
    expect(Object.keys(words.statuses).toSorted()).toEqual([...statuses].toSorted());
    for (const status of statuses) expect(words.statuses[status]).toMatch(/\S/);
  });
});

describe('a refusal', () => {
  it('has its rule and its dates as data, and can be written in either language', () => {
    const refused = refuse('notice-too-late', { due: '2026-12-21' });
    expect(refused).toMatchObject({
      code: 'too-late-to-extend',
      rule: 'notice-too-late',
      values: { due: '2026-12-21' },
    });
    expect(refusalInWords(englishRefusals, refused.rule, refused.values)).toBe(
      'The notice had to be sent within one month of receipt, by 2026-12-21 (Art. 12(3)).',
    );
    expect(refusalInWords(swedishRefusals, refused.rule, refused.values)).toMatch(
      /senast den 2026-12-21 \(artikel 12\.3\)/,
    );
  });

  it('says the status of the case in the language of the reader', () => {
    const { rule, values } = refuse('other-step', { status: 'approving-search' });
    expect(refusalInWords(englishRefusals, rule, values)).toContain('waiting for the approval of the search');
    expect(refusalInWords(swedishRefusals, rule, values)).toContain('väntar på att sökningen godkänns');
  });

  it('replaces only values that are text', () => {
    const write = (): string => '$& {due}';
    expect(refusalInWords(englishRefusals, 'period-over', { due: 'x' }, write)).toContain(
      '$& {due}, so it cannot be paused',
    );
  });
});
