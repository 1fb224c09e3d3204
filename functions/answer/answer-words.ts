import type { DataCategory, Field } from '#domain/findings/annotation.ts';
import type { UnreadReason } from '#domain/findings/finding.ts';
import type { Language, Localised } from '#domain/language.ts';
import { count } from '#domain/presentation/formats.ts';
import { uncertainIn, type Outcome, type SystemAnswer } from './answer.ts';

export const categoryWords: Readonly<Record<DataCategory, Localised>> = {
  contact: { sv: 'Kontaktuppgifter', en: 'Contact details' },
  identity: { sv: 'Identitetsuppgifter', en: 'Identity' },
  credentials: { sv: 'Inloggningsuppgifter', en: 'Sign-in details' },
  professional: { sv: 'Uppgifter om arbete', en: 'Details about work' },
  recruitment: { sv: 'Uppgifter om rekrytering', en: 'Recruitment' },
  commercial: { sv: 'Köp och avtal', en: 'Purchases and contracts' },
  financial: { sv: 'Ekonomiska uppgifter', en: 'Financial details' },
  usage: { sv: 'Hur tjänster används', en: 'Use of services' },
  technical: { sv: 'Tekniska uppgifter', en: 'Technical details' },
  log: { sv: 'Loggar', en: 'Logs' },
  communication: { sv: 'Meddelanden och annan kommunikation', en: 'Messages and other communication' },
  feedback: { sv: 'Åsikter och omdömen', en: 'Opinions and ratings' },
  media: { sv: 'Bild, ljud och film', en: 'Pictures, sound and film' },
  health: { sv: 'Uppgifter om hälsa', en: 'Health' },
  other: { sv: 'Övriga uppgifter', en: 'Other data' },
};

/**
 * Where the values of a field usually come from. The connector declares one origin for each field; vendors do not tell
 * the origin of a single value. For the origin `unknown` nothing is shown.
 */
export const originWords: Readonly<Record<Exclude<Field['origin'], 'unknown'>, Localised>> = {
  provided: { sv: 'Brukar lämnas av personen själv', en: 'Usually given by the person' },
  observed: { sv: 'Brukar uppstå när en tjänst används', en: 'Usually arises when a service is used' },
  noted: { sv: 'Brukar föras in av oss', en: 'Usually entered by us' },
  inferred: { sv: 'En slutsats av andra uppgifter', en: 'Inferred from other data' },
};

const outcomeWords: Readonly<Record<Outcome, Localised>> = {
  found: { sv: 'Uppgifter finns', en: 'Data held' },
  'nothing-held': { sv: 'Inga uppgifter om dig', en: 'Nothing held about you' },
  withheld: { sv: 'Lämnas inte ut', en: 'Withheld' },
  failed: { sv: 'Sökningen misslyckades', en: 'The search failed' },
  pending: { sv: 'Inte klart än', en: 'Not ready yet' },
};
const uncertainWords: Localised = { sv: 'Kanske uppgifter om dig', en: 'Possibly data about you' };

/**
 * A short phrase for the result of the search of a system. If the system holds only records that may be about somebody
 * else, the phrase is "Possibly data about you".
 */
export function outcomeOf(system: Pick<SystemAnswer, 'outcome' | 'possible' | 'disputed'>, language: Language): string {
  return (uncertainIn(system) > 0 ? uncertainWords : outcomeWords[system.outcome])[language];
}

const reasons: ReadonlyMap<string, Localised> = new Map(
  Object.entries({
    unauthorised: { sv: 'systemet godtog inte vår inloggning', en: 'the system did not accept our sign-in' },
    forbidden: { sv: 'systemet nekade oss åtkomst', en: 'the system refused us access' },
    throttled: {
      sv: 'systemet tog inte emot så många frågor som sökningen behövde ställa',
      en: 'the system did not accept as many requests as the search needed',
    },
    unavailable: { sv: 'systemet gick inte att nå', en: 'the system could not be reached' },
    timeout: { sv: 'systemet svarade inte i tid', en: 'the system did not answer in time' },
    unreadable: { sv: 'systemets svar gick inte att läsa', en: 'the answer from the system could not be read' },
    'unexpected-answer': {
      sv: 'systemet svarade inte som det skulle',
      en: 'the system did not answer as it should',
    },
    refused: { sv: 'systemet avvisade vår fråga', en: 'the system rejected our question' },
    'not-declared': { sv: 'sökningen stoppades av vårt eget skydd', en: 'the search was stopped by our own safeguard' },
    'incomplete-answer': {
      sv: 'systemet uppgav fler uppgifter än det lämnade ut',
      en: 'the system reported more data than it returned',
    },
    'cursor-loop': {
      sv: 'systemet gav samma sida om och om igen',
      en: 'the system returned the same page again and again',
    },
    'too-many-pages': { sv: 'systemets svar tog inte slut', en: 'the answer from the system did not end' },
    'nothing-to-search-by': {
      sv: 'vi har ingen bekräftad uppgift om dig att söka efter',
      en: 'we have no confirmed detail about you to search by',
    },
    'too-large': { sv: 'systemets svar var för stort', en: 'the answer from the system was too large' },
    'address-refused': {
      sv: 'systemet hänvisade till en adress som vi inte får hämta från',
      en: 'the system referred us to an address from which we may not download',
    },
    'unread-records': {
      sv: 'några poster eller filer gick inte att läsa',
      en: 'some records or files could not be read',
    },
    'manual-search': {
      sv: 'en medarbetare ska söka igenom det för hand',
      en: 'a member of staff will search it by hand',
    },
    // The system needs a stronger proof of identity. Every result of such a system that is not ready has this reason,
    // because an exact reason would disclose whether the system holds data.
    'examined-further': { sv: 'vi återkommer om det', en: 'we will come back to this' },
    'under-review': { sv: 'uppgifter granskas ännu', en: 'data are still being reviewed' },
    'search-not-finished': { sv: 'sökningen pågår', en: 'the search is still running' },
  }),
);

/**
 * What a reason code means, in words that complete a sentence such as "We tried to search the system but did not
 * succeed: …". An unknown code becomes "technical error (code)".
 */
export function reasonWords(code: string, language: Language): string {
  return reasons.get(code)?.[language] ?? { sv: `tekniskt fel (${code})`, en: `technical error (${code})` }[language];
}

/**
 * Why the package has no exact copy of a record, a document or a value. The text follows the title of the record and a
 * colon.
 */
export const unreadWords: Readonly<Record<UnreadReason, Localised>> = {
  'duplicate-key': {
    sv: 'samma fält står två gånger i systemets svar',
    en: 'the same field occurs twice in the answer from the system',
  },
  'too-deep': { sv: 'uppgifterna ligger i för många nivåer', en: 'the data are nested in too many levels' },
  'not-text': { sv: 'texten är inte giltig', en: 'the text is not valid' },
  'another-shape': {
    sv: 'systemet skickade en uppgift i en form som vi inte kan läsa',
    en: 'the system sent a detail in a form that we cannot read',
  },
  'too-large': { sv: 'filen är större än vi kan hämta', en: 'the file is larger than we can download' },
  'address-refused': {
    sv: 'systemet hänvisar till en adress som vi inte får hämta från',
    en: 'the system refers us to an address from which we may not download',
  },
};

export interface Words {
  readonly title: (controller: string) => string;
  readonly skip: string;
  readonly contents: string;
  readonly lead: string;
  readonly supplement: (round: number) => string;
  readonly confirmed: string;
  readonly notConfirmed: string;
  readonly unclear: string;
  readonly summary: string;
  readonly facts: {
    readonly reference: string;
    readonly round: string;
    readonly received: string;
    readonly created: string;
    readonly controller: string;
    readonly contact: string;
    readonly officer: string;
    readonly period: string;
    readonly noPeriod: string;
  };
  readonly organisationNumber: string;
  readonly systems: string;
  readonly systemsCaption: string;
  readonly columns: {
    readonly system: string;
    readonly outcome: string;
    readonly records: string;
    readonly documents: string;
    readonly asOf: string;
  };
  readonly found: (records: number) => string;
  readonly foundElsewhere: string;
  readonly partlyFound: (records: number) => string;
  readonly readInPart: string;
  readonly unread: string;
  readonly unreadRecord: (resource: string, id: string) => string;
  readonly unreadUnnamed: (resource: string) => string;
  readonly unreadDocument: (title: string, resource: string, id: string) => string;
  readonly unreadUnknown: (resource: string) => string;
  readonly askForUnread: (address: string) => string;
  readonly nothingHeld: string;
  /**
   * For a system with the outcome `nothing-held`. `records`: how many of its records may be about the person or about
   * somebody else.
   */
  readonly mayBeAboutYou: (records: number) => string;
  /**
   * For a system with another outcome, for example because other records of it are in the answer. `records` is the
   * number of disputed records.
   */
  readonly mayAlsoBeAboutYou: (records: number) => string;
  readonly askForUncertain: (address: string) => string;
  readonly notRead: string;
  readonly askForNotRead: (address: string) => string;
  readonly deliveredIn: (round: number) => string;
  readonly failed: (reason: string) => string;
  readonly pending: (reason: string) => string;
  /** Only a preview for staff has this sentence: the system is reserved for its handlers. */
  readonly answeredByHandlers: string;
  /** Some records of the system are still under review. */
  readonly underReview: string;
  readonly follows: string;
  readonly givenUp: string;
  readonly dueBy: (date: string) => string;
  readonly withheld: (ground: string) => string;
  readonly unknownReason: string;
  readonly unknownGround: string;
  readonly notAsked: string;
  readonly unknownNumber: string;
  readonly atLeast: (number: string) => string;
  readonly standing: string;
  readonly othersLeftOut: (systems: string) => string;
  readonly recordCaption: (title: string, number: number, of: number) => string;
  readonly field: string;
  readonly value: string;
  readonly inferred: string;
  /** Heading of the record that contains the record, such as the invoice of a row. */
  readonly belongsTo: string;
  readonly emptyFields: string;
  readonly documents: string;
  readonly documentSize: (bytes: string) => string;
  readonly more: (shown: number, of: number) => string;
  readonly sameAs: string;
  readonly about: string;
  readonly aboutText: string;
  readonly aboutLink: string;
  readonly rights: string;
  readonly files: string;
  readonly filesText: readonly string[];
  readonly filesCaption: string;
  readonly fileColumns: { readonly file: string; readonly content: string };
  readonly csvNote: string;
  readonly schemaDescription: string;
  readonly schemaLink: string;
  readonly manifest: string;
  readonly back: string;
  readonly uncertain: string;
  readonly notAllSearched: string;
  readonly confirmedWithheld: string;
  readonly leftOut: string;
  readonly withheldLink: string;
  readonly withheldPage: {
    readonly title: string;
    readonly lead: string;
    readonly heading: string;
    /** How many records of a refused kind. `number` is `count` as text, with the thousands separators of the language. */
    readonly records: (number: string, count: number) => string;
    /** What a mark in the answer means. */
    readonly marks: string;
    readonly until: (date: string) => string;
    /** Pages of a document that are left out. `pages`: such as `3–4, 7`. */
    readonly pages: (pages: string) => string;
  };
}

const sv: Words = {
  title: (controller) => `Dina personuppgifter hos ${controller}`,
  skip: 'Hoppa till innehållet',
  contents: 'Innehåll',
  lead: 'Det här är svaret på din begäran om tillgång till dina personuppgifter (registerutdrag, artikel 15 i dataskyddsförordningen). Sidan går att läsa utan uppkoppling.',
  supplement: (round) => `Det här är svar nummer ${round} och kompletterar det du har fått tidigare.`,
  confirmed: 'Ja, vi behandlar personuppgifter om dig.',
  notConfirmed:
    'Vi har inte hittat några personuppgifter om dig i det som vi har sökt igenom, utöver dem som behövs för att svara på din begäran.',
  unclear:
    'Svaret är inte fullständigt, så det säger inte om vi har fler personuppgifter om dig än dem som behövs för att svara på din begäran. Nedan står hur det gick i varje system.',
  summary: 'Sammanfattning',
  facts: {
    reference: 'Ärendenummer',
    round: 'Svar nummer',
    received: 'Begäran kom in',
    created: 'Sammanställt',
    controller: 'Personuppgiftsansvarig',
    contact: 'Frågor om dina uppgifter',
    officer: 'Dataskyddsombud',
    period: 'Tid som svaret omfattar',
    noPeriod: 'All tid',
  },
  organisationNumber: 'organisationsnummer',
  systems: 'System för system',
  systemsCaption: 'Varje system som vi har uppgett i vårt register, och hur det gick',
  columns: {
    system: 'System',
    outcome: 'Resultat',
    records: 'Poster',
    documents: 'Dokument',
    asOf: 'Sökt',
  },
  found: (records) =>
    records === 1 ? 'Svaret innehåller 1 post om dig.' : `Svaret innehåller ${count(records, 'sv')} poster om dig.`,
  foundElsewhere: 'Uppgifter om dig finns, men de ligger inte i det här paketet. Fråga oss om dem.',
  partlyFound: (records) =>
    `Innan sökningen avbröts hittade vi ${records === 1 ? '1 post' : `${count(records, 'sv')} poster`}. ${records === 1 ? 'Den' : 'De'} finns med här, men det kan finnas fler.`,
  readInPart: 'Vi sökte igenom hela systemet, men en del av innehållet gick inte att läsa exakt.',
  unread: 'Det här saknas därför i paketet:',
  unreadRecord: (resource, id) => `${resource}, som i systemet har beteckningen ${id}`,
  unreadUnnamed: (resource) => `${resource}, där systemets beteckning inte går att läsa`,
  unreadDocument: (title, resource, id) => `filen ${title} (${resource}, beteckning ${id})`,
  unreadUnknown: (resource) => `${resource}, där det inte går att läsa om den gäller dig`,
  askForUnread: (address) => `Skriv till ${address} om du vill att vi letar fram det på ett annat sätt.`,
  nothingHeld: 'Vi sökte i systemet och hittade inga uppgifter om dig.',
  mayBeAboutYou: (records) =>
    `Vi sökte i systemet och hittade ${records === 1 ? '1 post' : `${count(records, 'sv')} poster`} som kan handla om dig. Vi kunde inte avgöra det, så ${records === 1 ? 'den' : 'de'} ingår inte i svaret.`,
  mayAlsoBeAboutYou: (records) =>
    `Vi hittade också ${records === 1 ? '1 post' : `${count(records, 'sv')} poster`} som kan handla om dig. Vi kunde inte avgöra det, så ${records === 1 ? 'den' : 'de'} ingår inte i svaret.`,
  askForUncertain: (address) =>
    `Vill du hjälpa oss att avgöra det, skriv till ${address}, till exempel om du har fler e-postadresser, telefonnummer eller kundnummer.`,
  notRead: 'Det här i systemet läser sökningen inte:',
  askForNotRead: (address) =>
    `Tror du att det finns uppgifter om dig där, skriv till ${address} och be oss leta där också.`,
  deliveredIn: (round) => `Uppgifterna finns i svar nummer ${round}, som du redan har fått.`,
  failed: (reason) =>
    `Vi försökte söka i systemet men lyckades inte: ${reason}. Det betyder inte att det saknas uppgifter om dig.`,
  pending: (reason) =>
    `Svaret från systemet är inte klart: ${reason}. Det betyder inte att det saknas uppgifter om dig.`,
  answeredByHandlers:
    'Systemets handläggare har svarat. Vad svaret innehåller från systemet visas inte här, men personen får läsa det.',
  underReview: 'Andra uppgifter i systemet granskas ännu. De finns inte med här.',
  follows: 'Vi fortsätter och skickar det som saknas som en komplettering.',
  givenUp:
    'Vi försöker inte igen av oss själva. Svara på vårt brev om du vill att vi försöker igen, eller klaga hos tillsynsmyndigheten.',
  dueBy: (date) => `Svarstiden för din begäran går ut ${date}.`,
  withheld: (ground) => `Uppgifter i systemet lämnas inte ut. Grund: ${ground}.`,
  unknownReason: 'skälet är inte angivet',
  unknownGround: 'inte angiven, fråga oss',
  notAsked: 'Inte klart',
  unknownNumber: 'Okänt',
  atLeast: (number) => `Minst ${number}`,
  standing: 'Uppgifter som vi enligt lag inte får lämna ut ingår inte. Vi får inte alltid berätta om sådana finns.',
  othersLeftOut: (systems) =>
    `Fält som bara gäller andra personer, till exempel vår handläggare, har utelämnats (artikel 15.4 i dataskyddsförordningen). Det gäller: ${systems}.`,
  recordCaption: (title, number, of) => `${title} ${count(number, 'sv')} av ${count(of, 'sv')}`,
  field: 'Uppgift',
  value: 'Innehåll',
  inferred: 'vår slutsats',
  belongsTo: 'Hör till',
  emptyFields: 'Uppgifter som saknar innehåll visas inte här.',
  documents: 'Dokument',
  documentSize: (bytes) => `${bytes} byte`,
  more: (shown, of) => `Här visas de första ${count(shown, 'sv')} av ${count(of, 'sv')} poster. Alla finns i filerna:`,
  sameAs: 'Samma uppgifter som filer:',
  about: 'Varför och hur vi behandlar dina uppgifter',
  aboutText:
    'Ändamål, rättslig grund, vilka som tar emot uppgifterna, hur länge de sparas och var de kommer ifrån står på en egen sida.',
  aboutLink: 'Läs om behandlingen av dina uppgifter',
  rights: 'Dina rättigheter och hur du klagar',
  files: 'Så läser du filerna',
  filesText: [
    'Sidan du läser nu visar uppgifterna i läsbar form. Filerna är till för dig som vill bearbeta uppgifterna eller ta med dem någon annanstans.',
    'JSON är ett öppet format för program. CSV öppnas i ett kalkylprogram. Schemafilen förklarar varje uppgift.',
  ],
  filesCaption: 'Filer i paketet',
  fileColumns: { file: 'Fil', content: 'Innehåll' },
  csvNote:
    "I CSV-filerna skiljs kolumnerna åt av semikolon. Ett enkelt citattecken (') står överallt där ett kalkylprogram annars skulle kunna köra det som följer som en formel. Tecken som är trasiga i systemet skrivs med sin kod, till exempel \\ud800. I JSON-filerna står texten exakt.",
  schemaDescription: 'Förklarar uppgifterna i JSON-filerna bredvid.',
  schemaLink: 'schema (förklaring av uppgifterna)',
  manifest: 'Innehållsförteckning med kontrollsummor',
  back: 'Tillbaka till översikten',
  uncertain:
    'Vi har hittat poster som kan handla om dig, men vi kunde inte avgöra det. De ingår inte i svaret. Se nedan i vilka system.',
  notAllSearched: 'Svaret är inte fullständigt.',
  confirmedWithheld: 'Ja, vi behandlar personuppgifter om dig. Nedan står vad som inte lämnas ut, och varför.',
  leftOut: 'Det här har utelämnats:',
  withheldLink: 'Vad som har utelämnats, och varför',
  withheldPage: {
    title: 'Vad som har utelämnats ur svaret',
    lead: 'Det här har vi hittat men lämnar inte ut (artikel 12.4 i dataskyddsförordningen). Brevet om beslutet eller om svaret säger samma sak.',
    heading: 'Det här lämnar vi inte ut',
    records: (number, one) => (one === 1 ? '1 post' : `${number} poster`),
    marks:
      'Där något är dolt står [annan person] i stället, eller [person A] om vi skiljer flera personer åt. Samma bokstav betyder samma person i hela svaret. Där en uppgift eller ett dokument är utelämnat står [lämnas inte ut]. Där sidor är utelämnade ur ett dokument står vilka; sidorna är numrerade som i originalet.',
    until: (date) => `Det gäller till och med ${date}.`,
    pages: (pages) => (/^\d+$/.test(pages) ? `sidan ${pages} är utelämnad` : `sidorna ${pages} är utelämnade`),
  },
};

const en: Words = {
  title: (controller) => `Your personal data at ${controller}`,
  skip: 'Skip to the content',
  contents: 'Contents',
  lead: 'This is the answer to your request for access to your personal data (Article 15 of the General Data Protection Regulation). The page can be read without a connection.',
  supplement: (round) => `This is answer number ${round}; it supplements what you have received before.`,
  confirmed: 'Yes, we process personal data about you.',
  notConfirmed:
    'We have found no personal data about you in what we searched, apart from those needed to answer your request.',
  unclear:
    'The answer is not complete, so it does not say whether we have more personal data about you than those needed to answer your request. The result for each system is below.',
  summary: 'Summary',
  facts: {
    reference: 'Case number',
    round: 'Answer number',
    received: 'Request received',
    created: 'Compiled',
    controller: 'Controller',
    contact: 'Questions about your data',
    officer: 'Data protection officer',
    period: 'Period that the answer covers',
    noPeriod: 'All time',
  },
  organisationNumber: 'organisation number',
  systems: 'System by system',
  systemsCaption: 'Every system in our record of processing, with the result',
  columns: {
    system: 'System',
    outcome: 'Outcome',
    records: 'Records',
    documents: 'Documents',
    asOf: 'Searched',
  },
  found: (records) =>
    records === 1
      ? 'The answer contains 1 record about you.'
      : `The answer contains ${count(records, 'en')} records about you.`,
  foundElsewhere: 'There are data about you, but they are not in this package. Ask us about them.',
  partlyFound: (records) =>
    `Before the search stopped, we found ${records === 1 ? '1 record. It is' : `${count(records, 'en')} records. They are`} included here, but there may be more.`,
  readInPart: 'We searched the whole system, but some of its content could not be read exactly.',
  unread: 'So this is missing from the package:',
  unreadRecord: (resource, id) => `${resource}, which the system calls ${id}`,
  unreadUnnamed: (resource) => `${resource}, whose name in the system cannot be read`,
  unreadDocument: (title, resource, id) => `the file ${title} (${resource}, called ${id})`,
  unreadUnknown: (resource) => `${resource}, which may or may not be about you`,
  askForUnread: (address) => `Write to ${address} if you want us to look it up in another way.`,
  nothingHeld: 'We searched in the system and found no data about you.',
  mayBeAboutYou: (records) =>
    `We searched in the system and found ${records === 1 ? '1 record' : `${count(records, 'en')} records`} that may be about you. We could not tell, so ${records === 1 ? 'it is' : 'they are'} not in this answer.`,
  mayAlsoBeAboutYou: (records) =>
    `We also found ${records === 1 ? '1 record' : `${count(records, 'en')} records`} that may be about you. We could not tell, so ${records === 1 ? 'it is' : 'they are'} not in this answer.`,
  askForUncertain: (address) =>
    `If you want to help us decide, write to ${address}, for example if you have further e-mail addresses, telephone numbers or customer numbers.`,
  notRead: 'The search does not read this in the system:',
  askForNotRead: (address) =>
    `If you think that there are data about you there, write to ${address} and ask us to look there as well.`,
  deliveredIn: (round) => `The data are in answer number ${round}, which you have already received.`,
  failed: (reason) =>
    `We tried to search the system but did not succeed: ${reason}. This does not mean that there are no data about you.`,
  pending: (reason) =>
    `The answer from the system is not ready: ${reason}. This does not mean that there are no data about you.`,
  answeredByHandlers:
    'The handlers of this system have answered. What the answer contains from the system is not shown here, but the person can read it.',
  underReview: 'Other data in the system are still being reviewed. They are not included here.',
  follows: 'We continue, and send what is missing as a supplement.',
  givenUp:
    'We do not try again on our own. Reply to our letter if you want us to try again, or complain to the supervisory authority.',
  dueBy: (date) => `The time to answer your request ends on ${date}.`,
  withheld: (ground) => `Data in this system are not disclosed. Ground: ${ground}.`,
  unknownReason: 'the reason was not stated',
  unknownGround: 'not stated, ask us',
  notAsked: 'Not ready',
  unknownNumber: 'Unknown',
  atLeast: (number) => `At least ${number}`,
  standing: 'Data that the law forbids us to disclose are not included. We may not always say whether there are any.',
  othersLeftOut: (systems) =>
    `Fields that concern only other people, such as our member of staff, have been left out (Article 15(4) of the General Data Protection Regulation). This concerns: ${systems}.`,
  recordCaption: (title, number, of) => `${title} ${count(number, 'en')} of ${count(of, 'en')}`,
  field: 'Item',
  value: 'Content',
  inferred: 'our conclusion',
  belongsTo: 'Belongs to',
  emptyFields: 'Items without content are not shown here.',
  documents: 'Documents',
  documentSize: (bytes) => `${bytes} bytes`,
  more: (shown, of) =>
    `The first ${count(shown, 'en')} of ${count(of, 'en')} records are shown here. All are in the files:`,
  sameAs: 'The same data as files:',
  about: 'Why and how we process your data',
  aboutText:
    'Purposes, legal basis, who receives the data, how long they are kept and where they come from are on a separate page.',
  aboutLink: 'Read about the processing of your data',
  rights: 'Your rights and how to complain',
  files: 'How to read the files',
  filesText: [
    'The page you are reading shows the data in readable form. The files are for you if you want to work with the data or take them elsewhere.',
    'JSON is an open format for programs. CSV opens in a spreadsheet. The schema file explains each item.',
  ],
  filesCaption: 'Files in the package',
  fileColumns: { file: 'File', content: 'Content' },
  csvNote:
    "In the CSV files columns are separated by commas. A single quote (') stands wherever a spreadsheet could otherwise run what follows as a formula. Characters that are broken in the system are written as their code, such as \\ud800. The JSON files have the exact text.",
  schemaDescription: 'Explains the items of the JSON files beside it.',
  schemaLink: 'schema (explains each item)',
  manifest: 'List of contents with checksums',
  back: 'Back to the overview',
  uncertain:
    'We have found records that may be about you, but we could not tell. They are not in this answer. See below in which systems.',
  notAllSearched: 'The answer is not complete.',
  confirmedWithheld: 'Yes, we process personal data about you. Below is what is not disclosed, and why.',
  leftOut: 'This has been left out:',
  withheldLink: 'What has been left out, and why',
  withheldPage: {
    title: 'What has been left out of the answer',
    lead: 'We found this and do not disclose it (Article 12(4) of the General Data Protection Regulation). The letter about the decision or the answer says the same.',
    heading: 'This we do not disclose',
    records: (number, one) => (one === 1 ? '1 record' : `${number} records`),
    marks:
      'A masked text is replaced by [another person], or by [person A] if we distinguish several people. The same letter means the same person in the whole answer. Where an item or a document is left out, it says [not disclosed]. Where pages of a document are left out, it says which; the pages are numbered as in the original.',
    until: (date) => `This applies up to and including ${date}.`,
    pages: (pages) => (/^\d+$/.test(pages) ? `page ${pages} is left out` : `pages ${pages} are left out`),
  },
};

export function wordsFor(language: Language): Words {
  switch (language) {
    case 'sv':
      return sv;
    case 'en':
      return en;
  }
}
