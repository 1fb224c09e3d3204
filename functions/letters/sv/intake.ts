import { link, say, sentences } from '../blocks.ts';
import type { IntakeContent } from '../content/intake.ts';
import type { LetterFrame, Wording } from '../letter.ts';
import { hasPassed } from '../passed.ts';
import {
  answeredBy,
  complaint,
  day,
  namedRights,
  remedies,
  remediesWhenLate,
  subject,
  theirsInShort,
} from './phrases.ts';

/** What became of a message that reached us, in Swedish. */
export function intake(content: IntakeContent, frame: LetterFrame): Wording {
  switch (content.kind) {
    case 'acknowledgement':
      return {
        subject: subject('Vi har tagit emot din begäran', frame),
        blocks: [
          say(`Vi har den ${day(frame.receivedDate)} tagit emot din begäran om ${namedRights(frame)}.`),
          ...(content.partOf === null
            ? []
            : [say(`Den kom in tillsammans med ärende ${content.partOf} och handläggs för sig.`)]),
          ...content.parts.map(({ rights, reference }) =>
            say(
              `Din begäran om ${namedRights({ rights })} handläggs för sig, som ärende ${reference}. Du får ett eget brev om det.`,
            ),
          ),
          hasPassed(content.due, frame)
            ? sentences(
                answeredBy(content.due, frame),
                'Det kostar ingenting. Skulle något ändå kosta får du veta det, och varför, i förväg.',
              )
            : say(
                `Du får svar utan onödigt dröjsmål och senast den ${day(content.due)}. Behöver vi mer tid får du besked före den dagen. Det kostar ingenting. Skulle något ändå kosta får du veta det, och varför, i förväg.`,
              ),
          say(
            frame.rights.includes('access')
              ? 'Så här går det till: vi kontrollerar att det är du som frågar, söker i våra system och skickar sedan en länk där du kan hämta svaret.'
              : 'Så här går det till: vi går igenom din begäran och berättar vad vi har gjort. Behöver vi veta något mer av dig frågar vi.',
          ),
          say('Vi skriver till dig på den här adressen. Har vi missförstått dig, svara på detta.'),
          ...remediesWhenLate(content.due, frame),
          link('Följ ditt ärende', content.statusLink),
        ],
      };
    case 'redirect':
      return {
        subject: subject(`${theirsInShort(frame, true)} kan gälla en annan verksamhet`, frame),
        blocks: [
          say(
            'En del av det vi gör sker för andra verksamheters räkning. Då är vi personuppgiftsbiträde. Om dina uppgifter finns där svarar den verksamheten. Vi kan varken bekräfta eller utesluta det.',
          ),
          say(
            content.named === null
              ? 'Vänd dig till den verksamhet som du har kontakt med, till exempel din arbetsgivare eller vårdgivare.'
              : content.named.sentOn === null
                ? `Du nämnde ${content.named.to}. Gäller det uppgifter som den verksamheten svarar för, vänd dig dit.`
                : `Vi har skickat ${theirsInShort(frame)} till ${content.named.to} den ${day(content.named.sentOn)}, eftersom du nämnde den verksamheten.`,
          ),
          ...(content.ownPartContinues
            ? [say('Det som vi själva ansvarar för går vi vidare med. Det får du ett eget svar om.')]
            : []),
          complaint(frame),
        ],
      };
    case 'complaint-acknowledgement':
      return content.about === 'complaint'
        ? {
            subject: subject('Vi har tagit emot ditt klagomål', frame),
            blocks: [
              say(`Vi har den ${day(frame.receivedDate)} tagit emot ditt klagomål.`),
              say(
                `Vi utreder det och svarar dig. Frågor om klagomålet: ${content.contact}. Har du också begärt något annat av oss går det vidare som vanligt.`,
              ),
              ...remedies(frame),
            ],
          }
        : {
            subject: subject('Vi har tagit emot ditt krav på skadestånd', frame),
            blocks: [
              say(`Vi har den ${day(frame.receivedDate)} tagit emot ditt krav på skadestånd.`),
              sentences(
                `Vi utreder det och svarar dig. Frågor om kravet: ${content.contact}.`,
                'Har du också begärt något annat av oss går det vidare som vanligt. Kravet gör varken svaret senare eller mindre.',
              ),
              say(
                'Du har rätt till ersättning om du har lidit skada av att vi brutit mot dataskyddsförordningen (artikel 82).',
              ),
              ...remedies(frame),
            ],
          };
    case 'by-post':
      return {
        subject: subject('Vi skriver till dig med vanlig post', frame),
        blocks: [
          sentences(whyPost[content.why], 'Därför skriver vi i fortsättningen till dig med vanlig post.'),
          say('Tiden för vårt svar ändras inte, och det kostar dig ingenting.'),
          say('Byter du adress, eller vill du hellre ha e-post, så hör av dig till oss.'),
        ],
      };
    case 'joined':
      return {
        subject: subject('Din begäran hör till ett ärende som vi redan har', frame),
        blocks: [
          say(
            `Vi har redan en begäran från dig om samma sak, ärende ${content.existingCase}, som kom in den ${day(content.existingReceivedDate)}. Vi svarar på båda där.`,
          ),
          sentences(
            'Tiden räknas från den första begäran.',
            answeredBy(content.due, frame),
            'Gäller det nya något annat, svara på detta.',
          ),
          ...remediesWhenLate(content.due, frame),
          link('Följ ditt ärende', content.statusLink),
        ],
      };
    case 'forwarded':
      return {
        subject: subject(`${theirsInShort(frame, true)} gäller ett annat bolag`, frame),
        blocks: [
          say(
            `${theirsInShort(frame, true)} gäller ${content.company}. Det är ett eget bolag i vår koncern och svarar själv för sina uppgifter.`,
          ),
          say('Vi har inte sökt efter några uppgifter om dig.'),
          say(
            `Vill du att vi skickar ${theirsInShort(frame)} vidare? Svara då ja på detta. Du kan också själv skriva till ${content.companyEmail}.`,
          ),
          complaint(frame),
        ],
      };
    case 'attachment-not-opened':
      return {
        subject: subject('Vi kunde inte öppna bilagan', frame),
        blocks: [
          say('Vi kunde inte öppna bilagan. Skriv gärna din begäran direkt i mejlet.'),
          sentences(
            `Ditt mejl räknas ändå från den dag då det kom in, ${day(frame.receivedDate)}.`,
            answeredBy(content.due, frame),
          ),
          ...remediesWhenLate(content.due, frame),
        ],
      };
  }
}

const whyPost = {
  bounced: 'Vårt mejl till dig kom tillbaka.',
  wish: 'Vi har antecknat att du vill ha brev med vanlig post.',
  proof: 'Vi behöver veta att brev når dig på din adress.',
} as const;
