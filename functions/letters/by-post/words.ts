import { say, sentences } from '../blocks.ts';
import type { Words } from '../letter.ts';
import * as inEnglish from '../phrases/en.ts';
import * as inSwedish from '../phrases/sv.ts';
import type { Content } from './letter.ts';

export const swedish: Words<Content> = {
  title: 'Brev går med post',
  words: (content, frame) => ({
    subject: inSwedish.subject('Vi skriver till dig med vanlig post', frame),
    blocks: [
      sentences(whyPostSv[content.why], 'Därför skriver vi i fortsättningen till dig med vanlig post.'),
      say('Tiden för vårt svar ändras inte, och det kostar dig ingenting.'),
      say('Byter du adress, eller vill du hellre ha e-post, så hör av dig till oss.'),
    ],
  }),
};

export const english: Words<Content> = {
  title: 'Letters go by post',
  words: (content, frame) => ({
    subject: inEnglish.subject('We will write to you by post', frame),
    blocks: [
      sentences(whyPostEn[content.why], 'From now on we write to you by ordinary post.'),
      say('The time for our answer does not change, and it costs you nothing.'),
      say('If you change your address, or would rather have e-mail, please tell us.'),
    ],
  }),
};

const whyPostSv = {
  bounced: 'Vårt mejl till dig kom tillbaka.',
  wish: 'Vi har antecknat att du vill ha brev med vanlig post.',
  proof: 'Vi behöver veta att brev når dig på din adress.',
} as const;

const whyPostEn = {
  bounced: 'Our e-mail to you came back.',
  wish: 'We have noted that you want letters by ordinary post.',
  proof: 'We need to know that letters reach you at your address.',
} as const;
