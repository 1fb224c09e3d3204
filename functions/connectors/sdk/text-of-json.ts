import { isUtf8 } from 'node:buffer';

/**
 * The text of JSON that came as bytes: UTF-8 (RFC 8259, 8.1), a byte order mark is left out. A byte that is no UTF-8
 * becomes an unpaired surrogate (U+DC80 to U+DCFF), which no UTF-8 gives, so that `readJson` can tell the value it is in.
 */
export function textOfJson(bytes: Uint8Array): string {
  const content = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
  if (isUtf8(content)) return decoder.decode(content);
  const parts: string[] = [];
  let start = 0;
  for (let at = 0; at < content.length;) {
    const byte = content[at] ?? 0;
    const length = byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
    if (length === 1 || (at + length <= content.length && isUtf8(content.subarray(at, at + length)))) {
      at += length;
      continue;
    }
    parts.push(decoder.decode(content.subarray(start, at)), String.fromCharCode(0xdc00 + byte));
    at += 1;
    start = at;
  }
  return [...parts, decoder.decode(content.subarray(start))].join('');
}

// A mark that is not the first character is a character.
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
