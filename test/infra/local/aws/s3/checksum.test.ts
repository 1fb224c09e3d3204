import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { algorithms, isChecksum, newHasher } from '#infra/local/aws/s3/checksum.ts';

describe('checksums', () => {
  // The check values of the CRC catalogue (reveng.sourceforge.io/crc-catalogue) and of FIPS 180.
  it.each([
    ['CRC32', 'cbf43926'],
    ['CRC32C', 'e3069283'],
    ['CRC64NVME', 'ae8b14860a799888'],
    ['SHA1', 'f7c3bc1d808e04732adf679965ccc34ca7ae3441'],
    ['SHA256', '15e2b0d3c33891ebb0f1ef609ec419420c20e320ce94c65fbc8c3312448eb225'],
  ] as const)('%s of "123456789" is the published one', (algorithm, hex) => {
    const hasher = newHasher(algorithm);
    hasher.update(Buffer.from('123456789'));
    const digest = hasher.digest();
    expect(digest.toString('hex')).toBe(hex);
    expect(isChecksum(algorithm, digest.toString('base64'))).toBe(true);
    expect(isChecksum(algorithm, digest.subarray(1).toString('base64'))).toBe(false);
    expect(isChecksum(algorithm, `${digest.toString('base64')} `)).toBe(false);
  });

  it('do not depend on how the bytes are cut', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.nat(300),
        fc.constantFrom(...algorithms),
        (bytes, cut, algorithm) => {
          const whole = newHasher(algorithm);
          whole.update(bytes);
          const parts = newHasher(algorithm);
          parts.update(bytes.subarray(0, cut));
          parts.update(bytes.subarray(cut));
          expect(parts.digest().equals(whole.digest())).toBe(true);
        },
      ),
    );
  });
});
