import { isPersonnummerShaped, tellsOfRequest } from './discretion.ts';
import type { LetterContent, LetterFrame, LetterWords, Wording } from './letter.ts';
import { answer } from './sv/answer.ts';
import { changes } from './sv/changes.ts';
import { course } from './sv/course.ts';
import { decisions } from './sv/decisions.ts';
import { identity } from './sv/identity.ts';
import { intake } from './sv/intake.ts';
import { breach, partner, staff } from './sv/notices.ts';
import { day, namedRights, theirsInShort } from './sv/phrases.ts';

/** The letters in Swedish. */
export const swedish: LetterWords = { greeting: 'Hej!', leftOutNumber: '[personnummer utelämnat]', words, footer };

function words(content: LetterContent, frame: LetterFrame): Wording {
  switch (content.code) {
    case 'M1':
    case 'M20':
    case 'M21':
    case 'M30':
    case 'JOINED':
    case 'FORWARD':
    case 'ATTACHMENT':
      return intake(content, frame);
    case 'M2':
    case 'M5':
    case 'M23':
    case 'M25':
    case 'M28':
    case 'CONTACT':
    case 'LINK':
    case 'CONFIRM':
      return identity(content, frame);
    case 'M3':
    case 'M4':
    case 'M26':
    case 'M27':
    case 'STATUS':
    case 'REOPENED':
      return course(content, frame);
    case 'M6':
    case 'M7':
    case 'M14':
    case 'M17':
      return decisions(content, frame);
    case 'M8':
    case 'M13':
    case 'M19':
    case 'M24':
      return answer(content, frame);
    case 'M9':
    case 'M10':
    case 'M11':
    case 'M12':
    case 'M15':
    case 'M16':
      return changes(content, frame);
    case 'M22':
      return breach(content, frame);
    case 'M18':
    case 'M29':
      return partner(content, frame);
    case 'STAFF':
      return staff(content, frame);
  }
}

function footer(content: LetterContent, frame: LetterFrame): readonly string[] {
  const { name, organisationNumber, address, email, dataProtectionOfficer } = frame.controller;
  const received = day(frame.receivedDate);
  return [
    // A sole trader's organisation number is a personnummer.
    isPersonnummerShaped(organisationNumber) ? `${name}, enskild firma` : `${name}, org.nr ${organisationNumber}`,
    address.join(', '),
    `Kontakt i dataskyddsfrågor: ${email}`,
    ...(dataProtectionOfficer === undefined ? [] : [`Dataskyddsombud: ${dataProtectionOfficer.email}`]),
    ...(tellsOfRequest(content)
      ? [
          `Ärendenummer: ${frame.reference}`,
          `${theirsInShort(frame, true)} kom in den ${received}${frame.matter === 'request' ? ` och gäller ${namedRights(frame)}` : ''}.`,
        ]
      : [`Ärendenummer: ${frame.reference}`, `Ärendet kom in den ${received}.`]),
  ];
}
