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
