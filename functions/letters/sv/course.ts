import { choices, link, list, say, sentence, sentences } from '../blocks.ts';
import type { CourseContent } from '../content/course.ts';
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
  theirs,
  theirsInShort,
  timeWhenAsked,
} from './phrases.ts';

/** How the case goes on, in Swedish. */
export function course(content: CourseContent, frame: LetterFrame): Wording {
  switch (content.kind) {
    case 'clarification-request':
      return {
        subject: subject(
          frame.matter === 'request' ? 'Hjälp oss att förstå vad du vill ha' : 'Hjälp oss att förstå vad du menar',
          frame,
        ),
        blocks: [
          ...(content.why === 'large-amount'
            ? [
                say(
                  'Din begäran kan omfatta en stor mängd uppgifter. Vill du bara ha en del av dem? Kryssa då i vad det gäller:',
                ),
                choices([...content.choices, 'Allt']),
              ]
            : [sentences('Vi är osäkra på vad du menar.', sentence(content.question))]),
          frame.matter === 'request'
            ? say('Du får alltid svara att du vill ha allt. Du behöver inte säga varför. Svara på detta meddelande.')
            : say('Svara på detta meddelande.'),
          timeWhenAsked(content.time, frame),
          link('Till ditt ärende', content.statusLink),
        ],
      };
    case 'extension':
      return {
        subject: subject('Vi behöver mer tid', frame),
        blocks: [
          say(
            `Vi förlänger svarstiden för ${theirs(frame)} till senast den ${day(content.extendedDue)} enligt artikel 12.3 i dataskyddsförordningen.`,
          ),
          sentences(
            `Skälet är ${content.category === 'complexity' ? 'att begäran är komplicerad' : 'antalet begäranden'}.`,
            sentence(content.reason),
          ),
          ...(content.available.length === 0 ? [] : [say('Detta kan du hämta redan nu:'), list(content.available)]),
          complaint(frame),
          link('Följ ditt ärende', content.statusLink),
        ],
      };
    case 'no-reply':
      return {
        subject: subject('Vi har avslutat ditt ärende eftersom vi inte fått något svar', frame),
        blocks: [
          say(
            `Vi frågade dig den ${day(content.askedDate)} ${content.askedAbout === 'identity' ? 'om något som visar att det är du' : 'vad din begäran gäller'}. Vi har inte fått något svar. Utan det kan vi inte göra det du begärt, och därför har vi avslutat ärendet.`,
          ),
          say('Svara på detta, så öppnar vi ärendet igen. Du behöver inte börja om.'),
          ...remedies(frame),
          link('Till ditt ärende', content.statusLink),
        ],
      };
    case 'withdrawal-confirmed':
      return {
        subject: subject(`Du har tagit tillbaka ${theirsInShort(frame)}`, frame),
        blocks: [
          say(`Du har tagit tillbaka ${theirsInShort(frame)}. Vi gör inget mer i ärendet.`),
          ...(content.erasureReviewed
            ? [
                say(
                  'Du skrev också att vi ska sluta använda det vi har fått. Vi prövar om det ska raderas (artikel 17.1 b i dataskyddsförordningen) och återkommer om det.',
                ),
              ]
            : []),
          say(
            hasPassed(content.undoUntil, frame)
              ? 'Var det inte du, eller har du ändrat dig? Skriv då till oss igen. Det kan du alltid göra.'
              : `Var det inte du, eller har du ändrat dig? Svara på detta senast den ${day(content.undoUntil)}, så fortsätter vi där vi slutade. Du kan också alltid ${frame.matter === 'request' ? 'göra en ny begäran' : 'skriva till oss igen'}.`,
          ),
          link('Till ditt ärende', content.statusLink),
        ],
      };
    case 'delay':
      return {
        subject: subject('Ditt ärende är inte klart', frame),
        blocks: [
          sentences(
            // The date may have been moved since the letter was owed.
            content.due > frame.today
              ? `Vi är inte klara med ${theirs(frame)}, och det beklagar vi. ${answeredBy(content.due, frame)}`
              : `Du skulle ha fått svar på ${theirs(frame)} senast den ${day(content.due)}. Vi är inte klara, och det beklagar vi.`,
            'Ärendet är inte avslutat. Du behöver inte göra något nytt, om vi inte väntar på svar eller en kod från dig.',
          ),
          ...remedies(frame),
          link('Följ ditt ärende', content.statusLink),
        ],
      };
    case 'reopened':
      return {
        subject: subject('Vi har öppnat ditt ärende igen', frame),
        blocks: [
          sentences(
            `Vi har öppnat ${frame.matter === 'request' ? `ditt ärende om ${namedRights(frame)}` : `ärendet om ${theirs(frame)}`} igen och fortsätter där vi slutade.`,
            answeredBy(content.due, frame),
          ),
          ...remediesWhenLate(content.due, frame),
          link('Följ ditt ärende', content.statusLink),
        ],
      };
  }
}
