import { complaint, court, noCopies, type Demand } from './demand.ts';

/** Letters from the receipt of a request to the questions about it. */
export const requests: readonly Demand[] = [
  // M1: when the request was received, when it will be answered, that it is free, that the person hears in advance if
  // it takes longer, what to do if we misunderstood.
  {
    because: '12(3), EDPB 57',
    kind: 'acknowledgement',
    says: {
      sv: [
        'den 20 november 2026 tagit emot din begäran',
        'utan onödigt dröjsmål och senast den 21 december 2026',
        'Behöver vi mer tid får du besked före den dagen.',
        'Har vi missförstått dig, svara på det här meddelandet.',
      ],
      en: [
        'received your request concerning access to your personal data on 20 November 2026',
        'without undue delay and no later than 21 December 2026',
        'If we need more time, we will tell you before that day.',
        'If we have misunderstood you, reply to this message.',
      ],
    },
  },
  { because: '12(5)', kind: 'acknowledgement', says: { sv: ['Det kostar ingenting.'], en: ['It is free of charge.'] } },
  // M2: why there is doubt, what is needed and nothing more, what it is used for and how long it is kept, no copies of
  // documents, the days to answer.
  {
    because: '12(6)',
    kind: 'identity-request',
    says: {
      sv: ['fel person', 'Skälet är att', 'Välj ett av följande sätt', 'Vi behöver inget annat.'],
      en: ['the wrong person', 'The reason is that', 'Choose one of these ways', 'We need nothing else.'],
    },
  },
  { because: 'EDPB 73-79', kind: 'identity-request', says: noCopies },
  {
    because: '13(2)(a)',
    kind: 'identity-request',
    says: {
      sv: ['används bara för kontrollen.', 'efter att ärendet har avslutats'],
      en: ['used only for the check.', 'after the case has ended'],
    },
  },
  {
    because: '13(2)(a): as long as the code keeps it',
    kind: 'identity-request',
    in: [1],
    says: { sv: ['raderas 5 år efter'], en: ['erased 5 years after'] },
  },
  {
    because: 'practice 12',
    kind: 'identity-request',
    in: [1],
    says: {
      sv: [
        'Vi bad om detta den 23 november 2026.',
        'Tiden tills du svarar kan räknas bort. Utan avbrott är sista dagen 21 december 2026.',
      ],
      en: ['We asked for this on 23 November 2026.', 'Without a pause the last day is 21 December 2026.'],
    },
  },
  {
    because: 'practice 12',
    kind: 'identity-request',
    in: [2, 3, 4],
    says: {
      sv: ['Vi bad om detta den 23 november 2026.', 'Tiden för vårt svar ändras inte.', '21 december 2026'],
      en: ['We asked for this on 23 November 2026.', 'The time for our answer does not change.', '21 December 2026'],
    },
  },
  // M3: the amount of data is large; only the person may narrow the request.
  {
    because: 'recital 63',
    kind: 'clarification-request',
    in: [1],
    says: {
      sv: [
        'stor mängd uppgifter',
        '[ ] Kundregister',
        '[ ] Allt',
        'Du får alltid svara att du vill ha allt.',
        'kan räknas bort',
      ],
      en: [
        'large amount of data',
        '[ ] Customer register',
        '[ ] Everything',
        'You may always say that you want everything.',
        'left out of the count',
      ],
    },
  },
  {
    because: 'recital 63',
    kind: 'clarification-request',
    in: [2],
    says: {
      sv: ['Vid vilken tid och på vilken plats', 'Du får alltid svara att du vill ha allt.', 'ändras inte'],
      en: ['At what time and place', 'You may always say that you want everything.', 'does not change'],
    },
  },
  // M4: reasons of the two kinds that the law allows, the new date, where to complain.
  {
    because: '12(3)',
    kind: 'extension',
    says: {
      sv: ['artikel 12.3', 'senast den 22 februari 2027'],
      en: ['Article 12(3)', 'no later than 22 February 2027'],
    },
  },
  {
    because: '12(3)',
    kind: 'extension',
    in: [1],
    says: {
      sv: ['komplicerad', 'i många avtal på papper', 'Detta kan du hämta redan nu', 'Kundregister'],
      en: ['complexity', 'in many contracts on paper', 'You can fetch this already', 'Customer register'],
    },
  },
  {
    because: '12(3)',
    kind: 'extension',
    in: [2],
    says: { sv: ['antalet begäranden', 'sex begäranden'], en: ['the number of requests', 'six requests'] },
  },
  { because: '77', kind: 'extension', says: complaint },
  // M5: we cannot identify the person, why, and what would help.
  {
    because: '11(2)',
    kind: 'cannot-identify',
    says: {
      sv: [
        'inte kan avgöra vilka uppgifter som gäller dig',
        'artikel 11',
        'Skälet är att',
        'Med detta kan vi leta igen',
      ],
      en: [
        'not in a position to tell which data concern you',
        'Article 11',
        'The reason is that',
        'With this we can look again',
      ],
    },
  },
  { because: '11(2)', kind: 'cannot-identify', in: [2], says: { sv: ['ordernummer'], en: ['order number'] } },
  { because: '12(4)', kind: 'cannot-identify', says: complaint },
  { because: '12(4)', kind: 'cannot-identify', says: court },
];
