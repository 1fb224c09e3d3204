import { say, link, sentences, sentence } from '../blocks.ts';
import type { Words } from '../letter.ts';
import { hasPassed } from '../passed.ts';
import { writtenMoney } from '../written.ts';
import * as inEnglish from '../phrases/en.ts';
import * as inSwedish from '../phrases/sv.ts';
import type { Content } from './letter.ts';

export const swedish: Words<Content> = {
  title: 'Avgift',
  words: (content, frame) => ({
    subject: inSwedish.subject('Avgift för din begäran', frame),
    blocks: [
      sentences(
        content.basis === 'further-copy'
          ? 'Din begäran gäller ytterligare en kopia av uppgifter som du redan har fått. Den första kopian är alltid gratis (artikel 15.3 i dataskyddsförordningen).'
          : 'Vi bedömer att din begäran är orimlig (artikel 12.5 i dataskyddsförordningen). Den första kopian av uppgifterna är alltid gratis.',
        sentence(content.facts),
      ),
      sentences(
        `Vi tar ut ${writtenMoney(content.amount, 'sv')}. Det motsvarar våra kostnader:`,
        sentence(content.costs),
        ...(content.begun ? [] : ['Vi har inte börjat med arbetet ännu.']),
      ),
      say(
        `Säg till ${hasPassed(content.answerBy, frame) ? 'så snart du kan' : `senast den ${inSwedish.day(content.answerBy)}`} om du vill betala, dra tillbaka begäran eller begränsa den. Svarar du inte tar vi ingen avgift och fortsätter bara med det som är kostnadsfritt.`,
      ),
      ...inSwedish.remedies(frame),
      link('Till ditt ärende', content.statusLink),
    ],
  }),
};

export const english: Words<Content> = {
  title: 'Fee',
  words: (content, frame) => ({
    subject: inEnglish.subject('A fee for your request', frame),
    blocks: [
      sentences(
        content.basis === 'further-copy'
          ? 'Your request is for a further copy of data that you have already received. The first copy is always free of charge (Article 15(3) GDPR).'
          : 'We find that your request is excessive (Article 12(5) GDPR). The first copy of the data is always free of charge.',
        sentence(content.facts),
      ),
      sentences(
        `We charge ${writtenMoney(content.amount, 'en')}. That is what it costs us:`,
        sentence(content.costs),
        ...(content.begun ? [] : ['We have not started the work yet.']),
      ),
      say(
        `Tell us ${hasPassed(content.answerBy, frame) ? 'as soon as you can' : `no later than ${inEnglish.day(content.answerBy)}`} if you want to pay, withdraw the request or narrow it. If you do not answer, we charge nothing and continue only with what is free of charge.`,
      ),
      ...inEnglish.remedies(frame),
      link('To your case', content.statusLink),
    ],
  }),
};
