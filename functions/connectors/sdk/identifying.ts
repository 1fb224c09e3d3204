import type { HeldIdentifier } from '#domain/findings/finding.ts';
import {
  identifierText,
  type Identifier,
  type IdentifierKind,
  type RawIdentifier,
} from '#domain/identifiers/identifier.ts';
import type { Weight } from '#domain/identifiers/weight.ts';
import { severalIn } from './several.ts';
import { textIn, type VendorFields, type VendorValue } from './vendor-values.ts';

/** What a field identifies somebody by; of several kinds where one field can hold either. */
export interface Identifying {
  readonly kinds: readonly IdentifierKind[];
  readonly weight: Weight;
}

/** The identifying fields of a connector, by resource and field. A field that is not named identifies nobody. */
export type IdentifyingFields = Readonly<Record<string, Readonly<Record<string, Identifying>>>>;

/** The record is about whoever has this: a personnummer, a customer number, the primary address. */
export function own(...kinds: readonly IdentifierKind[]): Identifying {
  return { kinds, weight: 'own' };
}

/** This is how somebody is reached: an address for invoices, a telephone number, which others may share. */
export function contact(...kinds: readonly IdentifierKind[]): Identifying {
  return { kinds, weight: 'contact' };
}

/** Somebody typed this in a form, and nobody checked it. */
export function stated(...kinds: readonly IdentifierKind[]): Identifying {
  return { kinds, weight: 'stated' };
}

/** A record as far as its identifiers are concerned. */
export interface IdentifiedRecord {
  readonly resource: string;
  readonly data: VendorFields;
}

/**
 * The identifiers in the declared fields of a record, normalised, each once for a field. A field may hold several: a
 * list, or a text such as `a@x.example; b@y.example`.
 */
export function identifiersIn(
  fields: IdentifyingFields,
  { resource, data }: IdentifiedRecord,
  normalise: (raw: RawIdentifier) => Identifier | undefined,
): readonly HeldIdentifier[] {
  const declared = Object.entries((Object.hasOwn(fields, resource) ? fields[resource] : undefined) ?? {});
  return declared.flatMap(([field, { kinds, weight }]) => {
    const found = new Map<string, HeldIdentifier>();
    for (const text of Object.hasOwn(data, field) ? textsIn(data[field] ?? null) : [])
      for (const kind of kinds)
        for (const identifier of severalIn(kind, text, (value) => normalise({ kind, value })))
          found.set(identifierText(identifier), { ...identifier, weight, field });
    return [...found.values()];
  });
}

function textsIn(value: VendorValue): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((one: VendorValue) => textsIn(one));
  const text = textIn(value);
  return text === undefined ? [] : [text];
}
