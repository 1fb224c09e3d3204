import { say, heading, sentences, sentence } from '../blocks.ts';
import type { Words } from '../letter.ts';
import * as inEnglish from '../phrases/en.ts';
import * as inSwedish from '../phrases/sv.ts';
import type { Content } from './letter.ts';

export const swedish: Words<Content> = {
  title: 'Förklaring av automatiserat beslut',
  words: (content, frame) => ({
    subject: inSwedish.subject('Så kom det automatiska beslutet till', frame),
    blocks: [
      say(`Det gäller ${content.what}. Beslutet fattades automatiskt den ${inSwedish.day(content.decidedOn)}.`),
      heading('Så fungerar det'),
      say(sentence(content.logic)),
      heading('Vad det betyder'),
      say(sentence(content.significance)),
      heading('Vad det leder till'),
      say(sentence(content.consequences)),
      ...(content.otherwise === undefined
        ? []
        : [heading('Vad som hade gett ett annat resultat'), say(sentence(content.otherwise))]),
      heading('En människa har prövat beslutet'),
      sentences(
        `${content.reviewer} har gått igenom beslutet och ${content.result === 'changed' ? 'ändrat det' : 'låter det stå fast'}.`,
        sentence(content.resultReason),
      ),
      say('Du kan säga vad du tycker och bestrida beslutet (artikel 22.3). Svara på det här meddelandet.'),
      ...inSwedish.remedies(frame),
    ],
  }),
};

export const english: Words<Content> = {
  title: 'Automated decision explained',
  words: (content, frame) => ({
    subject: inEnglish.subject('How the automated decision was made', frame),
    blocks: [
      say(`This is about ${content.what}. The decision was made automatically on ${inEnglish.day(content.decidedOn)}.`),
      heading('How it works'),
      say(sentence(content.logic)),
      heading('What it means'),
      say(sentence(content.significance)),
      heading('What it leads to'),
      say(sentence(content.consequences)),
      ...(content.otherwise === undefined
        ? []
        : [heading('What would have led to another result'), say(sentence(content.otherwise))]),
      heading('A human has examined the decision'),
      sentences(
        `${content.reviewer} has gone through the decision and ${content.result === 'changed' ? 'changed it' : 'upholds it'}.`,
        sentence(content.resultReason),
      ),
      say('You may say what you think and contest the decision (Article 22(3)). Reply to this message.'),
      ...inEnglish.remedies(frame),
    ],
  }),
};
