import { say, list, sentence } from '../blocks.ts';
import type { Words } from '../letter.ts';
import * as inEnglish from '../phrases/en.ts';
import * as inSwedish from '../phrases/sv.ts';
import type { Content } from './letter.ts';

export const swedish: Words<Content> = {
  title: 'Rättat',
  words: (content, frame) => ({
    subject: inSwedish.subject('Vi har rättat dina uppgifter', frame),
    blocks: [
      say(`Den ${inSwedish.day(content.doneOn)} gjorde vi detta:`),
      list(content.changes.map(({ what, how }) => `${what}: ${how === 'corrected' ? 'rättat' : 'kompletterat'}`)),
      ...inSwedish.notified(content.notified),
      ...(content.unchanged.length === 0
        ? []
        : [
            say('Detta har vi inte ändrat. Vi har kontrollerat det och funnit att det är riktigt (artikel 16):'),
            list(content.unchanged.map(({ what, reason }) => `${what}: ${sentence(reason)}`)),
            ...inSwedish.remedies(frame),
          ]),
    ],
  }),
};

export const english: Words<Content> = {
  title: 'Rectified',
  words: (content, frame) => ({
    subject: inEnglish.subject('We have corrected your data', frame),
    blocks: [
      say(`On ${inEnglish.day(content.doneOn)} we did this:`),
      list(content.changes.map(({ what, how }) => `${what}: ${how === 'corrected' ? 'corrected' : 'completed'}`)),
      ...inEnglish.notified(content.notified),
      ...(content.unchanged.length === 0
        ? []
        : [
            say('We have not changed this. We have checked it and found that it is right (Article 16):'),
            list(content.unchanged.map(({ what, reason }) => `${what}: ${sentence(reason)}`)),
            ...inEnglish.remedies(frame),
          ]),
    ],
  }),
};
