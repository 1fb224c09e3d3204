import { crc32, deflateSync } from 'node:zlib';

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Four bytes for each pixel, in the order blue, green, red and one that is not used. */
  readonly bgrx: Uint8Array;
}

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
/** Eight bits for each of three colours; compressed, no interlacing. */
const format = Uint8Array.of(8, 2, 0, 0, 0);

/** Writes pixels as a PNG file without transparency and without metadata. */
export function png({ width, height, bgrx }: Pixels): Uint8Array {
  const size = Buffer.alloc(8);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  // Each row begins with the number of its filter: 0, none.
  const row = 1 + width * 3;
  const raw = Buffer.alloc(row * height);
  for (let y = 0; y < height; y += 1) {
    let to = y * row + 1;
    for (let from = y * width * 4; from < (y + 1) * width * 4; from += 4) {
      raw[to] = bgrx[from + 2] ?? 0;
      raw[to + 1] = bgrx[from + 1] ?? 0;
      raw[to + 2] = bgrx[from] ?? 0;
      to += 3;
    }
  }
  return Buffer.concat([
    signature,
    chunk('IHDR', Buffer.concat([size, format])),
    chunk('IDAT', deflateSync(raw)),
    chunk('IEND', new Uint8Array()),
  ]);
}

function chunk(type: string, content: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const around = Buffer.alloc(8);
  around.writeUInt32BE(content.length, 0);
  around.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([around.subarray(0, 4), body, around.subarray(4)]);
}
