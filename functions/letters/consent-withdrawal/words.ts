import { say, list, sentence } from '../blocks.ts';
import type { Words } from '../letter.ts';
import * as inEnglish from '../phrases/en.ts';
import * as inSwedish from '../phrases/sv.ts';
import type { Content } from './letter.ts';

export const swedish: Words<Content> = {
  title: 'Återkallat samtycke',
  words: (content, frame) => ({
    subject: inSwedish.subject('Vi har antecknat att du tar tillbaka ditt samtycke', frame),
    blocks: [
      say(
        `Den ${inSwedish.day(content.recordedOn)} antecknade vi att du tar tillbaka ditt samtycke. Från och med den ${inSwedish.day(content.from)} ska detta upphöra:`,
      ),
      list(content.stopped),
      inSwedish.doneIn(content.doneIn),
      say(
        'Att du tar tillbaka samtycket ändrar inte om det vi gjorde dessförinnan var tillåtet (artikel 7.3 i dataskyddsförordningen).',
      ),
      ...(content.continuing.length === 0
        ? []
        : [
            say('Detta fortsätter, eftersom det vilar på en annan grund:'),
            list(content.continuing.map(({ what, basis }) => `${what}: ${sentence(basis)}`)),
            inSwedish.complaint(frame),
          ]),
    ],
  }),
};

export const english: Words<Content> = {
  title: 'Consent withdrawn',
  words: (content, frame) => ({
    subject: inEnglish.subject('We have noted that you withdraw your consent', frame),
    blocks: [
      say(
        `On ${inEnglish.day(content.recordedOn)} we noted that you withdraw your consent. As of ${inEnglish.day(content.from)} this is to stop:`,
      ),
      list(content.stopped),
      inEnglish.doneIn(content.doneIn),
      say('Your withdrawal does not change whether what we did before was lawful (Article 7(3) GDPR).'),
      ...(content.continuing.length === 0
        ? []
        : [
            say('This continues, because it rests on another basis:'),
            list(content.continuing.map(({ what, basis }) => `${what}: ${sentence(basis)}`)),
            inEnglish.complaint(frame),
          ]),
    ],
  }),
};
