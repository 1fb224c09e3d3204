import { say, sentences } from '../blocks.ts';
import type { Words } from '../letter.ts';
import * as inEnglish from '../phrases/en.ts';
import * as inSwedish from '../phrases/sv.ts';
import type { Content } from './letter.ts';

export const swedish: Words<Content> = {
  title: 'Bekräftelse av klagomål eller krav',
  words: (content, frame) =>
    content.about === 'complaint'
      ? {
          subject: inSwedish.subject('Vi har tagit emot ditt klagomål', frame),
          blocks: [
            say(`Vi har den ${inSwedish.day(frame.receivedDate)} tagit emot ditt klagomål.`),
            say(
              `Vi utreder det och svarar dig. Frågor om klagomålet: ${content.contact}. Har du också begärt något annat av oss går det vidare som vanligt.`,
            ),
            ...inSwedish.remedies(frame),
          ],
        }
      : {
          subject: inSwedish.subject('Vi har tagit emot ditt krav på skadestånd', frame),
          blocks: [
            say(`Vi har den ${inSwedish.day(frame.receivedDate)} tagit emot ditt krav på skadestånd.`),
            sentences(
              `Vi utreder det och svarar dig. Frågor om kravet: ${content.contact}.`,
              'Har du också begärt något annat av oss går det vidare som vanligt. Kravet varken försenar eller minskar det svaret.',
            ),
            say(
              'Du har rätt till ersättning om du har lidit skada av att vi brutit mot dataskyddsförordningen (artikel 82).',
            ),
            ...inSwedish.remedies(frame),
          ],
        },
};

export const english: Words<Content> = {
  title: 'Confirmation of a complaint or claim',
  words: (content, frame) =>
    content.about === 'complaint'
      ? {
          subject: inEnglish.subject('We have received your complaint', frame),
          blocks: [
            say(`We received your complaint on ${inEnglish.day(frame.receivedDate)}.`),
            say(
              `We look into it and will answer you. Questions about the complaint: ${content.contact}. If you have also asked us for something else, that continues as usual.`,
            ),
            ...inEnglish.remedies(frame),
          ],
        }
      : {
          subject: inEnglish.subject('We have received your claim for compensation', frame),
          blocks: [
            say(`We received your claim for compensation on ${inEnglish.day(frame.receivedDate)}.`),
            sentences(
              `We look into it and will answer you. Questions about the claim: ${content.contact}.`,
              'If you have also asked us for something else, that continues as usual. The claim neither delays nor reduces that answer.',
            ),
            say(
              'You have a right to compensation if you suffered damage because we infringed the General Data Protection Regulation (Article 82).',
            ),
            ...inEnglish.remedies(frame),
          ],
        },
};
