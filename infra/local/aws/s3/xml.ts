/** One XML element. Attributes, such as namespaces, are ignored. */
export interface XmlElement {
  readonly name: string;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

interface OpenElement {
  readonly name: string;
  readonly children: XmlElement[];
  text: string;
}

const deepest = 8;
const token =
  /<\?[^>]*\?>|<(?<close>\/?)(?<name>[A-Za-z_][\w.-]*)(?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*(?<empty>\/?)>|(?<text>[^<]+)/y;
// eslint-disable-next-line no-control-regex -- these are the characters that XML 1.0 forbids
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;
const named = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

/**
 * Reads the small XML bodies that clients of S3 send. These bodies have elements and text only. For any other XML
 * (doctype, comment, CDATA, unknown entity) and for malformed XML the result is `undefined`.
 */
export function parseXml(source: string): XmlElement | undefined {
  if (forbidden.test(source)) return undefined;
  const root: OpenElement = { name: '', children: [], text: '' };
  const open = [root];
  const text = source.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  token.lastIndex = 0;
  while (token.lastIndex < text.length) {
    const groups = token.exec(text)?.groups;
    const current = open.at(-1);
    if (groups === undefined || current === undefined || open.length > deepest) return undefined;
    if (groups['text'] !== undefined) {
      const decoded = decodeEntities(groups['text']);
      if (decoded === undefined || (current === root && decoded.trim() !== '')) return undefined;
      current.text += decoded;
    } else if (groups['name'] !== undefined) {
      if (groups['close'] === '/') {
        if (current === root || current.name !== groups['name'] || groups['empty'] === '/') return undefined;
        open.pop();
      } else {
        const element: OpenElement = { name: groups['name'], children: [], text: '' };
        current.children.push(element);
        if (groups['empty'] !== '/') open.push(element);
      }
    }
  }
  return open.length === 1 && root.children.length === 1 ? root.children[0] : undefined;
}

function decodeEntities(text: string): string | undefined {
  let valid = true;
  const decoded = text.replace(/&(#x?)?([0-9A-Za-z]*)(;?)/g, (_, number: string | undefined, body: string, end) => {
    const value = number === undefined ? named.get(body) : character(Number(number === '#x' ? `0x${body}` : body));
    if (value === undefined || end !== ';' || body === '') valid = false;
    return value ?? '';
  });
  return valid ? decoded : undefined;
}

function character(code: number): string | undefined {
  return Number.isInteger(code) && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
    ? String.fromCodePoint(code)
    : undefined;
}

/**
 * The content of an element to write: a text, or its child elements in order, each with its name and content. A child
 * without content is omitted.
 */
export type XmlContent = string | number | boolean | readonly XmlField[];
export type XmlField = readonly [name: string, content: XmlContent | undefined];

/** Writes an XML document in the namespace of S3. */
export function xmlDocument(name: string, content: readonly XmlField[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${name} xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${render(content)}</${name}>`;
}

/** Writes the XML document of an error, which has no namespace in S3. */
export function xmlError(content: readonly XmlField[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Error>${render(content)}</Error>`;
}

function render(content: XmlContent): string {
  if (typeof content !== 'object') return escape(String(content));
  return content.map(([name, child]) => (child === undefined ? '' : `<${name}>${render(child)}</${name}>`)).join('');
}

function escape(text: string): string {
  // eslint-disable-next-line no-control-regex -- S3 writes these as character references
  return text.replace(
    /[&<>"\u0000-\u001f\u007f-\u009f\u2028\ufffe\uffff]/g,
    (c) => `&#x${c.charCodeAt(0).toString(16)};`,
  );
}
