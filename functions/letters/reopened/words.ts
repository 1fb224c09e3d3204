import { link, sentences } from '../blocks.ts';
import type { Words } from '../letter.ts';
import * as inEnglish from '../phrases/en.ts';
import * as inSwedish from '../phrases/sv.ts';
import type { Content } from './letter.ts';

export const swedish: Words<Content> = {
  title: 'Upptaget igen',
  words: (content, frame) => ({
    subject: inSwedish.subject('Vi har öppnat ditt ärende igen', frame),
    blocks: [
      sentences(
        `Vi har öppnat ${frame.matter === 'request' ? `ditt ärende om ${inSwedish.namedRights(frame)}` : `ärendet om ${inSwedish.theirs(frame)}`} igen och fortsätter där vi slutade.`,
        inSwedish.answeredBy(content.due, frame),
      ),
      ...inSwedish.remediesWhenLate(content.due, frame),
      link('Följ ditt ärende', content.statusLink),
    ],
  }),
};

export const english: Words<Content> = {
  title: 'Taken up again',
  words: (content, frame) => ({
    subject: inEnglish.subject('We have opened your case again', frame),
    blocks: [
      sentences(
        `We have opened ${frame.matter === 'request' ? `your case concerning ${inEnglish.namedRights(frame)}` : `the case of ${inEnglish.theirs(frame)}`} again and continue where we stopped.`,
        inEnglish.answeredBy(content.due, frame),
      ),
      ...inEnglish.remediesWhenLate(content.due, frame),
      link('Follow your case', content.statusLink),
    ],
  }),
};
