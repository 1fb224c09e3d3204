import { complaint, court, noCopies, silence, type Demand } from './demand.ts';

/** Letters to others, letters with codes, letters about the end of a case, and our own notices. */
export const others: readonly Demand[] = [
  // M18: which record, what to do with it, when it was done, and by when the recipient must do it; for a processor it
  // is an instruction.
  {
    because: '19',
    kind: 'recipient-notice',
    says: {
      sv: ['artikel 19', 'den 1 december 2026', 'Bekräfta senast den 11 december 2026'],
      en: ['Article 19', 'on 1 December 2026', 'Confirm no later than 11 December 2026'],
    },
  },
  {
    because: '28(3)(a)',
    kind: 'recipient-notice',
    in: [1],
    says: {
      sv: ['raderats', 'K-104455', 'instruktion', 'artikel 28.3 a', 'radera uppgifterna hos er'],
      en: ['were erased', 'K-104455', 'instruction', 'Article 28(3)(a)', 'erase the data that you hold'],
    },
  },
  {
    because: '19',
    kind: 'recipient-notice',
    in: [2],
    says: {
      sv: ['begränsats', 'säker sida', 'motsvarande åtgärd'],
      en: ['were restricted', 'secure page', 'do the same'],
    },
  },
  // M19: the names of the recipients.
  {
    because: '19, C-154/21',
    kind: 'recipients',
    in: [1],
    says: {
      sv: [
        'HubSpot Ireland Limited',
        'Intuit Mailchimp: underrättad den 1 december 2026',
        'Fjällfrakt i Exempel AB: inte underrättad',
      ],
      en: ['HubSpot Ireland Limited', 'Intuit Mailchimp: told on 1 December 2026', 'Fjällfrakt i Exempel AB: not told'],
    },
  },
  { because: 'dataskyddslagen 5:1', kind: 'recipients', says: silence },
  // M20: neither confirms nor denies that data are held; names the other organisation only if the person named it.
  {
    because: '28, practice 9',
    kind: 'redirect',
    says: {
      sv: [
        'En del av det vi gör sker för andra verksamheters räkning.',
        'Om dina uppgifter finns där svarar den verksamheten. Vi kan varken bekräfta eller utesluta det.',
      ],
      en: [
        'on behalf of other organisations',
        'If it includes your data, that organisation answers. We can neither confirm nor rule it out.',
      ],
    },
  },
  {
    because: 'practice 9',
    kind: 'redirect',
    in: [1],
    says: {
      sv: ['Vi går vidare med det som vi själva ansvarar för.'],
      en: ['We continue with what we are responsible for ourselves.'],
    },
  },
  {
    because: 'practice 9',
    kind: 'redirect',
    in: [2],
    says: {
      sv: ['Vi har skickat din begäran till Vårdcentralen Exempelberget den 23 november 2026, eftersom du nämnde'],
      en: ['We sent your request to Vårdcentralen Exempelberget on 23 November 2026, because you named'],
    },
  },
  // M21: whom to turn to; that a claim neither delays nor narrows anything.
  { because: '77', kind: 'complaint-acknowledgement', says: complaint },
  { because: '79', kind: 'complaint-acknowledgement', says: court },
  {
    because: 'practice 18',
    kind: 'complaint-acknowledgement',
    in: [1],
    says: { sv: ['klagomål', 'dataskydd@nordvik.example'], en: ['complaint', 'dataskydd@nordvik.example'] },
  },
  {
    because: '82, practice 18',
    kind: 'complaint-acknowledgement',
    in: [2],
    says: {
      sv: ['artikel 82', 'jurist@nordvik.example', 'varken försenar eller minskar det svaret'],
      en: ['Article 82', 'jurist@nordvik.example', 'neither delays nor reduces that answer'],
    },
  },
  // M22: the nature of the breach, a contact, the consequences, the measures.
  {
    because: '34(2)',
    kind: 'breach-notice',
    says: {
      sv: [
        '28 november 2026',
        'Det som hände: Ett svar med dina uppgifter hämtades',
        'handla i ditt namn',
        'Vi har stängt länken',
        'dataskyddsombud@nordvik.example',
      ],
      en: [
        '28 November 2026',
        'What happened: An answer with your data was fetched',
        'shop in your name',
        'We have closed the link',
        'dataskyddsombud@nordvik.example',
      ],
    },
  },
  // M23: the code, how long it is valid, not to give it to anybody else, no copies of documents.
  {
    because: '12(6)',
    kind: 'one-time-code',
    says: {
      sv: ['042137', 'kan användas en gång', 'Lämna den inte till någon annan', 'Skicka ingen kopia'],
      en: ['042137', 'once', 'Do not give it to anybody', 'Do not send a copy'],
    },
  },
  {
    because: '12(6)',
    kind: 'one-time-code',
    in: [1],
    says: {
      sv: ['fel person', 'e-postadressen', 'i 10 minuter'],
      en: ['the wrong person', 'e-mail address', 'for 10 minutes'],
    },
  },
  {
    because: '12(6)',
    kind: 'one-time-code',
    in: [4],
    says: {
      sv: [
        'post på den här adressen',
        'till och med den 8 december 2026',
        'kan du ringa eller skriva till oss i stället',
      ],
      en: ['post at this address', 'until 8 December 2026', 'you can call or write to us instead'],
    },
  },
  // To an address that is not confirmed: what the code is for.
  {
    because: '32',
    kind: 'one-time-code',
    in: [5],
    says: { sv: ['den här adressen', 'i 10 minuter'], en: ['this address', 'for 10 minutes'] },
  },
  // M24: what came after the answer, and what will still come.
  {
    because: '15(3)',
    kind: 'supplement-ready',
    says: {
      sv: ['https://portal.nordvik.example/', '4 januari 2027'],
      en: ['https://portal.nordvik.example/', '4 January 2027'],
    },
  },
  {
    because: '12(4)',
    kind: 'supplement-ready',
    in: [2],
    says: { sv: ['Svaret är inte komplett', 'artikel 15.4'], en: ['The answer is not complete', 'Article 15(4)'] },
  },
  { because: 'dataskyddslagen 5:1', kind: 'supplement-ready', says: silence },
  { because: '12(4)', kind: 'supplement-ready', says: complaint },
  { because: '12(4)', kind: 'supplement-ready', says: court },
  // M25: the identity is not proven, which differs from "cannot find"; how to continue.
  {
    because: '12(6), practice 5',
    kind: 'identity-not-proven',
    says: {
      sv: [
        'Vi har inte kunnat säkerställa att det är du. Återkom med',
        'så fortsätter vi',
        'artikel 12.6',
        'den 23 november 2026',
      ],
      en: [
        'We could not make sure that it is you. Come back with',
        'we will continue',
        'Article 12(6)',
        '23 November 2026',
      ],
    },
  },
  {
    because: 'practice 5',
    kind: 'identity-not-proven',
    in: [1],
    says: { sv: ['numret på en order eller en faktura', 'BankID'], en: ['number of an order or an invoice', 'BankID'] },
  },
  { because: '12(4)', kind: 'identity-not-proven', says: complaint },
  { because: '12(4)', kind: 'identity-not-proven', says: court },
  { because: 'EDPB 73-79', kind: 'identity-not-proven', says: noCopies },
  // M26: the case is closed, why, and that an answer opens it again.
  {
    because: '12(4)',
    kind: 'no-reply',
    says: {
      sv: [
        'den 23 november 2026',
        'inte fått något svar',
        'avslutat ärendet',
        'så öppnar vi ärendet igen',
        ...complaint.sv,
        ...court.sv,
      ],
      en: [
        'On 23 November 2026',
        'no answer',
        'closed the case',
        'we will open the case again',
        ...complaint.en,
        ...court.en,
      ],
    },
  },
  // M27: the change is confirmed, and can be cancelled.
  {
    because: 'practice 13',
    kind: 'withdrawal-confirmed',
    says: {
      sv: ['Du har tagit tillbaka din begäran.', 'senast den 25 december 2026'],
      en: ['You have withdrawn your request.', 'no later than 25 December 2026'],
    },
  },
  {
    because: '17(1)(b), practice 21',
    kind: 'withdrawal-confirmed',
    in: [2],
    says: { sv: ['sluta använda', 'artikel 17.1 b'], en: ['stop using', 'Article 17(1)(b)'] },
  },
  // M28: there is no right under the regulation; how the estate can get data; that relatives can ask for their own
  // data.
  {
    because: 'recital 27, practice 24',
    kind: 'deceased',
    says: {
      sv: [
        'bara levande personer',
        'kan dödsboet säga upp medlemskapet',
        'dodsbo@nordvik.example',
        'Du har rätt till uppgifter om dig själv.',
      ],
      en: [
        'living people only',
        'the estate can end the membership',
        'dodsbo@nordvik.example',
        'You have a right to data about yourself.',
      ],
    },
  },
  // M29: which task, which record, by when; it does not answer on its own behalf.
  {
    because: '28(3)(e), practice 19',
    kind: 'processor-task',
    says: {
      sv: ['artikel 28.3 e', 'Svara senast den 4 december 2026', 'Svara inte den registrerade i eget namn'],
      en: [
        'Article 28(3)(e)',
        'Reply no later than 4 December 2026',
        'Do not answer the data subject in your own name',
      ],
    },
  },
  // M30: letters come by post from now on; the days of the case continue.
  {
    because: 'practice 19',
    kind: 'by-post',
    says: {
      sv: ['med vanlig post', 'Tiden för vårt svar ändras inte'],
      en: ['by ordinary post', 'The time for our answer does not change'],
    },
  },
  { because: 'practice 19', kind: 'by-post', in: [1], says: { sv: ['kom tillbaka'], en: ['came back'] } },
  {
    because: 'what staff recorded, and no more',
    kind: 'by-post',
    in: [3],
    says: { sv: ['brev når dig på din adress'], en: ['letters reach you at your address'] },
  },
  // The other notices.
  {
    because: '12(4)',
    kind: 'delay',
    says: {
      sv: ['senast den 21 december 2026', 'inte avslutat', ...complaint.sv, ...court.sv],
      en: ['by 21 December 2026', 'not closed', ...complaint.en, ...court.en],
    },
  },
  {
    because: 'the same clock',
    kind: 'joined',
    says: {
      sv: ['ärende 4pqr-5stv-6wxy-7z01', 'kom in den 12 november 2026', 'senast den 14 december 2026'],
      en: ['case 4pqr-5stv-6wxy-7z01', 'reached us on 12 November 2026', 'no later than 14 December 2026'],
    },
  },
  {
    because: 'practice 2',
    kind: 'contact-changed',
    says: { sv: ['Den 26 november 2026', 'Var det inte du'], en: ['On 26 November 2026', 'If this was not you'] },
  },
  {
    because: 'practice 2',
    kind: 'new-link',
    says: {
      sv: ['skriver hit från och med nu', 'tidigare meddelanden fungerar inte längre', 'dataskydd@nordvik.example'],
      en: ['from now on we write here', 'earlier messages do not work any more', 'dataskydd@nordvik.example'],
    },
  },
  {
    because: 'practice 13',
    kind: 'confirm-on-page',
    says: {
      sv: ['har inte ändrat något', 'på sidan för ditt ärende', 'behöver du inte göra något'],
      en: ['have changed nothing', 'on the page of your case', 'need not do anything'],
    },
  },
  {
    because: 'the same clock',
    kind: 'reopened',
    says: { sv: ['igen', 'senast den 21 december 2026'], en: ['again', 'no later than 21 December 2026'] },
  },
  {
    because: 'practice 8',
    kind: 'forwarded',
    says: {
      sv: [
        'Nordvik Norge AS',
        'Vi har inte sökt efter några uppgifter om dig.',
        'skickar din begäran vidare',
        'personvern@nordvik-norge.example',
      ],
      en: [
        'Nordvik Norge AS',
        'We have not searched for any data about you.',
        'pass your request on',
        'personvern@nordvik-norge.example',
      ],
    },
  },
  {
    because: 'practice 3',
    kind: 'attachment-not-opened',
    says: {
      sv: [
        'Vi kunde inte öppna bilagan. Skriv gärna din begäran direkt i mejlet.',
        '20 november 2026',
        'senast den 21 december 2026',
      ],
      en: [
        'We could not open the attachment. Please write your request in the e-mail itself.',
        '20 November 2026',
        'no later than 21 December 2026',
      ],
    },
  },
  { because: 'practice 15', kind: 'staff-alert', says: { sv: ['16 december 2026'], en: ['16 December 2026'] } },
  {
    because: '33',
    kind: 'staff-alert',
    in: [4, 5],
    says: { sv: ['artikel 33', 'tillsynsmyndigheten'], en: ['Article 33', 'supervisory authority'] },
  },
];
