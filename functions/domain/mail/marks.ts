import type { Unreadable } from './parts/parse.ts';

/** What staff must know about a mail before they read it. */
export type MailMark = 'sender-not-proven' | 'other-contact' | 'other-name' | Unreadable;

/**
 * Each mark is a line of its own in the stored text. The marks about the sender are before the person's text. The mark
 * of an unreadable mail is the last line, where the text would be.
 */
export const markLines: Readonly<Record<MailMark, string>> = {
  'sender-not-proven': '(sender not proven)',
  'other-contact': '(from another contact of the case)',
  'other-name': '(under another name)',
  'too-large': '(too-large)',
  'too-many-lines': '(too-many-lines)',
  'too-many-parts': '(too-many-parts)',
  'too-many-headers': '(too-many-headers)',
  'too-deep': '(too-deep)',
  'not-a-mail': '(not-a-mail)',
};

/**
 * Divides a stored text into its marks and the rest. The marks are the first lines and the last line. A line elsewhere
 * that looks like a mark is the person's own text.
 */
export function withoutMarks(kept: string): { readonly marks: readonly MailMark[]; readonly text: string } {
  const marks: MailMark[] = [];
  const lines = kept.split('\n');
  for (let mark = markIn(lines[0]); mark !== undefined; mark = markIn(lines[0])) {
    marks.push(mark);
    lines.shift();
  }
  const last = markIn(lines.at(-1));
  if (last !== undefined) lines.pop();
  return { marks: last === undefined ? marks : [...marks, last], text: lines.join('\n').trim() };
}

function markIn(line: string | undefined): MailMark | undefined {
  return allMarks.find((mark) => markLines[mark] === line);
}

const allMarks = Object.keys(markLines).filter((key): key is MailMark => key in markLines);
