/**
 * The words of an HTML mail as plain text: one pass, linear in the input. Quotations (`blockquote`) become lines that
 * begin with `>`, as in a plain mail; scripts, styles and what is not displayed are left out.
 */
export function htmlToText(html: string): string {
  const lines: string[] = [''];
  let quoteDepth = 0;
  let hidden: { readonly tag: string; depth: number } | null = null;
  let at = 0;
  const write = (text: string): void => {
    if (text === '') return;
    const last = lines.length - 1;
    const line = lines[last] ?? '';
    lines[last] = (line === '' && quoteDepth > 0 ? '> ' : line) + text;
  };
  const newLine = (): void => {
    lines.push('');
  };
  while (at < html.length) {
    const open = html.indexOf('<', at);
    const textEnd = open === -1 ? html.length : open;
    if (hidden === null) write(decodeEntities(html.slice(at, textEnd)).replace(/\s+/g, ' '));
    if (open === -1) break;
    if (html.startsWith('<!--', open)) {
      const end = html.indexOf('-->', open + 4);
      at = end === -1 ? html.length : end + 3;
      continue;
    }
    const close = html.indexOf('>', open);
    if (close === -1) break;
    at = close + 1;
    // Attributes are only looked at for what hides an element: a bounded look is enough.
    const tag = /^<(\/?)([a-z][a-z0-9:-]{0,30})/i.exec(html.slice(open, open + 40));
    if (tag === null) continue;
    const closing = tag[1] === '/';
    const name = (tag[2] ?? '').toLowerCase();
    if (hidden !== null) {
      if (name === hidden.tag) hidden.depth += closing ? -1 : 1;
      if (hidden.depth === 0) hidden = null;
      continue;
    }
    if (
      !closing &&
      !voidTags.has(name) &&
      (neverShown.has(name) || isHidden(html.slice(open, Math.min(at, open + 2_000))))
    ) {
      hidden = { tag: name, depth: 1 };
      continue;
    }
    if (name === 'blockquote') {
      newLine();
      quoteDepth = Math.max(0, quoteDepth + (closing ? -1 : 1));
    } else if (name === 'p' || /^h[1-6]$/.test(name)) {
      newLine();
      newLine();
    } else if (blockTags.has(name)) newLine();
    else if (name === 'td' || name === 'th') write(' ');
  }
  return lines
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

const voidTags = new Set(['br', 'hr', 'img', 'input', 'meta', 'link', 'col', 'area', 'base', 'wbr']);
const neverShown = new Set(['script', 'style', 'head', 'title', 'template', 'noscript', 'svg', 'object']);
const blockTags = new Set([
  'br',
  'div',
  'tr',
  'table',
  'ul',
  'ol',
  'li',
  'hr',
  'section',
  'article',
  'header',
  'footer',
  'pre',
]);

function isHidden(tag: string): boolean {
  return /\shidden(?=[\s>=])|display\s*:\s*none|visibility\s*:\s*hidden/i.test(tag);
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  shy: '',
  aring: 'å',
  Aring: 'Å',
  auml: 'ä',
  Auml: 'Ä',
  ouml: 'ö',
  Ouml: 'Ö',
  uuml: 'ü',
  Uuml: 'Ü',
  szlig: 'ß',
  oslash: 'ø',
  Oslash: 'Ø',
  aelig: 'æ',
  AElig: 'Æ',
  eacute: 'é',
  Eacute: 'É',
  egrave: 'è',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  euro: '€',
  middot: '·',
  bull: '•',
};

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hex, name) => {
    if (typeof name === 'string') return Object.hasOwn(named, name) ? (named[name] ?? whole) : whole;
    const code = typeof decimal === 'string' ? Number.parseInt(decimal, 10) : Number.parseInt(String(hex), 16);
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '\ufffd';
  });
}
