/** A picture that a browser can show. */
export interface Picture {
  readonly mediaType: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp';
  readonly width: number;
  readonly height: number;
}

/**
 * The type of a picture, by its content, and its size in pixels. Returns `undefined` if the content does not begin as a
 * PNG, JPEG, GIF or WebP file with a size.
 */
export function pictureOf(bytes: Uint8Array): Picture | undefined {
  const read = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const has = (at: number, text: string): boolean =>
    at + text.length <= bytes.length && [...text].every((one, index) => bytes[at + index] === one.charCodeAt(0));
  if (has(0, '\x89PNG\r\n\x1a\n') && has(12, 'IHDR') && bytes.length >= 24)
    return { mediaType: 'image/png', width: read.getUint32(16), height: read.getUint32(20) };
  if ((has(0, 'GIF87a') || has(0, 'GIF89a')) && bytes.length >= 10)
    return { mediaType: 'image/gif', width: read.getUint16(6, true), height: read.getUint16(8, true) };
  if (has(0, 'RIFF') && has(8, 'WEBP') && bytes.length >= 30) return webp(read, has);
  if (has(0, '\xff\xd8\xff')) return jpeg(read);
  return undefined;
}

function webp(read: DataView, has: (at: number, text: string) => boolean): Picture | undefined {
  const sized = (width: number, height: number): Picture => ({ mediaType: 'image/webp', width, height });
  if (has(12, 'VP8X'))
    return sized(
      1 + read.getUint16(24, true) + (read.getUint8(26) << 16),
      1 + read.getUint16(27, true) + (read.getUint8(29) << 16),
    );
  if (has(12, 'VP8L')) {
    const bits = read.getUint32(21, true);
    return sized(1 + (bits & 0x3f_ff), 1 + ((bits >>> 14) & 0x3f_ff));
  }
  if (has(12, 'VP8 ')) return sized(read.getUint16(26, true) & 0x3f_ff, read.getUint16(28, true) & 0x3f_ff);
  return undefined;
}

/** Goes through the segments of a JPEG file to the one that has the size. */
function jpeg(read: DataView): Picture | undefined {
  for (let at = 2; at + 9 <= read.byteLength && read.getUint8(at) === 0xff;) {
    const marker = read.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return { mediaType: 'image/jpeg', width: read.getUint16(at + 7), height: read.getUint16(at + 5) };
    at += marker === 0xff ? 1 : 2 + read.getUint16(at + 2);
  }
  return undefined;
}
