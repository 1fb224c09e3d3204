import { say } from '../blocks.ts';
import type { Words } from '../letter.ts';
import * as inEnglish from '../phrases/en.ts';
import * as inSwedish from '../phrases/sv.ts';
import type { Content } from './letter.ts';

export const swedish: Words<Content> = {
  title: 'Ett annat bolag svarar',
  words: (content, frame) => ({
    subject: inSwedish.subject(`${inSwedish.theirsInShort(frame, true)} gäller ett annat bolag`, frame),
    blocks: [
      say(
        `${inSwedish.theirsInShort(frame, true)} gäller ${content.company}. Det är ett eget bolag i vår koncern och ansvarar själv för sina uppgifter.`,
      ),
      say('Vi har inte sökt efter några uppgifter om dig.'),
      say(
        `Vill du att vi skickar ${inSwedish.theirsInShort(frame)} vidare? Svara då ja på detta. Du kan också själv skriva till ${content.companyEmail}.`,
      ),
      inSwedish.complaint(frame),
    ],
  }),
};

export const english: Words<Content> = {
  title: 'Another company answers',
  words: (content, frame) => ({
    subject: inEnglish.subject(`${inEnglish.theirsInShort(frame, true)} concerns another company`, frame),
    blocks: [
      say(
        `${inEnglish.theirsInShort(frame, true)} concerns ${content.company}. It is a separate company in our group and is itself responsible for its data.`,
      ),
      say('We have not searched for any data about you.'),
      say(
        `Do you want us to pass ${inEnglish.theirsInShort(frame)} on? Then reply yes to this message. You can also write to ${content.companyEmail} yourself.`,
      ),
      inEnglish.complaint(frame),
    ],
  }),
};
