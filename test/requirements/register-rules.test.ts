// The rules for every activity of the register.
import { describe, expect, it } from 'vitest';
import { recipientsOf } from '#domain/organisation/activity.ts';
import { noticesAt } from '#domain/organisation/notices.ts';
import { changed, organisation } from '../domain/organisation/described.ts';
import { answerWords, registered, toldOperator, type Told } from './register.ts';

const plain: Told = { purposes: ['Leverera'], bases: ['contract'], categories: ['contact'], keeps: 'Ett år' };
const agreement = { agreement: 'PUB 4, 2025-01-01' };

/** The paths at which the description is refused after one change to its first activity. */
function refused(change: (activity: Record<string, unknown>) => void): readonly string[] {
  const parsed = changed('webbhotell', (description) => {
    change(description.activities[0]);
  });
  return parsed.ok ? [] : parsed.problems.map(({ path }) => path);
}

describe('An activity', () => {
  it('has a purpose, which the person reads in the language of the answer [000-03]', () => {
    expect(refused((activity) => (activity['purposes'] = []))).toEqual(['activities[0].purposes']);
    expect(refused((activity) => delete activity['purposes'])).toEqual(['activities[0].purposes']);
    const of = registered([{ ...plain, purposes: ['Leverera', 'Fakturera'] }]);
    expect(answerWords(of)).toContain('Leverera Fakturera');
    expect(answerWords(of, 'en')).toContain('Leverera (en) Fakturera (en)');
  });

  it('has one or more of four legal bases, and no other basis [000-04]', () => {
    expect(refused((activity) => (activity['legalBases'] = []))).toEqual(['activities[0].legalBases']);
    expect(refused((activity) => (activity['legalBases'] = [{ type: 'use' }]))).toEqual([
      'activities[0].legalBases[0].type',
    ]);
    const bases = ['contract', 'legal-obligation', 'legitimate-interest', { type: 'consent', record: 'kundpanel' }];
    const page = answerWords(registered([{ ...plain, bases }]));
    for (const words of ['Avtal med dig', 'Rättslig förpliktelse', 'Intresseavvägning', 'Samtycke'])
      expect(page).toContain(words);
  });

  it('is never based on a consent that is only assumed from use: consents are recorded [003-02]', () => {
    const byUse = { consentByUse: true };
    expect(toldOperator(registered([plain], byUse))).toEqual(['consent-by-use promises.consentByUse']);
    const bases = [{ type: 'consent' }];
    expect(() => registered([{ ...plain, bases }], byUse)).toThrow('use of a service is not consent');
    expect(() => registered([{ ...plain, bases: [{ type: 'consent', record: 'kundpanel' }] }], byUse)).not.toThrow();
  });

  it('says where its data come from, for every kind of source [000-60] [001-07] [002-03] [004-02]', () => {
    const from = ['Du själv, när du beställer', 'Din arbetsgivare', 'Det du gör i tjänsten', 'Ett kreditföretag'];
    const page = answerWords(registered([{ ...plain, from }]));
    expect(page).toContain(`Var uppgifterna kommer ifrån (källor) ${from.join(' ')}`);
    expect(answerWords(registered([{ ...plain, more: { sources: 'none' } }]))).toContain(
      'Var uppgifterna kommer ifrån (källor) Enligt vårt register bara från dig själv.',
    );
  });

  it('names data that somebody else provided, whose consent is not assumed [001-11]', () => {
    const of = registered([{ ...plain, from: ['Den som anmälde dig'] }], { consentForOthersPresumed: true });
    expect(answerWords(of)).toContain('Den som anmälde dig');
    expect(toldOperator(of)).toEqual(['consent-for-others promises.consentForOthersPresumed']);
  });
});

describe('A recipient', () => {
  it('that is a processor has a written agreement, or the operator is warned [001-15] [002-09] [004-21] [004-26]', () => {
    const to = [
      ['Exempel Drift AB', 'processor', 'SE', agreement],
      ['Exempel Analys AB', 'processor', 'SE'],
    ] as const;
    const of = registered([{ ...plain, to }]);
    expect(toldOperator(of)).toEqual(['processor-without-agreement activities[0].recipients[1]']);
    expect(answerWords(of)).toContain('Exempel Drift AB Personuppgiftsbiträde, arbetar för vår räkning Sverige');
  });

  it('that a connected system implies is named, or the operator is warned [002-07]', () => {
    const connected = (recipients: unknown) =>
      changed('webbhotell', (description) => {
        const [{ title }] = description.systems;
        const secret = 'utdrag/x';
        description.systems = [
          { id: 'kundpanel', kind: 'connector', title, connector: 'hubspot', secret, settings: {} },
        ];
        for (const activity of description.activities) activity.recipients = recipients;
      });
    const told = (recipients: unknown): readonly string[] => {
      const parsed = connected(recipients);
      return parsed.ok ? toldOperator(parsed.organisation).filter((one) => one.includes('recipients')) : ['refused'];
    };
    expect(told([])).toEqual([
      'recipients-as-categories activities[0].recipients',
      'recipients-as-categories activities[1].recipients',
    ]);
    expect(told([{ name: 'HubSpot Ireland Limited', role: 'processor', country: 'IE', ...agreement }])).toEqual([]);
  });

  it('that is a sub-processor is listed under its processor, in any country [003-14] [003-15]', () => {
    const through = (name: string) => ({ ...agreement, through: name });
    const safeguard = { sv: 'Standardavtalsklausuler', en: 'Standard clauses' };
    const to = (name: string) =>
      [
        ['Exempel Drift AB', 'processor', 'SE', agreement],
        ['Exempel Hall Inc.', 'processor', 'US', { ...through(name), safeguard }],
      ] as const;
    const of = registered([{ ...plain, to: to('Exempel Drift AB') }]);
    expect(of.activities.flatMap(recipientsOf).map((one) => one.through)).toEqual([undefined, 'Exempel Drift AB']);
    expect(answerWords(of)).toContain('Exempel Hall Inc. Personuppgiftsbiträde, arbetar för vår räkning USA');
    expect(() => registered([{ ...plain, to: to('Nobody AB') }])).toThrow('recipients[1].through');
  });

  it('outside the EEA has a safeguard that the person is told, or the operator is warned [000-70] [001-16] [002-11] [002-12] [004-29]', () => {
    const safeguard = { sv: 'Standardavtalsklausuler', en: 'Standard clauses' };
    const to = [
      ['Exempel Oslo AS', 'processor', 'NO', agreement],
      ['Exempel Boston Inc.', 'processor', 'US', { ...agreement, safeguard }],
      ['Exempel Delhi Ltd', 'processor', 'IN', agreement],
    ] as const;
    const of = registered([{ ...plain, to }]);
    expect(toldOperator(of)).toEqual(['transfer-without-safeguard activities[0].recipients[2]']);
    const page = answerWords(of);
    expect(page).toMatch(/Exempel Oslo AS [^.]* Norge Exempel Boston Inc\./);
    expect(page).toMatch(/Exempel Boston Inc\. [^.]* USA\. Utanför EES\. Skydd: Standardavtalsklausuler/);
    expect(page).toMatch(/Exempel Delhi Ltd [^.]* Indien\. Utanför EES\. Skyddsåtgärd är inte angiven/);
    expect(answerWords(of, 'en')).toContain('United States. Outside the EEA. Safeguard: Standard clauses');
  });

  it('that gets data for its own marketing is reported to the operator if the policy promises that no recipient does [000-66] [001-18]', () => {
    const marketing: Told = { ...plain, bases: ['legitimate-interest'], more: { marketing: true } };
    const to = [['Exempel Partner AB', 'controller', 'SE']] as const;
    const promised = { neverSharedForMarketing: true };
    expect(toldOperator(registered([{ ...marketing, to }], promised))).toEqual([
      'shared-for-marketing activities[0].recipients[0]',
    ]);
    expect(toldOperator(registered([{ ...marketing, to }]))).toEqual([]);
    expect(toldOperator(registered([marketing], promised))).toEqual([]);
    expect(answerWords(registered([{ ...marketing, to }], promised))).toContain('Exempel Partner AB');
  });
});

describe('The answer', () => {
  it('lists for each activity the kinds of data, purposes, bases, recipients, transfers, how long data are kept, and sources [002-05]', () => {
    const of = registered([
      {
        ...plain,
        from: ['Din arbetsgivare'],
        to: [['Exempel Drift AB', 'processor', 'SE', agreement]],
        more: { automatedDecision: 'none' },
      },
    ]);
    const page = answerWords(of);
    const headings = [
      'Vad uppgifterna används till (ändamål) Leverera',
      'Stöd i lagen (rättslig grund) Avtal med dig',
      'Slags uppgifter Kontaktuppgifter',
      'Vilka som får uppgifterna (mottagare)',
      'Land och skydd Exempel Drift AB',
      'Hur länge uppgifterna sparas Ett år',
      'Var uppgifterna kommer ifrån (källor) Din arbetsgivare',
      'Automatiserade beslut Enligt vårt register fattas inga beslut automatiskt.',
    ];
    for (const words of headings) expect(page).toContain(words);
    expect(headings.map((words) => page.indexOf(words))).toEqual(
      headings.map((words) => page.indexOf(words)).toSorted((a, b) => a - b),
    );
  });
});

describe('A privacy notice', () => {
  const versions = (date: string) =>
    noticesAt(organisation('vard'), 'vardlinjen', date).filter(({ id }) => id === 'kunder');

  it('has versions, each with its first day and its address', () => {
    expect(versions('2023-01-09')).toEqual([]);
    expect(versions('2024-05-15').map(({ version }) => version)).toEqual(['2023-01-10']);
    expect(versions('2026-11-22')).toMatchObject([
      { version: '2024-05-16', validFrom: '2024-05-16', url: 'https://www.vardlinjen.example/integritet' },
    ]);
  });
});
