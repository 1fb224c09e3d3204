import { describe, expect, it } from 'vitest';
import {
  askedMethods,
  identityMethods,
  identityMethodsSchema,
  methodSchema,
  providersOf,
  titlesOfMethods,
} from '#domain/identity-methods/methods.ts';
import { languages } from '#domain/language.ts';

const asked = Object.values(askedMethods);

/** A description with every method. */
const everything = identityMethodsSchema.parse({
  emailCode: true,
  smsCode: { sender: 'NORDVIK', countries: ['SE'] },
  login: { issuer: 'https://login.example.org', clientId: 'a', secret: 'login', claims: { email: 'email' } },
  eid: [
    {
      id: 'bank',
      title: { sv: 'Exempel-id', en: 'Example ID' },
      issuer: 'https://eid.example.org',
      clientId: 'b',
      secret: 'eid',
      personnummerClaim: 'ssn',
    },
  ],
  letterCode: true,
  documentCheck: true,
});

describe('The identity methods', () => {
  it('are those that events may contain, each under its name', () => {
    expect(methodSchema.options.toSorted()).toEqual(Object.keys(identityMethods).toSorted());
    // A stored name must always stay readable.
    expect(methodSchema.options).toEqual(
      expect.arrayContaining(['email-code', 'sms-code', 'login', 'e-id', 'letter-code', 'document-check', 'override']),
    );
  });

  it('prove what their entry says', () => {
    expect(Object.fromEntries(Object.values(identityMethods).map(({ name, level }) => [name, level]))).toEqual({
      'email-code': 'contact-point',
      'sms-code': 'contact-point',
      login: 'account',
      'e-id': 'strong',
      'letter-code': 'strong',
      'document-check': 'strong',
      override: 'strong',
    });
  });

  it('are used if the description says so; a code by e-mail is used if it says nothing', () => {
    const nothing = identityMethodsSchema.parse({});
    expect(asked.filter((method) => method.isUsed(nothing)).map(({ name }) => name)).toEqual(['email-code']);
    expect(asked.filter((method) => !method.isUsed(everything))).toEqual([]);
  });

  it('start at the providers in the description, with the place of each in it', () => {
    expect(providersOf(everything).map(({ id, method, place }) => ({ id, method, place }))).toEqual([
      { id: 'login', method: 'login', place: 'login' },
      { id: 'bank', method: 'e-id', place: 'eid[0]' },
    ]);
  });

  it.each(languages)('have words in %s, and a place for a name only if they have one', (language) => {
    expect(Object.values(titlesOfMethods(language)).filter((title) => title === '')).toEqual([]);
    for (const { name, givenBy, letter, page } of asked) {
      const words = [letter.sentence[language], letter.thing[language]];
      expect(words).not.toContain('');
      if (givenBy !== 'sign-in') expect([name, ...words].join(' ')).not.toContain('{');
      if (page !== null && 'goTo' in page) expect(page.goTo[language]).toContain('{name}');
    }
  });
});
