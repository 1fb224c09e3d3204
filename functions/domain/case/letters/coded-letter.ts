import { keyOf } from './letter-key.ts';
import { codeOf, type Letter, letterFrom, type LetterName, letterNames, letterOfKey } from './letters.ts';

/**
 * Ids of letters in the staff API, in the header `X-Utdrag-Letter` of sent mails, and in logs from before letters had
 * names. An id is the code, a slash, and the number or id of the letter, such as `M6/2`. Sent mails and commands of
 * running cases contain these ids, so an id must never change.
 */

/**
 * The part of the id after the slash, for letters that do not have their number there. The first text is for number 1,
 * the second for number 2. For example, `marketing-stop` number 2 is `M15/objection/done`.
 */
const inPlaceOfNumber: Readonly<Partial<Record<LetterName, readonly string[]>>> = {
  'answer-ready': [''],
  'marketing-stop': ['objection', 'objection/done'],
  'consent-withdrawal': ['consent-withdrawal', 'consent-withdrawal/done'],
};

/** The id of a letter with its code. */
export function codedId(letter: Letter): string {
  const other = 'n' in letter ? inPlaceOfNumber[letter.kind]?.[letter.n - 1] : undefined;
  const which = other ?? keyOf(letter).slice(letter.kind.length + 1);
  return which === '' ? codeOf(letter.kind) : `${codeOf(letter.kind)}/${which}`;
}

/**
 * The letter with an id that begins with its code (`M6/2`) or its name (`refusal/2`); `undefined` if there is no such
 * letter.
 */
export function letterOfId(id: string): Letter | undefined {
  const [code = '', ...rest] = id.split('/');
  const name = letterNames.find((one) => codeOf(one) === code);
  if (name === undefined) return letterOfKey(id);
  const which = rest.join('/');
  const index = inPlaceOfNumber[name]?.indexOf(which) ?? -1;
  const letter = letterFrom(name, index === -1 ? which : String(index + 1));
  return letter === undefined || codedId(letter) !== id ? undefined : letter;
}
