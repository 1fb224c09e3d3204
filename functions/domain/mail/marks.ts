import type { Unreadable } from './parts/parse.ts';

/** What a case worker must know of a mail before reading it. */
export type MailMark = 'sender-not-proven' | 'other-contact' | 'other-name' | Unreadable;

/**
 * Each mark as a line of its own in the stored text: before the person's text, or in its place if nothing could be
 * read.
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

/** A stored text without its marks, and the marks. Similar lines inside the person's text are the person's own. */
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
