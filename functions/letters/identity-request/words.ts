import { say, list, link, sentences, sentence } from '../blocks.ts';
import type { LetterFrame, Words } from '../letter.ts';
import * as inEnglish from '../phrases/en.ts';
import * as inSwedish from '../phrases/sv.ts';
import { proofInWords } from '../proof-in-words.ts';
import type { Content } from './letter.ts';

export const swedish: Words<Content> = {
  title: 'Fråga om identitet',
  words: (content, frame) => ({
    subject: inSwedish.subject('Vi behöver veta att det är du', frame),
    blocks: [
      say(
        `För att inte lämna ut uppgifter till fel person behöver vi försäkra oss om att det är du som ${{ request: 'gjort begäran', complaint: 'lämnat klagomålet', claim: 'framställt kravet' }[frame.matter]}.`,
      ),
      sentences(`Skälet är att ${doubtSv(content.why, frame)}`, sentence(content.explanation)),
      say('Välj ett av följande sätt:'),
      list(content.methods.map((one) => proofInWords(one, 'sentence', 'sv'))),
      say(`Vi behöver inget annat. ${inSwedish.noCopies}`),
      sentences(
        `Det du lämnar används bara för kontrollen. Det sparas i ärendet och raderas ${inSwedish.numberOfDays(content.keptDays)} efter att ärendet har avslutats.`,
        'Vi antecknar att kontrollen gjordes, hur och när.',
      ),
      inSwedish.timeWhenAsked(content.time, frame),
      link('Till ditt ärende', content.statusLink),
    ],
  }),
};

export const english: Words<Content> = {
  title: 'Question about identity',
  words: (content, frame) => ({
    subject: inEnglish.subject('We need to know that it is you', frame),
    blocks: [
      say(`So that data do not reach the wrong person, we need to make sure that you made the ${frame.matter}.`),
      sentences(`The reason is that ${doubtEn(content.why, frame)}`, sentence(content.explanation)),
      say('Choose one of these ways:'),
      list(content.methods.map((one) => proofInWords(one, 'sentence', 'en'))),
      say(`We need nothing else. ${inEnglish.noCopies}`),
      sentences(
        `What you give us is used only for the check. It is kept with the case and erased ${inEnglish.numberOfDays(content.keptDays)} after the case has ended.`,
        'We note that the check was made, how and when.',
      ),
      inEnglish.timeWhenAsked(content.time, frame),
      link('To your case', content.statusLink),
    ],
  }),
};

function doubtSv(why: Content['why'], { matter }: LetterFrame): string {
  const it = { request: 'begäran', complaint: 'klagomålet', claim: 'kravet' }[matter];
  switch (why) {
    case 'contact-not-known':
      return `vi inte kan se på den adress du skrev från att ${it} är ${matter === 'request' ? 'din' : 'ditt'}.`;
    case 'sensitive-data':
      return `${it} kan gälla uppgifter som kräver att vi är säkrare på vem som frågar.`;
    case 'contradicting-details':
      return 'de uppgifter du angav inte stämmer med varandra.';
    case 'several-people-match':
      return 'de uppgifter du angav kan gälla mer än en person.';
  }
}

function doubtEn(why: Content['why'], { matter }: LetterFrame): string {
  switch (why) {
    case 'contact-not-known':
      return `we cannot see from the address you wrote from that the ${matter} is yours.`;
    case 'sensitive-data':
      return `the ${matter} may concern data for which we need to be more certain who asks.`;
    case 'contradicting-details':
      return 'the details you gave do not agree with each other.';
    case 'several-people-match':
      return 'the details you gave may fit more than one person.';
  }
}
