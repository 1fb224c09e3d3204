import type { Tag } from './css-selector.ts';
import type { Look, Looking } from './hidden-style.ts';
import type { ElementStyle } from './style-sheet.ts';

/** An element with its tag, and with the style from its attributes and the style sheets. */
export interface DescribedElement {
  readonly tag: Tag;
  readonly style: ElementStyle;
}

/** An element that is open at the current position. */
export interface OpenElement extends DescribedElement {
  readonly look: Look;
  /**
   * The look of the element around this one. For the `summary` of a `details` it is the look around the `details`,
   * because a closed `details` hides everything but its `summary`.
   */
  readonly outer: Look;
  readonly quoted: boolean;
  /** Whether line ends in the element are preserved. */
  readonly keepsLines: boolean;
}

/** The maximum number of open elements in browsers (WHATWG HTML, 13.2.6). */
const most = 512;

/** Opens an element inside the last open one. Returns `false` if the maximum is reached. */
export function opened(open: OpenElement[], looking: Looking, described: DescribedElement): boolean {
  if (open.length >= most) return false;
  open.push(inside(open.at(-1), looking, described));
  return true;
}

/** An element inside `around` (or on an empty page), with its look. */
export function inside(
  around: OpenElement | undefined,
  looking: Looking,
  { tag, style }: DescribedElement,
): OpenElement {
  const { name } = tag;
  // A browser shows only the `summary` of closed `details`.
  const outer = name === 'summary' && around?.tag.name === 'details' ? around.outer : (around?.look ?? looking.page);
  return {
    tag,
    style,
    look: looking.inside(outer, style),
    outer,
    quoted: name === 'blockquote' || (around?.quoted ?? false),
    keepsLines: linesKept.has(name) || (around?.keepsLines ?? false),
  };
}

/**
 * Ends the elements that a browser closes before an element with this name. For example `<p>` closes `<p>`, and `<td>`
 * closes `<td>`.
 */
export function endBefore(open: OpenElement[], looking: Looking, name: string): void {
  const [ended, up] = endsBefore(name);
  for (let at = open.length - 1; at >= 0; at -= 1) {
    const one = open[at]?.tag.name ?? '';
    if (up.has(one)) return;
    if (!ended.has(one)) continue;
    endFrom(open, looking, at);
    return;
  }
}

/** Ends an element at its end tag. If the tags do not match, it does what a browser does. */
export function close(open: OpenElement[], looking: Looking, name: string): void {
  for (let at = open.length - 1; at >= 0; at -= 1) {
    const one = open[at]?.tag.name ?? '';
    if (one === name || (headings.test(one) && headings.test(name))) {
      if (formatting.has(name)) endAlone(open, looking, at);
      else endFrom(open, looking, at);
      return;
    }
    if (scopes.has(one) && !tableParts.has(name)) return;
    // The end tag of an unknown element does not close a paragraph or a division.
    if (!formatting.has(name) && !blocks.has(name) && !tableParts.has(name) && blocks.has(one)) return;
  }
}

/**
 * Ends all open elements from an index on. Formatting elements, such as bold or colour, are opened again for the text
 * that follows.
 */
function endFrom(open: OpenElement[], looking: Looking, at: number): void {
  const [first, ...ended] = open.splice(at);
  if (first === undefined || scopes.has(first.tag.name)) return;
  for (const one of ended.filter(({ tag }) => formatting.has(tag.name)).slice(-8)) opened(open, looking, one);
}

/** Ends one element, and opens the elements inside it again. */
function endAlone(open: OpenElement[], looking: Looking, at: number): void {
  const [, ...after] = open.splice(at);
  for (const one of after) opened(open, looking, one);
}

function endsBefore(name: string): readonly [ended: ReadonlySet<string>, up: ReadonlySet<string>] {
  if (name === 'li') return [new Set(['li']), new Set(['ul', 'ol', 'table', 'td', 'th'])];
  if (name === 'dt' || name === 'dd') return [new Set(['dt', 'dd']), new Set(['dl', 'table', 'td', 'th'])];
  if (name === 'td' || name === 'th') return [new Set(['td', 'th']), new Set(['table', 'tr'])];
  if (name === 'tr') return [new Set(['tr']), new Set(['table'])];
  if (name === 'tbody' || name === 'tfoot' || name === 'thead')
    return [new Set(['tbody', 'tfoot', 'thead', 'tr']), new Set(['table'])];
  if (name === 'option') return [new Set(['option']), new Set(['select'])];
  if (name === 'a') return [new Set(['a']), scopes];
  return blocks.has(name) ? [new Set(['p']), scopes] : [nothing, scopes];
}

const nothing: ReadonlySet<string> = new Set();
const headings = /^h[1-6]$/;
const linesKept = new Set(['pre', 'textarea', 'xmp', 'listing', 'plaintext']);
const scopes: ReadonlySet<string> = new Set([
  'table',
  'td',
  'th',
  'caption',
  'template',
  'object',
  'marquee',
  'button',
]);
const tableParts = new Set(['table', 'tbody', 'thead', 'tfoot', 'tr', 'td', 'th', 'caption', 'template', 'object']);
const formatting = new Set('a b big code em font i nobr s small strike strong tt u'.split(' '));
/** Elements that begin on a new line, and after which a new line begins. */
export const blocks: ReadonlySet<string> = new Set(
  `address article aside blockquote center details dialog dir div dl dd dt fieldset figcaption figure footer form h1 h2 h3
  h4 h5 h6 header hgroup hr li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul xmp listing`.split(
    /\s+/,
  ),
);
