import { isPersonnummerShaped, tellsOfRequest } from './discretion.ts';
import type { LetterContent, LetterFrame, LetterWords, Wording } from './letter.ts';
import { answer } from './en/answer.ts';
import { changes } from './en/changes.ts';
import { course } from './en/course.ts';
import { decisions } from './en/decisions.ts';
import { identity } from './en/identity.ts';
import { intake } from './en/intake.ts';
import { breach, partner, staff } from './en/notices.ts';
import { day, namedRights, theirsInShort } from './en/phrases.ts';

/** The letters in English. */
export const english: LetterWords = {
  greeting: 'Hello,',
  leftOutNumber: '[personal identity number left out]',
  words,
  footer,
};

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
    isPersonnummerShaped(organisationNumber)
      ? `${name}, sole trader`
      : `${name}, organisation number ${organisationNumber}`,
    address.join(', '),
    `Contact about data protection: ${email}`,
    ...(dataProtectionOfficer === undefined ? [] : [`Data protection officer: ${dataProtectionOfficer.email}`]),
    ...(tellsOfRequest(content)
      ? [
          `Case number: ${frame.reference}`,
          `${theirsInShort(frame, true)} reached us on ${received}${frame.matter === 'request' ? ` and concerns ${namedRights(frame)}` : ''}.`,
        ]
      : [`Case number: ${frame.reference}`, `The case came in on ${received}.`]),
  ];
}
