const blockBytes = 65_536;

/**
 * Splits content into blocks of 64 KiB, whatever the size of the incoming pieces. The output of deflate can depend on
 * the size of its input pieces. Equal blocks ensure that the same content gives the same bytes.
 */
export async function* blocks(
  content: AsyncIterable<string | Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  let block = Buffer.alloc(blockBytes);
  let used = 0;
  for await (const piece of content) {
    const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
    for (let offset = 0; offset < bytes.length;) {
      const part = bytes.subarray(offset, offset + blockBytes - used);
      block.set(part, used);
      used += part.length;
      offset += part.length;
      if (used < blockBytes) continue;
      yield block;
      block = Buffer.alloc(blockBytes);
      used = 0;
    }
  }
  if (used > 0) yield block.subarray(0, used);
}
