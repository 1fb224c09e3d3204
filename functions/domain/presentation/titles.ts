import type { Field, Resource, Resources } from '../findings/annotation.ts';
import type { RecordKey } from '../findings/finding.ts';
import { isStandIn } from '../findings/stand-in.ts';
import type { Localised } from '../language.ts';
import { visible } from './visible.ts';

/**
 * The title of a field. A field that the connector does not declare (the organisation has added it in the vendor's
 * system) gets the title of `otherFields` and its own name, such as "Other field: shoe_size".
 */
export function fieldTitle(resource: Resource, name: string, field: Field): Localised {
  if (Object.hasOwn(resource.fields, name)) return field.title;
  return { sv: `${field.title.sv}: ${name}`, en: `${field.title.en}: ${name}` };
}

// People use short ids, such as the number of an invoice. Longer ids are made for machines.
const longestReadableId = 12;

/**
 * The title of a record: its kind and its id in the system, such as "Faktura 1042". A long id, and an id that could not
 * be read, are left out.
 */
export function recordTitle(resource: Resource, id: string): Localised {
  if (id.length > longestReadableId || isStandIn(id)) return resource.title;
  return { sv: `${resource.title.sv} ${visible(id)}`, en: `${resource.title.en} ${visible(id)}` };
}

/**
 * The title of the record that contains a part, such as the invoice of a row. `undefined` if the record is no part, or
 * if the connector does not declare the kind of the containing record.
 */
export function belongsTo(
  { partOf }: { readonly partOf: RecordKey | null },
  resources: Resources,
): Localised | undefined {
  if (partOf === null) return undefined;
  const kind = Object.hasOwn(resources, partOf.resource) ? resources[partOf.resource] : undefined;
  return kind === undefined ? undefined : recordTitle(kind, partOf.id);
}
