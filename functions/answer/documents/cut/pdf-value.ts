/** A value of a PDF file. */
export type PdfValue =
  /** A number, a string, `true`, `false` or `null`, as it is written. One character is one byte. */
  | { readonly kind: 'plain'; readonly text: string }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'list'; readonly items: readonly PdfValue[] }
  | PdfDictionary
  /** The object with this number. */
  | { readonly kind: 'reference'; readonly number: number }
  | PdfStream;

export interface PdfDictionary {
  readonly kind: 'dictionary';
  readonly entries: PdfEntries;
}

export interface PdfStream {
  readonly kind: 'stream';
  readonly entries: PdfEntries;
  /** The bytes as they are stored, that is encoded by the filters that `entries` names. */
  readonly data: Uint8Array;
}

export type PdfEntries = ReadonlyMap<string, PdfValue>;
/** The objects of a file, by their numbers. */
export type PdfObjects = ReadonlyMap<number, PdfValue>;

/** The value, or the object that it refers to. `undefined`: there is none. */
export function resolved(objects: PdfObjects, value: PdfValue | undefined): PdfValue | undefined {
  return value?.kind === 'reference' ? objects.get(value.number) : value;
}

/** The entries of a dictionary or of a stream; none for any other value. */
export function entriesOf(value: PdfValue | undefined): PdfEntries {
  return value?.kind === 'dictionary' || value?.kind === 'stream' ? value.entries : new Map();
}
