import { say, sentence } from '../blocks.ts';
import type { Words } from '../letter.ts';
import * as inEnglish from '../phrases/en.ts';
import * as inSwedish from '../phrases/sv.ts';
import type { Content } from './letter.ts';

export const swedish: Words<Content> = {
  title: 'En begränsning upphör',
  words: (content, frame) => ({
    subject: inSwedish.subject('Begränsningen av dina uppgifter upphör', frame),
    blocks: [
      say(
        `Begränsningen av dina uppgifter (${inSwedish.joined(content.marked)}) upphör den ${inSwedish.day(content.liftedOn)}. Den gäller fram till dess.`,
      ),
      say(`Skälet är detta: ${sentence(content.reason)}`),
      say('Har du något att säga om det, svara på det här meddelandet före den dagen.'),
      inSwedish.complaint(frame),
    ],
  }),
};

export const english: Words<Content> = {
  title: 'A restriction ends',
  words: (content, frame) => ({
    subject: inEnglish.subject('The restriction of your data will be lifted', frame),
    blocks: [
      say(
        `The restriction of your data (${inEnglish.joined(content.marked)}) will be lifted on ${inEnglish.day(content.liftedOn)}. It applies until then.`,
      ),
      say(`The reason is this: ${sentence(content.reason)}`),
      say('If you have anything to say about it, reply to this message before that day.'),
      inEnglish.complaint(frame),
    ],
  }),
};
