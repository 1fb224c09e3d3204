import { swedishEvents, swedishLetters } from './sv/events.ts';
import { swedishFields } from './sv/fields.ts';
import { swedishForms } from './sv/forms.ts';
import { swedishLaw } from './sv/law.ts';
import { swedishDone, swedishTrouble } from './sv/outcomes.ts';
import { swedishPages } from './sv/pages.ts';
import { swedishTasks } from './sv/tasks.ts';
import { swedishTerms } from './sv/terms.ts';
import { sizeInWords } from './format.ts';
import type { ConsoleWords } from './console-words.ts';

/** The console in Swedish. */
export const swedish: ConsoleWords = {
  languageName: 'Svenska',
  frame: {
    product: 'Utdrag',
    skip: 'Hoppa till innehållet',
    language: 'Språk',
    queue: 'Kö',
    signOut: 'Logga ut',
    signedInAs: (name) => `Inloggad som ${name}`,
    noSuchPage: 'Sidan finns inte',
    backToQueue: 'Till kön',
    loading: 'Hämtar',
    broken: 'Något gick fel på sidan',
    brokenText: 'Det du redan har skickat finns kvar. Ladda om sidan för att fortsätta.',
    reloadPage: 'Ladda om sidan',
    cancel: 'Avbryt',
    zone: (zone) => `Klockslag anges i tidszonen ${zone}.`,
  },
  signIn: {
    title: 'Begäranden om personuppgifter',
    text: 'För dig som handlägger begäranden enligt GDPR. Logga in med organisationens konto.',
    submit: 'Logga in',
    failed: 'Inloggningen blev inte klar. Försök igen.',
    unreachable: 'Inloggningstjänsten går inte att nå just nu. Försök igen om en stund.',
    ended: 'Inloggningen har upphört',
    endedText: 'Logga in igen för att fortsätta. Du kommer tillbaka hit; kopiera först det du har skrivit.',
    noRole: 'Du är inloggad men har ingen roll här. Fråga den som sköter konton i organisationen.',
    notConfigured:
      'Konsolens inställningar går inte att läsa. Försök igen om en stund, eller säg till den som driver tjänsten.',
  },
  roles: {
    'case-worker': 'en handläggare',
    approver: 'en godkännare',
    dpo: 'dataskyddsombudet',
    auditor: 'en granskare',
  },
  queue: {
    title: 'Kö',
    lead: ({ open, late, ended }) =>
      `${open === 1 ? '1 öppet ärende' : `${open} öppna ärenden`}${late === 0 ? '' : `, ${late} över lagens tid`}${ended === 0 ? '' : `, och ${ended} ${ended === 1 ? 'avslutat' : 'avslutade'} med något kvar att avgöra`}. De med minst tid kvar står först.`,
    onlyFirst: (shown, open) =>
      `Listan visar ${shown} av ${open} öppna ärenden: de med minst tid kvar. Andra ärenden öppnas med sitt nummer i adressfältet.`,
    noDate: 'ingen dag',
    refresh: 'Uppdatera',
    refreshed: (time) => `Uppdaterad ${time}`,
    controller: 'Personuppgiftsansvarig',
    status: 'Läge',
    all: 'Alla',
    empty: 'Inga öppna ärenden',
    emptyText: 'När en begäran kommer in står den här.',
    noMatch: 'Inget ärende stämmer med det du har valt.',
    columns: {
      due: 'Svar senast',
      case: 'Ärende',
      status: 'Läge',
      waitsFor: 'Väntar på',
      received: 'Kom in',
    },
    open: (reference) => `Öppna ärende ${reference}`,
    failed: (systems) => `Sökningen misslyckades: ${systems}`,
    pending: (systems) => `Har inte svarat: ${systems}`,
    extended: 'förlängd',
  },
  daysLeft: (days) => {
    if (days < -1) return `${-days} dagar för sent`;
    if (days === -1) return '1 dag för sent';
    if (days === 0) return 'sista dagen i dag';
    return days === 1 ? '1 dag kvar' : `${days} dagar kvar`;
  },
  statuses: {
    held: 'Hålls för beslut',
    identifying: 'Vem frågar?',
    planning: 'Sökningen planeras',
    'approving-search': 'Sökning att godkänna',
    gathering: 'Insamling',
    reviewing: 'Granskning',
    released: 'Godkänt att lämna ut',
    assembling: 'Sätts ihop',
    assembled: 'Klart att lämna ut',
    delivered: 'Besvarat i',
    refused: 'Avslag',
    closed: 'Avslutat',
  },
  waiting: {
    '': 'Ingenting: systemet arbetar',
    'staff-decision': 'Beslut av medarbetare om hur begäran hanteras',
    'circumstance-decision': 'Beslut om en omständighet som skyddar någon',
    'subject-code': 'Personens kod',
    'search-approval': 'Godkännande av sökningen',
    'stronger-proof': 'Ett starkare bevis på identiteten',
    unsettled: 'Beslut om en incident eller en invändning',
    'identifier-decision': 'Beslut om nya identifierare',
    'system-answers': 'Svar från system',
    release: 'Godkännande att lämna ut',
    'second-release': 'Godkännande av en andra person',
  },
  ended: 'Ingenting: ärendet är avslutat',
  holds: {
    'sender-not-authenticated': 'Det gick inte att säkerställa vem som skickade mejlet',
    'sender-ambiguous': 'Det är oklart vem som skickade mejlet',
    'infected-attachment': 'Mejlet hade en bilaga som viruskontrollen stoppade. Den har inte öppnats',
    'not-scanned': 'Mejlet är inte kontrollerat för virus',
    'attachment-not-opened':
      'Mejlet hade en bilaga som viruskontrollen stoppade. Den har inte öppnats. Avsändaren är säkerställd',
    'request-unclear': 'Det är oklart vad som begärs',
    'right-handled-by-staff': 'Rättigheten handläggs av medarbetare',
    'forwarded-by-colleague': 'En kollega har vidarebefordrat mejlet',
    'mandate-unchecked': 'Fullmakten för den som frågar åt någon annan är inte kontrollerad',
    'several-people': 'Flera personer frågar i samma meddelande',
    'requester-unknown':
      'Mejlet kom från en kollega, en av våra egna brevlådor eller en e-postlista, eller genom någon annan. Det är inte känt vems begäran det är',
    'sender-not-reachable': 'Vi kan inte skicka mejl till adressen som begäran kom från',
    'person-unclear': 'Mejlet kommer från samma adress som ett öppet ärende, men i ett annat namn',
    'maybe-automatic': 'Mejlet är märkt som automatiskt eller som massutskick, men någon kan ha skrivit det',
    'readings-differ':
      'Mejlets text, HTML eller dolda ord ber om olika saker, eller så är dess HTML för mycket för att läsas',
    'language-not-measured': 'Mejlet är på ett språk där någon behöver kontrollera vad som begärs',
  },
  rights: {
    access: 'Tillgång',
    rectification: 'Rättelse',
    erasure: 'Radering',
    restriction: 'Begränsning',
    portability: 'Dataportabilitet',
    objection: 'Invändning',
    'consent-withdrawal': 'Återkallat samtycke',
  },
  channels: {
    api: 'Gränssnittet',
    portal: 'Portalen',
    email: 'E-post',
    staff: 'Registrerad av medarbetare',
    post: 'Post',
    phone: 'Telefon',
    'in-person': 'Personligt besök',
    other: 'En annan kanal',
  },
  languages: { sv: 'svenska', en: 'engelska' },
  identifiers: {
    email: 'E-postadress',
    phone: 'Telefonnummer',
    personnummer: 'Personnummer',
    organisationNumber: 'Organisationsnummer',
    customerNumber: 'Kundnummer',
    orderNumber: 'Ordernummer',
    contractNumber: 'Avtalsnummer',
  },
  outcomes: {
    found: 'Uppgifter finns',
    'nothing-held': 'Inget finns',
    withheld: 'Lämnas inte ut',
    failed: 'Misslyckades',
    pending: 'Inget svar än',
  },
  uncertain: 'Inget säkert',
  failures: {
    unauthorised: 'systemet godtog inte vår inloggning',
    forbidden: 'systemet nekade oss åtkomst',
    throttled: 'systemet tog inte emot så många frågor som behövdes',
    unavailable: 'systemet gick inte att nå',
    timeout: 'systemet svarade inte i tid',
    unreadable: 'systemets svar gick inte att läsa',
    'unexpected-answer': 'systemet svarade inte som det skulle',
    'nothing-to-search-by':
      'inget som är styrkt går att söka efter: bekräfta kontaktadressen eller be om ett nummer och försök igen',
    refused: 'systemet avvisade vår fråga',
    'not-declared': 'vårt eget skydd stoppade sökningen',
    'incomplete-answer': 'systemet uppgav fler uppgifter än det lämnade ut',
    'cursor-loop': 'systemet gav samma sida om och om igen',
    'too-many-pages': 'systemets svar tog inte slut',
    'too-large': 'systemets svar var för stort',
    'address-refused': 'systemets adress får inte nås: se privateNetworks i systemets beskrivning',
    'unread-records':
      'alla poster eller filer gick inte att läsa; de andra finns kvar. Sök i systemet för hand efter det som saknas',
    'manual-search-failed': 'det gick inte att söka för hand',
  },
  events: swedishEvents,
  actors: {
    subject: 'Personen',
    workflow: 'Systemet',
    clock: 'Klockan',
    staff: (id) => `Medarbetare ${id}`,
    you: 'Du',
  },
  letters: swedishLetters,
  case: {
    title: (reference) => `Ärende ${reference}`,
    due: 'Svar senast',
    received: 'Kom in',
    controller: 'Personuppgiftsansvarig',
    rights: 'Begär',
    channel: 'Kom genom',
    language: 'Språk',
    round: 'Omgång',
    contact: 'Kontakt',
    contactErased: 'Raderad',
    claimed: 'Uppgivna uppgifter',
    message: 'Meddelande från personen',
    noMessage: 'Inget meddelande.',
    marks: {
      'sender-not-proven': 'Avsändaren är inte säkerställd: vem som helst kan ha skrivit det här.',
      'other-contact': 'Från en annan kontakt i ärendet än den vi skriver till.',
      'other-name': 'Skrivet i ett annat namn än ärendets person har.',
      'too-large': 'Mejlet var för stort för att läsas.',
      'too-many-lines': 'Mejlet hade för många rader för att läsas.',
      'too-many-parts': 'Mejlet hade för många delar för att läsas.',
      'too-many-headers': 'Mejlets huvud var för långt för att läsas.',
      'too-deep': 'Mejlet hade för många mejl i mejlet för att läsas.',
      'not-a-mail': 'Det gick inte att läsa som ett mejl.',
    },
    hold: 'Varför det hålls',
    waits: 'Det här väntar på dig',
    nothingForYou: 'Ingenting väntar på dig här.',
    machineWorks: 'Systemet arbetar. Sidan uppdateras av sig själv.',
    personWorks: 'Ärendet väntar på koden som personen har fått.',
    proofWorks: 'Det som hittats väntar på att personen visar starkare vem hen är.',
    isOver: 'Ärendet är avslutat.',
    systemsPending: 'Ärendet väntar på svar från system.',
    systems: 'System',
    noSystems: 'Inget system är genomsökt än.',
    columns: {
      system: 'System',
      outcome: 'Utfall',
      records: 'Poster',
      files: 'Filer',
      possible: 'Möjliga',
      disputed: 'Motstridiga',
      asOf: 'Sökt',
      delivered: 'Utlämnat',
    },
    modes: { automatic: 'automatiskt', manual: 'för hand' },
    deliveredIn: (round) => (round === 1 ? 'svaret' : `komplettering ${round - 1}`),
    reason: 'Orsak',
    ground: 'Grund',
    identifiersTitle: 'Identifierare som finns i systemen',
    notAcceptable: 'kan inte godtas',
    decisions: { open: 'inte avgjord', accepted: 'godtagen', rejected: 'avvisad' },
    from: (system) => `från ${system}`,
    timeline: 'Tidslinje',
    technical: 'Visa även tekniska steg',
    letters: 'Brev',
    noLetters: 'Inget brev än.',
    sent: (time) => `skickat ${time}`,
    beingSent: 'ska skickas',
    notSent: (triedAt) => `gick inte att skicka (försök ${triedAt}); vi försöker igen`,
    answers: 'Svar och nedladdningar',
    noAnswers: 'Ingenting är utlämnat än.',
    answer: (round, delivered, until) =>
      `${round === 1 ? 'Svar' : `Komplettering ${round - 1}`}: utlämnat ${delivered}, finns kvar till ${until}`,
    size: (files, bytes) => `${files === 1 ? '1 fil' : `${files} filer`}, ${sizeInWords(bytes, 'sv')}`,
    codeAsked: (time) => `Kod begärd ${time}`,
    fetched: (time) => `nedladdat ${time}`,
    notFetched: 'inte använd',
    notes: 'Anteckningar',
    noNotes: 'Inga anteckningar än.',
    by: (who) => `av ${who}`,
    log: 'Ladda ner händelseloggen',
    logText: 'Ärendets hela logg, som kan kontrolleras utan nät.',
    reload: 'Ladda om ärendet',
    reloaded: 'Ärendet har laddats om.',
  },
  tasks: swedishTasks,
  blocks: (block) => {
    switch (block.reason) {
      case 'role':
        return `Det här gör ${swedish.roles[block.role]}.`;
      case 'released-by-you':
        return 'Du har godkänt. Nu måste någon annan också godkänna.';
      case 'proposed-by-you':
        return 'Du har föreslagit det. Någon annan måste instämma.';
      case 'late':
        return 'För sent: beskedet om förlängning skulle ha skickats inom en månad från att begäran kom in (artikel 12.3). Svara så snart du kan; ett avslag går ändå, märkt som sent.';
      case 'extended':
        return 'Tiden är redan förlängd. Det kan göras bara en gång.';
      case 'notice-unsent':
        return 'En förlängning är beslutad. Den gäller så snart beskedet har skickats.';
      case 'held':
        return 'Ingenting skrivs till avsändaren medan begäran hålls. Avgör först om den ska handläggas.';
      case 'mandate':
        return 'Kontrollera först fullmakten och godta den.';
      case 'contact':
        return 'Ange först en adress till personen: ”Byt kontaktadress”, under ”Vem frågar”.';
      case 'circumstance':
        return 'En omständighet skyddar någon. Besluta först vad ni gör åt den.';
      case 'protected-identity':
        return 'Ingenting skickas med post till den som har skyddade personuppgifter. Använd Skatteverkets förmedling, eller lämna över det.';
    }
  },
  liftHold: {
    spoken: 'Avsändaren har fått en bekräftelse, och klockan går. Släpper du ärendet får avsändaren en kod.',
    check: 'Se först på varför det hålls och på det som skrivits.',
  },
  approve: {
    systems: 'De här systemen söks:',
    all: 'Alla system i registret söks. Inget kan lämnas utanför ett svar.',
  },
  identifier: {
    question: (kind, masked, system) => `${kind} ${masked}, från ${system}`,
    accept: 'Godta',
    reject: 'Avvisa',
    of: (masked) => ` ${masked}`,
    shared:
      'Flera personer kan dela ett telefonnummer eller en fakturaadress. Godtar du uppgiften kan även poster om någon annan som har den lämnas ut.',
    ofOneSystem:
      'Godtar du det söks det här systemet även på det, och det som hittas går till den här personen. Godta bara det som du kan se är personens.',
    secondPersonnummer:
      'Andra poster anger ett annat personnummer. Ingen har två, men personen kan ha haft ett samordningsnummer tidigare. Godta bara det som du vet är personens. Två kan godtas bara om det ena är ett samordningsnummer.',
    apart: 'Identifierare som inte kan godtas',
    apartText:
      'Inget system söks på dem, och ärendet väntar inte på beslut om dem. Avvisa en som du vet inte är personens: då räknas ingen post som personens på grund av den.',
  },
  manual: {
    title: (system) => `Sök för hand: ${system}`,
    correct: (system) => `Rätta resultatet: ${system}`,
    instructions: 'Så här gör du',
    outcome: 'Vad kom du fram till?',
    choices: {
      'nothing-held': 'Inget finns om personen',
      found: 'Något finns',
      withheld: 'Något finns men lämnas inte ut',
      undisclosable: 'Något finns som man inte får berätta om',
      failed: 'Det gick inte att söka',
    },
    entry: (number) => `Uppgift ${number}`,
    heading: 'Vad det är',
    headingHint: 'Till exempel: Reklamation den 3 mars',
    text: 'Vad som står',
    textHint: 'Utan uppgifter om andra.',
    addEntry: 'Lägg till en uppgift',
    removeEntry: (number) => `Ta bort uppgift ${number}`,
    ground: 'Laglig grund',
    groundHint:
      'Står i svaret till personen. Om lagen förbjuder att ens säga att något hålls inne, välj att man inte får berätta om det.',
    failedHint: 'Svaret säger det. Du kan skriva ett annat resultat senare.',
    law: 'Vilken lag förbjuder det?',
    partLaw: 'Finns det mer som man inte får berätta om?',
    noPartLaw: 'Nej',
    silentHint:
      'Svaret visar ingenting av det: varken att något finns eller att något är utelämnat. Varje svar säger att det som lagen förbjuder att lämna ut inte ingår. Bara de som handlägger systemet och dataskyddsombudet ser det här.',
  },
  retry: {
    title: (system) => `Sökningen misslyckades: ${system}`,
    why: (reason) => `Orsak: ${reason}.`,
  },
  release: {
    title: (round) => (round === 1 ? 'Godkänn att lämna ut svaret' : `Godkänn att lämna ut komplettering ${round - 1}`),
    places: {
      now: 'Går ut nu',
      withheld: 'Lämnas inte ut: svaret säger det, och på vilken grund',
      'given-up': 'Gick inte att söka: svaret säger det, och ingen komplettering följer',
      before: 'Har gått ut tidigare',
      missing: 'Saknas: svaret säger det, en komplettering följer',
      later: 'Svarade efter att granskningen började: kommer i nästa omgång',
    },
    step: {
      only: 'En person godkänner.',
      first: 'Två personer måste godkänna. Du är den första.',
      second: 'Två personer måste godkänna. Du är den andra: sedan går det ut.',
    },
    firstBy: (who) => `Först godkänt av ${who}.`,
    counts: (records, files) =>
      `${records === 1 ? '1 post' : `${records} poster`}, ${files === 1 ? '1 fil' : `${files} filer`}`,
    leftOut: (kinds) => `Avslaget, och utelämnas därför: ${kinds}`,
    possible: (count) =>
      count === 1
        ? '1 möjlig träff skickas inte: inget bevisat knyter den till personen'
        : `${count} möjliga träffar skickas inte: inget bevisat knyter dem till personen`,
    disputed: (count) =>
      count === 1
        ? '1 post skickas inte: den, eller en annan post, säger att den kan gälla någon annan'
        : `${count} poster skickas inte: de, eller andra poster, säger att de kan gälla någon annan`,
    partly: (records) =>
      records === 1
        ? '1 post hittades innan det misslyckades och går ut'
        : `${records} poster hittades innan det misslyckades och går ut`,
    nothingNew: 'Inget nytt går ut i den här omgången.',
  },
  extend: {
    until: (date) => `Den nya dagen är ${date}.`,
    category: 'Varför behövs mer tid?',
    categories: { complexity: 'Begäran är komplicerad', number: 'Antalet begäranden' },
    reason: 'Skäl',
  },
  refuse: {
    scope: 'Vad avslås?',
    scopes: { whole: 'Hela begäran', part: 'En del av den' },
    ground: 'Grund',
    reason: 'Skäl',
    late: 'Sista dagen har passerat. Beslutet skickas ändå, märkt som sent, och dataskyddsombudet får veta.',
    confirmTitle: { whole: 'Avslå hela begäran?', part: 'Avslå en del av begäran?' },
    confirmText: {
      whole: 'Brevet går genast och ärendet avslutas. Det går inte att ångra.',
      proposed:
        'En kollega måste instämma. Ingenting skickas innan dess. När kollegan har instämt går brevet genast och ärendet avslutas. Det går inte att ångra.',
      part: 'Brevet skickas genast, och det du har valt utelämnas ur svaret. Har någon redan godkänt svaret måste det godkännas igen. Tills svaret går ut kan avslaget ersättas eller tas tillbaka.',
    },
    confirm: 'Avslå',
    law: 'Lag och paragraf',
    items: 'Ange flera saker, var och en med egen grund och eget skäl',
    itemsHint: 'Skriv vilket slags uppgifter det är. Skriv aldrig själva uppgifterna.',
    item: (number) => `Sak ${number} som avslås`,
    what: 'Vad som avslås',
    until: 'Till och med',
    addItem: 'Lägg till en',
    removeItem: (number) => `Ta bort nummer ${number}`,
    kinds: 'Vilka av uppgifterna som har hittats avslås?',
    kindsHint:
      'Det du väljer utelämnas ur svaret, med den grund och det skäl du anger. Brevet och svaret listar samma saker.',
    nothingHeld:
      'Inget är hittat som svaret ännu ska lämna ut. Ett avslag av en del kan göras först när något är hittat.',
    which: 'Vilket avslag?',
    restates: 'Ersätter det ett tidigare avslag?',
    restatesHint: 'Det tidigare avslaget gäller inte längre.',
    restatesNone: 'Nej, det är ett nytt',
    inWordsOnly: 'Anger inte vad som utelämnas. Ingenting lämnas ut förrän det är angivet',
    granted: 'Vad som beviljas',
    grantedHint: 'En sak på varje rad. Allt annat om det är tomt.',
    evidence: 'Vad som måste visas (C-526/24)',
    evidenceFields: {
      voluntariness: 'Om personen lämnade oss uppgifterna av egen vilja',
      aim: 'Vad personen vill uppnå, och hur det syns',
      elapsed: 'Hur lång tid som gick mellan att uppgifterna lämnades och begäran',
      pattern: 'Mönstret av systematiska krav',
    },
  },
  note: { text: 'Anteckning', hint: 'Inte mer om personen än ärendet behöver.' },
  fields: swedishFields,
  terms: swedishTerms,
  forms: swedishForms,
  law: swedishLaw,
  pages: swedishPages,
  done: swedishDone,
  trouble: {
    title: 'Det blev inte gjort',
    uncertain: 'Det är oklart om det blev gjort',
    notLoaded: 'Det gick inte att hämta',
    reloadCase: 'Ladda om ärendet',
    tryAgain: 'Försök igen',
    fields: (fields) => `Kontrollera: ${fields}.`,
    codes: swedishTrouble,
  },
};
