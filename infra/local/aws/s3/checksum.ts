import { crc32 } from 'node:zlib';
import * as z from 'zod';

/** The only supported algorithm: the default of the AWS SDK. */
export const checksumAlgorithm = 'CRC32';
/** The header or trailer that contains the checksum. */
export const checksumHeader = 'x-amz-checksum-crc32';

/**
 * A checksum in the form of S3. `value` is base64, followed by `-parts` if it was computed from the checksums of the
 * parts.
 */
export interface Checksum {
  readonly value: string;
  readonly type: z.infer<typeof checksumTypeSchema>;
}
export const checksumTypeSchema = z.enum(['COMPOSITE', 'FULL_OBJECT']);

/** The two headers in which S3 gives the checksum of an object. */
export function checksumHeaders({ value, type }: Checksum): Record<string, string> {
  return { [checksumHeader]: value, 'x-amz-checksum-type': type };
}

/** Takes bytes in pieces; `digest` returns their CRC32 in base64. */
export function checksumHasher(): { update(bytes: Uint8Array): void; digest(): string } {
  let crc = 0;
  return {
    update(bytes) {
      crc = crc32(bytes, crc);
    },
    digest() {
      const bytes = Buffer.alloc(4);
      bytes.writeUInt32BE(crc);
      return bytes.toString('base64');
    },
  };
}

/** Whether the text is base64 of four bytes. */
export function isChecksum(text: string): boolean {
  const bytes = Buffer.from(text, 'base64');
  return bytes.length === 4 && bytes.toString('base64') === text;
}

/** The checksum (base64) of the checksums of the parts, as S3 computes it for an object that was uploaded in parts. */
export function compositeChecksum(parts: readonly string[]): string {
  const hasher = checksumHasher();
  for (const part of parts) hasher.update(Buffer.from(part, 'base64'));
  return `${hasher.digest()}-${parts.length}`;
}
