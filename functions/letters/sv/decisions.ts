import { heading, link, list, say, sentence, sentences } from '../blocks.ts';
import type { DecisionContent } from '../content/decisions.ts';
import type { Block, LetterFrame, Wording } from '../letter.ts';
import { hasPassed } from '../passed.ts';
import { writtenMoney } from '../written.ts';
import { day, refused, remedies, review, subject, theirs, theirsInShort } from './phrases.ts';

type Content<Kind extends DecisionContent['kind']> = Extract<DecisionContent, { kind: Kind }>;

/** Decisions with their reasons and remedies, in Swedish. */
export function decisions(content: DecisionContent, frame: LetterFrame): Wording {
  switch (content.kind) {
    case 'refusal':
      return {
        subject: subject(`Beslut om ${theirsInShort(frame)}`, frame),
        blocks: [
          say(`Vi avslår ${content.scope === 'whole' ? 'helt' : 'delvis'} ${theirs(frame)}.`),
          say('Det här avslår vi, och här står varför:'),
          refused(content.items),
          ...(content.scope === 'part' ? granted(content.granted, frame) : []),
          ...(content.late ? [say('Beslutet borde ha skickats tidigare. Vi beklagar dröjsmålet.')] : []),
          review(frame),
          ...remedies(frame),
        ],
      };
    case 'fee':
      return {
        subject: subject('Avgift för din begäran', frame),
        blocks: [
          sentences(
            content.basis === 'further-copy'
              ? 'Din begäran gäller ytterligare en kopia av uppgifter som du redan har fått. Den första kopian är alltid gratis (artikel 15.3 i dataskyddsförordningen).'
              : 'Vi bedömer att din begäran är orimlig (artikel 12.5 i dataskyddsförordningen). Den första kopian av uppgifterna är alltid gratis.',
            sentence(content.facts),
          ),
          sentences(
            `Vi tar ut ${writtenMoney(content.amount, 'sv')}. Det motsvarar våra kostnader:`,
            sentence(content.costs),
            ...(content.begun ? [] : ['Vi har inte börjat med arbetet ännu.']),
          ),
          say(
            `Säg till ${hasPassed(content.answerBy, frame) ? 'så snart du kan' : `senast den ${day(content.answerBy)}`} om du vill betala, dra tillbaka begäran eller begränsa den. Svarar du inte tar vi ingen avgift och fortsätter bara med det som är kostnadsfritt.`,
          ),
          ...remedies(frame),
          link('Till ditt ärende', content.statusLink),
        ],
      };
    case 'objection-decision':
      return {
        subject: subject('Beslut om din invändning', frame),
        blocks: [...objection(content), ...(content.decision.outcome === 'continues' ? remedies(frame) : [])],
      };
    case 'automated-decision':
      return {
        subject: subject('Så kom det automatiska beslutet till', frame),
        blocks: [
          say(`Det gäller ${content.what}. Beslutet fattades automatiskt den ${day(content.decidedOn)}.`),
          heading('Så fungerar det'),
          say(sentence(content.logic)),
          heading('Vad det betyder'),
          say(sentence(content.significance)),
          heading('Vad det leder till'),
          say(sentence(content.consequences)),
          ...(content.otherwise === undefined
            ? []
            : [heading('Vad som hade gett ett annat resultat'), say(sentence(content.otherwise))]),
          heading('En människa har prövat beslutet'),
          sentences(
            `${content.reviewer} har gått igenom beslutet och ${content.result === 'changed' ? 'ändrat det' : 'låter det stå fast'}.`,
            sentence(content.resultReason),
          ),
          say('Du kan säga vad du tycker och bestrida beslutet (artikel 22.3). Svara på detta.'),
          ...remedies(frame),
        ],
      };
  }
}

function granted(
  what: Extract<Content<'refusal'>, { scope: 'part' }>['granted'],
  frame: LetterFrame,
): readonly Block[] {
  return what === 'the-rest'
    ? [say(`Resten av ${theirsInShort(frame)} fortsätter vi med.`)]
    : [say('Detta gör vi som du har begärt:'), list(what)];
}

function objection({ about, decision }: Content<'objection-decision'>): readonly Block[] {
  const what =
    about.kind === 'processing'
      ? about.what
      : `att vi sparar uppgifter om det här ärendet till och med den ${day(about.keptUntil)}`;
  const intro = say(`Du har invänt mot detta: ${sentence(what)}`);
  const meanwhile =
    about.kind === 'processing' && about.restrictedMeanwhile
      ? [say('Medan vi prövade din invändning var behandlingen begränsad (artikel 18.1 d).')]
      : [];
  switch (decision.outcome) {
    case 'stopped':
      return [intro, say(`Du får rätt. Från och med den ${day(decision.from)} ska det upphöra.`), ...meanwhile];
    case 'continues':
      return [
        intro,
        sentences(
          'Vi fortsätter.',
          decision.ground === 'compelling-grounds'
            ? 'Vi har tvingande berättigade skäl som väger tyngre än dina intressen (artikel 21.1 i dataskyddsförordningen).'
            : 'Vi behöver uppgifterna för rättsliga anspråk (artikel 21.1 i dataskyddsförordningen).',
          `Skälet är detta: ${sentence(decision.reason)}`,
        ),
        ...meanwhile,
      ];
  }
}
