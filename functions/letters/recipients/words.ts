import { say, list, sentence } from '../blocks.ts';
import type { Words } from '../letter.ts';
import * as inEnglish from '../phrases/en.ts';
import * as inSwedish from '../phrases/sv.ts';
import type { Content, NamedRecipient } from './letter.ts';

export const swedish: Words<Content> = {
  title: 'Mottagare',
  words: (content, frame) => ({
    subject: inSwedish.subject('Vilka som har fått dina uppgifter', frame),
    blocks: [
      ...(content.recipients.length === 0
        ? [say('Vi hittar ingen som har fått uppgifter om dig av oss.')]
        : [say('Dessa har fått uppgifter om dig av oss:'), list(content.recipients.map(recipientSv))]),
      say(
        'En mottagare som själv bestämmer över uppgifterna ansvarar för sin egen behandling. Vill du att den behandlingen ska upphöra kan du också vända dig till mottagaren.',
      ),
      inSwedish.standing(),
      ...inSwedish.remedies(frame),
    ],
  }),
};

export const english: Words<Content> = {
  title: 'Recipients',
  words: (content, frame) => ({
    subject: inEnglish.subject('Who has received your data', frame),
    blocks: [
      ...(content.recipients.length === 0
        ? [say('We find nobody who has received data about you from us.')]
        : [say('The following have received data about you from us:'), list(content.recipients.map(recipientEn))]),
      say(
        'A recipient that itself decides about the data is responsible for its own processing. If you want that processing to stop, you can also turn to the recipient.',
      ),
      inEnglish.standing(),
      ...inEnglish.remedies(frame),
    ],
  }),
};

function recipientSv({ name, told }: NamedRecipient): string {
  if (told === null) return name;
  return 'on' in told
    ? `${name}: underrättad den ${inSwedish.day(told.on)}`
    : `${name}: inte underrättad. ${sentence(told.notBecause)}`;
}

function recipientEn({ name, told }: NamedRecipient): string {
  if (told === null) return name;
  return 'on' in told
    ? `${name}: told on ${inEnglish.day(told.on)}`
    : `${name}: not told. ${sentence(told.notBecause)}`;
}
