import { say, link } from '../blocks.ts';
import type { Words } from '../letter.ts';
import * as inEnglish from '../phrases/en.ts';
import * as inSwedish from '../phrases/sv.ts';
import type { Content } from './letter.ts';

export const swedish: Words<Content> = {
  title: 'Ny länk till ärendet',
  words: (content, frame) => ({
    subject: inSwedish.subject('Ny länk till ditt ärende', frame),
    blocks: [
      say(
        'Kontaktvägen i ditt ärende är ändrad, och vi skriver hit från och med nu. Länkarna i tidigare meddelanden fungerar inte längre. Använd den här:',
      ),
      link('Till ditt ärende', content.statusLink),
      say(`Har du inte bett om det, svara på det här meddelandet eller skriv till ${frame.controller.email}.`),
    ],
  }),
};

export const english: Words<Content> = {
  title: 'New link to the case',
  words: (content, frame) => ({
    subject: inEnglish.subject('New link to your case', frame),
    blocks: [
      say(
        'The contact in your case has been changed, and from now on we write here. The links in earlier messages do not work any more. Use this one:',
      ),
      link('To your case', content.statusLink),
      say(`If you did not ask for this, reply to this message or write to ${frame.controller.email}.`),
    ],
  }),
};
