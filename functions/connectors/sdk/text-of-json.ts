import { isUtf8 } from 'node:buffer';

/**
 * Decodes the bytes of a JSON response as UTF-8 without a byte order mark (RFC 8259, 8.1). A byte that is not UTF-8
 * becomes an unpaired surrogate (U+DC80 to U+DCFF), which no valid UTF-8 text contains. So `readJson` can report only
 * the value with this byte as unreadable, and read all others.
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

// `ignoreBOM: true` makes the decoder keep a byte order mark (U+FEFF) as a character of the text.
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
