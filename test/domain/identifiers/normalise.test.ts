import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  identifierKinds,
  identifierSchema,
  sameIdentifier,
  type IdentifierKind,
} from '#domain/identifiers/identifier.ts';
import { mask } from '#domain/identifiers/mask.ts';
import { normalise } from '#domain/identifiers/normalise.ts';
import { normalisePersonnummer } from '#domain/identifiers/personnummer.ts';
import {
  interimNumbers,
  invalidNumbers,
  invalidOrganisationNumbers,
  judgedOn,
  organisationNumbers,
  validNumbers,
} from './vectors.ts';

const today = '2026-11-21';
const verdict = (kind: IdentifierKind, value: string): string => {
  const result = normalise(kind, value, { today });
  return result.valid ? result.identifier.value : result.reason;
};

describe('An e-mail address', () => {
  it.each([
    ['Asa.Berg@Example.ORG', 'asa.berg@example.org'],
    ['  asa@example.org ', 'asa@example.org'],
    ['åsa@example.org', 'åsa@example.org'],
    ['ÅSA@example.org', 'åsa@example.org'],
    ['asa@BÜCHER.example', 'asa@xn--bcher-kva.example'],
    ['asa+shop@example.org', 'asa+shop@example.org'],
  ])('%j is %j', (typed, value) => {
    expect(verdict('email', typed)).toBe(value);
  });

  it.each([
    'asa',
    'asa@',
    '@example.org',
    'asa@example',
    'a@b@example.org',
    'asa@example..org',
    'asa@.example.org',
    'asa@example.org.',
    'asa@-example.org',
    'asa@127.0.0.1',
    'asa@[127.0.0.1]',
    'asa@example.org:25',
    'asa@example.org/x',
    'asa@user:pw@example.org',
    '.asa@example.org',
    'asa.@example.org',
    'as..a@example.org',
    '"asa b"@example.org',
    'asa b@example.org',
    'asa\u3000b@example.org',
    'asa,bo@example.org',
    'asa@example.org,bo@example.org',
    'asa@example.org;bo@example.org',
    '<asa@example.org>',
    'mailto:asa@example.org',
    'asa\uff20example.org',
    `${'a'.repeat(65)}@example.org`,
    'asa@exa_mple.org',
    'asa@xn--.org',
  ])('%j is not valid', (typed) => {
    expect(verdict('email', typed)).toBe('not-an-address');
  });

  it('that is another address stays another one: dots, tags and similar letters make a difference', () => {
    const others = [
      'an@x.example',
      'jan@x.example',
      'a.n@x.example',
      'an+x@x.example',
      'an@x.x.example',
      'an@xx.example',
      'аn@x.example', // a Cyrillic letter
      'ａn@x.example', // a full-width letter
      'ᵃn@x.example',
      'án@x.example',
    ].map((value) => verdict('email', value));
    expect(new Set(others).size).toBe(others.length);
    for (const other of others) expect(other).toContain('@');
  });

  it('is never made from letters that normalise to those of another address', () => {
    // The Kelvin sign in lower case is the letter k.
    expect(verdict('email', '\u212Aim@x.example')).toBe('not-an-address');
    expect(verdict('email', 'kim@x.example')).toBe('kim@x.example');
  });

  it('equals another exactly if the two differ only in letter case', () => {
    const letters = fc.constantFrom(...'aAbBkK.+-_1åÅıİſßẞ\u212A\u212Bｋé', 'e\u0301');
    const local = fc.array(letters, { minLength: 1, maxLength: 6 }).map((list) => list.join(''));
    fc.assert(
      fc.property(local, local, (one, other) => {
        const a = normalise('email', `${one}@x.example`, { today });
        const b = normalise('email', `${other}@X.example`, { today });
        if (!a.valid || !b.valid) return;
        const spelled = (text: string): string => text.normalize('NFC').toLowerCase();
        expect(sameIdentifier(a.identifier, b.identifier)).toBe(spelled(one) === spelled(other));
        // An address in another alphabet never becomes an address in ours.
        if (/[^\u0000-\u007f]/.test(one)) expect(a.identifier.value).toMatch(/[^\u0000-\u007f]/);
      }),
      { numRuns: 2_000 },
    );
  });

  it('with many capitals is still the same, and a normalised one does not change again', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (address) => {
        const result = normalise('email', address, { today });
        if (!result.valid) return;
        expect(verdict('email', address.toUpperCase())).toBe(result.identifier.value);
        expect(verdict('email', result.identifier.value)).toBe(result.identifier.value);
      }),
      { numRuns: 500 },
    );
  });

  it('whose host name is too long is refused, not cut', () => {
    const label = 'å'.repeat(40);
    expect(verdict('email', `${'a'.repeat(64)}@${[label, label, label, label].join('.')}.se`)).toBe('too-long');
  });
});

// What address books, web pages and printed lists put into numbers.
const unseen = [...'\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202d\u202c\u2060\u2066\u2068\u2069\ufeff'];
const blanks = [...' \t\u00a0\u2002\u2007\u2009\u200a\u202f\u205f\u3000'];
const dashes = [...'-\u2010\u2011\u2012\u2013\u2014\u2015\u2212'];

describe('A telephone number', () => {
  it.each([
    '070-174 06 10',
    '+46701740610',
    '0046 70 174 06 10',
    '+46 (0)70-174 06 10',
    '070\u2013174\u00a006\u00a010',
    '070.174.06.10',
    '(070) 174 06 10',
    '(070)174 06 10',
    '[070] 174 06 10',
    '(+46) 70 174 06 10',
    '( +46 ) 70 174 06 10',
    '+46(0)701740610',
    '0046 (0)70 174 06 10',
    'tel:+46701740610',
    'Tel: 070-174 06 10',
    '\u202d070-174 06 10\u202c',
    '\u2068+46 70 174 06 10\u2069',
    '\ufeff+46701740610\u200e',
    '070\u2212174\u201406\u201510',
  ])('%j is always the same number', (typed) => {
    expect(verdict('phone', typed)).toBe('+46701740610');
  });

  it('is the same with any spaces, dashes and invisible characters between its digits', () => {
    const between = fc.array(fc.constantFrom('', ...unseen, ...blanks, ...dashes), { minLength: 10, maxLength: 10 });
    fc.assert(
      fc.property(between, fc.constantFrom(...unseen, ''), (signs, around) => {
        const typed = [...'0701740610'].map((digit, place) => digit + (signs[place] ?? '')).join('');
        expect(verdict('phone', around + typed + around)).toBe('+46701740610');
      }),
      { numRuns: 1_000 },
    );
  });

  it.each([
    '070',
    '070-174',
    '+46 70-174',
    '070-174 06 1',
    '112',
    '+',
    'asa',
    '070-174 06 10 ankn 5',
    '０７０１７４０６１０',
    '+46701740610;ext=1',
    'tel:+46701740610;ext=1',
    '+46 70 +174 06 10',
    '070-174 06 10 / 070-174 06 11',
    '070-174 06 10, 070-174 06 11',
    '(070',
    `0${'7'.repeat(50)}`,
  ])('%j is not valid', (typed) => {
    expect(verdict('phone', typed)).toBe('not-a-phone-number');
  });

  it('of our own country must be in the numbering plan; of another country only the length counts', () => {
    // Numbers that are kept free for fiction are in the plan in Sweden, and not in Britain.
    for (const typed of ['08-465 004 99', '031-390 06 00', '040-628 04 00', '0980-31 92 00', '020-12 34 56'])
      expect(verdict('phone', typed)).toMatch(/^\+46\d{8,9}$/);
    expect(verdict('phone', '+44 7700 900123')).toBe('+447700900123');
    expect(verdict('phone', '+44 7700 9001')).toBe('not-a-phone-number');
    expect(normalise('phone', '070-174', { today, region: 'DK' }).valid).toBe(false);
  });

  it('without a country code belongs to the given region', () => {
    expect(normalise('phone', '20 12 34 56', { today, region: 'DK' })).toMatchObject({
      identifier: { value: '+4520123456' },
    });
  });
});

describe('A personnummer', () => {
  it.each(validNumbers)('or samordningsnummer $typed is valid: $why', ({ typed, digits, kind, birthDate }) => {
    expect(normalisePersonnummer(typed, judgedOn)).toEqual({ valid: true, digits, kind, birthDate });
    expect(verdict('personnummer', ` ${typed} `)).toBe(digits);
  });

  it.each([
    ...invalidNumbers,
    ['2000022923', 'check-digit', 'its end is missing'],
    ['801231-23', 'not-a-personnummer', 'it is cut'],
    ['8012-312388', 'not-a-personnummer', 'the hyphen is elsewhere'],
    ['178012312388', 'no-such-date', 'a century without numbers'],
  ] as const)('%j is not valid: %s (%s)', (typed, reason) => {
    expect(normalise('personnummer', typed, { today: judgedOn })).toEqual({ valid: false, reason });
  });

  it('is the same with spaces, dashes and invisible characters around its last four digits and between the parts of its date', () => {
    for (const typed of [
      '18900101 9802',
      '18900101 - 9802',
      '18900101\u00a09802',
      '1890-01-01-9802',
      '18 90 01 01 9802',
    ])
      expect(verdict('personnummer', typed)).toBe('189001019802');
    const sign = fc.constantFrom('', ...unseen, ...blanks, ...dashes);
    fc.assert(
      fc.property(fc.constantFrom(...unseen, ''), sign, fc.constantFrom('', ...blanks), (mark, one, blank) => {
        expect(verdict('personnummer', `${mark}18900101${blank}${one}${mark}${blank}9802${mark}`)).toBe('189001019802');
        expect(verdict('personnummer', `900101${blank}+${mark}${blank}9802`)).toBe('189001019802');
      }),
      { numRuns: 500 },
    );
  });

  it('has its sign in the right place, and only one sign', () => {
    for (const typed of ['8012-312388', '80 12312388', '801231--2388', '801231-+2388', '801231/2388', '801231-23 88'])
      expect(verdict('personnummer', typed)).toBe('not-a-personnummer');
  });

  it.each(interimNumbers)('that is interim, as %s, is valid only if interim numbers are allowed', (typed, value) => {
    const identifier = { kind: 'personnummer', value };
    for (const spelled of [typed, typed.toLowerCase(), typed.slice(2)]) {
      expect(verdict('personnummer', spelled)).toBe('interim-number');
      expect(normalise('personnummer', spelled, { today, allowInterim: false }).valid).toBe(false);
      expect(normalise('personnummer', spelled, { today, allowInterim: true })).toEqual({ valid: true, identifier });
    }
    expect(normalisePersonnummer(typed, today, true)).toMatchObject({ kind: 'interim', birthDate: '2000-01-01' });
  });

  it('that is interim has one of twelve letters, its check digit, a date, and a day that is not increased by sixty', () => {
    const interim = (typed: string): string => {
      const result = normalise('personnummer', typed, { today, allowInterim: true });
      return result.valid ? 'valid' : result.reason;
    };
    for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZ')
      expect(`${letter} ${interim(`20000101${letter}220`)}`).toBe(
        `${letter} ${'RSTUWXJKLMNP'.includes(letter) ? 'valid' : 'not-a-personnummer'}`,
      );
    expect(interim('20000101T221')).toBe('check-digit');
    expect(interim('20000161T227')).toBe('no-such-date');
    expect(interim('20001301T226')).toBe('no-such-date');
    // The letter of the Kelvin scale is no K.
    expect(interim('20000101\u212a220')).toBe('not-a-personnummer');
    // Allowing them changes nothing for the other numbers.
    for (const { typed } of validNumbers) expect(interim(typed)).toBe('valid');
  });

  it('is never that of somebody who is not born yet', () => {
    expect(normalisePersonnummer('202201012396', '2022-01-01')).toMatchObject({ valid: true });
    expect(normalisePersonnummer('202201012396', '2021-12-31')).toEqual({ valid: false, reason: 'in-the-future' });
    // Ten digits mean the latest date that is not in the future.
    expect(normalisePersonnummer('220101-2396', '2021-12-31')).toMatchObject({ birthDate: '1922-01-01' });
  });

  it('with any one digit changed is not valid', () => {
    for (let place = 2; place < 12; place += 1)
      for (let digit = 0; digit < 10; digit += 1) {
        const typed = '198012312388';
        const changed = `${typed.slice(0, place)}${digit}${typed.slice(place + 1)}`;
        expect(normalisePersonnummer(changed, today).valid).toBe(changed === typed);
      }
  });
});

describe('An organisation number', () => {
  it('is ten digits with a check digit, however it is written', () => {
    for (const [typed, digits] of organisationNumbers) expect(verdict('organisationNumber', typed)).toBe(digits);
    for (const typed of ['802005 1952', '802005\u00a01952', '802005\u22121952', '\u200e802005 - 1952\u200e'])
      expect(verdict('organisationNumber', typed)).toBe('8020051952');
    for (const [typed, reason] of invalidOrganisationNumbers) expect(verdict('organisationNumber', typed)).toBe(reason);
  });
});

describe('A number that a customer was given', () => {
  it('is compared letter by letter: 10 is not 100, and a is not A', () => {
    const values = ['10', '100', '010', '1 0', 'a10', 'A10'].map((value) => verdict('customerNumber', value));
    expect(new Set(values).size).toBe(values.length);
  });
});

describe('Hostile input', () => {
  const hidden = [
    ['NUL', '\0'],
    ['a line feed', '\n'],
    ['a carriage return', '\r'],
    ['a C1 control', '\u0085'],
    ['a right-to-left override', '\u202e'],
    ['a paragraph separator', '\u2029'],
    ['a tag character', '\u{e0041}'],
    ['half of a character', '\ud83d'],
  ] as const;
  // In numbers these are only spelling, so they are left out.
  const withoutWidth = [
    ['a soft hyphen', '\u00ad'],
    ['an Arabic letter mark', '\u061c'],
    ['a zero-width space', '\u200b'],
    ['a zero-width joiner', '\u200d'],
    ['a left-to-right mark', '\u200e'],
    ['an isolate', '\u2066'],
    ['a byte order mark', '\ufeff'],
  ] as const;

  it.each(hidden)('with %s inside is refused, whatever it is said to be', (_, character) => {
    const typed = {
      email: 'asa@example.org',
      phone: '0701740610',
      personnummer: '198012312388',
      organisationNumber: '8020051952',
      customerNumber: 'A-1000',
      orderNumber: 'A-1000',
      contractNumber: 'A-1000',
    } as const;
    for (const kind of identifierKinds) {
      const value = typed[kind];
      for (const place of [1, 4, value.length - 1])
        expect(verdict(kind, `${value.slice(0, place)}${character}${value.slice(place)}`)).toBe('control-character');
    }
    expect(verdict('email', `asa@exa${character}mple.org`)).toBe('control-character');
  });

  it.each(withoutWidth)('with %s inside is refused if letters count', (_, character) => {
    for (const kind of ['email', 'customerNumber', 'orderNumber', 'contractNumber'] as const) {
      const value = kind === 'email' ? 'asa@example.org' : 'A-1000';
      for (const place of [1, 4, value.length - 1])
        expect(verdict(kind, `${value.slice(0, place)}${character}${value.slice(place)}`)).toBe('control-character');
    }
    expect(verdict('email', `asa@exa${character}mple.org`)).toBe('control-character');
  });

  it('that is empty or very long is refused at once', () => {
    for (const kind of identifierKinds) {
      expect(verdict(kind, ' \t ')).toBe('empty');
      expect(verdict(kind, '1'.repeat(255))).toBe('too-long');
      expect(verdict(kind, `a@${'x.'.repeat(500_000)}se`)).toBe('too-long');
    }
  });

  it('of any kind gives an identifier of the right form or a reason, never an exception and never the value', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.emailAddress(),
      fc.string({ unit: fc.constantFrom(...'0123456789+-() .@ax\u2013'), maxLength: 30 }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...identifierKinds), text, (kind, value) => {
        const result = normalise(kind, value, { today });
        if (!result.valid) {
          expect(Object.keys(result)).toEqual(['valid', 'reason']);
          return;
        }
        expect(identifierSchema.safeParse(result.identifier).success).toBe(true);
        // It is already normal: normalising it again changes nothing.
        expect(verdict(kind, result.identifier.value)).toBe(result.identifier.value);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('A masked identifier', () => {
  it('cannot be written to or copied', () => {
    const values = {
      email: 'asa.berg@example.org',
      phone: '+46701740610',
      personnummer: '198012312388',
      organisationNumber: '8020051952',
      customerNumber: 'A-1000',
      orderNumber: '10',
      contractNumber: '10',
    } as const;
    for (const kind of identifierKinds) {
      const shown = mask({ kind, value: values[kind] });
      expect(shown).toContain('••');
      expect(shown).not.toContain(values[kind]);
    }
    expect(mask({ kind: 'personnummer', value: values.personnummer })).toBe('19801231-••••');
  });
});
