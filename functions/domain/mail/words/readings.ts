import type { ParsedMail } from '../parts/parse.ts';
import { wordsOf } from './sentences.ts';

/** The forms of one mail that a person may see or have meant, as plain text. */
export interface Readings {
  /** The form whose request counts. */
  readonly main: string;
  /** Another form. If this form asks for something else, staff must decide. */
  readonly other: string | undefined;
  /** The text of the HTML including its hidden words. */
  readonly withHidden: string | undefined;
  /** The text of the HTML without words that may be hidden. */
  readonly certain: string | undefined;
}

/**
 * Decides which form of a mail counts (`main`): the plain text, although mail programs show the HTML (`other`). The
 * HTML counts if there is no plain text, if the plain text is a placeholder that asks for nothing ("Your mail program
 * does not support HTML"), or if the plain text is only a part of the words of the HTML, in the same order. Hidden
 * words of the HTML never count; words that may be hidden count. If either kind of words would change the request,
 * staff must read the mail. `asks` says whether a text asks for anything.
 */
export function readingsOf(
  { plain, html }: Pick<ParsedMail, 'plain' | 'html'>,
  asks: (text: string) => boolean,
): Readings {
  if (html === undefined) return { main: plain, other: undefined, withHidden: undefined, certain: undefined };
  const { shown } = html;
  const withHidden = html.whole === shown ? undefined : html.whole;
  const certain = html.certain === shown ? undefined : html.certain;
  if (shown.trim() === '') return { main: plain, other: undefined, withHidden, certain };
  const stands = plain.trim() === '' || (isPlaceholder(plain) && !asks(plain)) || isPartOf(plain, shown);
  return stands
    ? { main: shown, other: undefined, withHidden, certain }
    : { main: plain, other: shown, withHidden, certain };
}

/** The whole text of a mail for a person to read: each form that has its own content, and then the enclosed mails. */
export function textToRead({ plain, html, text, enclosed }: ParsedMail): string {
  const shown = html?.shown ?? '';
  const isSame = wordsOf(plain).join(' ') === wordsOf(shown).join(' ');
  const forms = shown === '' || isSame ? [text] : isPartOf(plain, shown) ? [shown] : [plain, shown];
  const inside = enclosed.map((one) => `${one.from[0]?.address ?? ''} ${one.subject}\n\n${one.text}`);
  return [...forms, ...inside]
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .join('\n\n– – –\n\n');
}

/** Whether a text is only a placeholder. Such a text is short, and mentions HTML or the browser. */
function isPlaceholder(text: string): boolean {
  return (
    wordsOf(text).length <= 60 &&
    /\bhtml\b|web ?browser|in (?:your|a) browser|webbläsare|nettleser|\bbrowser\b|selaime/i.test(text)
  );
}

/** Whether a text is shorter than the whole, and all of its words are in the whole in the same order. */
function isPartOf(part: string, whole: string): boolean {
  const inPart = wordsOf(part);
  const inWhole = wordsOf(whole);
  if (inPart.length === inWhole.length) return false;
  let at = 0;
  for (const word of inWhole) if (word === inPart[at]) at += 1;
  return at === inPart.length;
}
