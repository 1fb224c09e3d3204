import { scanTypes, type ScanType } from '#api/register.ts';
import { mediaTypeOf } from '#domain/media-type-of.ts';

/**
 * The media type of a scan by its first bytes; the file name is ignored. `undefined` if the file is no PDF, PNG or
 * JPEG.
 */
export function scanTypeOf(content: Uint8Array): ScanType | undefined {
  const mediaType = mediaTypeOf(content);
  return scanTypes.find((type) => type === mediaType);
}

/** Decodes base64. `undefined` if the text is not valid base64. */
export function bytesOfBase64(base64: string): Uint8Array | undefined {
  const bytes = Buffer.from(base64, 'base64');
  // Node's decoder skips invalid characters. So the bytes are encoded again and compared with the text.
  return bytes.length > 0 && bytes.toString('base64') === base64 ? bytes : undefined;
}
