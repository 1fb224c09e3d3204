import { heading, link, list, say, sentence, sentences } from '../blocks.ts';
import type { DecisionContent } from '../content/decisions.ts';
import type { Block, LetterFrame, Wording } from '../letter.ts';
import { hasPassed } from '../passed.ts';
import { writtenMoney } from '../written.ts';
import { day, refused, remedies, review, subject, theirs, theirsInShort } from './phrases.ts';

type Content<Kind extends DecisionContent['kind']> = Extract<DecisionContent, { kind: Kind }>;

/** Decisions with their reasons and remedies, in English. */
export function decisions(content: DecisionContent, frame: LetterFrame): Wording {
  switch (content.kind) {
    case 'refusal':
      return {
        subject: subject(`Decision on ${theirsInShort(frame)}`, frame),
        blocks: [
          say(`We refuse ${content.scope === 'whole' ? 'the whole' : 'a part'} of ${theirs(frame)}.`),
          say('This is what we refuse, and why:'),
          refused(content.items),
          ...(content.scope === 'part' ? granted(content.granted, frame) : []),
          ...(content.late ? [say('This decision should have been sent earlier. We apologise for the delay.')] : []),
          review(frame),
          ...remedies(frame),
        ],
      };
    case 'fee':
      return {
        subject: subject('A fee for your request', frame),
        blocks: [
          sentences(
            content.basis === 'further-copy'
              ? 'Your request is for a further copy of data that you already have received. The first copy is always free of charge (Article 15(3) GDPR).'
              : 'We find that your request is excessive (Article 12(5) GDPR). The first copy of the data is always free of charge.',
            sentence(content.facts),
          ),
          sentences(
            `We charge ${writtenMoney(content.amount, 'en')}. That is what it costs us:`,
            sentence(content.costs),
            ...(content.begun ? [] : ['We have not started the work yet.']),
          ),
          say(
            `Tell us ${hasPassed(content.answerBy, frame) ? 'as soon as you can' : `no later than ${day(content.answerBy)}`} if you want to pay, withdraw the request or narrow it. If you do not answer, we charge nothing and go on only with what is free of charge.`,
          ),
          ...remedies(frame),
          link('To your case', content.statusLink),
        ],
      };
    case 'objection-decision':
      return {
        subject: subject('Decision on your objection', frame),
        blocks: [...objection(content), ...(content.decision.outcome === 'continues' ? remedies(frame) : [])],
      };
    case 'automated-decision':
      return {
        subject: subject('How the automated decision was made', frame),
        blocks: [
          say(`This is about ${content.what}. The decision was made automatically on ${day(content.decidedOn)}.`),
          heading('How it works'),
          say(sentence(content.logic)),
          heading('What it means'),
          say(sentence(content.significance)),
          heading('What it leads to'),
          say(sentence(content.consequences)),
          ...(content.otherwise === undefined
            ? []
            : [heading('What would have led to another result'), say(sentence(content.otherwise))]),
          heading('A human has examined the decision'),
          sentences(
            `${content.reviewer} has gone through the decision and ${content.result === 'changed' ? 'changed it' : 'upholds it'}.`,
            sentence(content.resultReason),
          ),
          say('You may say what you think and contest the decision (Article 22(3)). Reply to this message.'),
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
    ? [say(`We go on with the rest of ${theirsInShort(frame)}.`)]
    : [say('This we do as you asked:'), list(what)];
}

function objection({ about, decision }: Content<'objection-decision'>): readonly Block[] {
  const what =
    about.kind === 'processing' ? about.what : `that we keep data about this case until ${day(about.keptUntil)}`;
  const intro = say(`You have objected to this: ${sentence(what)}`);
  const meanwhile =
    about.kind === 'processing' && about.restrictedMeanwhile
      ? [say('While we examined your objection, the processing was restricted (Article 18(1)(d)).')]
      : [];
  switch (decision.outcome) {
    case 'stopped':
      return [intro, say(`You are right. As of ${day(decision.from)} it is to stop.`), ...meanwhile];
    case 'continues':
      return [
        intro,
        sentences(
          'We go on.',
          decision.ground === 'compelling-grounds'
            ? 'We have compelling legitimate grounds that override your interests (Article 21(1) GDPR).'
            : 'We need the data for legal claims (Article 21(1) GDPR).',
          `The reason is this: ${sentence(decision.reason)}`,
        ),
        ...meanwhile,
      ];
  }
}
