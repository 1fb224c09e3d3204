import { sampleParts, type SamplesOf, type Translate } from './parts.ts';

/** What was done with the data. */
export function changesSamples(
  t: Translate,
): SamplesOf<'rectified' | 'erased' | 'restricted' | 'restriction-ends' | 'marketing-stop' | 'consent-withdrawal'> {
  const { accountsAct, register, notes, invoicing, told, notAllTold } = sampleParts(t);
  return {
    rectified: [
      {
        kind: 'rectified',
        changes: [
          {
            what: t({ sv: 'Postadress i kundregistret', en: 'Postal address in the customer register' }),
            how: 'corrected',
          },
          { what: t({ sv: 'Ärende om reklamation', en: 'Case about a complaint' }), how: 'completed' },
        ],
        doneOn: '2026-12-01',
        notified: told,
        unchanged: [],
      },
      {
        kind: 'rectified',
        changes: [
          {
            what: t({ sv: 'Telefonnummer i kundregistret', en: 'Telephone number in the customer register' }),
            how: 'corrected',
          },
        ],
        doneOn: '2026-12-01',
        notified: notAllTold,
        unchanged: [
          {
            what: t({ sv: 'Datum för köpet', en: 'Date of the purchase' }),
            reason: t({ sv: 'Kvittot visar samma datum', en: 'The receipt shows the same date' }),
          },
        ],
      },
    ],
    erased: [
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
    ],
    restricted: (['accuracy-contested', 'unlawful', 'needed-for-claims', 'objection-pending'] as const).map(
      (ground) => ({
        kind: 'restricted',
        marked: [t({ sv: 'Betalningsanmärkningar', en: 'Records of late payment' }), notes],
        ground,
        setOn: '2026-11-24',
        reviewOn: ground === 'accuracy-contested' ? '2027-01-15' : null,
        notified: told,
      }),
    ),
    'restriction-ends': [
      {
        kind: 'restriction-ends',
        marked: [notes, invoicing],
        liftedOn: '2027-01-15',
        reason: t({
          sv: 'Vi har kontrollerat uppgifterna och rättat det som var fel',
          en: 'We have checked the data and corrected what was wrong',
        }),
      },
    ],
    'marketing-stop': [
      {
        kind: 'marketing-stop',
        recordedOn: '2026-11-20',
        from: '2026-11-20',
        doneIn: ['Mailchimp'],
        channels: ['email', 'sms', 'phone', 'post', 'other-electronic'],
        inPrintUntil: '2026-12-10',
      },
      {
        kind: 'marketing-stop',
        recordedOn: '2026-11-20',
        from: '2026-11-20',
        doneIn: [],
        channels: [],
        inPrintUntil: null,
      },
    ],
    'consent-withdrawal': [
      {
        kind: 'consent-withdrawal',
        recordedOn: '2026-11-20',
        doneIn: [],
        stopped: [t({ sv: 'Nyhetsbrev', en: 'Newsletter' })],
        from: '2026-11-20',
        continuing: [
          {
            what: t({ sv: 'Kvitton med e-post', en: 'Receipts by e-mail' }),
            basis: t({ sv: 'de behövs för ditt avtal med oss', en: 'they are needed for your contract with us' }),
          },
        ],
      },
      {
        kind: 'consent-withdrawal',
        recordedOn: '2026-11-20',
        doneIn: [],
        stopped: [t({ sv: 'Bilder från kundkvällar', en: 'Pictures from customer evenings' })],
        from: '2026-11-20',
        continuing: [],
      },
    ],
  };
}
