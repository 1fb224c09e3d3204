import { say, sentences, sentence } from '../blocks.ts';
import type { Block, Words } from '../letter.ts';
import * as inEnglish from '../phrases/en.ts';
import * as inSwedish from '../phrases/sv.ts';
import type { Content } from './letter.ts';

export const swedish: Words<Content> = {
  title: 'Beslut om en invändning',
  words: (content, frame) => ({
    subject: inSwedish.subject('Beslut om din invändning', frame),
    blocks: [...objectionSv(content), ...(content.decision.outcome === 'continues' ? inSwedish.remedies(frame) : [])],
  }),
};

export const english: Words<Content> = {
  title: 'Decision on an objection',
  words: (content, frame) => ({
    subject: inEnglish.subject('Decision on your objection', frame),
    blocks: [...objectionEn(content), ...(content.decision.outcome === 'continues' ? inEnglish.remedies(frame) : [])],
  }),
};

function objectionSv({ about, decision }: Content): readonly Block[] {
  const what =
    about.kind === 'processing'
      ? about.what
      : `att vi sparar uppgifter om det här ärendet till och med den ${inSwedish.day(about.keptUntil)}`;
  const intro = say(`Du har invänt mot detta: ${sentence(what)}`);
  const meanwhile =
    about.kind === 'processing' && about.restrictedMeanwhile
      ? [say('Medan vi prövade din invändning var behandlingen begränsad (artikel 18.1 d).')]
      : [];
  switch (decision.outcome) {
    case 'stopped':
      return [
        intro,
        say(`Du får rätt. Från och med den ${inSwedish.day(decision.from)} ska det upphöra.`),
        ...meanwhile,
      ];
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

function objectionEn({ about, decision }: Content): readonly Block[] {
  const what =
    about.kind === 'processing'
      ? about.what
      : `that we keep data about this case until ${inEnglish.day(about.keptUntil)}`;
  const intro = say(`You have objected to this: ${sentence(what)}`);
  const meanwhile =
    about.kind === 'processing' && about.restrictedMeanwhile
      ? [say('While we examined your objection, the processing was restricted (Article 18(1)(d)).')]
      : [];
  switch (decision.outcome) {
    case 'stopped':
      return [intro, say(`You are right. As of ${inEnglish.day(decision.from)} it will stop.`), ...meanwhile];
    case 'continues':
      return [
        intro,
        sentences(
          'We will continue.',
          decision.ground === 'compelling-grounds'
            ? 'We have compelling legitimate grounds that override your interests (Article 21(1) GDPR).'
            : 'We need the data for legal claims (Article 21(1) GDPR).',
          `The reason is this: ${sentence(decision.reason)}`,
        ),
        ...meanwhile,
      ];
  }
}
