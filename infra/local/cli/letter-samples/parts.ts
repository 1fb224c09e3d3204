import type { Localised } from '#domain/language.ts';
import type { LetterName } from '#domain/case/letters/letter.ts';
import type { LetterContent } from '#letters/letter.ts';

/** Invented letters of some names, each in the situations in which its words differ. */
export type SamplesOf<Names extends LetterName> = {
  readonly [Name in Names]: readonly Extract<LetterContent, { kind: Name }>[];
};

/** What staff or the organisation would write, in the language of the letter. */
export type Translate = (text: Localised) => string;

/** What several samples speak of. */
export function sampleParts(t: Translate) {
  const binders = t({ sv: 'Butikens pärmar', en: 'Binders in the shop' });
  const invoicing = t({ sv: 'Fakturering och bokföring', en: 'Invoicing and accounts' });
  const register = t({ sv: 'Kundregister', en: 'Customer register' });
  const notes = t({ sv: 'Anteckningar i kundregistret', en: 'Notes in the customer register' });
  const accountsAct = t({
    sv: 'bokföringslagen (1999:1078) 7 kap. 2 §',
    en: 'the Swedish Accounting Act (1999:1078), chapter 7, section 2',
  });
  const missing = [
    { title: binders, outcome: 'pending' },
    { title: invoicing, outcome: 'failed' },
  ] as const;
  const others = {
    what: notes,
    ground: { code: 'others-rights' },
    reason: t({ sv: 'Anteckningarna handlar även om en granne', en: 'The notes are also about a neighbour' }),
  } as const;
  const calculation = {
    what: t({ sv: 'Beräkning av kreditgräns', en: 'Calculation of a credit limit' }),
    ground: {
      code: 'other-law',
      law: t({
        sv: 'lagen (2018:558) om företagshemligheter 2 §',
        en: 'the Swedish Trade Secrets Act (2018:558), section 2',
      }),
    },
    reason: t({ sv: 'Den visar hur vi räknar för alla kunder', en: 'It shows how we calculate for every customer' }),
    until: '2032-12-31',
  } as const;
  const told = { told: ['HubSpot Ireland Limited', 'Intuit Mailchimp'], notTold: [] } as const;
  const notAllTold = {
    told: ['HubSpot Ireland Limited'],
    notTold: [
      { name: 'Fjällfrakt i Exempel AB', reason: t({ sv: 'Bolaget finns inte längre', en: 'It no longer exists' }) },
    ],
  } as const;
  return { missing, others, calculation, accountsAct, register, notes, binders, invoicing, told, notAllTold };
}
