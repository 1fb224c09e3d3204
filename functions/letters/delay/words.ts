import { link, sentences } from '../blocks.ts';
import type { Words } from '../letter.ts';
import * as inEnglish from '../phrases/en.ts';
import * as inSwedish from '../phrases/sv.ts';
import type { Content } from './letter.ts';

export const swedish: Words<Content> = {
  title: 'Så står ärendet',
  words: (content, frame) => ({
    subject: inSwedish.subject('Ditt ärende är inte klart', frame),
    blocks: [
      sentences(
        // The last day for the answer can change between the decision to send this letter and its writing. So that day
        // may still be in the future.
        content.due > frame.today
          ? `Vi är inte klara med ${inSwedish.theirs(frame)}, och det beklagar vi. ${inSwedish.answeredBy(content.due, frame)}`
          : `Du skulle ha fått svar på ${inSwedish.theirs(frame)} senast den ${inSwedish.day(content.due)}. Vi är inte klara, och det beklagar vi.`,
        'Ärendet är inte avslutat. Du behöver inte göra något nytt, om vi inte väntar på svar eller en kod från dig.',
      ),
      ...inSwedish.remedies(frame),
      link('Följ ditt ärende', content.statusLink),
    ],
  }),
};

export const english: Words<Content> = {
  title: 'How the case stands',
  words: (content, frame) => ({
    subject: inEnglish.subject('Your case is not finished', frame),
    blocks: [
      sentences(
        // The last day for the answer can change between the decision to send this letter and its writing. So that day
        // may still be in the future.
        content.due > frame.today
          ? `We have not finished with ${inEnglish.theirs(frame)}, and we apologise. ${inEnglish.answeredBy(content.due, frame)}`
          : `You should have had an answer to ${inEnglish.theirs(frame)} by ${inEnglish.day(content.due)}. We have not finished, and we apologise.`,
        'The case is not closed. You need not do anything new, unless we are waiting for an answer or a code from you.',
      ),
      ...inEnglish.remedies(frame),
      link('Follow your case', content.statusLink),
    ],
  }),
};
