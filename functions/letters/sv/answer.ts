import { link, list, say, sentence, sentences } from '../blocks.ts';
import type { AnswerContent, NamedRecipient } from '../content/answer.ts';
import type { Block, LetterFrame, Wording } from '../letter.ts';
import {
  day,
  fetchedUntil,
  ifLate,
  joined,
  leftOut,
  missing,
  namedRights,
  remedies,
  standing,
  subject,
} from './phrases.ts';

type Content<Kind extends AnswerContent['kind']> = Extract<AnswerContent, { kind: Kind }>;

/** The answer, in Swedish. */
export function answer(content: AnswerContent, frame: LetterFrame): Wording {
  switch (content.kind) {
    case 'answer-ready':
      return content.answer === 'package' ? theCopy(content, frame) : nothingHeld(content, frame);
    case 'portable-data':
      return {
        subject: subject('Dina uppgifter i maskinläsbar form', frame),
        blocks: [
          ...portable(content, frame),
          say(
            'Med finns uppgifter som du själv har lämnat eller som kommer av hur du har använt våra tjänster. Det gäller bara sådant som vi behandlar automatiskt med stöd av samtycke eller avtal (artikel 20 i dataskyddsförordningen). Slutsatser som vi själva har dragit är inte med, och inte heller uppgifter som vi behandlar på annan grund. Dem kan du få i ett registerutdrag.',
          ),
          ...leftOut(content.leftOut),
          ...remedies(frame),
        ],
      };
    case 'recipients':
      return {
        subject: subject('Vilka som har fått dina uppgifter', frame),
        blocks: [
          ...(content.recipients.length === 0
            ? [say('Vi hittar ingen som har fått uppgifter om dig av oss.')]
            : [say('Dessa har fått uppgifter om dig av oss:'), list(content.recipients.map(recipient))]),
          say(
            'En mottagare som själv bestämmer över uppgifterna svarar för sin egen behandling. Vill du att den slutar kan du också vända dig dit.',
          ),
          standing(),
          ...remedies(frame),
        ],
      };
    case 'supplement-ready':
      return {
        subject: subject('Komplettering av ditt registerutdrag', frame),
        blocks: [
          say(
            'Det som saknades i vårt tidigare svar, eller en del av det, är klart. Du hämtar kompletteringen på sidan för ditt ärende.',
          ),
          link('Hämta kompletteringen', content.statusLink),
          fetchedUntil(content.availableUntil, frame),
          ...ifLate(content.lastDay, frame),
          ...missing(content.missing),
          ...leftOut(content.leftOut),
          standing(),
          ...remedies(frame),
        ],
      };
  }
}

function theCopy(content: Extract<Content<'answer-ready'>, { answer: 'package' }>, frame: LetterFrame): Wording {
  return {
    subject: subject('Ditt registerutdrag är klart', frame),
    blocks: [
      say(
        `Svaret på din begäran om ${namedRights(frame)} är klart. Du hämtar det på sidan för ditt ärende. Av säkerhetsskäl behövs en ny kod varje gång du hämtar det.`,
      ),
      link('Hämta svaret', content.statusLink),
      fetchedUntil(content.availableUntil, frame),
      ...ifLate(content.lastDay, frame),
      say(
        'I svaret står varför vi behandlar uppgifterna och vilka slag det är. Där står också vad vårt register säger om vilka som får dem, hur länge de sparas, varifrån de kommer och om något beslutas automatiskt. För varje system står vad sökningen inte läser. Sist står vilka andra rättigheter du har.',
      ),
      ...missing(content.missing),
      ...leftOut(content.leftOut),
      standing(),
      ...remedies(frame),
    ],
  };
}

function nothingHeld(
  content: Extract<Content<'answer-ready'>, { answer: 'nothing-held' }>,
  frame: LetterFrame,
): Wording {
  return {
    subject: subject('Svar på din begäran', frame),
    blocks: [
      sentences(
        ...searchCameTo(content),
        content.othersGiven ? 'Övriga uppgifter du angav har vi inte kunnat kontrollera att de är dina.' : '',
      ),
      ...ifLate(content.lastDay, frame),
      say(
        'I svaret på sidan för ditt ärende står vilka system vi har sökt i, vad det gav i vart och ett och vad sökningen inte läser där.',
      ),
      say('Uppgifterna om det här ärendet sparar vi en tid, för att kunna visa hur vi har svarat.'),
      say(
        content.uncertain > 0
          ? 'Vill du hjälpa oss att avgöra det, svara på detta, till exempel med fler e-postadresser, telefonnummer eller kundnummer. En medarbetare läser ditt svar.'
          : 'Tror du att vi har uppgifter om dig på ett annat sätt, svara på detta och berätta hur. En medarbetare läser ditt svar.',
      ),
      ...missing(content.missing),
      standing(),
      ...remedies(frame),
      link('Till ditt ärende', content.statusLink),
    ],
  };
}

/** What came of the search where no record is known to be the person's. */
function searchCameTo({
  address,
  uncertain,
}: Extract<Content<'answer-ready'>, { answer: 'nothing-held' }>): readonly string[] {
  const by = address ?? 'det som du har visat är ditt';
  if (uncertain === 0) return [`Vi hittar inga uppgifter kopplade till ${by}.`];
  return [
    `Vi har sökt på ${by} och hittat ${uncertain === 1 ? '1 post' : `${uncertain} poster`} som kan handla om dig.`,
    `Vi kunde inte avgöra det, så ${uncertain === 1 ? 'den' : 'de'} ingår inte i svaret.`,
  ];
}

const formatNames = {
  JSON: 'JSON (strukturerad text)',
  CSV: 'CSV (tabeller som kan öppnas i ett kalkylprogram)',
  XML: 'XML (strukturerad text)',
} as const;

function portable(content: Content<'portable-data'>, frame: LetterFrame): readonly Block[] {
  switch (content.delivery) {
    case 'file':
      return [
        say(
          `Dina uppgifter finns att hämta i ${joined(content.formats.map((format) => formatNames[format]))}. Det är öppna format som andra tjänster kan läsa in.`,
        ),
        link('Hämta uppgifterna', content.statusLink),
        fetchedUntil(content.availableUntil, frame),
      ];
    case 'transferred':
      return [
        say(
          `Vi har överfört dina uppgifter till ${content.to}, som den ${day(content.confirmedOn)} bekräftade att de har kommit fram.`,
        ),
      ];
  }
}

function recipient({ name, told }: NamedRecipient): string {
  if (told === null) return name;
  return 'on' in told
    ? `${name}: underrättad den ${day(told.on)}`
    : `${name}: inte underrättad. ${sentence(told.notBecause)}`;
}
