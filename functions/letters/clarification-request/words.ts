import { say, choices, link, sentences, sentence } from '../blocks.ts';
import type { Words } from '../letter.ts';
import * as inEnglish from '../phrases/en.ts';
import * as inSwedish from '../phrases/sv.ts';
import type { Content } from './letter.ts';

export const swedish: Words<Content> = {
  title: 'Fråga om vad som menas',
  words: (content, frame) => ({
    subject: inSwedish.subject(
      frame.matter === 'request' ? 'Hjälp oss att förstå vad du vill ha' : 'Hjälp oss att förstå vad du menar',
      frame,
    ),
    blocks: [
      ...(content.why === 'large-amount'
        ? [
            say(
              'Din begäran kan omfatta en stor mängd uppgifter. Vill du bara ha en del av dem? Kryssa då i vad det gäller:',
            ),
            choices([...content.choices, 'Allt']),
          ]
        : [sentences('Vi är osäkra på vad du menar.', sentence(content.question))]),
      frame.matter === 'request'
        ? say('Du får alltid svara att du vill ha allt. Du behöver inte säga varför. Svara på detta meddelande.')
        : say('Svara på detta meddelande.'),
      inSwedish.timeWhenAsked(content.time, frame),
      link('Till ditt ärende', content.statusLink),
    ],
  }),
};

export const english: Words<Content> = {
  title: 'Question about what is meant',
  words: (content, frame) => ({
    subject: inEnglish.subject(
      frame.matter === 'request' ? 'Help us understand what you want' : 'Help us understand what you mean',
      frame,
    ),
    blocks: [
      ...(content.why === 'large-amount'
        ? [
            say(
              'Your request may cover a large amount of data. Do you only want a part of them? Then tick what it is about:',
            ),
            choices([...content.choices, 'Everything']),
          ]
        : [sentences('We are not sure what you mean.', sentence(content.question))]),
      frame.matter === 'request'
        ? say('You may always say that you want everything. You need not say why. Reply to this message.')
        : say('Reply to this message.'),
      inEnglish.timeWhenAsked(content.time, frame),
      link('To your case', content.statusLink),
    ],
  }),
};
