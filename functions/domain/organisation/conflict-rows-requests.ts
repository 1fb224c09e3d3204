import type { ConflictRow } from './conflict-row.ts';

/** Conflicts about how requests are made and answered: rules of the organisation that the law does not allow. */
export const requestRows = {
  'signed-form': {
    article: '12(2)',
    title: { sv: 'Krav på undertecknad pappersbegäran', en: 'Signed paper requests only' },
    policy: {
      sv: 'Policyn tar bara emot begäran på papper som skrivits under för hand.',
      en: 'The policy takes requests only on paper, signed by hand.',
    },
    law: {
      sv: 'Det finns inget formkrav. Den personuppgiftsansvarige ska underlätta (EDPB 01/2022, punkt 52–56).',
      en: 'No form is required, and the controller has to make requests easy (EDPB 01/2022, paragraphs 52-56).',
    },
    product: {
      sv: 'Alla kanaler tas emot. Ett undertecknat brev får erbjudas men krävs aldrig.',
      en: 'Requests are accepted through every channel. A signed letter may be offered, but is never demanded.',
    },
  },
  'required-fields': {
    article: '5(1)(c), 12(6)',
    title: { sv: 'Fast lista på uppgifter som måste lämnas', en: 'A fixed list of details that must be given' },
    policy: {
      sv: 'Policyn kräver samma uppgifter av alla innan en begäran behandlas.',
      en: 'The policy demands the same details of everybody before a request is handled.',
    },
    law: {
      sv: 'Mer får begäras bara vid rimligt tvivel om vem som frågar, och bara det som behövs. Rutinmässiga krav är otillåtna (IMY).',
      en: 'More may be demanded only if there is reasonable doubt about who asks, and only as far as needed. Routine demands are unlawful (IMY).',
    },
    product: {
      sv: 'En begäran tas emot utan dessa uppgifter. Det som behövs begärs i det enskilda ärendet, med skäl.',
      en: 'A request is accepted without these details. If a case needs a detail, the person is asked for it and told the reason.',
    },
  },
  'identity-for-every-request': {
    article: '12(6)',
    title: { sv: 'Identitetskontroll av varje begäran', en: 'Proof of identity for every request' },
    policy: {
      sv: 'Policyn kräver att identiteten är styrkt innan någon begäran alls behandlas.',
      en: 'The policy demands proof of identity before any request at all is handled.',
    },
    law: {
      sv: 'Kontrollen får inte gå längre än uppgifterna kräver. Den som säger nej till reklam eller återkallar ett samtycke behöver inte styrka något.',
      en: 'The check may go no further than the data need. A person who refuses marketing or withdraws consent has nothing to prove.',
    },
    product: {
      sv: 'Kravnivån följer uppgifterna. Stopp för marknadsföring och återkallat samtycke kräver ingen kontroll.',
      en: 'The level of proof depends on the data. To stop marketing or to withdraw consent, no check is needed.',
    },
  },
  'population-register-delivery': {
    article: '12(3), 15(3)',
    title: { sv: 'Svar alltid till folkbokföringsadressen', en: 'Answers always to the population-register address' },
    policy: {
      sv: 'Policyn skickar alltid svaret med post till folkbokföringsadressen.',
      en: 'The policy always sends the answer by post to the population-register address.',
    },
    law: {
      sv: 'Den som frågar elektroniskt ska få svaret elektroniskt, om personen inte vill något annat.',
      en: 'Whoever asks electronically gets the answer electronically, unless the person wants something else.',
    },
    product: {
      sv: 'Svaret lämnas elektroniskt efter den kontroll som uppgifterna kräver. Post är ett val och en reserv.',
      en: 'The answer is given electronically after the check that the data need. The person may choose post, and post is used if nothing else is possible.',
    },
  },
  'fee-once-a-year': {
    article: '12(5), 15(3)',
    title: { sv: 'Gratis bara en gång om året', en: 'Free once a year only' },
    policy: {
      sv: 'Policyn lovar ett gratis utdrag om året och ger intryck av att nästa kostar.',
      en: 'The policy promises one free extract a year, as if a further extract cost something.',
    },
    law: {
      sv: 'Avgift får tas bara för ytterligare kopior eller för en orimlig begäran. Att fråga en gång om året är aldrig orimligt (EDPB 01/2022).',
      en: 'A fee may be taken only for further copies or an excessive request. Asking once a year is never excessive (EDPB 01/2022).',
    },
    product: {
      sv: 'Datumet för en begäran är aldrig skäl för en avgift. En avgift beslutas i det enskilda ärendet, med skäl.',
      en: 'The date of a request is no reason for a fee. A fee is decided in each case, with reasons.',
    },
  },
  'former-authority': {
    article: '77',
    title: { sv: 'Tillsynsmyndigheten har bytt namn', en: 'The supervisory authority has a new name' },
    policy: { sv: 'Texten nämner Datainspektionen.', en: 'The text names Datainspektionen.' },
    law: {
      sv: 'Myndigheten heter Integritetsskyddsmyndigheten (IMY) sedan den 1 januari 2021.',
      en: 'The authority has been called Integritetsskyddsmyndigheten (IMY) since 1 January 2021.',
    },
    product: { sv: 'Alla brev hänvisar till IMY.', en: 'Every letter names IMY.' },
  },
  'marketing-objection-in-writing': {
    article: '12(2), 21(2)-(3)',
    title: { sv: 'Nej till reklam bara skriftligt', en: 'Objections to marketing in writing only' },
    policy: {
      sv: 'Policyn kräver att den som inte vill ha reklam säger till skriftligt.',
      en: 'The policy demands that whoever wants no marketing says so in writing.',
    },
    law: {
      sv: 'Det finns inget formkrav för en invändning, och den gäller alltid.',
      en: 'An objection may take any form, and it always succeeds.',
    },
    product: {
      sv: 'Invändningen gäller hur den än kommer in, också när personalen skriver upp ett samtal.',
      en: 'An objection counts in any form, also as a telephone call that staff have noted.',
    },
  },
  'delayed-withdrawal': {
    article: '7(3)',
    title: { sv: 'Återkallat samtycke verkar senare', en: 'Withdrawal of consent takes effect later' },
    policy: {
      sv: 'Policyn låter en återkallelse gälla först efter en tid.',
      en: 'The policy lets a withdrawal take effect only after some time.',
    },
    law: {
      sv: 'Ett samtycke ska kunna återkallas när som helst och lika lätt som det gavs.',
      en: 'Consent can be withdrawn at any time, as easily as it was given.',
    },
    product: {
      sv: 'Återkallelsen gäller från det att den kom in.',
      en: 'The withdrawal takes effect at the moment it is received.',
    },
  },
} satisfies Readonly<Record<string, ConflictRow>>;
