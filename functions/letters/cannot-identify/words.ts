import { say, list, sentences, sentence } from '../blocks.ts';
import type { Words } from '../letter.ts';
import * as inEnglish from '../phrases/en.ts';
import * as inSwedish from '../phrases/sv.ts';
import type { Content } from './letter.ts';

export const swedish: Words<Content> = {
  title: 'Uppgifterna går inte att hitta',
  words: (content, frame) => ({
    subject: inSwedish.subject('Vi kan inte avgöra vilka uppgifter som är dina', frame),
    blocks: [
      say(
        'Vi kan inte göra det du begärt, eftersom vi inte kan avgöra vilka uppgifter som gäller dig (artikel 11 i dataskyddsförordningen).',
      ),
      sentences(
        content.why === 'not-tied-to-anybody'
          ? 'Skälet är att uppgifterna inte är kopplade till någon bestämd person.'
          : 'Skälet är att det du har angett inte räcker för att hitta rätt uppgifter.',
        sentence(content.explanation),
      ),
      say('Med detta kan vi leta igen:'),
      list(content.wouldHelp),
      say('Svara på detta meddelande, så fortsätter vi. Du måste inte lämna fler uppgifter.'),
      ...inSwedish.ifLate(content.lastDay, frame),
      ...inSwedish.remedies(frame),
    ],
  }),
};

export const english: Words<Content> = {
  title: 'The data cannot be found',
  words: (content, frame) => ({
    subject: inEnglish.subject('We cannot tell which data are yours', frame),
    blocks: [
      say(
        'We cannot do what you asked for, because we are not in a position to tell which data concern you (Article 11 GDPR).',
      ),
      sentences(
        content.why === 'not-tied-to-anybody'
          ? 'The reason is that the data are not tied to any particular person.'
          : 'The reason is that what you gave us is not enough to find the right data.',
        sentence(content.explanation),
      ),
      say('With this we can look again:'),
      list(content.wouldHelp),
      say('Reply to this message and we will continue. You do not have to give more data.'),
      ...inEnglish.ifLate(content.lastDay, frame),
      ...inEnglish.remedies(frame),
    ],
  }),
};
