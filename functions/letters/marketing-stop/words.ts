import { say } from '../blocks.ts';
import type { Words } from '../letter.ts';
import { hasPassed } from '../passed.ts';
import * as inEnglish from '../phrases/en.ts';
import * as inSwedish from '../phrases/sv.ts';
import type { Content } from './letter.ts';

export const swedish: Words<Content> = {
  title: 'Nej till marknadsföring',
  words: (content, frame) => ({
    subject: inSwedish.subject('Vi har antecknat att du inte vill ha reklam', frame),
    blocks: [
      say(
        `Den ${inSwedish.day(content.recordedOn)} antecknade vi att du inte vill ha direktreklam från oss${content.channels.length === 0 ? '' : ` med ${inSwedish.joined(content.channels.map((channel) => channelNamesSv[channel]))}`}. Från och med den ${inSwedish.day(content.from)} ska du inte få det, och vi ska inte använda dina uppgifter för profilering i reklamsyfte (artikel 21.3 i dataskyddsförordningen).`,
      ),
      inSwedish.doneIn(content.doneIn),
      ...(content.inPrintUntil === null || hasPassed(content.inPrintUntil, frame)
        ? []
        : [
            say(
              `Något som redan är tryckt eller på väg kan komma till och med den ${inSwedish.day(content.inPrintUntil)}.`,
            ),
          ]),
      say('Vi behöver behålla anteckningen om att du inte vill ha reklam för att kunna följa den.'),
    ],
  }),
};

export const english: Words<Content> = {
  title: 'No to marketing',
  words: (content, frame) => ({
    subject: inEnglish.subject('We have noted that you do not want marketing', frame),
    blocks: [
      say(
        `On ${inEnglish.day(content.recordedOn)} we noted that you do not want direct marketing from us${content.channels.length === 0 ? '' : ` by ${inEnglish.joined(content.channels.map((channel) => channelNamesEn[channel]))}`}. As of ${inEnglish.day(content.from)} you should not get it any more, and we must not use your data for profiling for marketing (Article 21(3) GDPR).`,
      ),
      inEnglish.doneIn(content.doneIn),
      ...(content.inPrintUntil === null || hasPassed(content.inPrintUntil, frame)
        ? []
        : [
            say(
              `Something that is already printed or on its way may still come until ${inEnglish.day(content.inPrintUntil)}.`,
            ),
          ]),
      say('We must keep the note that you do not want marketing, so that we can follow it.'),
    ],
  }),
};

const channelNamesSv = {
  email: 'e-post',
  sms: 'sms',
  phone: 'telefon',
  post: 'vanlig post',
  'other-electronic': 'andra elektroniska kanaler',
} as const;

const channelNamesEn = {
  email: 'e-mail',
  sms: 'text messages',
  phone: 'telephone',
  post: 'ordinary post',
  'other-electronic': 'other electronic channels',
} as const;
