import { say, list, sentence } from '../blocks.ts';
import type { Words } from '../letter.ts';
import * as inEnglish from '../phrases/en.ts';
import * as inSwedish from '../phrases/sv.ts';
import type { Content } from './letter.ts';

export const swedish: Words<Content> = {
  title: 'Underrättelse om en incident',
  words: (content, frame) => {
    const officer = frame.controller.dataProtectionOfficer?.email;
    return {
      subject: inSwedish.subject('Viktigt om dina personuppgifter', frame),
      blocks: [
        say(
          `Den ${inSwedish.day(content.discoveredOn)} upptäckte vi en incident som rör dina personuppgifter. Vi beklagar den.`,
        ),
        say(`Det som hände: ${sentence(content.nature)}`),
        say('Det kan leda till detta:'),
        list(content.consequences),
        say('Detta har vi gjort, eller gör nu:'),
        list(content.measures),
        ...(content.advice.length === 0 ? [] : [say('Detta kan du själv göra:'), list(content.advice)]),
        say(
          `Frågor om det som hänt: ${officer === undefined ? frame.controller.email : `vårt dataskyddsombud, ${officer}`}.`,
        ),
        inSwedish.complaint(frame),
      ],
    };
  },
};

export const english: Words<Content> = {
  title: 'Notice of a breach',
  words: (content, frame) => {
    const officer = frame.controller.dataProtectionOfficer?.email;
    return {
      subject: inEnglish.subject('Important: about your personal data', frame),
      blocks: [
        say(
          `On ${inEnglish.day(content.discoveredOn)} we found a breach that affects your personal data. We are sorry.`,
        ),
        say(`What happened: ${sentence(content.nature)}`),
        say('It may lead to this:'),
        list(content.consequences),
        say('We have done this, or are doing it now:'),
        list(content.measures),
        ...(content.advice.length === 0 ? [] : [say('You can do this yourself:'), list(content.advice)]),
        say(
          `Questions about what happened: ${officer === undefined ? frame.controller.email : `our data protection officer, ${officer}`}.`,
        ),
        inEnglish.complaint(frame),
      ],
    };
  },
};
