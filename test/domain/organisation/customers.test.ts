// Three invented organisations, modelled on the first customers: a description must be able to hold what their policies
// say.
import { describe, expect, it } from 'vitest';
import { recipientsOf } from '#domain/organisation/activity.ts';
import { conflictsOf } from '#domain/organisation/conflicts.ts';
import { activitiesOf, policyOf, systemsOf } from '#domain/organisation/scope.ts';
import { organisation } from './described.ts';

const rowsOf = (of: ReturnType<typeof organisation>): string[] =>
  [...new Set(conflictsOf(of).map(({ row }) => row))].sort();

describe('A group with a common policy', () => {
  const group = organisation('koncern');

  it('describes each company as a controller of its own, and one of them as requiring more [000-01] [000-02]', () => {
    expect(group.controllers.map(({ name }) => name)).toEqual([
      'Havsörn Group AB',
      'Tärna Systems AB',
      'Grissla Drift AB',
    ]);
    expect(['havsorn', 'tarna', 'grissla'].map((id) => policyOf(group, id).secondPerson)).toEqual([
      'where-it-matters',
      'always',
      'where-it-matters',
    ]);
  });

  it('is told what its policy demands against the law, and nothing else', () => {
    expect(rowsOf(group)).toEqual([
      'nobody-to-tell',
      'population-register-delivery',
      'processor-without-agreement',
      'recipients-as-categories',
      'restriction-end-after',
      'shared-for-marketing',
      'signed-form',
      'special-categories',
      'third-party-contact-yourself',
    ]);
  });

  it('allows only the designated people to search the whistle-blowing system', () => {
    const system = group.systems.find(({ id }) => id === 'visselblasning');
    expect(system).toMatchObject({ kind: 'manual', handlers: ['staff-1003'] });
  });

  it('stops scheduled erasure where it says so, by a task with words', () => {
    const system = group.systems.find(({ id }) => id === 'rekrytering-havsorn');
    expect(system?.deletion).toMatchObject({ scheduled: true, freeze: 'manual' });
    expect(system?.deletion?.instructions?.sv).toBe('Stäng av gallringen för personen.');
  });
});

describe('A maker of care systems', () => {
  const care = organisation('vard');

  it('names the companies of its group as recipients, in Sweden and Norway, and where to forward to [002-08]', () => {
    const [customers] = activitiesOf(care, 'vardlinjen');
    if (customers === undefined) throw new Error('there is no activity');
    expect(
      recipientsOf(customers)
        .filter(({ role }) => role === 'controller')
        .map(({ name, country }) => `${name} ${country}`),
    ).toEqual(['Linjegruppen Norge AS NO', 'Hälsolinjen AB SE']);
    expect(care.forwardingContacts.map(({ name }) => name)).toEqual(['Linjegruppen Norge AS', 'Hälsolinjen AB']);
  });

  it('says for whom it is only a processor, and systems of that work are not searched [002-37] [004-16]', () => {
    expect(care.processorRoles).toEqual([
      {
        id: 'journal',
        name: { sv: 'Drift av journalsystem', en: 'Hosting of care records' },
        turnTo: { sv: 'din vårdgivare', en: 'your care provider' },
      },
    ]);
    expect(systemsOf(care, 'vardlinjen').map(({ id }) => id)).toEqual(['crm', 'utskick']);
  });

  it('offers its own login besides the code, and no e-ID that it does not have', () => {
    expect(care.controllers[0]?.identity).toEqual({
      emailCode: true,
      login: {
        issuer: 'https://login.vardlinjen.example',
        clientId: 'utdrag',
        secret: 'utdrag/login',
        claims: { email: 'email' },
        verifiesEmail: false,
      },
      eid: [],
      letterCode: false,
      documentCheck: true,
    });
  });

  it('is told what its policy demands against the law', () => {
    expect(rowsOf(care)).toEqual(['employer-contract', 'special-categories', 'transfer-without-safeguard']);
  });
});

describe('A reseller whose policy names nobody', () => {
  const reseller = organisation('webbhotell');

  it('is described with a placeholder, but letters still name an authority and there is a way to prove the identity', () => {
    const [controller] = reseller.controllers;
    expect(controller?.supervisoryAuthority).toBeUndefined();
    expect(controller?.identity.emailCode).toBe(true);
    expect(controller).toMatchObject({
      evesCountAsHolidays: false,
      allowInterimNumbers: false,
      numbers: {},
      mailboxes: [],
    });
  });

  it('knows the chain of its suppliers: whose sub-processor each one is [003-14] [003-15]', () => {
    const [hosting] = reseller.activities;
    if (hosting === undefined) throw new Error('there is no activity');
    expect(recipientsOf(hosting).map(({ name, through }) => [name, through])).toEqual([
      ['Exempel Drift AB', undefined],
      ['Exempel Datahall GmbH', 'Exempel Drift AB'],
    ]);
  });

  it('can handle requests with one person', () => {
    expect(policyOf(reseller, 'webbhotellet')).toMatchObject({ handling: 'sole-handler', secondPerson: 'never' });
  });

  it('is told what its policy demands against the law', () => {
    expect(rowsOf(reseller)).toEqual([
      'consent-by-use',
      'identity-for-every-request',
      'newsletters-on-contract',
      'nobody-to-tell',
    ]);
  });
});
