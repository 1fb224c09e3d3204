// The register can hold what the policies say about customers, visitors and contacts, and the person is told all of it.
import { describe, expect, it } from 'vitest';
import { answerWords, because, registered, toldOperator, type Told } from './register.ts';

const contract = 'Avtal med dig (artikel 6.1 b)';
const interest = 'Intresseavvägning, berättigat intresse (artikel 6.1 f)';
const obligation = 'Rättslig förpliktelse (artikel 6.1 c)';

const table: readonly (readonly [string, Told, readonly string[]])[] = [
  [
    'delivering to customers [000-42]',
    {
      purposes: ['Veta vem som är kund', 'Fullgöra avtalet', 'Sköta reklamationer'],
      bases: ['contract'],
      categories: ['contact', 'commercial', 'usage'],
      keeps: 'Så länge du är kund och tolv månader därefter',
    },
    [contract, 'Kontaktuppgifter', 'Köp och avtal', 'Hur tjänster används'],
  ],
  [
    'quotes, events and courses [000-43]',
    {
      purposes: ['Lämna offert', 'Ordna kurser och träffar'],
      bases: ['legitimate-interest'],
      categories: ['contact'],
      keeps: 'Tolv månader från din förfrågan',
    },
    [interest, 'Kontaktuppgifter'],
  ],
  [
    'customer service [000-44]',
    {
      purposes: ['Hjälpa dig som kund'],
      bases: ['contract', because('legal-obligation', 'Konsumentlagstiftningen')],
      categories: ['contact', 'identity', 'communication'],
      keeps: 'Tolv månader efter att ärendet är slut',
    },
    [contract, `${obligation}. Konsumentlagstiftningen`, 'Identitetsuppgifter'],
  ],
  [
    'security and misuse',
    {
      purposes: ['Upptäcka missbruk och bedrägerier'],
      bases: ['contract'],
      categories: ['log', 'technical'],
      keeps: 'Tolv månader',
    },
    [contract, 'Loggar', 'Tekniska uppgifter'],
  ],
  [
    'service messages and surveys [000-46]',
    {
      purposes: ['Berätta om driften', 'Fråga vad du tycker'],
      bases: ['legitimate-interest'],
      categories: ['contact', 'feedback'],
      keeps: 'Så länge du är kund och tolv månader därefter',
    },
    [interest, 'Åsikter och omdömen'],
  ],
  [
    'development and statistics',
    {
      purposes: ['Utveckla produkter', 'Föra statistik'],
      bases: ['legitimate-interest'],
      categories: ['technical', 'usage'],
      keeps: 'Så länge du är kund och tolv månader därefter',
    },
    [interest, 'Tekniska uppgifter', 'Hur tjänster används'],
  ],
  [
    'marketing [000-48]',
    {
      purposes: ['Berätta om våra produkter med e-post och på webben'],
      bases: ['legitimate-interest'],
      categories: ['contact', 'commercial'],
      keeps: 'Så länge du är kund och tolv månader därefter',
      more: { marketing: true },
    },
    [interest, 'Säger du nej till direktmarknadsföring slutar vi alltid.'],
  ],
  [
    'technical data that come of themselves [000-61]',
    {
      purposes: ['Visa webbplatsen'],
      bases: ['legitimate-interest'],
      categories: ['contact', 'commercial', 'usage', 'technical', 'log'],
      keeps: 'Ett år',
      from: ['Din webbläsare'],
    },
    ['Köp och avtal', 'Hur tjänster används', 'Tekniska uppgifter', 'Loggar'],
  ],
  [
    'one activity with a basis for each case [001-05]',
    {
      purposes: ['Ge support'],
      bases: [
        because('contract', 'Du har avtal med oss', { contractWith: 'person' }),
        because('legitimate-interest', 'Du frågar utan att ha avtal'),
      ],
      categories: ['contact'],
      keeps: 'Ett år',
    },
    [`${contract}. Du har avtal med oss`, `${interest}. Du frågar utan att ha avtal`],
  ],
  [
    'kinds of data, and others [001-12]',
    {
      purposes: ['Ge dig ett konto'],
      bases: ['contract'],
      categories: ['contact', 'identity', 'credentials', 'financial', 'technical', 'other'],
      keeps: 'Ett år',
    },
    ['Inloggningsuppgifter', 'Ekonomiska uppgifter', 'Övriga uppgifter'],
  ],
  [
    'retention by a criterion [001-19]',
    {
      purposes: ['Ge dig ett konto'],
      bases: ['contract'],
      categories: ['contact'],
      keeps: 'Så länge det behövs för det vi har lovat dig eller din arbetsgivare',
    },
    [],
  ],
  [
    'contact for support, invoices and important messages [003-06]',
    {
      purposes: ['Ge support', 'Skicka fakturor', 'Skicka viktiga meddelanden'],
      bases: ['contract'],
      categories: ['contact', 'financial'],
      keeps: 'Så länge avtalet gäller',
    },
    [contract, 'Ekonomiska uppgifter'],
  ],
  [
    'a history of sign-ins and changes [003-07]',
    {
      purposes: ['Se vem som har ändrat vad'],
      bases: ['contract'],
      categories: ['log', 'usage'],
      keeps: 'Så länge avtalet gäller',
      from: ['Det du gör i tjänsten'],
    },
    ['Loggar'],
  ],
  [
    'a contract and a law as the only bases [003-08]',
    {
      purposes: ['Leverera tjänsten'],
      bases: ['contract', 'legal-obligation'],
      categories: ['contact'],
      keeps: 'Så länge avtalet gäller',
    },
    [contract, obligation],
  ],
  [
    'criteria and a law for how long [003-27]',
    {
      purposes: ['Leverera tjänsten'],
      bases: ['contract', because('legal-obligation', 'Bokföringslagen')],
      categories: ['contact', 'financial'],
      keeps: 'Så länge vi levererar; bokföringen till och med det sjunde året efter räkenskapsårets kalenderår',
    },
    [`${obligation}. Bokföringslagen`],
  ],
];

describe('A newsletter', () => {
  const news: Told = {
    purposes: ['Skicka nyhetsbrev'],
    bases: ['contract'],
    categories: ['contact'],
    keeps: 'Så länge avtalet gäller',
    more: { marketing: true },
  };

  it('is reported to the operator as marketing if its basis is the contract; service messages on that basis are not reported [003-09]', () => {
    expect(toldOperator(registered([news]))).toEqual(['newsletters-on-contract activities[0].legalBases[0]']);
    expect(toldOperator(registered([{ ...news, bases: ['legitimate-interest'] }]))).toEqual([]);
    const services = ['Leverera', 'Fakturera', 'Utveckla', 'Visa vem som äger en domän'];
    const register = registered(services.map((purpose) => ({ ...news, purposes: [purpose], more: {} })));
    expect(toldOperator(register)).toEqual([]);
    // Each of them is its own activity in the answer, under a heading that the product gives it.
    expect(answerWords(register).match(/Stöd i lagen \(rättslig grund\) Avtal med dig/g)).toHaveLength(services.length);
  });
});

describe('The register can hold, and the answer contains', () => {
  it.each(table)('%s', (_, activity, words) => {
    const of = registered([activity]);
    const page = answerWords(of);
    const { purposes, keeps, from = [] } = activity;
    for (const expected of [...purposes, keeps, ...from, ...words]) expect(page).toContain(expected);
    expect(toldOperator(of)).toEqual([]);
  });

  it('several separate activities, and only one of them is marketing [001-13]', () => {
    const service: Told = {
      purposes: ['Administrera', 'Ge support', 'Skicka driftinformation', 'Fakturera', 'Visa vem som äger en domän'],
      bases: ['contract'],
      categories: ['contact'],
      keeps: 'Så länge avtalet gäller',
    };
    const development: Told = { ...service, purposes: ['Utveckla', 'Felsöka'], bases: ['legitimate-interest'] };
    const news: Told = { ...service, purposes: ['Skicka nyhetsbrev'], more: { marketing: true } };
    const of = registered([service, development, { ...news, bases: ['legitimate-interest'] }]);
    const page = answerWords(of);
    for (const words of [...service.purposes, ...development.purposes, ...news.purposes]) expect(page).toContain(words);
    expect(page.split('Intresseavvägning, berättigat intresse').length - 1).toBe(2);
    expect(of.activities.map(({ marketing }) => marketing)).toEqual([false, false, true]);
    // Newsletters based on the contract are still marketing, and the operator is told.
    expect(toldOperator(of)).toEqual([]);
    expect(toldOperator(registered([service, news]))).toEqual(['newsletters-on-contract activities[1].legalBases[0]']);
  });
});
