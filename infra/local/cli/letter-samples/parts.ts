import type { Localised } from '#domain/language.ts';
import type { LetterCode, LetterContent } from '#letters/letter.ts';

/** Invented letters of some codes, each in the situations in which its words differ. */
export type SamplesOf<Codes extends LetterCode> = {
  readonly [Code in Codes]: readonly Extract<LetterContent, { code: Code }>[];
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
  const invoices = {
    what: t({ sv: 'Fakturor', en: 'Invoices' }),
    ground: { code: 'other-law', law: accountsAct },
    reason: t({ sv: 'De hör till bokföringen för 2025', en: 'They belong to the accounts of 2025' }),
    until: '2032-12-31',
  } as const;
  const told = { told: ['HubSpot Ireland Limited', 'Intuit Mailchimp'], notTold: [] } as const;
  const notAllTold = {
    told: ['HubSpot Ireland Limited'],
    notTold: [
      { name: 'Fjällfrakt i Exempel AB', reason: t({ sv: 'Bolaget finns inte längre', en: 'It no longer exists' }) },
    ],
  } as const;
  return { missing, others, invoices, accountsAct, register, notes, binders, invoicing, told, notAllTold };
}
