import { link, list, say, sentence } from '../blocks.ts';
import type { BreachContent, PartnerContent, StaffContent } from '../content/notices.ts';
import type { RecordPointer } from '../content/parts.ts';
import type { Block, LetterFrame, Wording } from '../letter.ts';
import { hasPassed } from '../passed.ts';
import { complaint, day, subject } from './phrases.ts';

/** A breach, to the person, in Swedish. */
export function breach(content: BreachContent, frame: LetterFrame): Wording {
  const officer = frame.controller.dataProtectionOfficer?.email;
  return {
    subject: subject('Viktigt om dina personuppgifter', frame),
    blocks: [
      say(`Den ${day(content.discoveredOn)} upptäckte vi en incident som rör dina personuppgifter. Vi beklagar den.`),
      say(`Det som hände: ${sentence(content.nature)}`),
      say('Det kan leda till detta:'),
      list(content.consequences),
      say('Detta har vi gjort, eller gör nu:'),
      list(content.measures),
      ...(content.advice.length === 0 ? [] : [say('Detta kan du själv göra:'), list(content.advice)]),
      say(
        `Frågor om det som hänt: ${officer === undefined ? frame.controller.email : `vårt dataskyddsombud, ${officer}`}.`,
      ),
      complaint(frame),
    ],
  };
}

/** To recipients and processors, in Swedish. */
export function partner(content: PartnerContent, frame: LetterFrame): Wording {
  switch (content.kind) {
    case 'recipient-notice':
      return {
        subject: subject('Underrättelse enligt artikel 19', frame),
        blocks: [
          say(
            `Enligt artikel 19 i dataskyddsförordningen underrättar vi er om att uppgifter som vi har lämnat till er har ${operations[content.operation]} den ${day(content.doneOn)}.`,
          ),
          ...pointer(content.record),
          say(
            content.to === 'processor'
              ? `Ni är personuppgiftsbiträde åt oss. Det här är en instruktion enligt artikel 28.3 a: ${deeds[content.operation]} Bekräfta senast den ${day(content.confirmBy)}.`
              : `Vidta motsvarande åtgärd: ${deeds[content.operation]} Bekräfta senast den ${day(content.confirmBy)}.`,
          ),
          say('Svara på detta mejl. Skriv inga personuppgifter i svaret.'),
        ],
      };
    case 'processor-task':
      return {
        subject: subject('Uppdrag till er som personuppgiftsbiträde', frame),
        blocks: [
          say(
            `En registrerad använder sina rättigheter hos oss. Enligt artikel 28.3 e i dataskyddsförordningen behöver vi er hjälp med ${content.system}.`,
          ),
          ...pointer(content.record),
          say(
            `Gör detta: ${tasks[content.task]} Svara senast den ${day(content.replyBy)}. Vår egen svarstid kan inte vänta längre.`,
          ),
          say('Svara på detta mejl. Skriv inga personuppgifter i svaret. Svara inte den registrerade i eget namn.'),
        ],
      };
  }
}

/** To those answerable on the staff, in Swedish. */
export function staff({ alert, date }: StaffContent, frame: LetterFrame): Wording {
  return {
    subject: subject(alerts[alert].subject, frame),
    blocks: [say(alerts[alert].text(day(date), hasPassed(date, frame)))],
  };
}

const operations = {
  rectified: 'rättats',
  completed: 'kompletterats',
  erased: 'raderats',
  restricted: 'begränsats',
  'restriction-lifted': 'fått sin begränsning upphävd',
} as const;

const deeds = {
  rectified: 'rätta uppgifterna hos er.',
  completed: 'komplettera uppgifterna hos er.',
  erased: 'radera uppgifterna hos er, även kopior.',
  restricted: 'märk uppgifterna som begränsade och använd dem inte.',
  'restriction-lifted': 'ta bort begränsningen.',
} as const;

const tasks = {
  search: 'sök fram alla uppgifter om personen och lämna dem till oss på den säkra vägen.',
  rectify: 'rätta uppgifterna så som det står i uppdraget på den säkra vägen.',
  erase: 'radera uppgifterna, även kopior, och tala om när säkerhetskopiorna skrivs över.',
  restrict: 'märk uppgifterna som begränsade och använd dem inte.',
  'hand-over': 'lämna uppgifterna till oss i ett maskinläsbart format på den säkra vägen.',
  'stop-marketing': 'sluta genast att använda uppgifterna för direktreklam.',
} as const;

function pointer(record: RecordPointer): readonly Block[] {
  switch (record.kind) {
    case 'secure-page':
      return [link('Vilka uppgifter det gäller står på en säker sida', record.address)];
    case 'customer-number':
      return [say(`Det gäller kundnummer ${record.value}.`)];
    case 'contract-number':
      return [say(`Det gäller avtalsnummer ${record.value}.`)];
    case 'order-number':
      return [say(`Det gäller ordernummer ${record.value}.`)];
    case 'record-number':
      return [say(`Det gäller post ${record.value} i ert register.`)];
  }
}

const alerts: Readonly<
  Record<StaffContent['alert'], { readonly subject: string; text(date: string, passed: boolean): string }>
> = {
  escalation: {
    subject: 'Ärendet ska snart vara besvarat',
    text: (date, passed) => `Ärendet är inte klart. Sista dagen för svaret ${passed ? 'var' : 'är'} ${date}.`,
  },
  'held-undecided': {
    subject: 'Ett kvarhållet meddelande är inte avgjort',
    text: (date, passed) =>
      `Ett meddelande hålls kvar och skulle ha avgjorts inom en arbetsdag. Tiden för svaret löper. Sista dagen ${passed ? 'var' : 'är'} ${date}.`,
  },
  'late-refusal': {
    subject: 'Ett avslag har gått för sent',
    text: (date) => `Ett avslag i ärendet skickades efter sista dagen, som var ${date}.`,
  },
  breach: {
    subject: 'En personuppgiftsincident är registrerad',
    text: (date) =>
      `En personuppgiftsincident är registrerad i ärendet. Om en risk inte är osannolik ska den anmälas till tillsynsmyndigheten inom 72 timmar, vilket är den ${date} (artikel 33).`,
  },
  'breach-hours': {
    subject: '72 timmar är snart slut',
    text: (date, passed) =>
      `Tiden för att anmäla personuppgiftsincidenten till tillsynsmyndigheten ${passed ? 'gick' : 'går'} ut den ${date} (artikel 33).`,
  },
  'letter-bounced': {
    subject: 'Ett brev kom inte fram',
    text: (date) => `Ett brev i ärendet kom tillbaka den ${date}. Personen har inte fått det.`,
  },
  'unsuspended-date': {
    subject: 'Sista dagen utan avbrott närmar sig',
    text: (date, passed) =>
      `Räknat utan avbrott ${passed ? 'var' : 'är'} sista dagen för svaret ${date}. Den räknas om avbrottet inte godtas.`,
  },
  legal: {
    subject: 'Ärendet rör en tvist',
    text: (date) =>
      `Den ${date} antecknades att ärendet rör ett klagomål, ett krav eller en tvist. Det får varken försena eller minska svaret.`,
  },
  'stop-at-once': {
    subject: 'Stoppa utskicken nu',
    text: (date) =>
      `Den ${date} kom ett meddelande som hålls kvar och som också säger nej till marknadsföring eller återkallar ett samtycke. Det kräver ingen kontroll av vem som skriver: gör det nu, i ärendet.`,
  },
  'reply-after-end': {
    subject: 'Ett avslutat ärende har fått ett svar',
    text: (date) =>
      `Den ${date} kom ett svar i ett ärende som är avslutat. Inget händer med det av sig självt: läs det i ärendet.`,
  },
  'contact-disputed': {
    subject: 'Någon invänder mot att vi skriver någon annanstans',
    text: (date) =>
      `Den ${date} svarade någon från den adress som vi skrev till förut, efter att ärendet flyttats till en annan. Någon kan försöka ta över ärendet: ta reda på vem som har rätt.`,
  },
  'reply-to-decide': {
    subject: 'Ett svar väntar på beslut',
    text: (date) =>
      `Den ${date} kom ett svar som ber om en ändring som inte görs bara för att det står i ett mejl: ingen går i god för avsändaren, det är undertecknat med ett annat namn, eller det är skrivet på ett språk som någon behöver läsa. Eller så innehåller det mer än en återkallelse, eller gäller något annat än begäran. Inget har ändrats. Läs det i ärendet och besluta.`,
  },
  'delivered-not-theirs': {
    subject: 'Uppgifter som vi har lämnat ut kan vara någon annans',
    text: (date) =>
      `Den ${date} visade det sig att uppgifter i ett svar som har gått ut i ärendet kan gälla någon annan än den som frågade. Det kan vara en personuppgiftsincident. Om en risk inte är osannolik ska den anmälas till tillsynsmyndigheten inom 72 timmar från det att ni fick vetskap om den (artikel 33). Läs i ärendet vilka uppgifter det är. Stämmer det, registrera en incident för svaret: då tas svaret tillbaka.`,
  },
};
