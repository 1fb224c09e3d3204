const shaping =
  'a abbr b blockquote body br center code col colgroup dd div dl dt em font h[1-6] head hr html i li ol p pre s small span strong sub sup table tbody td tfoot th thead tr u ul';
const others =
  'applet area audio button canvas details embed form frame iframe img input label link map math meta noscript object option q script select source style svg template textarea title track video xmp';
const simpleTag = new RegExp(`</?(?:${shaping.replaceAll(' ', '|')})((?:\\s+[a-z-]+="[^"<>]*")*)\\s*/?>`, 'gi');
const anyTag = new RegExp(`</?(?:${shaping} ${others}`.replaceAll(' ', '|').concat(')(?:[\\s/][^<>]*)?>'), 'i');
const entity = /&(?:#\d+|#x[\da-f]+|[a-z]\w+);/i;

/**
 * Attributes that only format a text, such as `align`, each with a pattern for its harmless values. A value that does
 * not match the pattern may carry information.
 */
const shapingAttributes = new Map([
  ...['align', 'dir', 'rel', 'target', 'type', 'valign'].map((name) => [name, /^[a-z _-]*$/i] as const),
  ...['border', 'cellpadding', 'cellspacing', 'colspan', 'height', 'rowspan', 'size', 'start', 'width'].map(
    (name) => [name, /^\d*(?:px|%|pt)?$/] as const,
  ),
  [
    'style',
    /^(?:\s*(?:margin|padding|color|background-color|font|line|text|white|border|width|height|display)[a-z-]*\s*:[\w\s.,%#-]{0,60};?)*\s*$/,
  ] as const,
]);

/** Whether a text that may be HTML has markup. `Ring Åsa <asa@example.org>` has none. */
export function hasMarkup(text: string): boolean {
  return anyTag.test(text) || entity.test(text) || text.includes('<!--');
}

/**
 * Whether the source of an HTML text may say more than its words, such as a comment, a picture, the target of a link or
 * an unknown element. If not, the markup only formats the words.
 */
export function saysMore(text: string, words: string): boolean {
  const rest = text.replace(simpleTag, (tag, attributes: string) => (isShaping(attributes, words) ? '' : tag));
  return /[<>]/.test(rest);
}

function isShaping(attributes: string, words: string): boolean {
  return [...attributes.matchAll(/([a-z-]+)="([^"]*)"/gi)].every(([, name = '', value = '']) => {
    if (name.toLowerCase() === 'href') return value !== '' && words.includes(value.replace(/^mailto:/i, ''));
    if (/^data-/i.test(name)) return /^(?:true|false|\d*)$/.test(value);
    return shapingAttributes.get(name.toLowerCase())?.test(value) ?? false;
  });
}
