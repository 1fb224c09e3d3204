import type { ScanType } from '#api/register.ts';

const beginnings: Readonly<Record<ScanType, readonly number[]>> = {
  'application/pdf': [0x25, 0x50, 0x44, 0x46, 0x2d],
  'image/png': [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  'image/jpeg': [0xff, 0xd8, 0xff],
};

/**
 * The media type of a scan by its first bytes; the file name is ignored. `undefined` if the file is no PDF, PNG or
 * JPEG.
 */
export function scanTypeOf(content: Uint8Array): ScanType | undefined {
  if (startsAs(content, 'application/pdf')) return 'application/pdf';
  if (startsAs(content, 'image/png')) return 'image/png';
  return startsAs(content, 'image/jpeg') ? 'image/jpeg' : undefined;
}

function startsAs(content: Uint8Array, type: ScanType): boolean {
  return beginnings[type].every((byte, index) => content[index] === byte);
}

/** Decodes base64. `undefined` if the text is not valid base64. */
export function scanBytes(base64: string): Uint8Array | undefined {
  const bytes = Buffer.from(base64, 'base64');
  // Node's decoder skips invalid characters. So the bytes are encoded again and compared with the text.
  return bytes.length > 0 && bytes.toString('base64') === base64 ? bytes : undefined;
}
