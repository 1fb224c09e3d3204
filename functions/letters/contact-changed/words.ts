import { say } from '../blocks.ts';
import type { Words } from '../letter.ts';
import * as inEnglish from '../phrases/en.ts';
import * as inSwedish from '../phrases/sv.ts';
import type { Content } from './letter.ts';

export const swedish: Words<Content> = {
  title: 'Kontaktadressen byts',
  words: (content, frame) => ({
    subject: inSwedish.subject('En ny kontaktväg i ett ärende', frame),
    blocks: [
      say(
        `Den ${inSwedish.day(content.changedDate)} antecknades en ny kontaktväg i ärendet. Vi har hittills skrivit hit.`,
      ),
      say('Var det du som bad om det behöver du inte göra något.'),
      say(
        `Var det inte du, svara genast på det här meddelandet eller skriv till ${frame.controller.email}. Vi måste få veta det snabbt för att kunna stoppa ändringen.`,
      ),
    ],
  }),
};

export const english: Words<Content> = {
  title: 'The contact address is being changed',
  words: (content, frame) => ({
    subject: inEnglish.subject('A new contact in a case', frame),
    blocks: [
      say(
        `On ${inEnglish.day(content.changedDate)} a new contact was noted in the case. Until now we have written here.`,
      ),
      say('If it was you who asked for that, you need not do anything.'),
      say(
        `If this was not you, reply at once or write to ${frame.controller.email}. We must know quickly to be able to stop the change.`,
      ),
    ],
  }),
};
