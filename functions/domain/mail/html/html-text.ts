import { htmlTokens } from './html-tokens.ts';
import { blocks, close, endBefore, inside, opened, type DescribedElement, type OpenElement } from './html-tree.ts';
import { decodeEntities } from './html-entities.ts';
import { looking, type Seen } from './hidden-style.ts';
import { quotedLines, type QuotedLines } from '../words/quoted-lines.ts';
import { styleSheet, type StyleSheet } from './style-sheet.ts';

/** The words of an HTML mail as plain text. Lines of a quotation (`blockquote`) begin with `>`. */
export interface HtmlText {
  /** The words that a mail program shows. Words that may be hidden are included. */
  readonly shown: string;
  /** The words that a mail program certainly shows. */
  readonly certain: string;
  /** All words, also the hidden ones (`hidden-style.ts`). */
  readonly whole: string;
  /** Whether the mail shows pictures. */
  readonly pictures: boolean;
  /**
   * Whether the mail has, or may have, words that are not in `whole`: in attributes such as `alt`, in frames, drawings
   * and other media, or in the style (`content`, background pictures). The quotation marks that `q` adds count too.
   */
  readonly beside: boolean;
  /** Whether the mail has more style rules than the limits allow. If so, it is unknown which words are visible. */
  readonly beyond: boolean;
}

/**
 * Reads an HTML mail like a browser without scripts. The work is linear in the length of the text. A style sheet also
 * applies to elements before it.
 */
export function readHtml(html: string): HtmlText {
  const shown = quotedLines();
  const certain = quotedLines();
  const whole = quotedLines();
  const { sheets, roots } = outlineOf(html);
  const styles = styleSheet(sheets);
  const looks = looking(styles.conditions);
  const open: OpenElement[] = [];
  // A browser adds `html` and `body` if they are missing. If they occur again, it adds their new attributes.
  for (const name of rootNames) opened(open, looks, describe(styles, name, roots.get(name) ?? new Map(), open));
  let pictures = false;
  let beside = sheets.some(addsWords);
  let beyond = false;
  const to: Readonly<Record<Seen, readonly QuotedLines[]>> = {
    shown: [whole, shown, certain],
    unsure: [whole, shown],
    hidden: [whole],
  };
  const here = (): readonly QuotedLines[] => to[(open.at(-1)?.look ?? looks.page).seen];
  const write = (text: string, lines: readonly QuotedLines[]): void => {
    const last = open.at(-1);
    const decoded = decodeEntities(text);
    const words = last?.keepsLines === true ? decoded : decoded.replace(/\s+/g, ' ');
    for (const one of lines) one.write(words, last?.quoted ?? false);
  };
  for (const token of htmlTokens(html)) {
    switch (token.kind) {
      case 'text':
        write(token.text, here());
        break;
      case 'unseen':
        write(token.text, [whole]);
        break;
      case 'raw':
        if (shownRaw.has(token.name)) write(token.text, here());
        else if (replaced.has(token.name)) write(token.text, [whole]);
        break;
      case 'open': {
        const { name, attributes } = token;
        beside ||= media.has(name) || [...attributes].some(holdsWords);
        // If a head has no end tag, a browser puts the text in it into the body.
        if (outside.has(name)) break;
        endBefore(open, looks, name);
        for (const one of here()) breakAt(one, name);
        const described = describe(styles, name, attributes, open);
        if (voidTags.has(name)) {
          if (name === 'img' && inside(open.at(-1), looks, described).look.seen !== 'hidden') pictures = true;
        } else if (!opened(open, looks, described)) beyond = true;
        break;
      }
      case 'close':
        // A browser puts everything after the end of the body into the body.
        if (!outside.has(token.name)) close(open, looks, token.name);
        for (const one of here()) breakAt(one, token.name);
        break;
    }
  }
  return {
    shown: shown.text(),
    certain: certain.text(),
    whole: whole.text(),
    pictures,
    beside,
    beyond: beyond || styles.isBeyond() || looks.isBeyond(),
  };
}

function describe(
  styles: StyleSheet,
  name: string,
  attributes: ReadonlyMap<string, string>,
  open: readonly OpenElement[],
): DescribedElement {
  const tag = {
    name,
    id: (attributes.get('id') ?? '').toLowerCase(),
    classes: (attributes.get('class') ?? '').toLowerCase().split(/\s+/).filter(Boolean).slice(0, 50),
    attributes,
  };
  return { tag, style: styles.of(tag, () => open.map((one) => one.tag)) };
}

interface Outline {
  /**
   * A style sheet with a `media` attribute is put inside `@media`. Style sheets in another language than CSS are left
   * out.
   */
  readonly sheets: readonly string[];
  /** The attributes of `html` and `body`. If an attribute occurs twice, the first value counts. */
  readonly roots: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/**
 * Collects the style sheets, and the attributes of `html` and `body`. Style sheets and these attributes apply to the
 * whole HTML text, wherever they are in it.
 */
function outlineOf(html: string): Outline {
  const sheets: string[] = [];
  const roots = new Map<string, ReadonlyMap<string, string>>();
  if (!/<(?:style|html|body)/i.test(html)) return { sheets, roots };
  let style: ReadonlyMap<string, string> = new Map();
  for (const token of htmlTokens(html)) {
    if (token.kind === 'open' && token.name === 'style') style = token.attributes;
    else if (token.kind === 'open' && (token.name === 'html' || token.name === 'body'))
      roots.set(token.name, new Map([...token.attributes, ...(roots.get(token.name) ?? [])]));
    else if (token.kind === 'raw' && token.name === 'style') sheets.push(...sheetOf(token.text, style));
  }
  return { sheets, roots };
}

function sheetOf(text: string, attributes: ReadonlyMap<string, string>): readonly string[] {
  const type = (attributes.get('type') ?? '').trim().toLowerCase();
  const media = (attributes.get('media') ?? '').trim().toLowerCase();
  if (type !== '' && type !== 'text/css') return [];
  return /^(?:|all|screen)$/.test(media) ? [text] : [`@media ${media.replace(/[{};]/g, ' ')} {${text}}`];
}

function breakAt(lines: QuotedLines, name: string): void {
  if ((name === 'td' || name === 'th') && !lines.isAtStart()) lines.write(' ', false);
  else if (name === 'br' || blocks.has(name)) lines.newLine();
  if (name === 'p' || /^h[1-6]$/.test(name)) lines.newLine();
}

/** Elements that show something other than their text, or add marks around it. */
const media = new Set('q iframe frame object embed audio video canvas svg math'.split(' '));
/** Attributes whose value a browser shows, or a screen reader reads aloud. */
const shownAttributes = new Set(
  'alt title value placeholder srcdoc label aria-label aria-description aria-roledescription'.split(' '),
);

function holdsWords([name, value]: readonly [string, string]): boolean {
  if (name === 'style') return addsWords(value);
  return name === 'background' ? value.trim() !== '' : shownAttributes.has(name) && /[\p{L}\p{N}]/u.test(value);
}

/**
 * Whether a style sheet may add words or pictures. A style sheet with an escape such as `\63 ontent` counts as adding
 * words, because escapes are not decoded here.
 */
function addsWords(sheet: string): boolean {
  return /(?:^|[^\w-])content\s*:(?!\s*(?:normal|none|""|'')\s*(?:[;}!]|$))|list-style[\w-]*\s*:[^;}]*["']|url\(|image-set\(|\\[0-9a-f]/iu.test(
    sheet,
  );
}

const voidTags = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
const shownRaw = new Set(['textarea', 'xmp', 'plaintext']);
/** Elements whose content is shown only if the browser does not support them. */
const replaced = new Set(['iframe', 'noembed', 'noframes']);
const rootNames = ['html', 'body'] as const;
const outside: ReadonlySet<string> = new Set([...rootNames, 'head']);
