import { htmlTokens } from './html-tokens.ts';
import { blocks, close, endBefore, inside, opened, type OpenElement } from './html-tree.ts';
import { decodeEntities } from './html-entities.ts';
import { isHidden } from './hidden-style.ts';
import { quotedLines, type QuotedLines } from './quoted-lines.ts';
import { styleSheet } from './style-sheet.ts';

/** The words of an HTML mail as plain text: quotations (`blockquote`) become lines that begin with `>`. */
export interface HtmlText {
  /** What a mail program shows. */
  readonly shown: string;
  /** The same with the words that are hidden (`hidden-style.ts`). */
  readonly whole: string;
  /** Whether it shows pictures. */
  readonly pictures: boolean;
}

/** Reads an HTML mail as a browser does that runs no scripts; linear in its length. */
export function readHtml(html: string): HtmlText {
  const shown = quotedLines();
  const whole = quotedLines();
  const styles = styleSheet();
  const open: OpenElement[] = [];
  let pictures = false;
  const both = (write: (lines: QuotedLines) => void): void => {
    const last = open.at(-1);
    write(whole);
    if (last === undefined || !isHidden(last.look)) write(shown);
  };
  const write = (text: string, lines: readonly QuotedLines[] | undefined): void => {
    const last = open.at(-1);
    const decoded = decodeEntities(text);
    const words = last?.keepsLines === true ? decoded : decoded.replace(/\s+/g, ' ');
    const to = (one: QuotedLines): void => one.write(words, last?.quoted ?? false);
    if (lines === undefined) both(to);
    else lines.forEach(to);
  };
  for (const token of htmlTokens(html)) {
    switch (token.kind) {
      case 'text':
        write(token.text, undefined);
        break;
      case 'unseen':
        write(token.text, [whole]);
        break;
      case 'raw':
        if (token.name === 'style') styles.add(token.text);
        else if (shownRaw.has(token.name)) write(token.text, undefined);
        break;
      case 'open': {
        const { name, attributes } = token;
        // Text in a head that was never closed is text of the body to a browser.
        if (bodiless.has(name)) break;
        endBefore(open, name);
        both((lines) => breakAt(lines, name));
        const declared = styles.of(name, attributes);
        if (voidTags.has(name)) {
          if (name === 'img' && !isHidden(inside(open.at(-1), name, declared).look)) pictures = true;
        } else opened(open, name, declared);
        break;
      }
      case 'close':
        close(open, token.name);
        both((lines) => breakAt(lines, token.name));
        break;
    }
  }
  return { shown: shown.text(), whole: whole.text(), pictures };
}

function breakAt(lines: QuotedLines, name: string): void {
  if ((name === 'td' || name === 'th') && !lines.isAtStart()) lines.write(' ', false);
  else if (name === 'br' || blocks.has(name)) lines.newLine();
  if (name === 'p' || /^h[1-6]$/.test(name)) lines.newLine();
}

const voidTags = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
const shownRaw = new Set(['textarea', 'xmp', 'plaintext']);
/** Elements that hold no words of their own and are often left open. */
const bodiless = new Set(['html', 'head']);
