// Reflected CRCs eight bytes at a time ("slicing by 8"); 64 bits are held as two 32-bit halves, since BigInt is far
// too slow for bodies. A 32-bit CRC is the same with an upper half of nought.

export interface Hasher {
  update(chunk: Uint8Array): void;
  digest(): Buffer;
}

/** 8 slices of 256 entries each, one after the other. */
interface Tables {
  readonly low: Uint32Array;
  readonly high: Uint32Array;
}

const castagnoli = makeTables(0, 0x82f63b78);
const nvme = makeTables(0x9a6c9329, 0xac4bc9b5);

/** CRC-32C (Castagnoli), as in `x-amz-checksum-crc32c`. */
export function crc32c(): Hasher {
  return crcHasher(castagnoli, 0);
}

/** CRC-64/NVME, as in `x-amz-checksum-crc64nvme`. */
export function crc64nvme(): Hasher {
  return crcHasher(nvme, 0xffffffff);
}

function makeTables(polynomialHigh: number, polynomialLow: number): Tables {
  const low = new Uint32Array(8 * 256);
  const high = new Uint32Array(8 * 256);
  for (let byte = 0; byte < 256; byte++) {
    let l = byte;
    let h = 0;
    for (let bit = 0; bit < 8; bit++) {
      const carry = (l & 1) === 1;
      l = (l >>> 1) | (h << 31);
      h >>>= 1;
      if (carry) {
        l ^= polynomialLow;
        h ^= polynomialHigh;
      }
    }
    low[byte] = l;
    high[byte] = h;
  }
  for (let entry = 256; entry < 8 * 256; entry++) {
    const l = low[entry - 256] ?? 0;
    const h = high[entry - 256] ?? 0;
    low[entry] = ((l >>> 8) | (h << 24)) ^ (low[l & 0xff] ?? 0);
    high[entry] = (h >>> 8) ^ (high[l & 0xff] ?? 0);
  }
  return { low, high };
}

function crcHasher({ low, high }: Tables, startHigh: number): Hasher {
  let l = 0xffffffff;
  let h = startHigh;
  return {
    update(chunk) {
      const view = new DataView(chunk.buffer, chunk.byteOffset, chunk.byteLength);
      const whole = chunk.length - (chunk.length % 8);
      let offset = 0;
      for (; offset < whole; offset += 8) {
        const a = l ^ view.getUint32(offset, true);
        const b = h ^ view.getUint32(offset + 4, true);
        const i0 = 1792 + (a & 0xff);
        const i1 = 1536 + ((a >>> 8) & 0xff);
        const i2 = 1280 + ((a >>> 16) & 0xff);
        const i3 = 1024 + (a >>> 24);
        const i4 = 768 + (b & 0xff);
        const i5 = 512 + ((b >>> 8) & 0xff);
        const i6 = 256 + ((b >>> 16) & 0xff);
        const i7 = b >>> 24;
        l =
          (low[i0] ?? 0) ^
          (low[i1] ?? 0) ^
          (low[i2] ?? 0) ^
          (low[i3] ?? 0) ^
          (low[i4] ?? 0) ^
          (low[i5] ?? 0) ^
          (low[i6] ?? 0) ^
          (low[i7] ?? 0);
        h =
          (high[i0] ?? 0) ^
          (high[i1] ?? 0) ^
          (high[i2] ?? 0) ^
          (high[i3] ?? 0) ^
          (high[i4] ?? 0) ^
          (high[i5] ?? 0) ^
          (high[i6] ?? 0) ^
          (high[i7] ?? 0);
      }
      for (; offset < chunk.length; offset++) {
        const index = (l ^ (chunk[offset] ?? 0)) & 0xff;
        l = ((l >>> 8) | (h << 24)) ^ (low[index] ?? 0);
        h = (h >>> 8) ^ (high[index] ?? 0);
      }
    },
    digest() {
      const bytes = Buffer.alloc(8);
      bytes.writeUInt32BE((h ^ startHigh) >>> 0, 0);
      bytes.writeUInt32BE(~l >>> 0, 4);
      return startHigh === 0 ? bytes.subarray(4) : bytes;
    },
  };
}
