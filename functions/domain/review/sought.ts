import { annotationOf, type Resource } from '../findings/annotation.ts';
import type { KeptFinding } from '../findings/finding.ts';
import type { Identifier } from '../identifiers/identifier.ts';
import { ExactNumber, type Json } from '../json.ts';
import { isEmpty } from '../presentation/empty.ts';
import { present } from '../presentation/present.ts';
import { textOf, type Reader } from '../presentation/shown.ts';
import type { ReviewEntry } from './entry.ts';
import { isAboutField } from './field-ref.ts';
import { lengthOf } from './last-look/patterns.ts';

/** A value that a decision on one record keeps out of the answer. */
export interface SoughtValue {
  readonly text: string;
  readonly kind?: Identifier['kind'];
  /** The field that contains the value; `null` for an identifier of a record that is left out. */
  readonly field: string | null;
}

/**
 * Shorter texts of a record or a field that is left out are not searched for. A text such as the name of a town also
 * occurs elsewhere by chance.
 */
const leastLettersLeftOut = 20;

/**
 * The values that one decision on a record keeps out of the answer. The finished package is searched for them: the same
 * name may stand in a record that nobody looked at closely.
 *
 * For a mask, these are the masked texts. For a withheld field or record, these are its longer texts. For a withheld
 * record, its identifiers are added. For a rejected record, there are only its identifiers. The content of documents is
 * not read.
 */
export function soughtBy(
  entry: ReviewEntry,
  record: Pick<KeptFinding, 'data' | 'identifiers'>,
  of: { readonly resource: Resource; readonly key: string; readonly reader: Reader },
): readonly SoughtValue[] {
  switch (entry.do) {
    case 'release':
    case 'adopt':
    case 'mask-alike':
    case 'withhold-alike':
    case 'not-by-rule':
      return [];
    case 'mask': {
      const { span } = entry;
      const field = nameOf(entry.field, record, of);
      const value = record.data[field] ?? null;
      if (isEmpty(value)) return [];
      if (span === null) return textsIn(value).map((text) => ({ text, field }));
      const shown = textOf(present(value, annotationOf(of.resource, field), of.reader));
      return [{ text: shown.slice(span.from, span.to), field }];
    }
    case 'withhold':
      switch (entry.part.of) {
        case 'record':
          return [...identifiersOf(record), ...Object.keys(record.data).flatMap((field) => longTexts(record, field))];
        case 'field':
          return longTexts(record, nameOf(entry.part.field, record, of));
        case 'document':
        case 'pages':
          return [];
      }
    case 'reject':
      return identifiersOf(record);
  }
}

/** The name of the field of the record that a decision is about. */
function nameOf(
  stored: string,
  { data }: Pick<KeptFinding, 'data'>,
  of: { readonly resource: Resource; readonly key: string },
): string {
  return Object.keys(data).find((name) => isAboutField(stored, name, of)) ?? stored;
}

function identifiersOf({ identifiers }: Pick<KeptFinding, 'identifiers'>): readonly SoughtValue[] {
  return identifiers.map(({ kind, value }) => ({ text: value, kind, field: null }));
}

function longTexts({ data }: Pick<KeptFinding, 'data'>, field: string): readonly SoughtValue[] {
  return textsIn(data[field] ?? null)
    .filter((text) => lengthOf(text) >= leastLettersLeftOut)
    .map((text) => ({ text, field }));
}

/** All texts and numbers of a value. */
export function textsIn(value: Json): readonly string[] {
  if (value === null || typeof value === 'boolean') return [];
  if (typeof value !== 'object' || value instanceof ExactNumber) return [String(value)];
  return Object.values(value).flatMap((item) => textsIn(item));
}
