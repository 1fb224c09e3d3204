import { say, link } from '../blocks.ts';
import type { Words } from '../letter.ts';
import * as inEnglish from '../phrases/en.ts';
import * as inSwedish from '../phrases/sv.ts';
import type { Content } from './letter.ts';

export const swedish: Words<Content> = {
  title: 'Avslutat utan svar från dig',
  words: (content, frame) => ({
    subject: inSwedish.subject('Vi har avslutat ditt ärende eftersom vi inte fått något svar', frame),
    blocks: [
      say(
        `Vi frågade dig den ${inSwedish.day(content.askedDate)} ${content.askedAbout === 'identity' ? 'om något som visar att det är du' : 'vad din begäran gäller'}. Vi har inte fått något svar. Utan det kan vi inte göra det du begärt, och därför har vi avslutat ärendet.`,
      ),
      say('Svara på det här meddelandet, så öppnar vi ärendet igen. Du behöver inte börja om.'),
      ...inSwedish.remedies(frame),
      link('Till ditt ärende', content.statusLink),
    ],
  }),
};

export const english: Words<Content> = {
  title: 'Closed without an answer from you',
  words: (content, frame) => ({
    subject: inEnglish.subject('We have closed your case because we had no answer', frame),
    blocks: [
      say(
        `On ${inEnglish.day(content.askedDate)} we asked you ${content.askedAbout === 'identity' ? 'for something that shows that it is you' : 'what your request is about'}. We have had no answer. Without it we cannot do what you asked for, and so we have closed the case.`,
      ),
      say('Reply to this message, and we will open the case again. You need not start over.'),
      ...inEnglish.remedies(frame),
      link('To your case', content.statusLink),
    ],
  }),
};
