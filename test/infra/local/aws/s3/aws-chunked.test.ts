import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { awsChunkedDecoder } from '#infra/local/aws/s3/aws-chunked.ts';
import { Refusal } from '#infra/local/aws/s3/refusal.ts';

/** Feeds the wire bytes in pieces; the payload and trailers, or the code of the refusal. */
function decode(wire: Buffer, pieceSize = wire.length): { payload: string; trailers: [string, string][] } | string {
  const decoder = awsChunkedDecoder();
  const payload: Buffer[] = [];
  for (let at = 0; at < wire.length; at += pieceSize) {
    const pieces = decoder.push(wire.subarray(at, at + pieceSize));
    if (pieces instanceof Refusal) return pieces.code;
    payload.push(...pieces.map((piece) => Buffer.from(piece)));
  }
  const trailers = decoder.finish();
  if (trailers instanceof Refusal) return trailers.code;
  return { payload: Buffer.concat(payload).toString('latin1'), trailers: [...trailers] };
}

const chunk = (text: string) => `${text.length.toString(16)}\r\n${text}\r\n`;
const end = '0\r\nx-amz-checksum-crc32:AAAAAA==\r\n\r\n';

describe('the aws-chunked decoder', () => {
  it('returns payload and trailers, wherever the network splits the bytes', () => {
    const texts = fc.array(fc.string({ unit: 'binary-ascii', minLength: 8192, maxLength: 9000 }), { maxLength: 3 });
    const last = fc.string({ unit: 'binary-ascii', minLength: 1, maxLength: 50 });
    fc.assert(
      fc.property(texts, last, fc.integer({ min: 1, max: 10_000 }), (texts, last, pieceSize) => {
        const wire = Buffer.from([...texts, last].map(chunk).join('') + end, 'latin1');
        const trailers = [['x-amz-checksum-crc32', 'AAAAAA==']];
        expect(decode(wire, pieceSize)).toEqual({ payload: [...texts, last].join(''), trailers });
      }),
      { numRuns: 50 },
    );
  });

  it('refuses a body cut short at any byte', () => {
    const wire = Buffer.from(chunk('some payload') + end);
    for (let length = 0; length < wire.length; length++)
      expect(decode(wire.subarray(0, length))).toMatch(/^(IncompleteBody|MalformedTrailerError)$/);
  });

  it.each([
    ['a size that is no number', `zz\r\nab\r\n${end}`, 'IncompleteBody'],
    ['a negative size', `-1\r\nab\r\n${end}`, 'IncompleteBody'],
    ['a size beyond all bounds', `${'f'.repeat(13)}\r\n`, 'IncompleteBody'],
    ['a size line without end', '1'.repeat(5000), 'IncompleteBody'],
    ['a bare line feed', `2\nab\r\n${end}`, 'IncompleteBody'],
    ['bytes behind a chunk', `2\r\nabc\r\n${end}`, 'IncompleteBody'],
    ['bytes behind the trailer', `${chunk('ab')}${end}more`, 'MalformedTrailerError'],
    ['a trailer that is no header', `${chunk('ab')}0\r\nnothing\r\n\r\n`, 'MalformedTrailerError'],
    ['trailers without end', `0\r\n${`a:${'b'.repeat(900)}\r\n`.repeat(6)}`, 'MalformedTrailerError'],
    ['a small chunk before another', chunk('ab') + chunk('cd') + end, 'InvalidChunkSizeError'],
  ])('refuses %s', (_, wire, code) => {
    expect(decode(Buffer.from(wire))).toBe(code);
    expect(decode(Buffer.from(wire), 1)).toBe(code);
  });
});
