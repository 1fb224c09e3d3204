import { complaint, court, silence, type Demand } from './demand.ts';

/** Letters with a refusal, a fee or an answer. */
export const decisions: readonly Demand[] = [
  // M6: the reasons and the ground of each refused item, what is granted, how long data are kept, that the answer is
  // late.
  {
    because: '12(4), practice 20',
    kind: 'refusal',
    in: [1],
    says: {
      sv: ['Vi avslår helt din begäran', 'artikel 12.5', 'C-526/24', 'bara görs för att få betalt'],
      en: ['We refuse the whole of your request', 'Article 12(5)', 'C-526/24', 'only made to be paid'],
    },
  },
  {
    because: '12(4), EDPB 193',
    kind: 'refusal',
    in: [2],
    says: {
      sv: [
        'Vi avslår delvis din begäran',
        'artikel 15.4',
        'handlar även om en granne',
        'lagen (2018:558) om företagshemligheter 2 §',
        'till och med den 31 december 2032',
        '5 kap. 2 § dataskyddslagen',
        'Detta gör vi som du har begärt',
        'Elektroniska avtal',
        'borde ha skickats tidigare',
      ],
      en: [
        'We refuse a part of your request',
        'Article 15(4)',
        'also about a neighbour',
        'Trade Secrets Act (2018:558), section 2',
        'until 31 December 2032',
        'chapter 5, section 2',
        'We do this as you asked',
        'Electronic contracts',
        'should have been sent earlier',
      ],
    },
  },
  {
    because: '28, practice 9',
    kind: 'refusal',
    in: [3],
    says: {
      sv: ['varken bekräfta eller utesluta', 'Resten av din begäran fortsätter vi med.'],
      en: ['neither confirm nor rule out', 'We continue with the rest of your request.'],
    },
  },
  { because: '12(4)', kind: 'refusal', says: complaint },
  { because: '12(4)', kind: 'refusal', says: court },
  // M7, sent before the answer: the facts, the amount and what it covers; the person may withdraw or narrow the
  // request; silence costs nothing.
  {
    because: '12(5), EDPB 31, 194',
    kind: 'fee',
    says: {
      sv: [
        'första kopian',
        'alltid gratis',
        'senast den 7 december 2026',
        'dra tillbaka begäran eller begränsa den',
        'Svarar du inte tar vi ingen avgift och fortsätter bara med det som är kostnadsfritt.',
      ],
      en: [
        'The first copy',
        'always free of charge',
        'no later than 7 December 2026',
        'withdraw the request or narrow it',
        'If you do not answer, we charge nothing and continue only with what is free of charge.',
      ],
    },
  },
  {
    because: '12(5), before the search',
    kind: 'fee',
    in: [1],
    says: { sv: ['Vi har inte börjat med arbetet ännu.'], en: ['We have not started the work yet.'] },
  },
  {
    because: '15(3)',
    kind: 'fee',
    in: [1],
    says: {
      sv: ['ytterligare en kopia', 'artikel 15.3', 'Du fick den första kopian den 3 november', '120,50 kr', 'porto'],
      en: ['further copy', 'Article 15(3)', 'You had the first copy on 3 November', 'SEK 120.50', 'postage'],
    },
  },
  {
    because: '12(5)',
    kind: 'fee',
    in: [2],
    says: {
      sv: ['orimlig', 'artikel 12.5', 'varje dag i tre veckor', '300 kr', 'två timmars arbete'],
      en: ['excessive', 'Article 12(5)', 'every day for three weeks', 'SEK 300', 'two hours of work'],
    },
  },
  { because: '12(4)', kind: 'fee', says: complaint },
  { because: '12(4)', kind: 'fee', says: court },
  // M8: the copy behind a link, what it contains, what is missing or left out and why; or that nothing was found.
  {
    because: '15(1)-(3)',
    kind: 'answer-ready',
    in: [1, 2],
    says: {
      sv: ['https://portal.nordvik.example/cases/', 'till och med den 4 december 2026', 'I svaret står varför'],
      en: ['https://portal.nordvik.example/cases/', 'until 4 December 2026', 'The answer says why'],
    },
  },
  {
    because: '12(4), 15(4)',
    kind: 'answer-ready',
    in: [2],
    says: {
      sv: [
        'Svaret är inte komplett',
        '- Butikens pärmar: vi väntar på svar',
        '- Fakturering och bokföring: sökningen misslyckades',
        'Detta lämnar vi inte ut',
        'artikel 15.4',
      ],
      en: [
        'The answer is not complete',
        '- Binders in the shop: we are waiting for an answer',
        '- Invoicing and accounts: the search failed',
        'We do not disclose the following',
        'Article 15(4)',
      ],
    },
  },
  {
    because: '15(1), practice 4',
    kind: 'answer-ready',
    in: [3],
    says: {
      sv: [
        'Vi hittar inga uppgifter kopplade till tova.testsson@example.org. Vi har inte kunnat kontrollera att övriga uppgifter som du angav är dina.',
      ],
      en: [
        'We find no data tied to tova.testsson@example.org. We have not been able to check that the other details you gave are yours.',
      ],
    },
  },
  {
    because: '15(1)',
    kind: 'answer-ready',
    in: [4],
    says: {
      sv: ['Vi hittar inga uppgifter kopplade till tova.testsson@example.org.', 'Svaret är inte komplett'],
      en: ['We find no data tied to tova.testsson@example.org.', 'The answer is not complete'],
    },
  },
  {
    because: '12(6): what a stronger proof would open is not named',
    kind: 'answer-ready',
    in: [5],
    says: {
      sv: ['kopplade till det som du har visat är ditt', 'Det kan finnas mer', 'säkrare vet att det är du'],
      en: ['tied to what you have shown to be yours', 'There may be more', 'more certain that it is you'],
    },
  },
  {
    because: '5(1)(a), 11(2): that records may be about the person, and what would help',
    kind: 'answer-ready',
    in: [6],
    says: {
      sv: ['3 poster som kan handla om dig', 'de ingår inte i svaret', 'hjälpa oss att avgöra det'],
      en: ['3 records that may be about you', 'they are not in the answer', 'help us decide'],
    },
  },
  { because: 'dataskyddslagen 5:1', kind: 'answer-ready', says: silence },
  { because: '12(4)', kind: 'answer-ready', says: complaint },
  { because: '12(4)', kind: 'answer-ready', says: court },
];
