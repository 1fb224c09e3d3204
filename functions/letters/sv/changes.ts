import { list, say, sentence } from '../blocks.ts';
import type { ChangeContent, KeptItem } from '../content/changes.ts';
import type { Block, LetterFrame, Wording } from '../letter.ts';
import { hasPassed } from '../passed.ts';
import { complaint, day, joined, notified, remedies, subject } from './phrases.ts';

type Content<Kind extends ChangeContent['kind']> = Extract<ChangeContent, { kind: Kind }>;

/** What was done with the data, in Swedish. */
export function changes(content: ChangeContent, frame: LetterFrame): Wording {
  switch (content.kind) {
    case 'rectified':
      return {
        subject: subject('Vi har rättat dina uppgifter', frame),
        blocks: [
          say(`Den ${day(content.doneOn)} gjorde vi detta:`),
          list(content.changes.map(({ what, how }) => `${what}: ${how === 'corrected' ? 'rättat' : 'kompletterat'}`)),
          ...notified(content.notified),
          ...(content.unchanged.length === 0
            ? []
            : [
                say('Detta har vi inte ändrat. Vi har kontrollerat det och funnit att det är riktigt (artikel 16):'),
                list(content.unchanged.map(({ what, reason }) => `${what}: ${sentence(reason)}`)),
                ...remedies(frame),
              ]),
        ],
      };
    case 'erased':
      return { subject: subject('Vi har raderat dina uppgifter', frame), blocks: erasure(content, frame) };
    case 'restricted':
      return {
        subject: subject('Vi har begränsat behandlingen av dina uppgifter', frame),
        blocks: [
          say(`Från och med den ${day(content.setOn)} är detta märkt som begränsat hos oss:`),
          list(content.marked),
          say(`Skälet är att ${restrictionGround(content.ground)}`),
          say(
            'Vi lagrar uppgifterna. I övrigt använder vi dem bara om du samtycker, för rättsliga anspråk, för att skydda någon annans rättigheter eller för ett viktigt allmänintresse (artikel 18.2).',
          ),
          ...(content.reviewOn === null ? [] : [say(`Vi prövar begränsningen igen den ${day(content.reviewOn)}.`)]),
          say('Du får besked innan begränsningen upphör.'),
          ...notified(content.notified),
        ],
      };
    case 'restriction-ends':
      return {
        subject: subject('Begränsningen av dina uppgifter upphör', frame),
        blocks: [
          say(
            `Begränsningen av dina uppgifter (${joined(content.marked)}) upphör den ${day(content.liftedOn)}. Den gäller fram till dess.`,
          ),
          say(`Skälet är detta: ${sentence(content.reason)}`),
          say('Har du något att säga om det, svara på detta före den dagen.'),
          complaint(frame),
        ],
      };
    case 'marketing-stop':
      return {
        subject: subject('Vi har antecknat att du inte vill ha reklam', frame),
        blocks: [
          say(
            `Den ${day(content.recordedOn)} antecknade vi att du inte vill ha direktreklam från oss${content.channels.length === 0 ? '' : ` med ${joined(content.channels.map((channel) => channelNames[channel]))}`}. Från och med den ${day(content.from)} ska du inte få det, och vi ska inte använda dina uppgifter för profilering i reklamsyfte (artikel 21.3 i dataskyddsförordningen).`,
          ),
          doneIn(content.doneIn),
          ...(content.inPrintUntil === null || hasPassed(content.inPrintUntil, frame)
            ? []
            : [say(`Något som redan är tryckt eller på väg kan komma till och med den ${day(content.inPrintUntil)}.`)]),
          say('Anteckningen om att du inte vill ha reklam behöver finnas kvar för att kunna följas.'),
        ],
      };
    case 'consent-withdrawal':
      return {
        subject: subject('Vi har antecknat att du tar tillbaka ditt samtycke', frame),
        blocks: [
          say(
            `Den ${day(content.recordedOn)} antecknade vi att du tar tillbaka ditt samtycke. Från och med den ${day(content.from)} ska detta upphöra:`,
          ),
          list(content.stopped),
          doneIn(content.doneIn),
          say(
            'Att du tar tillbaka samtycket ändrar inte om det vi gjorde dessförinnan var tillåtet (artikel 7.3 i dataskyddsförordningen).',
          ),
          ...(content.continuing.length === 0
            ? []
            : [
                say('Detta fortsätter, eftersom det vilar på en annan grund:'),
                list(content.continuing.map(({ what, basis }) => `${what}: ${sentence(basis)}`)),
                complaint(frame),
              ]),
        ],
      };
  }
}

/** Where staff say that it is done, or that it is still to be done. */
function doneIn(places: readonly string[]): Block {
  return say(
    places.length === 0
      ? 'Våra medarbetare ska föra in det i de system som berörs.'
      : `Våra medarbetare har fört in det i ${joined(places)}.`,
  );
}

const channelNames = {
  email: 'e-post',
  sms: 'sms',
  phone: 'telefon',
  post: 'vanlig post',
  'other-electronic': 'andra elektroniska kanaler',
} as const;

function erasure(content: Content<'erased'>, frame: LetterFrame): readonly Block[] {
  return [
    say(`Den ${day(content.doneOn)} raderade vi detta:`),
    list(content.erased.map(({ what, where }) => `${what} (${where})`)),
    say(
      content.backupsUntil === null
        ? 'Uppgifterna finns inte heller kvar i några säkerhetskopior.'
        : `I säkerhetskopior kan uppgifterna finnas kvar till och med den ${day(content.backupsUntil)}. Sedan skrivs de över. Till dess använder vi dem inte.`,
    ),
    ...(content.kept.length === 0
      ? []
      : [say('Detta behåller vi, och bara så länge och för det ändamål som står här:'), list(content.kept.map(kept))]),
    ...notified(content.notified),
    ...(content.published.length === 0
      ? []
      : [
          say(
            `Uppgifterna har varit offentliga. Vi har därför bett dessa att ta bort länkar och kopior (artikel 17.2): ${joined(content.published)}.`,
          ),
        ]),
    ...(content.suppressionKept
      ? [say('Vi sparar en notering om att du inte vill ha reklam. Den behövs för att spärren ska gälla.')]
      : []),
    ...(content.kept.length === 0 ? [] : remedies(frame)),
  ];
}

function kept({ what, ground, explanation, until }: KeptItem): string {
  return `${what}: ${keptGround(ground)}: ${sentence(explanation)} Det sparas till och med den ${day(until)} och raderas sedan.`;
}

function keptGround(ground: KeptItem['ground']): string {
  switch (ground) {
    case 'expression':
      return 'det behövs för yttrandefrihet och information (artikel 17.3 a)';
    case 'legal-duty':
      return 'lagen kräver att vi sparar det (artikel 17.3 b)';
    case 'public-health':
      return 'det behövs för folkhälsan (artikel 17.3 c)';
    case 'archive':
      return 'det behövs för arkiv, forskning eller statistik (artikel 17.3 d)';
    case 'legal-claims':
      return 'det behövs för rättsliga anspråk (artikel 17.3 e)';
  }
}

function restrictionGround(ground: Content<'restricted'>['ground']): string {
  switch (ground) {
    case 'accuracy-contested':
      return 'du menar att uppgifterna är fel, och vi kontrollerar det (artikel 18.1 a).';
    case 'unlawful':
      return 'behandlingen inte är tillåten, och du vill ha uppgifterna begränsade i stället för raderade (artikel 18.1 b).';
    case 'needed-for-claims':
      return 'du behöver uppgifterna för rättsliga anspråk, fast vi inte längre behöver dem (artikel 18.1 c).';
    case 'objection-pending':
      return 'du har invänt mot behandlingen, och vi prövar invändningen (artikel 18.1 d).';
  }
}
