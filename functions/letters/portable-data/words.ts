import { say, link } from '../blocks.ts';
import type { Block, LetterFrame, Words } from '../letter.ts';
import * as inEnglish from '../phrases/en.ts';
import * as inSwedish from '../phrases/sv.ts';
import type { Content } from './letter.ts';

export const swedish: Words<Content> = {
  title: 'Uppgifter att ta med sig',
  words: (content, frame) => ({
    subject: inSwedish.subject('Dina uppgifter i maskinläsbar form', frame),
    blocks: [
      ...portableSv(content, frame),
      say(
        'Uppgifter som du själv har lämnat, och uppgifter om hur du har använt våra tjänster, är med. Det gäller bara sådant som vi behandlar automatiskt med stöd av samtycke eller avtal (artikel 20 i dataskyddsförordningen). Slutsatser som vi själva har dragit är inte med, och inte heller uppgifter som vi behandlar på annan grund. De uppgifterna kan du få i ett registerutdrag.',
      ),
      ...inSwedish.leftOut(content.leftOut, frame),
      ...inSwedish.remedies(frame),
    ],
  }),
};

export const english: Words<Content> = {
  title: 'Data to take along',
  words: (content, frame) => ({
    subject: inEnglish.subject('Your data in a machine-readable form', frame),
    blocks: [
      ...portableEn(content, frame),
      say(
        'Data that you gave us, and data about how you used our services, are included. This applies only to data that we process by automated means on the basis of consent or a contract (Article 20 GDPR). Conclusions that we drew ourselves are not included, nor are data that we process on another basis. You can get those in a copy of your personal data.',
      ),
      ...inEnglish.leftOut(content.leftOut, frame),
      ...inEnglish.remedies(frame),
    ],
  }),
};

const formatNamesSv = {
  JSON: 'JSON (strukturerad text)',
  CSV: 'CSV (tabeller som kan öppnas i ett kalkylprogram)',
  XML: 'XML (strukturerad text)',
} as const;

function portableSv(content: Content, frame: LetterFrame): readonly Block[] {
  switch (content.delivery) {
    case 'file':
      return [
        say(
          `Dina uppgifter finns att hämta i ${inSwedish.joined(content.formats.map((format) => formatNamesSv[format]))}. Det är öppna format som andra tjänster kan läsa in.`,
        ),
        link('Hämta uppgifterna', content.statusLink),
        inSwedish.fetchedUntil(content.availableUntil, frame),
      ];
    case 'transferred':
      return [
        say(
          `Vi har överfört dina uppgifter till ${content.to}, som den ${inSwedish.day(content.confirmedOn)} bekräftade att de har kommit fram.`,
        ),
      ];
  }
}

const formatNamesEn = {
  JSON: 'JSON (structured text)',
  CSV: 'CSV (tables that a spreadsheet program can open)',
  XML: 'XML (structured text)',
} as const;

function portableEn(content: Content, frame: LetterFrame): readonly Block[] {
  switch (content.delivery) {
    case 'file':
      return [
        say(
          `You can fetch your data in ${inEnglish.joined(content.formats.map((format) => formatNamesEn[format]))}. These are open formats that other services can read.`,
        ),
        link('Fetch the data', content.statusLink),
        inEnglish.fetchedUntil(content.availableUntil, frame),
      ];
    case 'transferred':
      return [
        say(
          `We have transferred your data to ${content.to}, which confirmed on ${inEnglish.day(content.confirmedOn)} that they had arrived.`,
        ),
      ];
  }
}
