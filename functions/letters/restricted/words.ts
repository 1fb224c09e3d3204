import { say, list } from '../blocks.ts';
import type { Words } from '../letter.ts';
import * as inEnglish from '../phrases/en.ts';
import * as inSwedish from '../phrases/sv.ts';
import type { Content } from './letter.ts';

export const swedish: Words<Content> = {
  title: 'Begränsat',
  words: (content, frame) => ({
    subject: inSwedish.subject('Vi har begränsat behandlingen av dina uppgifter', frame),
    blocks: [
      say(`Från och med den ${inSwedish.day(content.setOn)} är detta märkt som begränsat hos oss:`),
      list(content.marked),
      say(`Skälet är att ${restrictionGroundSv(content.ground)}`),
      say(
        'Vi lagrar uppgifterna. I övrigt använder vi dem bara om du samtycker, för rättsliga anspråk, för att skydda någon annans rättigheter eller för ett viktigt allmänintresse (artikel 18.2).',
      ),
      ...(content.reviewOn === null
        ? []
        : [say(`Vi prövar begränsningen igen den ${inSwedish.day(content.reviewOn)}.`)]),
      say('Du får besked innan begränsningen upphör.'),
      ...inSwedish.notified(content.notified),
    ],
  }),
};

export const english: Words<Content> = {
  title: 'Restricted',
  words: (content, frame) => ({
    subject: inEnglish.subject('We have restricted the processing of your data', frame),
    blocks: [
      say(`As of ${inEnglish.day(content.setOn)} this is marked as restricted with us:`),
      list(content.marked),
      say(`The reason is that ${restrictionGroundEn(content.ground)}`),
      say(
        'We store the data. Otherwise we use them only if you consent, for legal claims, to protect the rights of somebody else or for an important public interest (Article 18(2)).',
      ),
      ...(content.reviewOn === null
        ? []
        : [say(`We look at the restriction again on ${inEnglish.day(content.reviewOn)}.`)]),
      say('We will tell you before the restriction is lifted.'),
      ...inEnglish.notified(content.notified),
    ],
  }),
};

function restrictionGroundSv(ground: Content['ground']): string {
  switch (ground) {
    case 'accuracy-contested':
      return 'du menar att uppgifterna är fel, och vi kontrollerar det (artikel 18.1 a).';
    case 'unlawful':
      return 'behandlingen inte är tillåten, och du vill ha uppgifterna begränsade i stället för raderade (artikel 18.1 b).';
    case 'needed-for-claims':
      return 'du behöver uppgifterna för rättsliga anspråk, fast vi inte längre behöver dem (artikel 18.1 c).';
    case 'objection-pending':
      return 'du har invänt mot behandlingen, och vi prövar invändningen (artikel 18.1 d).';
  }
}

function restrictionGroundEn(ground: Content['ground']): string {
  switch (ground) {
    case 'accuracy-contested':
      return 'you say that the data are wrong, and we are checking it (Article 18(1)(a)).';
    case 'unlawful':
      return 'the processing is not lawful, and you want the data restricted rather than erased (Article 18(1)(b)).';
    case 'needed-for-claims':
      return 'you need the data for legal claims, although we no longer need them (Article 18(1)(c)).';
    case 'objection-pending':
      return 'you have objected to the processing, and we are examining the objection (Article 18(1)(d)).';
  }
}
