import { say, link } from '../blocks.ts';
import type { Words } from '../letter.ts';
import { hasPassed } from '../passed.ts';
import * as inEnglish from '../phrases/en.ts';
import * as inSwedish from '../phrases/sv.ts';
import type { Content } from './letter.ts';

export const swedish: Words<Content> = {
  title: 'Återtagandet bekräftas',
  words: (content, frame) => ({
    subject: inSwedish.subject(`Du har tagit tillbaka ${inSwedish.theirsInShort(frame)}`, frame),
    blocks: [
      say(`Du har tagit tillbaka ${inSwedish.theirsInShort(frame)}. Vi gör inget mer i ärendet.`),
      ...(content.erasureReviewed
        ? [
            say(
              'Du skrev också att vi ska sluta använda det vi har fått. Vi prövar om det ska raderas (artikel 17.1 b i dataskyddsförordningen) och återkommer om det.',
            ),
          ]
        : []),
      ...content.others.map(({ rights, reference }) =>
        say(
          `Det du också begärde, ${inSwedish.namedRights({ rights })}, har ett eget ärende: ${reference}. Det är inte återkallat. Vill du återkalla det också, skriv det till oss och ange numret.`,
        ),
      ),
      say(
        hasPassed(content.undoUntil, frame)
          ? 'Var det inte du, eller har du ändrat dig? Skriv då till oss igen. Det kan du alltid göra.'
          : `Var det inte du, eller har du ändrat dig? Svara på det här meddelandet senast den ${inSwedish.day(content.undoUntil)}, så fortsätter vi där vi slutade. Du kan också alltid ${frame.matter === 'request' ? 'göra en ny begäran' : 'skriva till oss igen'}.`,
      ),
      link('Till ditt ärende', content.statusLink),
    ],
  }),
};

export const english: Words<Content> = {
  title: 'Withdrawal confirmed',
  words: (content, frame) => ({
    subject: inEnglish.subject(`You have withdrawn ${inEnglish.theirsInShort(frame)}`, frame),
    blocks: [
      say(`You have withdrawn ${inEnglish.theirsInShort(frame)}. We do nothing more in the case.`),
      ...(content.erasureReviewed
        ? [
            say(
              'You also wrote that we should stop using what we have received. We examine whether it must be erased (Article 17(1)(b) GDPR) and will come back to you about it.',
            ),
          ]
        : []),
      ...content.others.map(({ rights, reference }) =>
        say(
          `What you also asked for, ${inEnglish.namedRights({ rights })}, has a case of its own: ${reference}. It is not withdrawn. If you want to withdraw it as well, write that to us and give the number.`,
        ),
      ),
      say(
        hasPassed(content.undoUntil, frame)
          ? 'If this was not you, or if you have changed your mind, write to us again. You may always do that.'
          : `If this was not you, or if you have changed your mind, reply no later than ${inEnglish.day(content.undoUntil)}, and we continue where we stopped. You may also always ${frame.matter === 'request' ? 'make a new request' : 'write to us again'}.`,
      ),
      link('To your case', content.statusLink),
    ],
  }),
};
