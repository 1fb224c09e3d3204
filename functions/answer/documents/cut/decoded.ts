import { inflateRawSync, inflateSync, constants } from 'node:zlib';
import { resolved, type PdfObjects, type PdfStream, type PdfValue } from './pdf-value.ts';

/** The most bytes of one stream after its filters. A larger one is a bomb, or no text of a page. */
const mostBytes = 64 * 1024 * 1024;

/** The content of a stream without its filters. `undefined`: it has a filter of another kind, such as that of a picture. */
export function decoded(objects: PdfObjects, { entries, data }: PdfStream): Uint8Array | undefined {
  let bytes: Uint8Array = data;
  const filters = listOf(objects, entries.get('Filter') ?? entries.get('F'));
  const options = listOf(objects, entries.get('DecodeParms') ?? entries.get('DP'));
  for (const [index, filter] of filters.entries()) {
    const name = filter.kind === 'name' ? filter.name : '';
    const option = options[index];
    if (option?.kind === 'dictionary' && option.entries.size > 0) return undefined;
    const next = without(name, bytes);
    if (next === undefined) return undefined;
    bytes = next;
  }
  return bytes;
}

function listOf(objects: PdfObjects, value: PdfValue | undefined): readonly PdfValue[] {
  const found = resolved(objects, value);
  if (found === undefined) return [];
  return found.kind === 'list' ? found.items.flatMap((one) => resolved(objects, one) ?? []) : [found];
}

function without(filter: string, bytes: Uint8Array): Uint8Array | undefined {
  switch (filter) {
    case 'FlateDecode':
    case 'Fl':
      return inflated(bytes);
    case 'ASCIIHexDecode':
    case 'AHx':
      return Buffer.from(latin1(bytes).replaceAll(/[^\da-f]/gi, ''), 'hex');
    case 'ASCII85Decode':
    case 'A85':
      return fromBase85(latin1(bytes));
    default:
      return undefined;
  }
}

/** Many writers leave out the end of a stream, and readers accept it. */
function inflated(bytes: Uint8Array): Uint8Array | undefined {
  const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: mostBytes };
  for (const inflate of [inflateSync, inflateRawSync])
    try {
      return inflate(bytes, options);
    } catch {
      continue;
    }
  return undefined;
}

function fromBase85(text: string): Uint8Array {
  const bytes: number[] = [];
  let group: number[] = [];
  const end = text.indexOf('~');
  for (const one of end === -1 ? text : text.slice(0, end)) {
    if (one === 'z' && group.length === 0) bytes.push(0, 0, 0, 0);
    const digit = one.charCodeAt(0) - 33;
    if (digit < 0 || digit > 84) continue;
    group.push(digit);
    if (group.length < 5) continue;
    bytes.push(...groupOf(group));
    group = [];
  }
  if (group.length > 1)
    bytes.push(
      ...groupOf([...group, ...Array.from({ length: 5 - group.length }, () => 84)]).slice(0, group.length - 1),
    );
  return Uint8Array.from(bytes);
}

function groupOf(digits: readonly number[]): readonly number[] {
  const number = digits.reduce((sum, digit) => sum * 85 + digit, 0);
  return [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256);
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
