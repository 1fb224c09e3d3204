import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loosenings, policySchema, type Policy } from '#domain/organisation/policy.ts';
import { levelFor, levelForAll, policyOf } from '#domain/organisation/scope.ts';
import { changed, organisation, type Change } from './described.ts';
import { runs } from '#test/support/random.ts';

const level = fc.constantFrom('contact-point', 'account', 'strong');
const anyPolicy = fc
  .record({
    approveSearch: fc.constantFrom('automatic', 'staff'),
    secondPerson: fc.constantFrom('never', 'where-it-matters', 'always'),
    handling: fc.constantFrom('sole-handler', 'several'),
    codesPerAddressAndDay: fc.integer({ min: 1, max: 1000 }),
    lettersPerAddressAndDay: fc.integer({ min: 1, max: 1000 }),
    lettersPerAddressAndMinute: fc.integer({ min: 1, max: 1000 }),
    requestsPerAddressAndDay: fc.integer({ min: 1, max: 1000 }),
    casesPerAddressAndDay: fc.integer({ min: 1, max: 1000 }),
    requestsPerNetworkAndHour: fc.integer({ min: 1, max: 10_000 }),
    cutOffDaysBeforeDue: fc.integer({ min: 0, max: 20 }),
    partlyDaysBeforeDue: fc.integer({ min: 0, max: 30 }),
    escalateDaysBeforeDue: fc.integer({ min: 1, max: 25 }),
    askWithinWorkingDays: fc.integer({ min: 1, max: 10 }),
    unansweredDays: fc.integer({ min: 14, max: 365 }),
    contactChangeDays: fc.integer({ min: 0, max: 30 }),
    downloadDays: fc.integer({ min: 1, max: 90 }),
    materialDays: fc.integer({ min: 1, max: 365 }),
    profileDays: fc.integer({ min: 1, max: 3650 }),
    viewDays: fc.oneof(fc.constant('as-long-as-log'), fc.integer({ min: 1, max: 3650 })),
    proofLevels: fc.record({ default: level, special: level }),
  })
  .map((policy) => policySchema.parse(policy));

/** The strictest and the loosest value of each field, from practice and not from the code. */
const tightest = policySchema.parse({
  approveSearch: 'staff',
  secondPerson: 'always',
  handling: 'several',
  codesPerAddressAndDay: 1,
  lettersPerAddressAndDay: 1,
  lettersPerAddressAndMinute: 1,
  requestsPerAddressAndDay: 1,
  casesPerAddressAndDay: 1,
  requestsPerNetworkAndHour: 1,
  cutOffDaysBeforeDue: 20,
  partlyDaysBeforeDue: 0,
  escalateDaysBeforeDue: 25,
  askWithinWorkingDays: 1,
  unansweredDays: 365,
  contactChangeDays: 30,
  downloadDays: 1,
  materialDays: 1,
  profileDays: 1,
  viewDays: 1,
  proofLevels: { default: 'strong', special: 'strong' },
});
const loosest = policySchema.parse({
  approveSearch: 'automatic',
  secondPerson: 'never',
  handling: 'sole-handler',
  codesPerAddressAndDay: 1000,
  lettersPerAddressAndDay: 1000,
  lettersPerAddressAndMinute: 1000,
  requestsPerAddressAndDay: 1000,
  casesPerAddressAndDay: 1000,
  requestsPerNetworkAndHour: 10_000,
  cutOffDaysBeforeDue: 0,
  partlyDaysBeforeDue: 30,
  escalateDaysBeforeDue: 1,
  askWithinWorkingDays: 10,
  unansweredDays: 14,
  contactChangeDays: 0,
  downloadDays: 90,
  materialDays: 365,
  profileDays: 3650,
  viewDays: 'as-long-as-log',
  proofLevels: { default: 'contact-point', special: 'contact-point' },
});
const fieldNames = policySchema.keyof().options;

describe('A policy', () => {
  it('has the values of practice where the description says nothing', () => {
    expect(organisation('vard').policy).toMatchObject({
      secondPerson: 'where-it-matters',
      handling: 'several',
      requestsPerAddressAndDay: 20,
      casesPerAddressAndDay: 10,
      requestsPerNetworkAndHour: 100,
      escalateDaysBeforeDue: 5,
      askWithinWorkingDays: 5,
      unansweredDays: 30,
      contactChangeDays: 7,
      viewDays: 'as-long-as-log',
      proofLevels: { default: 'contact-point', special: 'strong' },
    });
  });

  it('has a direction for every field: the strictest value is never looser than another, and the loosest is', () => {
    expect(loosenings(loosest, tightest)).toEqual([]);
    expect(loosenings(tightest, loosest).map(({ field }) => field)).toEqual(fieldNames);
  });

  it('is looser as soon as one of its two levels of proof is lower', () => {
    const common = { ...tightest, proofLevels: { default: 'account', special: 'strong' } } as const;
    const looser = (ordinary: string, special: string): number =>
      loosenings(common, { proofLevels: { default: ordinary, special } } as Partial<Policy>).length;
    expect(looser('contact-point', 'strong')).toBe(1);
    expect(looser('strong', 'account')).toBe(1);
    expect(looser('account', 'strong')).toBe(0);
    expect(looser('strong', 'strong')).toBe(0);
  });

  it('is an order: equal values are not looser, of two values at most one is, and it is transitive', () => {
    const isLooser = (common: Policy, given: Policy, field: keyof Policy): boolean =>
      loosenings(common, { [field]: given[field] }).length > 0;
    fc.assert(
      fc.property(anyPolicy, anyPolicy, anyPolicy, (a, b, c) => {
        expect(loosenings(a, a)).toEqual([]);
        for (const field of fieldNames) {
          // Two pairs of levels can each be looser in one of the two, so neither is stricter: both are refused.
          if (field === 'proofLevels') continue;
          const [ab, ba] = [isLooser(a, b, field), isLooser(b, a, field)];
          expect(ab && ba).toBe(false);
          expect(ab || ba).toBe(a[field] !== b[field]);
          if (ab && isLooser(b, c, field)) expect(isLooser(a, c, field)).toBe(true);
        }
      }),
      { numRuns: runs(2_000) },
    );
  });
});

describe('The policy of a controller', () => {
  const group = organisation('koncern');

  it('is that of the group, which is the minimum, if the controller states nothing of its own [000-02]', () => {
    expect(policyOf(group, 'grissla')).toEqual(group.policy);
    expect(policyOf(group, 'tarna')).toEqual({
      ...group.policy,
      secondPerson: 'always',
      downloadDays: 7,
      contactChangeDays: 14,
      proofLevels: { default: 'account', special: 'strong' },
    });
  });

  it('may not be looser: the place, the value of the group and the given value are reported [000-02]', () => {
    const parsed = changed('koncern', (one) => {
      one.controllers[2].policy = { downloadDays: 30, secondPerson: 'never', cutOffDaysBeforeDue: 5 };
    });
    expect(parsed).toEqual({
      ok: false,
      problems: [
        {
          path: 'controllers[2].policy.secondPerson',
          message:
            'a controller can only have a stricter rule than the common policy: the common policy says where-it-matters, and the controller says never; expected where-it-matters or always',
        },
        {
          path: 'controllers[2].policy.downloadDays',
          message:
            'a controller can only have a stricter rule than the common policy: the common policy says 14, and the controller says 30; expected 14 or less',
        },
      ],
    });
  });

  it('is accepted or refused by the order of its fields, for all values, and the result is never looser', () => {
    const seen = { taken: 0, refused: 0 };
    fc.assert(
      fc.property(anyPolicy, anyPolicy, fc.subarray(fieldNames), (common, given, fields) => {
        const override = Object.fromEntries(fields.map((field) => [field, given[field]]));
        const parsed = changed('koncern', (one) => {
          one.policy = common;
          delete one.controllers[1].policy;
          one.controllers[2].policy = override;
        });
        seen[parsed.ok ? 'taken' : 'refused'] += 1;
        if (!parsed.ok) {
          const impossible = ({ handling, secondPerson, proofLevels }: Policy): boolean =>
            (handling === 'sole-handler' && secondPerson === 'always') ||
            (proofLevels.special !== 'strong' && proofLevels.default !== 'contact-point');
          expect(
            loosenings(common, override).length > 0 || impossible(common) || impossible({ ...common, ...override }),
          ).toBe(true);
          return;
        }
        expect(loosenings(common, override)).toEqual([]);
        expect(loosenings(common, policyOf(parsed.organisation, 'grissla'))).toEqual([]);
        expect(policyOf(parsed.organisation, 'grissla')).toEqual({ ...common, ...override });
      }),
      { numRuns: 300 },
    );
    expect(Math.min(seen.taken, seen.refused)).toBeGreaterThan(20);
  });

  it.each<[string, Change]>([
    ['policy.secondPerson', (one) => Object.assign(one.policy, { handling: 'sole-handler', secondPerson: 'always' })],
    [
      'policy.proofLevels.special',
      (one) => Object.assign(one.policy, { proofLevels: { default: 'strong', special: 'account' } }),
    ],
    ['controllers[2].policy.downloadHours', (one) => (one.controllers[2].policy = { downloadHours: 3 })],
    ['policy.askWithinWorkingDays', (one) => Object.assign(one.policy, { askWithinWorkingDays: 11 })],
  ])('that is not possible is refused at %s', (path, change) => {
    const parsed = changed('koncern', (one) => {
      delete one.controllers[1].policy;
      change(one);
    });
    expect(parsed.ok).toBe(false);
    const places = parsed.ok ? [] : parsed.problems.map((problem) => `${problem.path} ${problem.message}`);
    expect(places.some((place) => place.includes(path) || place.includes('downloadHours'))).toBe(true);
  });

  it('of an unknown controller is an error, not the policy of another', () => {
    expect(() => policyOf(group, 'nobody')).toThrow('no controller of this id');
  });
});

describe('The level of proof', () => {
  const group = organisation('koncern');
  const system = (id: string) => group.systems.find((one) => one.id === id)!;

  it('depends on the data: more for special categories', () => {
    expect(levelFor(group, 'havsorn', system('rekrytering-havsorn'))).toBe('contact-point');
    expect(levelFor(group, 'tarna', system('tarna-portal'))).toBe('strong');
    expect(levelFor(group, 'tarna', system('rekrytering-tarna'))).toBe('account');
  });

  it('is never above that of the original relation for ordinary data, and never raised by it', () => {
    expect(levelFor(group, 'tarna', { ...system('rekrytering-tarna'), relation: 'contact-point' })).toBe(
      'contact-point',
    );
    expect(levelFor(group, 'tarna', { ...system('rekrytering-tarna'), relation: 'strong' })).toBe('account');
    expect(levelFor(group, 'tarna', { ...system('tarna-portal'), relation: 'contact-point' })).toBe('strong');
  });

  it('of an answer is the highest of its systems, and the lowest possible if there are none', () => {
    expect(levelForAll(group, 'tarna', group.systems)).toBe('strong');
    expect(levelForAll(group, 'havsorn', [system('kundregister'), system('rekrytering-havsorn')])).toBe(
      'contact-point',
    );
    expect(levelForAll(group, 'tarna', [])).toBe('contact-point');
  });
});
