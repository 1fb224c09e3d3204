import type { Localised } from '#domain/language.ts';

export const statusLink = 'https://portal.nordvik.example/cases/0abc-1def-2ghj-3kmn?key=example-key';
export const securePage = 'https://portal.nordvik.example/partners/tasks/7d41';
export const resting = { askedDate: '2026-11-23', suspends: true, unsuspendedDue: '2026-12-21' } as const;
export const running = { askedDate: '2026-11-23', suspends: false, unsuspendedDue: '2026-12-21' } as const;
export const lastDay = { due: '2026-12-21', unsuspendedDue: '2026-12-21' } as const;

/** Chooses the Swedish or the English text, depending on the language of the sample. */
export type Translate = (text: Localised) => string;

/** Made-up texts and items that the samples of several letters use. */
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
  const masked = {
    what: t({ sv: 'Kundregister (3 ställen är dolda)', en: 'Customer register (3 places are masked)' }),
    ground: { code: 'others-rights' },
    reason: '',
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
  return { missing, others, masked, calculation, accountsAct, register, notes, binders, invoicing, told, notAllTold };
}
