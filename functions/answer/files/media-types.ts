// A browser would run scripts in HTML and SVG. HTML gets the extension `txt`. SVG is not in the list, so it gets `bin`.
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

/** The media type in lower case, without parameters. A text that is no media type gives `application/octet-stream`. */
export function plainMediaType(mediaType: string): string {
  const plain = mediaType.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  return /^[a-z0-9.+-]+\/[a-z0-9.+-]+$/.test(plain) ? plain : 'application/octet-stream';
}

/** The file extension for a media type, without the dot; `bin` for an unknown media type. */
export function extensionOf(mediaType: string): string {
  return extensions.get(plainMediaType(mediaType)) ?? 'bin';
}

/** Whether deflate would make a document of this media type much smaller. */
export function isWorthDeflating(mediaType: string): boolean {
  return uncompressed.has(extensionOf(mediaType));
}
