import { say } from '../blocks.ts';
import type { Words } from '../letter.ts';
import * as inEnglish from '../phrases/en.ts';
import * as inSwedish from '../phrases/sv.ts';
import type { Content } from './letter.ts';

export const swedish: Words<Content> = {
  title: 'Underrättelse till en mottagare',
  words: (content, frame) => ({
    subject: inSwedish.subject('Underrättelse enligt artikel 19', frame),
    blocks: [
      say(
        `Enligt artikel 19 i dataskyddsförordningen underrättar vi er om att uppgifter som vi har lämnat till er har ${operationsSv[content.operation]} den ${inSwedish.day(content.doneOn)}.`,
      ),
      ...inSwedish.pointer(content.record),
      say(
        content.to === 'processor'
          ? `Ni är personuppgiftsbiträde åt oss. Det här är en instruktion enligt artikel 28.3 a: ${deedsSv[content.operation]} Bekräfta senast den ${inSwedish.day(content.confirmBy)}.`
          : `Vidta motsvarande åtgärd: ${deedsSv[content.operation]} Bekräfta senast den ${inSwedish.day(content.confirmBy)}.`,
      ),
      say('Svara på detta mejl. Skriv inga personuppgifter i svaret.'),
    ],
  }),
};

export const english: Words<Content> = {
  title: 'Notice to a recipient',
  words: (content, frame) => ({
    subject: inEnglish.subject('Notification under Article 19', frame),
    blocks: [
      say(
        `Under Article 19 GDPR we notify you that data which we gave you ${operationsEn[content.operation]} on ${inEnglish.day(content.doneOn)}.`,
      ),
      ...inEnglish.pointer(content.record),
      say(
        content.to === 'processor'
          ? `You are our processor. This is an instruction under Article 28(3)(a): ${deedsEn[content.operation]} Confirm no later than ${inEnglish.day(content.confirmBy)}.`
          : `Please do the same: ${deedsEn[content.operation]} Confirm no later than ${inEnglish.day(content.confirmBy)}.`,
      ),
      say('Reply to this e-mail. Write no personal data in the reply.'),
    ],
  }),
};

const operationsSv = {
  rectified: 'rättats',
  completed: 'kompletterats',
  erased: 'raderats',
  restricted: 'begränsats',
  'restriction-lifted': 'fått sin begränsning upphävd',
} as const;

const deedsSv = {
  rectified: 'rätta uppgifterna hos er.',
  completed: 'komplettera uppgifterna hos er.',
  erased: 'radera uppgifterna hos er, även kopior.',
  restricted: 'märk uppgifterna som begränsade och använd dem inte.',
  'restriction-lifted': 'ta bort begränsningen.',
} as const;

const operationsEn = {
  rectified: 'were corrected',
  completed: 'were completed',
  erased: 'were erased',
  restricted: 'were restricted',
  'restriction-lifted': 'ceased to be restricted',
} as const;

const deedsEn = {
  rectified: 'correct the data that you hold.',
  completed: 'complete the data that you hold.',
  erased: 'erase the data that you hold, copies included.',
  restricted: 'mark the data as restricted and do not use them.',
  'restriction-lifted': 'remove the restriction.',
} as const;
