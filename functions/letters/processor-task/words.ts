import { say } from '../blocks.ts';
import type { Words } from '../letter.ts';
import * as inEnglish from '../phrases/en.ts';
import * as inSwedish from '../phrases/sv.ts';
import type { Content } from './letter.ts';

export const swedish: Words<Content> = {
  title: 'Uppdrag till ett biträde',
  words: (content, frame) => ({
    subject: inSwedish.subject('Uppdrag till er som personuppgiftsbiträde', frame),
    blocks: [
      say(
        `En registrerad använder sina rättigheter hos oss. Enligt artikel 28.3 e i dataskyddsförordningen behöver vi er hjälp med ${content.system}.`,
      ),
      ...inSwedish.pointer(content.record),
      say(
        `Gör detta: ${tasksSv[content.task]} Svara senast den ${inSwedish.day(content.replyBy)}. Vår egen svarstid tillåter inte ett senare svar.`,
      ),
      say('Svara på detta mejl. Skriv inga personuppgifter i svaret. Svara inte den registrerade i eget namn.'),
    ],
  }),
};

export const english: Words<Content> = {
  title: 'Task for a processor',
  words: (content, frame) => ({
    subject: inEnglish.subject('A task for you as our processor', frame),
    blocks: [
      say(
        `A data subject is using their rights with us. Under Article 28(3)(e) GDPR we need your help with ${content.system}.`,
      ),
      ...inEnglish.pointer(content.record),
      say(
        `Do this: ${tasksEn[content.task]} Reply no later than ${inEnglish.day(content.replyBy)}. Our own period does not allow a later reply.`,
      ),
      say(
        'Reply to this e-mail. Write no personal data in the reply. Do not answer the data subject in your own name.',
      ),
    ],
  }),
};

const tasksSv = {
  search: 'sök fram alla uppgifter om personen och lämna dem till oss genom den säkra kanalen.',
  rectify: 'rätta uppgifterna så som det står i uppdraget i den säkra kanalen.',
  erase: 'radera uppgifterna, även kopior, och tala om när säkerhetskopiorna skrivs över.',
  restrict: 'märk uppgifterna som begränsade och använd dem inte.',
  'hand-over': 'lämna uppgifterna till oss i ett maskinläsbart format genom den säkra kanalen.',
  'stop-marketing': 'sluta genast att använda uppgifterna för direktreklam.',
} as const;

const tasksEn = {
  search: 'find all data about the person and hand them to us through the secure channel.',
  rectify: 'correct the data as the task in the secure channel says.',
  erase: 'erase the data, copies included, and tell us when the backups are overwritten.',
  restrict: 'mark the data as restricted and do not use them.',
  'hand-over': 'hand the data to us in a machine-readable format through the secure channel.',
  'stop-marketing': 'stop using the data for direct marketing at once.',
} as const;
