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
  switch (content.kind) {
    case 'acknowledgement':
    case 'redirect':
    case 'complaint-acknowledgement':
    case 'by-post':
    case 'joined':
    case 'forwarded':
    case 'attachment-not-opened':
      return intake(content, frame);
    case 'identity-request':
    case 'cannot-identify':
    case 'one-time-code':
    case 'identity-not-proven':
    case 'deceased':
    case 'contact-changed':
    case 'new-link':
    case 'confirm-on-page':
      return identity(content, frame);
    case 'clarification-request':
    case 'extension':
    case 'no-reply':
    case 'withdrawal-confirmed':
    case 'delay':
    case 'reopened':
      return course(content, frame);
    case 'refusal':
    case 'fee':
    case 'objection-decision':
    case 'automated-decision':
      return decisions(content, frame);
    case 'answer-ready':
    case 'portable-data':
    case 'recipients':
    case 'supplement-ready':
      return answer(content, frame);
    case 'rectified':
    case 'erased':
    case 'restricted':
    case 'restriction-ends':
    case 'marketing-stop':
    case 'consent-withdrawal':
      return changes(content, frame);
    case 'breach-notice':
      return breach(content, frame);
    case 'recipient-notice':
    case 'processor-task':
      return partner(content, frame);
    case 'staff-alert':
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
