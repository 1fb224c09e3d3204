// The register can hold what the policies say about applicants, people at customers, and suppliers, and the person is
// told it.
import { describe, expect, it } from 'vitest';
import { systemsOf } from '#domain/organisation/scope.ts';
import { organisation } from '../domain/organisation/described.ts';
import { answerWords, because, registered, toldOperator, type Told } from './register.ts';

const interest = 'Intresseavvägning, berättigat intresse (artikel 6.1 f)';
const obligation = 'Rättslig förpliktelse (artikel 6.1 c)';
const processor = 'Personuppgiftsbiträde, arbetar för vår räkning';
const agreement = { agreement: 'PUB 4, 2025-01-01' };

const table: readonly (readonly [string, Told, readonly string[], readonly string[]])[] = [
  [
    'the evaluation of applicants [000-50] [000-55]',
    {
      purposes: ['Bedöma din ansökan', 'Kontakta dig', 'Följa lagen'],
      bases: ['legitimate-interest'],
      categories: ['contact', 'identity', 'recruitment'],
      keeps: 'Till dess tjänsten är tillsatt',
      from: ['Du själv'],
    },
    [interest, 'Kontaktuppgifter', 'Identitetsuppgifter', 'Uppgifter om rekrytering'],
    [],
  ],
  [
    'a recruitment consultant, by name and with an agreement [000-57]',
    {
      purposes: ['Bedöma din ansökan'],
      bases: ['legitimate-interest'],
      categories: ['recruitment'],
      keeps: 'Till dess tjänsten är tillsatt',
      to: [['Exempel Rekrytering AB', 'processor', 'SE', agreement]],
    },
    ['Exempel Rekrytering AB', processor],
    [],
  ],
  [
    'the web form, with its supplier and its tool [002-31]',
    {
      purposes: ['Svara på det du frågar'],
      bases: ['legitimate-interest'],
      categories: ['contact', 'professional', 'communication'],
      keeps: 'I kundregistret till dess frågan är besvarad; i formulärverktyget trettio dagar',
      to: [
        ['Exempel Kundregister AB', 'processor', 'SE', agreement],
        ['Exempel Formulär AB', 'processor', 'SE', agreement],
      ],
    },
    ['Exempel Kundregister AB', 'Exempel Formulär AB', 'Uppgifter om arbete'],
    [],
  ],
  [
    'a basis for each phase of a customer relation [002-32]',
    {
      purposes: ['Sköta kundrelationen'],
      bases: [
        because('legitimate-interest', 'Innan avtalet finns'),
        because('contract', 'Medan avtalet gäller', { contractWith: 'employer' }),
        because('legal-obligation', 'Efter avtalet: bokföring'),
      ],
      categories: ['contact', 'professional', 'commercial', 'communication'],
      keeps: 'Så länge avtalet gäller; affärer som inte blev av raderas genast',
    },
    // The contract of the employer is called that, not a contract of the person.
    [`${interest}. Medan avtalet gäller`, `${obligation}. Efter avtalet: bokföring`],
    ['employer-contract activities[0].legalBases[1]'],
  ],
  [
    'e-signing [002-33]',
    {
      purposes: ['Skriva under avtal elektroniskt'],
      bases: ['legitimate-interest'],
      categories: ['contact', 'technical', 'identity'],
      keeps: 'Så länge avtalet gäller',
    },
    [interest, 'Tekniska uppgifter', 'Identitetsuppgifter'],
    [],
  ],
  [
    'storage of agreements [002-34]',
    {
      purposes: ['Förvara avtal'],
      bases: ['legitimate-interest'],
      categories: ['contact', 'professional'],
      keeps: 'Så länge avtalet gäller',
      to: [['Exempel IT AB', 'processor', 'SE', agreement]],
    },
    [interest, 'Exempel IT AB', processor],
    [],
  ],
  [
    'accounts [002-35]',
    {
      purposes: ['Bokföra'],
      bases: [because('legal-obligation', 'Bokföringslagen')],
      categories: ['contact', 'financial'],
      keeps: 'Till och med det sjunde året efter räkenskapsårets kalenderår',
      to: [['Exempel Redovisning AB', 'processor', 'SE', agreement]],
    },
    [`${obligation}. Bokföringslagen`, 'Exempel Redovisning AB'],
    [],
  ],
  [
    'food at events, with a warning as long as no exception is named [002-38] [000-63]',
    {
      purposes: ['Ordna mat på träffar'],
      bases: ['legitimate-interest'],
      categories: ['contact', 'health'],
      keeps: 'Till dess träffen är slut',
      to: [['Exempel Partner AB', 'controller', 'SE']],
    },
    ['Uppgifter om hälsa', 'Exempel Partner AB', 'Egen personuppgiftsansvarig'],
    ['special-categories activities[0]'],
  ],
  [
    'anonymous surveys [002-36]',
    {
      purposes: ['Förbättra produkterna'],
      bases: ['legitimate-interest'],
      categories: ['feedback', 'professional'],
      keeps: 'Ett år',
    },
    [interest, 'Åsikter och omdömen', 'Uppgifter om arbete'],
    [],
  ],
  [
    'personnummer, position, employer, letters and technical data [004-06]',
    {
      purposes: ['Sköta kontakter'],
      bases: ['legitimate-interest'],
      categories: ['identity', 'professional', 'communication', 'technical'],
      keeps: 'Så länge vi har en relation',
    },
    ['Identitetsuppgifter', 'Uppgifter om arbete', 'Meddelanden och annan kommunikation', 'Tekniska uppgifter'],
    [],
  ],
  [
    'courses [002-40]',
    {
      purposes: ['Hålla kurser på nätet'],
      bases: ['legitimate-interest'],
      categories: ['contact'],
      keeps: 'Till dess kursen är slut',
      to: [['Exempel Kurser AB', 'processor', 'SE', agreement]],
    },
    ['Exempel Kurser AB'],
    [],
  ],
  [
    'the newsletter [002-42]',
    {
      purposes: ['Skicka nyhetsbrev'],
      bases: ['legitimate-interest'],
      categories: ['contact'],
      keeps: 'Till dess du säger upp det eller din arbetsgivares avtal upphör',
      to: [['Exempel Utskick AB', 'processor', 'SE', agreement]],
      more: { marketing: true },
    },
    [interest, 'Exempel Utskick AB', 'Säger du nej till direktmarknadsföring slutar vi alltid.'],
    [],
  ],
  [
    'contacts at customers, with many purposes [004-05]',
    {
      purposes: [
        'Hålla kontakt',
        'Ge råd',
        'Fullgöra avtal',
        'Hyra ut och leverera',
        'Följa upp',
        'Fakturera',
        'Bedöma kredit',
        'Skicka nyheter',
        'Driva webbplatsen',
      ],
      bases: ['legitimate-interest'],
      categories: ['contact', 'professional'],
      keeps: 'Så länge vi har en relation',
    },
    ['Uppgifter om arbete'],
    [],
  ],
  [
    'several bases, by purpose [004-07]',
    {
      purposes: ['Hålla kontakt', 'Fakturera', 'Driva webbplatsen'],
      bases: [
        'legitimate-interest',
        because('legal-obligation', 'Fakturering'),
        because('legitimate-interest', 'Tekniska uppgifter'),
      ],
      categories: ['contact', 'technical'],
      keeps: 'Så länge vi har en relation',
    },
    [`${obligation}. Fakturering`, `${interest}. Tekniska uppgifter`],
    [],
  ],
  [
    'surveys by a supplier [004-15]',
    {
      purposes: ['Fråga vad du tycker', 'Sammanställa svaren'],
      bases: ['legitimate-interest'],
      categories: ['contact', 'feedback'],
      keeps: 'Tjugofyra månader från besöket',
      to: [['Exempel Enkät AB', 'processor', 'SE', agreement]],
    },
    ['Åsikter och omdömen', 'Exempel Enkät AB'],
    [],
  ],
  [
    'a company of the group as processor',
    {
      purposes: ['Lagra order'],
      bases: ['contract'],
      categories: ['commercial'],
      keeps: 'Fem år',
      to: [['Webbhotellet Drift AB', 'processor', 'SE', agreement]],
    },
    ['Webbhotellet Drift AB', processor],
    [],
  ],
  [
    'authorities and companies that answer for themselves [004-27]',
    {
      purposes: ['Leverera'],
      bases: ['contract'],
      categories: ['contact'],
      keeps: 'Ett år',
      to: [
        ['Skatteverket', 'authority', 'SE'],
        ['Exempel Kredit AB', 'controller', 'SE'],
      ],
    },
    ['Skatteverket Myndighet', 'Exempel Kredit AB Egen personuppgiftsansvarig'],
    [],
  ],
];

describe('The register can hold, and the answer contains', () => {
  it.each(table)('%s', (_, activity, words, conflicts) => {
    const of = registered([activity]);
    const page = answerWords(of);
    const { purposes, keeps, from = [] } = activity;
    for (const expected of [...purposes, keeps, ...from, ...words]) expect(page).toContain(expected);
    expect(toldOperator(of)).toEqual(conflicts);
  });
});

describe('A company of the group that works for another', () => {
  const drift = 'Grissla Drift AB';
  const of = (recipient: Readonly<Record<string, unknown>>) =>
    organisation('koncern', (description) => {
      const [activity] = description.activities;
      activity.recipients = [{ name: drift, country: 'SE', ...recipient }];
    });
  const told = (recipient: Readonly<Record<string, unknown>>) =>
    toldOperator(of(recipient)).filter((one) => one.includes('activities[0]'));

  it('is a processor like any other: it has an agreement, is named as a processor, and its own systems are not searched [004-25]', () => {
    expect(told({ role: 'processor' })).toContain('processor-without-agreement activities[0].recipients[0]');
    expect(told({ role: 'processor', ...agreement })).toEqual([]);
    const group = of({ role: 'processor', ...agreement });
    const [parent] = group.controllers;
    expect(parent?.id).toBe('havsorn');
    expect(answerWords(group)).toContain(`${drift} ${processor}`);
    // Being in the group makes it no joint controller, and its registers are not ours.
    expect(systemsOf(group, 'havsorn').map(({ id }) => id)).not.toContain('grissla-drift');
    expect(systemsOf(group, 'grissla').map(({ id }) => id)).toContain('grissla-drift');
  });
});
