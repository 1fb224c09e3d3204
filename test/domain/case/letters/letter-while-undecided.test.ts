// Letters that disclose something, commit the controller or name another organisation wait for the decision on a
// circumstance.
import { describe, expect, it } from 'vitest';
import { keyOf } from '#domain/case/letters/letter-key.ts';
import {
  codeOf,
  isLetterStopped,
  type Letter,
  letterFrom,
  type LetterName,
  letterNames,
  owedLetters,
} from '#domain/case/letters/letters.ts';
import { CaseBook, caseIn, openCommand, staff, letterNamed } from '../case-book.ts';

const ada = { by: staff('ada') };
const letters = (book: CaseBook): string[] => owedLetters(book.opened, book.now).map(({ letter }) => keyOf(letter));

/** A letter of that name; the first one if they are numbered. */
function first(name: LetterName): Letter {
  return letterFrom(name, '1') ?? letterNamed(name);
}

describe('While nobody has decided on a circumstance', () => {
  it('the letter that names another organisation waits, even if that was decided before', () => {
    const book = new CaseBook();
    book.do(openCommand());
    book.do({ type: 'redirect', text: 't' }, ada);
    expect(letters(book)).toContain('redirect/1');
    book.do({ type: 'mark-circumstance', circumstance: 'threatened', present: true }, ada);
    expect(letters(book)).toEqual(['acknowledgement']);
  });

  it('acknowledgements, questions and notices with a legal date are written, and nothing that says which data are held', () => {
    const book = caseIn.delivered();
    book.do({ type: 'mark-circumstance', circumstance: 'child', present: true }, ada);
    const written = letterNames.filter((name) => !isLetterStopped(book.opened.common, first(name)));
    expect(written.map(codeOf).toSorted()).toEqual(
      'M1 M2 M3 M4 M6 M14 M15 M16 M21 M22 M23 M25 M26 M27 ATTACHMENT CONFIRM CONTACT JOINED LINK REOPENED STAFF STATUS'
        .split(' ')
        .toSorted(),
    );
  });

  it('every letter is written if nothing is undecided', () => {
    const { opened } = caseIn.delivered();
    for (const name of letterNames) expect(isLetterStopped(opened.common, first(name))).toBe(false);
  });
});
