import type { ParsedMail } from './parse.ts';
import { wordsOf } from './sentences.ts';

/** The forms of one mail that a person may see or mean, as plain text. */
export interface Readings {
  /** What is acted on. */
  readonly main: string;
  /** Another form, which must ask for the same. */
  readonly other: string | undefined;
  /** What the HTML would say if its hidden words counted. */
  readonly withHidden: string | undefined;
  /** What it would say without the words of which it cannot be told whether they are seen. */
  readonly certain: string | undefined;
}

/**
 * Which form of a mail counts. The HTML is what mail programs show; the plain text counts beside it, unless it only says
 * that there is nothing to read ("Your mail program does not support HTML") or is the beginning of the same words. Words
 * that are hidden never count, and words of which it cannot be told do; where either would change what is asked for
 * somebody has to look. `asks` tells whether
 * a text asks for anything.
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

/** All that a mail says, for a person to read: each form that says something of its own, then the mails in it. */
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

/** A text in place of one: it speaks of HTML or of the browser, and is short. */
function isPlaceholder(text: string): boolean {
  return (
    wordsOf(text).length <= 60 &&
    /\bhtml\b|web ?browser|in (?:your|a) browser|webbläsare|nettleser|\bbrowser\b|selaime/i.test(text)
  );
}

/** Whether a text is shorter, and every word of it stands in the whole, in the same order. */
function isPartOf(part: string, whole: string): boolean {
  const inPart = wordsOf(part);
  const inWhole = wordsOf(whole);
  if (inPart.length === inWhole.length) return false;
  let at = 0;
  for (const word of inWhole) if (word === inPart[at]) at += 1;
  return at === inPart.length;
}
