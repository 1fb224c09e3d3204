import { decodeEntities } from './html-entities.ts';

/**
 * A token of an HTML text. The tokens are those of a browser (WHATWG HTML, 13.2.5), except for details that do not
 * change the words. `raw` is the content of an element such as `style` or `textarea` (`rawText`). `unseen`: the text
 * ends inside a comment, a tag or such an element, and this is the rest, which a browser does not show.
 */
export type HtmlToken =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'open'; readonly name: string; readonly attributes: ReadonlyMap<string, string> }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'raw'; readonly name: string; readonly text: string }
  | { readonly kind: 'unseen'; readonly text: string };

/** Elements whose content is text up to their end tag: tags in it are not read as tags. */
const rawText = new Set(['script', 'style', 'title', 'textarea', 'xmp', 'iframe', 'noembed', 'noframes']);

/** Divides an HTML text into tokens. The work is linear in the length of any text. */
export function* htmlTokens(html: string): Generator<HtmlToken> {
  let at = 0;
  let textFrom = 0;
  const text = (to: number): HtmlToken[] => (to > textFrom ? [{ kind: 'text', text: html.slice(textFrom, to) }] : []);
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open === -1) break;
    const next = html.charAt(open + 1);
    if (!/[a-z/!?]/i.test(next)) {
      // The `<` of "5 < 6" is text.
      at = open + 1;
      continue;
    }
    yield* text(open);
    if (next === '!' || next === '?' || (next === '/' && !/[a-z]/i.test(html.charAt(open + 2)))) {
      const end = commentEnd(html, open);
      if (end === undefined) {
        yield { kind: 'unseen', text: html.slice(open + 2) };
        return;
      }
      at = textFrom = end;
      continue;
    }
    const tag = readTag(html, open + (next === '/' ? 2 : 1));
    if (tag === undefined) {
      yield { kind: 'unseen', text: html.slice(open + 1) };
      return;
    }
    at = textFrom = tag.end;
    if (next === '/') {
      yield { kind: 'close', name: tag.name };
      continue;
    }
    yield { kind: 'open', name: tag.name, attributes: tag.attributes };
    if (tag.name === 'plaintext') {
      yield { kind: 'raw', name: tag.name, text: html.slice(at) };
      return;
    }
    if (!rawText.has(tag.name)) continue;
    const ending = new RegExp(`</${tag.name}(?=[\\s/>])`, 'gi');
    ending.lastIndex = at;
    const end = ending.exec(html)?.index;
    if (end === undefined) {
      yield { kind: 'unseen', text: html.slice(at) };
      return;
    }
    yield { kind: 'raw', name: tag.name, text: html.slice(at, end) };
    at = textFrom = end;
  }
  yield* text(html.length);
}

/** The end of a comment, or of markup that a browser reads as a comment; `undefined` if it has no end. */
function commentEnd(html: string, open: number): number | undefined {
  if (!html.startsWith('<!--', open)) {
    const close = html.indexOf('>', open);
    return close === -1 ? undefined : close + 1;
  }
  const empty = /^<!---?>/.exec(html.slice(open, open + 6));
  if (empty !== null) return open + empty[0].length;
  const ending = /--!?>/g;
  ending.lastIndex = open + 4;
  const end = ending.exec(html);
  return end === null ? undefined : end.index + end[0].length;
}

interface Tag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly end: number;
}

/** The tag whose name begins at `from`; `undefined` if the text ends inside the tag. */
function readTag(html: string, from: number): Tag | undefined {
  const name = stickyMatch(/[^\s/>]+/y, html, from) ?? '';
  const attributes = new Map<string, string>();
  let at = from + name.length;
  while (at < html.length) {
    at += (stickyMatch(/[\s/]+/y, html, at) ?? '').length;
    if (html.charAt(at) === '>') return { name: name.toLowerCase().slice(0, 40), attributes, end: at + 1 };
    const key = stickyMatch(/=?[^\s/>=]*/y, html, at) ?? '';
    at += key.length;
    const equals = stickyMatch(/\s*=\s*/y, html, at);
    if (equals === undefined) {
      if (key === '') at += 1;
      else keep(attributes, key, '');
      continue;
    }
    at += equals.length;
    const quote = html.charAt(at);
    if (quote === '"' || quote === "'") {
      const close = html.indexOf(quote, at + 1);
      if (close === -1) return undefined;
      keep(attributes, key, html.slice(at + 1, close));
      at = close + 1;
      continue;
    }
    const value = stickyMatch(/[^\s>]*/y, html, at) ?? '';
    keep(attributes, key, value);
    at += value.length;
  }
  return undefined;
}

/** If two attributes have the same name, the first counts. */
function keep(attributes: Map<string, string>, key: string, value: string): void {
  const name = key.toLowerCase();
  if (name.length < 40 && !attributes.has(name)) attributes.set(name, decodeEntities(value.slice(0, 4_000)));
}

function stickyMatch(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
