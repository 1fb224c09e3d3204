import { say, sentences, sentence } from '../blocks.ts';
import type { Words } from '../letter.ts';
import * as inEnglish from '../phrases/en.ts';
import * as inSwedish from '../phrases/sv.ts';
import type { Content } from './letter.ts';

export const swedish: Words<Content> = {
  title: 'Om en avliden person',
  words: (content, frame) => ({
    subject: inSwedish.subject('Om uppgifter efter någon som har avlidit', frame),
    blocks: [
      say('Vi beklagar sorgen.'),
      say(
        'Dataskyddsförordningen gäller bara levande personer (skäl 27). Den ger därför ingen rätt till uppgifter om den som har avlidit.',
      ),
      sentences('Dödsboet kan i stället gå den här vägen:', sentence(content.estateRoute)),
      say(`Kontakt för dödsbon: ${content.estateContact}.`),
      say(
        'Du har rätt till uppgifter om dig själv. Vill du ha dem, svara på det här meddelandet, så öppnar vi ett ärende för dig.',
      ),
      inSwedish.complaint(frame),
    ],
  }),
};

export const english: Words<Content> = {
  title: 'About a deceased person',
  words: (content, frame) => ({
    subject: inEnglish.subject('About data of somebody who has died', frame),
    blocks: [
      say('We are sorry for your loss.'),
      say(
        'The General Data Protection Regulation applies to living people only (recital 27). It therefore gives no right to data about a person who has died.',
      ),
      sentences('The estate can use this way instead:', sentence(content.estateRoute)),
      say(`Contact for estates: ${content.estateContact}.`),
      say(
        'You have a right to data about yourself. If you want them, reply to this message and we will open a case for you.',
      ),
      inEnglish.complaint(frame),
    ],
  }),
};
