import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import * as z from 'zod';
import { crc32c, crc64nvme, type Hasher } from './crc.ts';

export const algorithmSchema = z.enum(['CRC32', 'CRC32C', 'CRC64NVME', 'SHA1', 'SHA256']);
export type Algorithm = z.infer<typeof algorithmSchema>;
export const algorithms = algorithmSchema.options;

export const checksumTypeSchema = z.enum(['COMPOSITE', 'FULL_OBJECT']);
export type ChecksumType = z.infer<typeof checksumTypeSchema>;

/** A checksum as S3 states it: `value` is base64, with `-parts` behind it where it is composite. */
export interface Checksum {
  readonly algorithm: Algorithm;
  readonly value: string;
  readonly type: ChecksumType;
}

const digestBytes: Readonly<Record<Algorithm, number>> = { CRC32: 4, CRC32C: 4, CRC64NVME: 8, SHA1: 20, SHA256: 32 };

/** S3 adds this one where the client states none. */
export const defaultAlgorithm: Algorithm = 'CRC64NVME';

export function checksumHeader(algorithm: Algorithm): string {
  return `x-amz-checksum-${algorithm.toLowerCase()}`;
}

export function newHasher(algorithm: Algorithm): Hasher {
  switch (algorithm) {
    case 'CRC32':
      return crc32Hasher();
    case 'CRC32C':
      return crc32c();
    case 'CRC64NVME':
      return crc64nvme();
    case 'SHA1':
    case 'SHA256': {
      const hash = createHash(algorithm.toLowerCase());
      return { update: (chunk) => void hash.update(chunk), digest: () => hash.digest() };
    }
  }
}

function crc32Hasher(): Hasher {
  let crc = 0;
  return {
    update(chunk) {
      crc = crc32(chunk, crc);
    },
    digest() {
      const bytes = Buffer.alloc(4);
      bytes.writeUInt32BE(crc);
      return bytes;
    },
  };
}

/** Whether the text is base64 of a digest of this algorithm. */
export function isChecksum(algorithm: Algorithm, text: string): boolean {
  const bytes = Buffer.from(text, 'base64');
  return bytes.length === digestBytes[algorithm] && bytes.toString('base64') === text;
}

/** Whether parts of this algorithm can add up to a checksum of the whole object. */
export function canCoverWhole(algorithm: Algorithm): boolean {
  return algorithm !== 'SHA1' && algorithm !== 'SHA256';
}

/** The checksum of the parts' checksums (base64), as S3 gives it for a composite upload. */
export function compositeChecksum(algorithm: Algorithm, parts: readonly string[]): string {
  const hasher = newHasher(algorithm);
  for (const part of parts) hasher.update(Buffer.from(part, 'base64'));
  return `${hasher.digest().toString('base64')}-${parts.length}`;
}
