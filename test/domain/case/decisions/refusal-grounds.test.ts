import { describe, expect, it } from 'vitest';
import { groundProblem } from '#domain/case/decisions/refusal-grounds.ts';
import { refusalGroundSchema, type RefusalGround } from '#domain/case/vocabulary.ts';
import { rights, type Right } from '#domain/rights.ts';

/** Which rights each ground can limit, as a table. */
const table: Readonly<Record<Exclude<RefusalGround, 'other-law'>, string>> = {
  unfounded: 'access rectification erasure restriction portability objection',
  excessive: 'access rectification erasure restriction portability objection',
  abuse: 'access rectification erasure restriction portability objection',
  'others-rights': 'access portability',
  'draft-or-note': 'access',
  'not-our-data': 'access rectification erasure restriction portability objection consent-withdrawal',
};

const law = (name: string) => ({ ground: 'other-law', law: name }) as const;
const against = (right: Right, name: string) =>
  (['whole', 'part'] as const).map((scope) => groundProblem([right], scope, law(name)));

describe('A ground of refusal', () => {
  it('limits the rights that the law allows it to limit, and no others', () => {
    for (const ground of refusalGroundSchema.exclude(['other-law']).options)
      expect(
        rights
          .filter((right) => groundProblem([right], 'whole', { ground }) === undefined)
          .toSorted()
          .join(' '),
        ground,
      ).toBe(table[ground].split(' ').toSorted().join(' '));
  });

  it('of the whole request must limit every right in it, and of a part one of them', () => {
    const asked = ['access', 'erasure'] as const;
    expect(groundProblem(asked, 'whole', { ground: 'draft-or-note' })).toBe('ground-for-another-right');
    expect(groundProblem(asked, 'part', { ground: 'draft-or-note' })).toBeUndefined();
    expect(groundProblem(asked, 'whole', law('bokföringslagen'))).toBe('accounting-law-keeps-data');
    expect(groundProblem(asked, 'part', law('bokföringslagen'))).toBeUndefined();
  });

  it.each([
    'bokföringslagen (1999:1078) 7 kap. 2 §',
    'Bokföringslagen',
    'BOKFÖRINGSLAG 1999:1078',
    'BFL 7:2',
    'SFS 1999:1078',
    'bok\u00adförings\u00adlagen',
    'bokfo\u0308ringslagen',
    'bokförings-\nlagen',
    'Swedish Bookkeeping Act (1999:1078)',
    'the Accounting Act',
    'bogføringsloven § 12',
    'bokføringsloven § 13',
    'kirjanpitolaki 2:10',
    '§ 257 HGB',
    'Abgabenordnung § 147',
    'årsredovisningslagen (1995:1554)',
    'skatteförfarandelagen (2011:1244) 39 kap.',
    'räkenskapsinformation sparas i sju år',
  ])('in accounting law cannot limit access, and can limit erasure: %s', (name) => {
    expect(against('access', name)).toEqual(['accounting-law-keeps-data', 'accounting-law-keeps-data']);
    expect(against('portability', name)).toEqual(['accounting-law-keeps-data', 'accounting-law-keeps-data']);
    expect(against('consent-withdrawal', name)).toEqual(['accounting-law-keeps-data', 'accounting-law-keeps-data']);
    expect(against('erasure', name)).toEqual([undefined, undefined]);
  });

  it.each([
    'artikel 17.3 b i dataskyddsförordningen',
    'Art. 17(3)(e) GDPR',
    'Article 17(3)',
    'artikel 20.3 i GDPR',
    'art. 21(1) GDPR',
  ])('that is an exception from another right cannot limit access: %s', (name) =>
    expect(against('access', name)).toEqual(['ground-for-another-right', 'ground-for-another-right']),
  );

  it.each([
    'offentlighets- och sekretesslagen (2009:400) 21 kap. 1 §',
    'dataskyddslagen (2018:218) 5 kap. 1 §',
    'artikel 15.4 i dataskyddsförordningen',
    'advokatsekretess, 8 kap. 4 § rättegångsbalken',
    'artikel 17 i förordning (EU) 2022/2065',
    'lagen om bankrörelse',
  ])('in another law is left to the people who decide: %s', (name) => {
    expect(against('access', name)).toEqual([undefined, undefined]);
  });
});
