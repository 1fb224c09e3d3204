import type { LetterDate, AtLeastOne, Notified } from '../parts.ts';
import { sampleParts, type Translate } from '../sample-parts.ts';
import { english, swedish } from './words.ts';

/** The letter that says that data were erased (Art. 17). */
export type Content = {
  readonly kind: 'erased';
  readonly erased: AtLeastOne<{ readonly what: string; readonly where: string }>;
  readonly doneOn: LetterDate;
  /** The day on which the last backup with the erased data is overwritten. `null` if no backup has the data. */
  readonly backupsUntil: LetterDate | null;
  /** The data that are kept, each with its ground in Art. 17(3) and the last day on which they are kept. */
  readonly kept: readonly KeptItem[];
  readonly notified: Notified;
  /** The controllers whom we asked to remove links and copies, because the data had been published (Art. 17(2)). */
  readonly published: readonly string[];
  /** Whether we keep a note that the person wants no marketing. */
  readonly suppressionKept: boolean;
};

export interface KeptItem {
  readonly what: string;
  readonly ground: 'expression' | 'legal-duty' | 'public-health' | 'archive' | 'legal-claims';
  /**
   * The law that obliges us to keep the data, such as "bokföringslagen (1999:1078) 7 kap. 2 §", or the legal claim that
   * needs them.
   */
  readonly explanation: string;
  readonly until: LetterDate;
}

function samples(t: Translate): readonly Content[] {
  const { accountsAct, register, notAllTold } = sampleParts(t);
  return [
    {
      kind: 'erased',
      erased: [
        { what: t({ sv: 'Kontaktuppgifter', en: 'Contact details' }), where: register },
        { what: t({ sv: 'Prenumeration', en: 'Subscription' }), where: 'Mailchimp' },
      ],
      doneOn: '2026-12-01',
      backupsUntil: '2027-01-15',
      kept: [
        {
          what: t({ sv: 'Fakturor', en: 'Invoices' }),
          ground: 'legal-duty',
          explanation: accountsAct,
          until: '2032-12-31',
        },
        {
          what: t({ sv: 'Hyresavtal', en: 'Rental contract' }),
          ground: 'legal-claims',
          explanation: t({
            sv: 'En skada på hyrd utrustning är inte reglerad',
            en: 'Damage to rented gear is not settled',
          }),
          until: '2028-06-30',
        },
      ],
      notified: notAllTold,
      published: ['Exempelnätverket'],
      suppressionKept: true,
    },
    {
      kind: 'erased',
      erased: [{ what: t({ sv: 'Konto', en: 'Account' }), where: register }],
      doneOn: '2026-12-01',
      backupsUntil: null,
      kept: [],
      notified: { told: [], notTold: [] },
      published: [],
      suppressionKept: false,
    },
  ];
}

export const erased = { samples, swedish, english };
