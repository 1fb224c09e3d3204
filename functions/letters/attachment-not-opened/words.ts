import { say, sentences } from '../blocks.ts';
import type { Words } from '../letter.ts';
import * as inEnglish from '../phrases/en.ts';
import * as inSwedish from '../phrases/sv.ts';
import type { Content } from './letter.ts';

export const swedish: Words<Content> = {
  title: 'En bilaga gick inte att öppna',
  words: (content, frame) => ({
    subject: inSwedish.subject('Vi kunde inte öppna bilagan', frame),
    blocks: [
      say('Vi kunde inte öppna bilagan. Skriv gärna din begäran direkt i mejlet.'),
      sentences(
        `Ditt mejl räknas ändå från den dag då det kom in, ${inSwedish.day(frame.receivedDate)}.`,
        inSwedish.answeredBy(content.due, frame),
      ),
      ...inSwedish.remediesWhenLate(content.due, frame),
    ],
  }),
};

export const english: Words<Content> = {
  title: 'An attachment could not be opened',
  words: (content, frame) => ({
    subject: inEnglish.subject('We could not open the attachment', frame),
    blocks: [
      say('We could not open the attachment. Please write your request in the e-mail itself.'),
      sentences(
        `Your e-mail counts all the same from the day on which it reached us, ${inEnglish.day(frame.receivedDate)}.`,
        inEnglish.answeredBy(content.due, frame),
      ),
      ...inEnglish.remediesWhenLate(content.due, frame),
    ],
  }),
};
