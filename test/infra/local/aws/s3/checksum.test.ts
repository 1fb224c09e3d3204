import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checksumHasher, isChecksum } from '#infra/local/aws/s3/checksum.ts';

function checksumOf(...pieces: Uint8Array[]): string {
  const hasher = checksumHasher();
  for (const piece of pieces) hasher.update(piece);
  return hasher.digest();
}

describe('a checksum', () => {
  // The check value of CRC-32/ISO-HDLC in the CRC catalogue (reveng.sourceforge.io/crc-catalogue).
  it('of "123456789" is the published one', () => {
    const digest = checksumOf(Buffer.from('123456789'));
    expect(Buffer.from(digest, 'base64').toString('hex')).toBe('cbf43926');
    expect(isChecksum(digest)).toBe(true);
    expect(isChecksum(Buffer.from(digest, 'base64').subarray(1).toString('base64'))).toBe(false);
    expect(isChecksum(`${digest} `)).toBe(false);
  });

  it('does not depend on how the bytes are cut', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(300), (bytes, cut) => {
        expect(checksumOf(bytes.subarray(0, cut), bytes.subarray(cut))).toBe(checksumOf(bytes));
      }),
    );
  });
});
