import { Refusal } from './refusal.ts';

const smallestChunk = 8192;
const longestLine = 1024;
const longestTrailer = 4096;

export interface ChunkedDecoder {
  /** Decodes the next bytes of the body; returns the bytes of the payload, without the lines of the encoding. */
  push(bytes: Buffer): readonly Buffer[] | Refusal;
  /** Called at the end of the body; returns the trailers by lower-case name. */
  finish(): ReadonlyMap<string, string> | Refusal;
}

/**
 * Decodes `Content-Encoding: aws-chunked` with an unsigned trailer. As S3 does, the decoder refuses a chunk of less
 * than 8 KiB unless it is the last one. Source: Amazon S3 User Guide, "Trailing checksums for streaming uploads".
 */
export function awsChunkedDecoder(): ChunkedDecoder {
  const trailers = new Map<string, string>();
  let state: 'size' | 'data' | 'data-end' | 'trailer' | 'done' = 'size';
  let line = '';
  let trailerLength = 0;
  let left = 0;
  let lastSize: number | undefined;

  /** Handles one complete line; returns a refusal if the encoding does not allow this line here. */
  function takeLine(text: string): Refusal | undefined {
    switch (state) {
      case 'size': {
        if (!/^[0-9a-fA-F]{1,12}$/.test(text)) return new Refusal('IncompleteBody');
        left = Number.parseInt(text, 16);
        if (left > 0 && lastSize !== undefined && lastSize < smallestChunk) return new Refusal('InvalidChunkSizeError');
        lastSize = left;
        state = left === 0 ? 'trailer' : 'data';
        return undefined;
      }
      case 'data-end': {
        if (text !== '') return new Refusal('IncompleteBody');
        state = 'size';
        return undefined;
      }
      case 'trailer': {
        if (text === '') {
          state = 'done';
          return undefined;
        }
        trailerLength += text.length;
        const colon = text.indexOf(':');
        if (colon < 1 || trailerLength > longestTrailer) return new Refusal('MalformedTrailerError');
        trailers.set(text.slice(0, colon).trim().toLowerCase(), text.slice(colon + 1).trim());
        return undefined;
      }
      case 'data':
      case 'done':
        return new Refusal('IncompleteBody');
    }
  }

  return {
    push(bytes) {
      const payload: Buffer[] = [];
      let offset = 0;
      while (offset < bytes.length) {
        if (state === 'done') return new Refusal('MalformedTrailerError');
        if (state === 'data') {
          const piece = bytes.subarray(offset, offset + left);
          payload.push(piece);
          offset += piece.length;
          left -= piece.length;
          if (left === 0) state = 'data-end';
          continue;
        }
        const end = bytes.indexOf(0x0a, offset);
        line += bytes.toString('latin1', offset, end === -1 ? bytes.length : end + 1);
        if (line.length > longestLine) return new Refusal('IncompleteBody');
        if (end === -1) break;
        offset = end + 1;
        if (!line.endsWith('\r\n')) return new Refusal('IncompleteBody');
        const refusal = takeLine(line.slice(0, -2));
        if (refusal !== undefined) return refusal;
        line = '';
      }
      return payload;
    },
    finish() {
      if (state === 'done') return trailers;
      return new Refusal(state === 'trailer' ? 'MalformedTrailerError' : 'IncompleteBody');
    },
  };
}
