import { isPersonnummerShaped, tellsOfRequest } from '../discretion.ts';
import type { LetterFrame } from '../letter.ts';
import type { LetterContent } from '../letters.ts';
import { day, namedRights, theirsInShort } from '../phrases/en.ts';
import type { Around } from './around.ts';

/** The greeting and the footer of every letter, in English. */
export const english: Around = {
  greeting: 'Hello,',
  leftOutNumber: '[personal identity number left out]',
  footer,
};

function footer(content: LetterContent, frame: LetterFrame): readonly string[] {
  const { name, organisationNumber, address, email, dataProtectionOfficer } = frame.controller;
  const received = day(frame.receivedDate);
  return [
    // The organisation number of a sole trader is a personnummer, so the footer leaves it out.
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
