import { say, list } from '../blocks.ts';
import type { Block, LetterFrame, Words } from '../letter.ts';
import * as inEnglish from '../phrases/en.ts';
import * as inSwedish from '../phrases/sv.ts';
import type { Content } from './letter.ts';

export const swedish: Words<Content> = {
  title: 'Avslag',
  words: (content, frame) => ({
    subject: inSwedish.subject(`Beslut om ${inSwedish.theirsInShort(frame)}`, frame),
    blocks: [
      say(`Vi avslår ${content.scope === 'whole' ? 'helt' : 'delvis'} ${inSwedish.theirs(frame)}.`),
      say('Det här avslår vi, och här står varför:'),
      inSwedish.refused(content.items),
      ...(content.scope === 'part' ? grantedSv(content.granted, frame) : []),
      ...(content.late ? [say('Beslutet borde ha skickats tidigare. Vi beklagar dröjsmålet.')] : []),
      inSwedish.review(frame),
      ...inSwedish.remedies(frame),
    ],
  }),
};

export const english: Words<Content> = {
  title: 'Refusal',
  words: (content, frame) => ({
    subject: inEnglish.subject(`Decision on ${inEnglish.theirsInShort(frame)}`, frame),
    blocks: [
      say(`We refuse ${content.scope === 'whole' ? 'the whole' : 'a part'} of ${inEnglish.theirs(frame)}.`),
      say('This is what we refuse, and why:'),
      inEnglish.refused(content.items),
      ...(content.scope === 'part' ? grantedEn(content.granted, frame) : []),
      ...(content.late ? [say('This decision should have been sent earlier. We apologise for the delay.')] : []),
      inEnglish.review(frame),
      ...inEnglish.remedies(frame),
    ],
  }),
};

function grantedSv(what: Extract<Content, { scope: 'part' }>['granted'], frame: LetterFrame): readonly Block[] {
  return what === 'the-rest'
    ? [say(`Resten av ${inSwedish.theirsInShort(frame)} fortsätter vi med.`)]
    : [say('Detta gör vi som du har begärt:'), list(what)];
}

function grantedEn(what: Extract<Content, { scope: 'part' }>['granted'], frame: LetterFrame): readonly Block[] {
  return what === 'the-rest'
    ? [say(`We continue with the rest of ${inEnglish.theirsInShort(frame)}.`)]
    : [say('We do this as you asked:'), list(what)];
}
