const beginnings: readonly (readonly [mediaType: string, bytes: readonly (number | undefined)[]])[] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/gif', [0x47, 0x49, 0x46, 0x38]],
  ['image/webp', [0x52, 0x49, 0x46, 0x46, undefined, undefined, undefined, undefined, 0x57, 0x45, 0x42, 0x50]],
  ['image/tiff', [0x49, 0x49, 0x2a, 0x00]],
  ['image/tiff', [0x4d, 0x4d, 0x00, 0x2a]],
];
const zip = [0x50, 0x4b, 0x03, 0x04];

/** The folders in which Word and Excel keep the content of their files (ECMA-376). */
const office: readonly (readonly [folder: string, mediaType: string])[] = [
  ['word/', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['xl/', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
];

/**
 * The media type of a file by its content. The name of the file does not matter. A text in UTF-8 is `text/plain`, so
 * HTML is never opened as a page. An unknown content is `application/octet-stream`.
 */
export function mediaTypeOf(content: Uint8Array): string {
  const known = beginnings.find(([, bytes]) => startsWith(content, bytes));
  if (known !== undefined) return known[0];
  if (startsWith(content, zip)) {
    const names = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
    const isOffice = names.includes('[Content_Types].xml');
    return (isOffice ? office.find(([folder]) => names.includes(folder))?.[1] : undefined) ?? 'application/zip';
  }
  return isText(content) ? 'text/plain' : 'application/octet-stream';
}

function startsWith(content: Uint8Array, bytes: readonly (number | undefined)[]): boolean {
  return content.length >= bytes.length && bytes.every((byte, at) => byte === undefined || byte === content[at]);
}

/** Whether the bytes are UTF-8 without control characters that no text has. */
function isText(content: Uint8Array): boolean {
  if (content.some((byte) => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d))
    return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(content);
    return true;
  } catch {
    return false;
  }
}
