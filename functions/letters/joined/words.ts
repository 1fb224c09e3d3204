import { say, link, sentences } from '../blocks.ts';
import type { Words } from '../letter.ts';
import * as inEnglish from '../phrases/en.ts';
import * as inSwedish from '../phrases/sv.ts';
import type { Content } from './letter.ts';

export const swedish: Words<Content> = {
  title: 'Fört samman med ett annat ärende',
  words: (content, frame) => ({
    subject: inSwedish.subject('Din begäran hör till ett ärende som vi redan har', frame),
    blocks: [
      say(
        `Vi har redan en begäran från dig om samma sak, ärende ${content.existingCase}, som kom in den ${inSwedish.day(content.existingReceivedDate)}. Vi svarar på båda där.`,
      ),
      sentences(
        'Tiden räknas från den första begäran.',
        inSwedish.answeredBy(content.due, frame),
        'Gäller det nya något annat, svara på det här meddelandet.',
      ),
      ...inSwedish.remediesWhenLate(content.due, frame),
      link('Följ ditt ärende', content.statusLink),
    ],
  }),
};

export const english: Words<Content> = {
  title: 'Joined with another case',
  words: (content, frame) => ({
    subject: inEnglish.subject('Your request belongs to a case that we already have', frame),
    blocks: [
      say(
        `We already have a request from you about the same thing, case ${content.existingCase}, which reached us on ${inEnglish.day(content.existingReceivedDate)}. We answer both there.`,
      ),
      sentences(
        'The time runs from the first request.',
        inEnglish.answeredBy(content.due, frame),
        'If the new request is about something else, reply to this message.',
      ),
      ...inEnglish.remediesWhenLate(content.due, frame),
      link('Follow your case', content.statusLink),
    ],
  }),
};
