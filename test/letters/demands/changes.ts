import { complaint, court, type Demand } from './demand.ts';

/** Letters about what was done with the data, and decisions on an objection or an automated decision. */
export const changes: readonly Demand[] = [
  // M9: what was corrected or completed, when, who was told of it and who was not.
  {
    because: '16, 12(3)',
    kind: 'rectified',
    in: [1],
    says: {
      sv: [
        'Den 1 december 2026',
        'Postadress i kundregistret: rättat',
        'reklamation: kompletterat',
        'HubSpot Ireland Limited och Intuit Mailchimp',
      ],
      en: [
        'On 1 December 2026',
        'Postal address in the customer register: corrected',
        'complaint: completed',
        'HubSpot Ireland Limited and Intuit Mailchimp',
      ],
    },
  },
  {
    because: '19',
    kind: 'rectified',
    in: [2],
    says: {
      sv: [
        'orimlig ansträngning',
        'Fjällfrakt i Exempel AB: Bolaget finns inte längre.',
        'Datum för köpet: Kvittot visar samma datum.',
        'artikel 16',
        ...complaint.sv,
        ...court.sv,
      ],
      en: [
        'disproportionate effort',
        'Fjällfrakt i Exempel AB: It no longer exists.',
        'Date of the purchase: The receipt shows the same date.',
        'Article 16',
        ...complaint.en,
        ...court.en,
      ],
    },
  },
  // M10: what was erased, where, what is in backups, what is kept on which ground and until when, who was told, what
  // was public.
  {
    because: '17, 12(3)',
    kind: 'erased',
    in: [1],
    says: {
      sv: [
        'Den 1 december 2026 raderade vi',
        'Kontaktuppgifter (Kundregister)',
        'säkerhetskopior',
        'till och med den 15 januari 2027',
        'artikel 17.3 b',
        'bokföringslagen',
        'till och med den 31 december 2032',
        'artikel 17.3 e',
        'till och med den 30 juni 2028',
        'Vi har underrättat',
        'HubSpot Ireland Limited',
        'artikel 17.2',
        'Exempelnätverket',
        'notering om att du inte vill ha reklam',
        ...complaint.sv,
        ...court.sv,
      ],
      en: [
        'On 1 December 2026 we erased',
        'Contact details (Customer register)',
        'backups',
        'until 15 January 2027',
        'Article 17(3)(b)',
        'Accounting Act',
        'until 31 December 2032',
        'Article 17(3)(e)',
        'until 30 June 2028',
        'We have told',
        'HubSpot Ireland Limited',
        'Article 17(2)',
        'Exempelnätverket',
        'note that you do not want marketing',
        ...complaint.en,
        ...court.en,
      ],
    },
  },
  {
    because: '17, 12(3)',
    kind: 'erased',
    in: [2],
    says: {
      sv: ['Konto (Kundregister)', 'inte heller kvar i några säkerhetskopior'],
      en: ['Account (Customer register)', 'not left in any backup'],
    },
  },
  // M11: which data are restricted, why, and what they may still be used for.
  {
    because: '18(2)',
    kind: 'restricted',
    says: {
      sv: [
        'den 24 november 2026',
        'Betalningsanmärkningar',
        'samtycker',
        'rättsliga anspråk',
        'någon annans rättigheter',
        'viktigt allmänintresse',
        'artikel 18.2',
        'Du får besked innan begränsningen upphör.',
      ],
      en: [
        '24 November 2026',
        'Records of late payment',
        'consent',
        'legal claims',
        'the rights of somebody else',
        'important public interest',
        'Article 18(2)',
        'We will tell you before the restriction is lifted.',
      ],
    },
  },
  ...(['a', 'b', 'c', 'd'] as const).map((letter, index): Demand => ({
    because: '18(1)',
    kind: 'restricted',
    in: [index + 1],
    says: { sv: ['Skälet är att', `artikel 18.1 ${letter}`], en: ['The reason is that', `Article 18(1)(${letter})`] },
  })),
  // M12, sent before the restriction is lifted: that it will be lifted, when and why.
  {
    because: '18(3)',
    kind: 'restriction-ends',
    says: {
      sv: [
        'Begränsningen av dina uppgifter (Anteckningar i kundregistret och Fakturering och bokföring) upphör den 15 januari 2027',
        'Skälet är detta: Vi har kontrollerat',
      ],
      en: [
        'The restriction of your data (Notes in the customer register and Invoicing and accounts) will be lifted on 15 January 2027',
        'The reason is this: We have checked',
      ],
    },
  },
  { because: '77', kind: 'restriction-ends', says: complaint },
  // M13: the file and its format, or the receipt of the transfer; what the file does not contain.
  {
    because: '20(1)',
    kind: 'portable-data',
    says: {
      sv: ['artikel 20', 'samtycke eller avtal', 'själv har lämnat', 'Slutsatser som vi själva har dragit är inte med'],
      en: ['Article 20', 'consent or a contract', 'you gave us', 'Conclusions that we drew ourselves are not included'],
    },
  },
  {
    because: '20(1)',
    kind: 'portable-data',
    in: [1],
    says: {
      sv: ['JSON', 'CSV', 'öppna format', 'https://portal.nordvik.example/', '15 december 2026'],
      en: ['JSON', 'CSV', 'open formats', 'https://portal.nordvik.example/', '15 December 2026'],
    },
  },
  {
    because: '20(2)',
    kind: 'portable-data',
    in: [2],
    says: {
      sv: ['Fjällbutiken i Exempel AB', 'den 2 december 2026 bekräftade', 'Detta lämnar vi inte ut', ...court.sv],
      en: [
        'Fjällbutiken i Exempel AB',
        'confirmed on 2 December 2026',
        'We do not disclose the following',
        ...court.en,
      ],
    },
  },
  // M14: the processing was stopped, or which grounds outweigh the objection.
  {
    because: '21(1)',
    kind: 'objection-decision',
    in: [1],
    says: {
      sv: ['Du får rätt.', 'Från och med den 25 november 2026 ska det upphöra', 'artikel 18.1 d'],
      en: ['You are right.', 'As of 25 November 2026 it will stop', 'Article 18(1)(d)'],
    },
  },
  {
    because: '21(1), 12(4)',
    kind: 'objection-decision',
    in: [2],
    says: {
      sv: ['tvingande berättigade skäl', 'artikel 21.1', 'kan ingen kunds konto skyddas', ...complaint.sv, ...court.sv],
      en: ['compelling legitimate grounds', 'Article 21(1)', 'account can be protected', ...complaint.en, ...court.en],
    },
  },
  {
    because: 'practice 17',
    kind: 'objection-decision',
    in: [3],
    says: {
      sv: [
        'uppgifter om det här ärendet till och med den 21 december 2031',
        'rättsliga anspråk',
        ...complaint.sv,
        ...court.sv,
      ],
      en: ['data about this case until 21 December 2031', 'legal claims', ...complaint.en, ...court.en],
    },
  },
  // M15: what was noted, since when, for which channels, where it is carried out, what may still arrive.
  {
    because: '21(3)',
    kind: 'marketing-stop',
    in: [1],
    says: {
      sv: [
        'Från och med den 20 november 2026',
        'antecknade vi att du inte vill ha direktreklam',
        'e-post, sms, telefon, vanlig post',
        'profilering',
        '10 december 2026',
        'Våra medarbetare har fört in det i Mailchimp.',
      ],
      en: [
        'As of 20 November 2026',
        'we noted that you do not want direct marketing',
        'e-mail, text messages, telephone, ordinary post',
        'profiling',
        '10 December 2026',
        'Our staff have entered it in Mailchimp.',
      ],
    },
  },
  {
    because: '5(2), 21(3)',
    kind: 'marketing-stop',
    in: [2],
    says: {
      sv: ['Våra medarbetare ska föra in det i de system som berörs.'],
      en: ['Our staff will enter it in the systems concerned.'],
    },
  },
  // M16: the withdrawal is noted, when the processing stops, that earlier processing stays lawful, which processing has
  // another basis.
  {
    because: '7(3)',
    kind: 'consent-withdrawal',
    says: {
      sv: [
        'Från och med den 20 november 2026 ska detta upphöra',
        'ändrar inte om det vi gjorde dessförinnan var tillåtet',
      ],
      en: ['As of 20 November 2026 this is to stop', 'does not change whether what we did before was lawful'],
    },
  },
  {
    because: '7(3)',
    kind: 'consent-withdrawal',
    in: [1],
    says: {
      sv: ['Kvitton med e-post: de behövs för ditt avtal med oss.'],
      en: ['Receipts by e-mail: they are needed for your contract with us.'],
    },
  },
  // M17: the logic of the decision, what it means, its consequences, who reviewed it, and the result.
  {
    because: '15(1)(h), 22(3), C-203/22',
    kind: 'automated-decision',
    says: {
      sv: [
        '14 oktober 2026',
        'poäng för inkomst',
        'avgör ensam',
        'betalar hela summan direkt',
        'En människa har prövat',
        'Vår kreditansvarige',
        'bestrida beslutet',
        'artikel 22.3',
        ...court.sv,
        ...complaint.sv,
      ],
      en: [
        '14 October 2026',
        'points for income',
        'The points alone decide',
        'pay the whole sum at once',
        'A human has examined',
        'Our credit manager',
        'contest the decision',
        'Article 22(3)',
        ...court.en,
        ...complaint.en,
      ],
    },
  },
  { because: '22(3)', kind: 'automated-decision', in: [1], says: { sv: ['låter det stå fast'], en: ['upholds it'] } },
  {
    because: '22(3)',
    kind: 'automated-decision',
    in: [2],
    says: {
      sv: ['ändrat det', 'Två tidigare köp hade räckt.'],
      en: ['changed it', 'Two earlier purchases would have been enough.'],
    },
  },
];
