import type { AnswerRecord } from './records.ts';

/** A part of a file that shows one record. */
export interface RecordPart {
  readonly text: string;
  readonly system: string;
  readonly record: AnswerRecord;
}

/** A part of a file of the package. */
export type Part = string | Uint8Array | RecordPart;

/** The bytes of a part. Text becomes UTF-8. */
export function bytesOf(part: Part): Uint8Array {
  if (part instanceof Uint8Array) return part;
  return Buffer.from(typeof part === 'string' ? part : part.text);
}

/** The text of a part of a page. */
export function textOfPart(part: Part): string {
  if (part instanceof Uint8Array) return Buffer.from(part).toString('utf8');
  return typeof part === 'string' ? part : part.text;
}

export async function* bytesOfParts(parts: AsyncIterable<Part>): AsyncGenerator<Uint8Array, void> {
  for await (const part of parts) yield bytesOf(part);
}
