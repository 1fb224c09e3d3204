import { say, list, link } from '../blocks.ts';
import type { Block, Words } from '../letter.ts';
import * as inEnglish from '../phrases/en.ts';
import * as inSwedish from '../phrases/sv.ts';
import { proofInWords } from '../proof-in-words.ts';
import type { Content } from './letter.ts';

export const swedish: Words<Content> = {
  title: 'Identiteten är inte visad',
  words: (content, frame) => ({
    subject: inSwedish.subject('Vi har inte kunnat säkerställa att det är du', frame),
    blocks: [
      ...comeBackSv(content.alternatives),
      say(
        `Därför har vi inte gjort det du begärt (artikel 12.6 i dataskyddsförordningen): ${
          content.why === 'no-proof-came'
            ? `vi bad den ${inSwedish.day(content.askedDate)} om något som visar att det är du, och har inte fått det`
            : `det vi fick efter vår fråga den ${inSwedish.day(content.askedDate)} visar inte att det är du`
        }. Vi lämnar inte ut uppgifter när vi är osäkra på vem som frågar.`,
      ),
      say(inSwedish.noCopies),
      inSwedish.review(frame),
      ...inSwedish.remedies(frame),
      link('Till ditt ärende', content.statusLink),
    ],
  }),
};

export const english: Words<Content> = {
  title: 'Identity not proven',
  words: (content, frame) => ({
    subject: inEnglish.subject('We could not make sure that it is you', frame),
    blocks: [
      ...comeBackEn(content.alternatives),
      say(
        `This is why we have not done what you asked for (Article 12(6) GDPR): ${
          content.why === 'no-proof-came'
            ? `on ${inEnglish.day(content.askedDate)} we asked for something that shows that it is you, and we have not received it`
            : `what we received after our question of ${inEnglish.day(content.askedDate)} does not show that it is you`
        }. We do not disclose data when we are unsure who asks.`,
      ),
      say(inEnglish.noCopies),
      inEnglish.review(frame),
      ...inEnglish.remedies(frame),
      link('To your case', content.statusLink),
    ],
  }),
};

function comeBackSv([one, ...more]: Content['alternatives']): readonly Block[] {
  const lead = 'Vi har inte kunnat säkerställa att det är du.';
  return more.length === 0
    ? [say(`${lead} Återkom med ${proofInWords(one, 'thing', 'sv')} så fortsätter vi.`)]
    : [
        say(`${lead} Återkom med något av detta så fortsätter vi:`),
        list([one, ...more].map((one) => proofInWords(one, 'thing', 'sv'))),
      ];
}

function comeBackEn([one, ...more]: Content['alternatives']): readonly Block[] {
  const lead = 'We could not make sure that it is you.';
  return more.length === 0
    ? [say(`${lead} Come back with ${proofInWords(one, 'thing', 'en')}, and we will continue.`)]
    : [
        say(`${lead} Come back with one of these, and we will continue:`),
        list([one, ...more].map((one) => proofInWords(one, 'thing', 'en'))),
      ];
}
