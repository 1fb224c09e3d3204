import { crc32 } from 'node:zlib';
import * as z from 'zod';

/** The only supported algorithm. CRC32 is the default of the AWS SDK. */
export const checksumAlgorithm = 'CRC32';
/** The header or trailer that contains the checksum. */
export const checksumHeader = 'x-amz-checksum-crc32';

/**
 * A checksum as S3 writes it. `value` is base64. For an object from a multipart upload of N parts, `-N` follows the
 * base64.
 */
export interface Checksum {
  readonly value: string;
  readonly type: z.infer<typeof checksumTypeSchema>;
}
export const checksumTypeSchema = z.enum(['COMPOSITE', 'FULL_OBJECT']);

/** The two response headers in which S3 returns the checksum of an object. */
export function checksumHeaders({ value, type }: Checksum): Record<string, string> {
  return { [checksumHeader]: value, 'x-amz-checksum-type': type };
}

/** Computes a CRC32 from bytes that come in pieces; `digest` returns the CRC32 in base64. */
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

/** Whether the text is the base64 of exactly four bytes, the length of a CRC32. */
export function isChecksum(text: string): boolean {
  const bytes = Buffer.from(text, 'base64');
  return bytes.length === 4 && bytes.toString('base64') === text;
}

/**
 * Computes the checksum of a multipart upload as S3 does: the CRC32 of the checksums of its N parts, followed by `-N`.
 */
export function compositeChecksum(parts: readonly string[]): string {
  const hasher = checksumHasher();
  for (const part of parts) hasher.update(Buffer.from(part, 'base64'));
  return `${hasher.digest()}-${parts.length}`;
}
