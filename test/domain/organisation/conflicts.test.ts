import { describe, expect, it } from 'vitest';
import { refusalGroundSchema } from '#domain/case/vocabulary.ts';
import { effectiveBasis } from '#domain/organisation/activity.ts';
import { authorityOf, isFormerName } from '#domain/organisation/authorities.ts';
import { conflictsOf, type ConflictRowId } from '#domain/organisation/conflicts.ts';
import { controllerSchema } from '#domain/organisation/controller.ts';
import { promisesSchema } from '#domain/organisation/promises.ts';
import { organisation, type Change, type Name } from './described.ts';

/** The conflicts of a changed description, as `row path`. */
function found(name: Name, change: Change = () => undefined): readonly string[] {
  return conflictsOf(organisation(name, change)).map(({ row, path }) => `${row} ${path}`);
}

/**
 * What each promise conflicts with, and the articles that a warning must name. They are from the law, not from the
 * code.
 */
const promises: readonly (readonly [string, unknown, ConflictRowId, readonly RegExp[]])[] = [
  ['signedFormRequired', true, 'signed-form', [/12\(2\)/]],
  ['requiredFields', ['phone', 'organisation number'], 'required-fields', [/12\(6\)/, /5\(1\)\(c\)/]],
  ['identityForEveryRequest', true, 'identity-for-every-request', [/12\(6\)/]],
  ['deliveryAlwaysToPopulationRegister', true, 'population-register-delivery', [/12\(3\)/, /15\(3\)/]],
  ['feeOncePerYear', true, 'fee-once-a-year', [/12\(5\)/, /15\(3\)/]],
  ['recipientsAsCategories', true, 'recipients-as-categories', [/15\(1\)\(c\)/]],
  ['thirdPartyContactYourself', true, 'third-party-contact-yourself', [/19/, /17\(2\)/]],
  ['restrictionEndInformedAfter', true, 'restriction-end-after', [/18\(3\)/]],
  ['restrictionWithoutConsent', true, 'restriction-without-consent', [/18\(2\)/]],
  ['authorityNamed', 'Datainspektionen', 'former-authority', [/77/]],
  ['consentByUse', true, 'consent-by-use', [/4\(11\)/, /7/]],
  ['consentForOthersPresumed', true, 'consent-for-others', [/4\(11\)/]],
  ['newslettersOnContract', true, 'newsletters-on-contract', [/21\(2\)/]],
  ['marketingObjectionInWriting', true, 'marketing-objection-in-writing', [/21\(2\)/]],
  ['healthDataOnLegitimateInterest', true, 'special-categories', [/9/]],
  ['employerContractAsBasis', true, 'employer-contract', [/6\(1\)\(b\)/, /20/, /21/]],
  ['recruitmentOnLegalObligation', true, 'recruitment-legal-obligation', [/17\(3\)\(e\)/]],
  ['erasureBurdenOnPerson', true, 'erasure-burden-on-person', [/21\(1\)/]],
  ['erasureUnconditional', true, 'erasure-unconditional', [/17\(3\)/]],
  ['accountingYearsFromInvoice', true, 'accounting-years-from-invoice', [/17\(3\)\(b\)/]],
  ['consentWithdrawalDelayed', true, 'delayed-withdrawal', [/7\(3\)/]],
];

describe('A promise against the law', () => {
  it.each(promises)('%s is reported with its article, in both languages', (field, value, row, articles) => {
    const all = conflictsOf(organisation('webbhotell', (one) => (one.promises = { [field]: value })));
    const [conflict, ...others] = all.filter(({ path }) => path === `promises.${field}`);
    expect(others).toEqual([]);
    expect(conflict?.row).toBe(row);
    for (const article of articles) expect(conflict?.article).toMatch(article);
    for (const part of ['title', 'policy', 'law', 'product'] as const) {
      expect(conflict?.[part].sv).toMatch(/[.a-zåäö]$/);
      expect(conflict?.[part].en).not.toBe(conflict?.[part].sv);
    }
  });

  it('that is not made, or is answered with no, conflicts with nothing', () => {
    for (const [field, value] of promises)
      for (const said of [{}, { [field]: value === true ? false : undefined }])
        expect(
          found('webbhotell', (one) => (one.promises = said)).filter((text) => text.includes('promises.')),
        ).toEqual([]);
  });

  it('is known for every field that exists', () => {
    const known = [...promises.map(([field]) => field), 'neverSharedForMarketing'];
    expect(promisesSchema.keyof().options.toSorted()).toEqual(known.toSorted());
  });

  it('never changes what is done: only the promise differs in the description, and no request is refused for its form', () => {
    const plain = organisation('webbhotell', (one) => delete one.promises);
    for (const [field, value] of promises) {
      if (field === 'consentByUse') continue;
      expect(organisation('webbhotell', (one) => (one.promises = { [field]: value }))).toEqual({
        ...plain,
        promises: { [field]: value },
      });
    }
    expect(
      refusalGroundSchema.options.filter((ground) => /form|sign|paper|written|field|address|fee/.test(ground)),
    ).toEqual([]);
  });
});

describe('The register', () => {
  it.each<[string, Name, Change, string]>([
    [
      'special categories on legitimate interest, as food allergies at events',
      'vard',
      () => undefined,
      'special-categories activities[1]',
    ],
    ['a special system', 'webbhotell', (one) => (one.systems[0].special = true), 'special-categories activities[0]'],
    ['marketing on contract', 'webbhotell', () => undefined, 'newsletters-on-contract activities[1].legalBases[0]'],
    ["an employer's contract [001-04]", 'vard', () => undefined, 'employer-contract activities[0].legalBases[0]'],
    [
      'consent with no record',
      'koncern',
      (one) => delete one.activities[1].legalBases[1].record,
      'consent-without-record activities[1].legalBases[1]',
    ],
    [
      'recruitment on a legal obligation',
      'koncern',
      (one) => (one.activities[1].legalBases[0].type = 'legal-obligation'),
      'recruitment-legal-obligation activities[1].legalBases[0]',
    ],
    [
      'a processor with no written agreement [000-65]',
      'koncern',
      () => undefined,
      'processor-without-agreement activities[2].recipients[0]',
    ],
    ['a transfer with no safeguard', 'vard', () => undefined, 'transfer-without-safeguard activities[0].recipients[2]'],
    [
      'partners that get data for marketing, in spite of the promise [000-69]',
      'koncern',
      () => undefined,
      'shared-for-marketing activities[2].recipients[1]',
    ],
    [
      'a connected service that is not named as recipient',
      'webbhotell',
      (one) => {
        one.systems[0] = {
          id: 'kundpanel',
          kind: 'connector',
          title: one.systems[0].title,
          connector: 'hubspot',
          secret: 'utdrag/x',
          settings: {},
        };
        one.activities[0].recipients = [];
      },
      'recipients-as-categories activities[0].recipients',
    ],
    [
      'a policy older than the Regulation [001-31]',
      'webbhotell',
      (one) => (one.notices[0].validFrom = '2018-01-01'),
      'notice-older-than-gdpr notices[0].validFrom',
    ],
    [
      'a German controller without its Land',
      'vard',
      (one) => (one.controllers[0].jurisdiction = 'DE'),
      'land-authority controllers[0].supervisoryAuthority',
    ],
    [
      'nobody to alert',
      'vard',
      (one) => delete one.controllers[0].dataProtectionOfficer,
      'nobody-to-tell controllers[0].escalation',
    ],
  ])('with %s is reported', (_, name, change, expected) => {
    expect(found(name, change)).toContain(expected);
  });

  it.each<[string, Name, Change, string]>([
    [
      'an exception of Art. 9(2)',
      'vard',
      (one) => (one.activities[1].specialException = 'a'),
      'special-categories activities[1]',
    ],
    ['marketing on legitimate interest', 'vard', () => undefined, 'newsletters-on-contract'],
    [
      'a contract with the person',
      'vard',
      (one) => (one.activities[0].legalBases[0].contractWith = 'person'),
      'employer-contract activities',
    ],
    ['consent on record', 'koncern', () => undefined, 'consent-without-record'],
    [
      'an agreement',
      'koncern',
      (one) => (one.activities[2].recipients[0].agreement = 'PUB 15'),
      'processor-without-agreement',
    ],
    ['a recipient in Norway', 'vard', () => undefined, 'transfer-without-safeguard activities[0].recipients[0]'],
    [
      'a safeguard',
      'vard',
      (one) => (one.activities[0].recipients[2].safeguard = { sv: 'Avtal', en: 'Clauses' }),
      'transfer-without-safeguard',
    ],
    [
      'a processor for its own marketing',
      'koncern',
      () => undefined,
      'shared-for-marketing activities[2].recipients[0]',
    ],
    ['a Swedish controller', 'vard', () => undefined, 'land-authority'],
    [
      'partners and no promise',
      'koncern',
      (one) => delete one.promises.neverSharedForMarketing,
      'shared-for-marketing',
    ],
    ['a policy from the first day of the Regulation', 'webbhotell', () => undefined, 'notice-older-than-gdpr'],
    [
      'a later version of an old policy',
      'webbhotell',
      (one) => one.notices.push({ id: 'policy', version: '0', validFrom: '2018-01-01' }),
      'notice-older-than-gdpr',
    ],
    [
      'the authority of the Land',
      'vard',
      (one) =>
        Object.assign(one.controllers[0], {
          jurisdiction: 'DE',
          supervisoryAuthority: {
            name: { sv: 'Landet', en: 'The Land' },
            website: 'https://land.example',
            email: 'post@land.example',
          },
        }),
      'land-authority',
    ],
  ])('with %s is not reported', (_, name, change, absent) => {
    expect(found(name, change).filter((text) => text.startsWith(absent))).toEqual([]);
  });

  it('reads an employer’s contract as legitimate interest: objection, no portability [001-04]', () => {
    expect(effectiveBasis({ type: 'contract', contractWith: 'employer' })).toBe('legitimate-interest');
    expect(effectiveBasis({ type: 'contract', contractWith: 'person' })).toBe('contract');
    expect(effectiveBasis({ type: 'contract' })).toBe('contract');
    expect(effectiveBasis({ type: 'consent' })).toBe('consent');
  });
});

describe('The supervisory authority', () => {
  const controller = organisation('vard').controllers[0]!;
  const named = (name: string) => ({
    name: { sv: name, en: name },
    website: 'https://myndighet.example',
    email: 'post@myndighet.example',
  });

  it('is that of the country if nothing else is stated', () => {
    expect(authorityOf({ jurisdiction: 'SE' })).toEqual({
      name: { sv: 'Integritetsskyddsmyndigheten (IMY)', en: 'the Swedish Authority for Privacy Protection (IMY)' },
      website: 'https://www.imy.se',
      email: 'imy@imy.se',
      address: ['Box 8114', '104 20 Stockholm'],
      phone: '08-657 61 00',
    });
    const websites = (['FI', 'DK', 'NO', 'DE'] as const).map((jurisdiction) => authorityOf({ jurisdiction }).website);
    expect(websites).toEqual([
      'https://tietosuoja.fi',
      'https://www.datatilsynet.dk',
      'https://www.datatilsynet.no',
      'https://www.bfdi.bund.de',
    ]);
    expect(() => authorityOf({ jurisdiction: 'EU-default' })).toThrow('no supervisory authority');
  });

  it('is the one that the description names, or IMY if that is Datainspektionen [001-30]', () => {
    expect(authorityOf({ jurisdiction: 'NO', supervisoryAuthority: named('Tilsynet') }).name.sv).toBe('Tilsynet');
    const old = { ...controller, supervisoryAuthority: named('Datainspektionen') };
    expect(authorityOf(old).name.sv).toBe('Integritetsskyddsmyndigheten (IMY)');
    expect(authorityOf(old).website).toBe('https://www.imy.se');
    expect(found('vard', (one) => (one.controllers[0].supervisoryAuthority = named('Datainspektionen')))).toContain(
      'former-authority controllers[0].supervisoryAuthority.name',
    );
    expect(found('vard', (one) => (one.promises.authorityNamed = 'Datainspektionen'))).toContain(
      'former-authority promises.authorityNamed',
    );
  });

  it('of Åland, which is still called Datainspektionen, stays unchanged', () => {
    const aland = { jurisdiction: 'FI', supervisoryAuthority: named('Datainspektionen') } as const;
    expect(authorityOf(aland).name.sv).toBe('Datainspektionen');
    expect(found('vard', (one) => Object.assign(one.controllers[0], aland)).join()).not.toContain('former-authority');
  });

  it('is recognised by its former names, in upper or lower case', () => {
    expect(
      ['DATAINSPEKTIONEN', 'Svenska Datainspektionens', 'Swedish Data Protection Authority'].map(isFormerName),
    ).toEqual([true, true, true]);
    expect(['Integritetsskyddsmyndigheten', 'IMY', 'Datatilsynet', ''].map(isFormerName)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  it('has a website, an e-mail address and a postal address that the schema accepts, in each country', () => {
    for (const jurisdiction of ['SE', 'FI', 'DK', 'NO', 'DE'] as const)
      expect(
        controllerSchema.safeParse({ ...controller, jurisdiction, supervisoryAuthority: authorityOf({ jurisdiction }) })
          .success,
      ).toBe(true);
  });
});
