import { isPersonnummerShaped, tellsOfRequest } from '../discretion.ts';
import type { LetterFrame } from '../letter.ts';
import type { LetterContent } from '../letters.ts';
import { day, namedRights, theirsInShort } from '../phrases/sv.ts';
import type { Around } from './around.ts';

/** The greeting and the footer of every letter, in Swedish. */
export const swedish: Around = { greeting: 'Hej!', leftOutNumber: '[personnummer utelämnat]', footer };

function footer(content: LetterContent, frame: LetterFrame): readonly string[] {
  const { name, organisationNumber, address, email, dataProtectionOfficer } = frame.controller;
  const received = day(frame.receivedDate);
  return [
    // The organisation number of a sole trader is a personnummer, so the footer leaves it out.
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
