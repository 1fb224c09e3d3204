import { say, link, sentences } from '../blocks.ts';
import type { Words } from '../letter.ts';
import { hasPassed } from '../passed.ts';
import * as inEnglish from '../phrases/en.ts';
import * as inSwedish from '../phrases/sv.ts';
import type { Content } from './letter.ts';

export const swedish: Words<Content> = {
  title: 'Bekräftelse',
  words: (content, frame) => ({
    subject: inSwedish.subject('Vi har tagit emot din begäran', frame),
    blocks: [
      say(`Vi har den ${inSwedish.day(frame.receivedDate)} tagit emot din begäran om ${inSwedish.namedRights(frame)}.`),
      ...(content.partOf === null
        ? []
        : [say(`Den kom in tillsammans med ärende ${content.partOf} och handläggs för sig.`)]),
      ...content.parts.map(({ rights, reference }) =>
        say(
          `Din begäran om ${inSwedish.namedRights({ rights })} handläggs för sig, som ärende ${reference}. Du får ett eget brev om det.`,
        ),
      ),
      hasPassed(content.due, frame)
        ? sentences(
            inSwedish.answeredBy(content.due, frame),
            'Det kostar ingenting. Skulle något ändå kosta får du veta det, och varför, i förväg.',
          )
        : say(
            `Du får svar utan onödigt dröjsmål och senast den ${inSwedish.day(content.due)}. Behöver vi mer tid får du besked före den dagen. Det kostar ingenting. Skulle något ändå kosta får du veta det, och varför, i förväg.`,
          ),
      say(
        frame.rights.includes('access')
          ? 'Så här går det till: vi kontrollerar att det är du som frågar, söker i våra system och skickar sedan en länk där du kan hämta svaret.'
          : 'Så här går det till: vi går igenom din begäran och berättar vad vi har gjort. Behöver vi veta något mer av dig frågar vi.',
      ),
      say('Vi skriver till dig på den här adressen. Har vi missförstått dig, svara på det här meddelandet.'),
      ...inSwedish.remediesWhenLate(content.due, frame),
      link('Följ ditt ärende', content.statusLink),
    ],
  }),
};

export const english: Words<Content> = {
  title: 'Confirmation of receipt',
  words: (content, frame) => ({
    subject: inEnglish.subject('We have received your request', frame),
    blocks: [
      say(
        `We received your request concerning ${inEnglish.namedRights(frame)} on ${inEnglish.day(frame.receivedDate)}.`,
      ),
      ...(content.partOf === null
        ? []
        : [say(`It came in together with case ${content.partOf} and is handled separately.`)]),
      ...content.parts.map(({ rights, reference }) =>
        say(
          `Your request concerning ${inEnglish.namedRights({ rights })} is handled separately, as case ${reference}. You will get a separate letter about it.`,
        ),
      ),
      hasPassed(content.due, frame)
        ? sentences(
            inEnglish.answeredBy(content.due, frame),
            'It is free of charge. If anything costs something after all, we will tell you beforehand, and say why.',
          )
        : say(
            `You will get an answer without undue delay and no later than ${inEnglish.day(content.due)}. If we need more time, we will tell you before that day. It is free of charge. If anything costs something after all, we will tell you beforehand, and say why.`,
          ),
      say(
        frame.rights.includes('access')
          ? 'What happens now: we make sure that it is you who asks, search our systems, and then send a link where you can fetch the answer.'
          : 'What happens now: we go through your request and tell you what we have done. If we need to know more from you, we will ask.',
      ),
      say('We write to you at this address. If we have misunderstood you, reply to this message.'),
      ...inEnglish.remediesWhenLate(content.due, frame),
      link('Follow your case', content.statusLink),
    ],
  }),
};
