import { say, list, sentence } from '../blocks.ts';
import type { Block, LetterFrame, Words } from '../letter.ts';
import * as inEnglish from '../phrases/en.ts';
import * as inSwedish from '../phrases/sv.ts';
import type { Content, KeptItem } from './letter.ts';

export const swedish: Words<Content> = {
  title: 'Raderat',
  words: (content, frame) => ({
    subject: inSwedish.subject('Vi har raderat dina uppgifter', frame),
    blocks: erasureSv(content, frame),
  }),
};

export const english: Words<Content> = {
  title: 'Erased',
  words: (content, frame) => ({
    subject: inEnglish.subject('We have erased your data', frame),
    blocks: erasureEn(content, frame),
  }),
};

function erasureSv(content: Content, frame: LetterFrame): readonly Block[] {
  return [
    say(`Den ${inSwedish.day(content.doneOn)} raderade vi detta:`),
    list(content.erased.map(({ what, where }) => `${what} (${where})`)),
    say(
      content.backupsUntil === null
        ? 'Uppgifterna finns inte heller kvar i några säkerhetskopior.'
        : `I säkerhetskopior kan uppgifterna finnas kvar till och med den ${inSwedish.day(content.backupsUntil)}. Sedan skrivs de över. Till dess använder vi dem inte.`,
    ),
    ...(content.kept.length === 0
      ? []
      : [
          say('Detta behåller vi, och bara så länge och för det ändamål som står här:'),
          list(content.kept.map(keptSv)),
        ]),
    ...inSwedish.notified(content.notified),
    ...(content.published.length === 0
      ? []
      : [
          say(
            `Uppgifterna har varit offentliga. Vi har därför bett dessa att ta bort länkar och kopior (artikel 17.2): ${inSwedish.joined(content.published)}.`,
          ),
        ]),
    ...(content.suppressionKept
      ? [say('Vi sparar en notering om att du inte vill ha reklam. Den behövs för att spärren ska gälla.')]
      : []),
    ...(content.kept.length === 0 ? [] : inSwedish.remedies(frame)),
  ];
}

function keptSv({ what, ground, explanation, until }: KeptItem): string {
  return `${what}: ${keptGroundSv(ground)}: ${sentence(explanation)} Det sparas till och med den ${inSwedish.day(until)} och raderas sedan.`;
}

function keptGroundSv(ground: KeptItem['ground']): string {
  switch (ground) {
    case 'expression':
      return 'det behövs för yttrandefrihet och information (artikel 17.3 a)';
    case 'legal-duty':
      return 'lagen kräver att vi sparar det (artikel 17.3 b)';
    case 'public-health':
      return 'det behövs för folkhälsan (artikel 17.3 c)';
    case 'archive':
      return 'det behövs för arkiv, forskning eller statistik (artikel 17.3 d)';
    case 'legal-claims':
      return 'det behövs för rättsliga anspråk (artikel 17.3 e)';
  }
}

function erasureEn(content: Content, frame: LetterFrame): readonly Block[] {
  return [
    say(`On ${inEnglish.day(content.doneOn)} we erased this:`),
    list(content.erased.map(({ what, where }) => `${what} (${where})`)),
    say(
      content.backupsUntil === null
        ? 'The data are not left in any backup either.'
        : `In backups the data may be left until ${inEnglish.day(content.backupsUntil)}. Then they are overwritten. Until then we do not use them.`,
    ),
    ...(content.kept.length === 0
      ? []
      : [say('We keep this, only for the time and the purpose stated here:'), list(content.kept.map(keptEn))]),
    ...inEnglish.notified(content.notified),
    ...(content.published.length === 0
      ? []
      : [
          say(
            `The data had been public. We have therefore asked the following to remove links and copies (Article 17(2)): ${inEnglish.joined(content.published)}.`,
          ),
        ]),
    ...(content.suppressionKept
      ? [say('We keep a note that you do not want marketing. We need the note to keep marketing stopped.')]
      : []),
    ...(content.kept.length === 0 ? [] : inEnglish.remedies(frame)),
  ];
}

function keptEn({ what, ground, explanation, until }: KeptItem): string {
  return `${what}: ${keptGroundEn(ground)}: ${sentence(explanation)} It is kept until ${inEnglish.day(until)} and then erased.`;
}

function keptGroundEn(ground: KeptItem['ground']): string {
  switch (ground) {
    case 'expression':
      return 'it is needed for freedom of expression and information (Article 17(3)(a))';
    case 'legal-duty':
      return 'the law obliges us to keep it (Article 17(3)(b))';
    case 'public-health':
      return 'it is needed for public health (Article 17(3)(c))';
    case 'archive':
      return 'it is needed for archives, research or statistics (Article 17(3)(d))';
    case 'legal-claims':
      return 'it is needed for legal claims (Article 17(3)(e))';
  }
}
