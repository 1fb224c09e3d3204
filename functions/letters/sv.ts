import { authorityOf } from '#domain/organisation/authorities.ts';
import { standingSentence } from './standing-sentence.ts';
import type { Block, LetterContent, LetterFrame, LetterWords, MissingSystem, Wording } from './letter.ts';

const rightNames = {
  access: 'tillgång till dina personuppgifter (registerutdrag)',
  rectification: 'rättelse',
  erasure: 'radering',
  restriction: 'begränsning av behandling',
  portability: 'dataportabilitet',
  objection: 'invändning mot behandling',
  'consent-withdrawal': 'återkallelse av samtycke',
} as const;

/** The letters in Swedish. */
export const swedish: LetterWords = {
  greeting: 'Hej!',
  words,
  footer: (frame) => [
    `${frame.controller.name}, org.nr ${frame.controller.organisationNumber}`,
    frame.controller.address.join(', '),
    `Kontakt i dataskyddsfrågor: ${frame.controller.email}`,
    ...(frame.controller.dataProtectionOfficer === undefined
      ? []
      : [`Dataskyddsombud: ${frame.controller.dataProtectionOfficer.email}`]),
    `Ärendenummer: ${frame.reference}. Din begäran kom in den ${frame.receivedDate}.`,
  ],
};

function words(content: LetterContent, frame: LetterFrame): Wording {
  const number = `(ärende ${frame.reference})`;
  switch (content.code) {
    case 'M1':
      return {
        subject: `Vi har tagit emot din begäran ${number}`,
        blocks: [
          say(`Vi har den ${frame.receivedDate} tagit emot din begäran om ${named(frame)}.`),
          say(
            `Du får svar utan onödigt dröjsmål och senast den ${frame.due}. Behöver vi mer tid får du besked före den dagen. Det kostar ingenting.`,
          ),
          say(
            'Så här går det till: vi kontrollerar att det är du som frågar, söker i våra system och skickar sedan en länk där du kan hämta svaret.',
          ),
          say('Har vi missförstått dig, svara på detta meddelande.'),
          link('Följ ditt ärende', content.statusLink),
        ],
      };
    case 'M23':
      return {
        subject: `Din kod ${number}`,
        blocks: [
          say(
            content.purpose === 'identity'
              ? 'För att inte lämna ut uppgifter till fel person behöver vi veta att den som begärt dem kan läsa den här e-postadressen. Skriv in koden på sidan för ditt ärende:'
              : 'Skriv in koden på sidan för ditt ärende för att hämta svaret:',
          ),
          { kind: 'code', text: content.oneTimeCode },
          say(`Koden gäller i ${content.minutes} minuter och kan användas en gång. Lämna den inte till någon annan.`),
          say('Skicka ingen kopia av någon legitimation. Har du inte begärt detta kan du bortse från meddelandet.'),
          link('Till ditt ärende', content.statusLink),
        ],
      };
    case 'M4':
      return {
        subject: `Vi behöver mer tid ${number}`,
        blocks: [
          say(
            `Vi förlänger svarstiden för din begäran om ${named(frame)} till senast den ${frame.due} enligt artikel 12.3 i dataskyddsförordningen.`,
          ),
          say(
            `Skälet är ${content.category === 'complexity' ? 'att begäran är komplicerad' : 'antalet begäranden'}: ${content.reason}`,
          ),
          say(complaint(frame)),
          link('Följ ditt ärende', content.statusLink),
        ],
      };
    case 'M6':
      return {
        subject: `Beslut om din begäran ${number}`,
        blocks: [
          say(`Vi avslår ${content.scope === 'whole' ? 'helt' : 'delvis'} din begäran om ${named(frame)}.`),
          say(`Skälet är: ${content.reason} (${content.ground}).`),
          ...(content.late ? [say('Beslutet borde ha skickats tidigare. Vi beklagar dröjsmålet.')] : []),
          say(complaint(frame)),
          say('Du kan också väcka talan vid domstol.'),
        ],
      };
    case 'M8':
      return {
        subject: `Ditt registerutdrag är klart ${number}`,
        blocks: [
          say(
            `Svaret på din begäran om ${named(frame)} är klart. Du hämtar det på sidan för ditt ärende. Av säkerhetsskäl skickar vi en ny kod varje gång du hämtar det.`,
          ),
          link('Hämta svaret', content.statusLink),
          say(`Svaret finns kvar till och med den ${content.availableUntil}.`),
          ...missing(content.missing),
          say(standingSentence.sv),
          say(complaint(frame)),
        ],
      };
    case 'M24':
      return {
        subject: `Komplettering av ditt registerutdrag ${number}`,
        blocks: [
          say(
            'Det som saknades i vårt tidigare svar, eller en del av det, är klart. Du hämtar kompletteringen på sidan för ditt ärende.',
          ),
          link('Hämta kompletteringen', content.statusLink),
          say(`Den finns kvar till och med den ${content.availableUntil}.`),
          ...missing(content.missing),
          say(standingSentence.sv),
          say(complaint(frame)),
        ],
      };
    case 'STATUS':
      return {
        subject: `Ditt ärende är inte klart ${number}`,
        blocks: [
          say(
            `Du skulle ha fått svar på din begäran om ${named(frame)} senast den ${frame.due}. Vi är inte klara, och det beklagar vi. Ärendet är inte avslutat och du behöver inte göra något nytt, om vi inte väntar på den kod som vi har skickat till dig.`,
          ),
          say(complaint(frame)),
          say('Du kan också väcka talan vid domstol.'),
          link('Följ ditt ärende', content.statusLink),
        ],
      };
  }
}

function missing(systems: readonly MissingSystem[]): readonly Block[] {
  if (systems.length === 0) return [];
  return [
    say('Svaret är inte komplett. Detta saknas ännu och skickas som en komplettering när det finns:'),
    {
      kind: 'list',
      items: systems.map(({ title, outcome }) =>
        outcome === 'failed' ? `${title}: sökningen misslyckades, vi försöker igen` : `${title}: vi väntar på svar`,
      ),
    },
  ];
}

function complaint(frame: LetterFrame): string {
  const { name, website } = authorityOf(frame.controller);
  return `Är du inte nöjd kan du klaga hos ${name.sv} (${website}) eller hos tillsynsmyndigheten där du bor, arbetar eller där överträdelsen har skett.`;
}

function named(frame: LetterFrame): string {
  return new Intl.ListFormat('sv').format(frame.rights.map((right) => rightNames[right]));
}

function say(text: string): Block {
  return { kind: 'paragraph', text };
}

function link(text: string, address: string): Block {
  return { kind: 'link', text, address };
}
