// Media types that a browser would run, such as HTML and SVG, get the extension `txt` or `bin`, so that no browser runs
// the document.
const extensions: ReadonlyMap<string, string> = new Map([
  ['application/pdf', 'pdf'],
  ['application/json', 'json'],
  ['application/zip', 'zip'],
  ['application/msword', 'doc'],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'docx'],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx'],
  ['audio/mpeg', 'mp3'],
  ['audio/wav', 'wav'],
  ['image/gif', 'gif'],
  ['image/jpeg', 'jpg'],
  ['image/png', 'png'],
  ['image/tiff', 'tif'],
  ['image/webp', 'webp'],
  ['message/rfc822', 'eml'],
  ['text/csv', 'csv'],
  ['text/html', 'txt'],
  ['text/plain', 'txt'],
  ['video/mp4', 'mp4'],
]);

const uncompressed: ReadonlySet<string> = new Set(['txt', 'csv', 'json', 'eml', 'bin', 'wav', 'tif', 'doc']);

/** The media type without parameters, in lower case; `application/octet-stream` if the text is no media type. */
export function plainMediaType(mediaType: string): string {
  const plain = mediaType.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  return /^[a-z0-9.+-]+\/[a-z0-9.+-]+$/.test(plain) ? plain : 'application/octet-stream';
}

/** The file extension for a media type, without the dot; `bin` for an unknown one. */
export function extensionOf(mediaType: string): string {
  return extensions.get(plainMediaType(mediaType)) ?? 'bin';
}

/** Whether compressing a document of this type is worthwhile. */
export function isWorthDeflating(mediaType: string): boolean {
  return uncompressed.has(extensionOf(mediaType));
}
