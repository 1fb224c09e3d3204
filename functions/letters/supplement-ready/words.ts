import { say, link } from '../blocks.ts';
import type { Words } from '../letter.ts';
import * as inEnglish from '../phrases/en.ts';
import * as inSwedish from '../phrases/sv.ts';
import type { Content } from './letter.ts';

export const swedish: Words<Content> = {
  title: 'En komplettering är klar',
  words: (content, frame) => ({
    subject: inSwedish.subject('Komplettering av ditt registerutdrag', frame),
    blocks: [
      say(
        'Det som saknades i vårt tidigare svar, eller en del av det, är klart. Du hämtar kompletteringen på sidan för ditt ärende.',
      ),
      link('Hämta kompletteringen', content.statusLink),
      inSwedish.fetchedUntil(content.availableUntil, frame),
      ...inSwedish.ifLate(content.lastDay, frame),
      ...inSwedish.missing(content.missing),
      ...inSwedish.leftOut(content.leftOut, frame),
      inSwedish.standing(),
      ...inSwedish.remedies(frame),
    ],
  }),
};

export const english: Words<Content> = {
  title: 'A supplement is ready',
  words: (content, frame) => ({
    subject: inEnglish.subject('Supplement to the copy of your personal data', frame),
    blocks: [
      say(
        'What was missing from our earlier answer, or a part of it, is ready. You fetch the supplement on the page of your case.',
      ),
      link('Fetch the supplement', content.statusLink),
      inEnglish.fetchedUntil(content.availableUntil, frame),
      ...inEnglish.ifLate(content.lastDay, frame),
      ...inEnglish.missing(content.missing),
      ...inEnglish.leftOut(content.leftOut, frame),
      inEnglish.standing(),
      ...inEnglish.remedies(frame),
    ],
  }),
};
