import { canonical, keyedHash } from '../canonical/canonical.ts';
import type { Resource } from '../findings/annotation.ts';

/**
 * What the log says of a field. A connector declares most fields, and the log has their names. The name of another
 * field comes from the organisation or its vendor and can name a person, so the log has a hash with the key of the case.
 */
export function fieldRef(key: string, { fields }: Pick<Resource, 'fields'>, name: string): string {
  return Object.hasOwn(fields, name) ? name : keyedHash(key, canonical(['field', name])).slice(0, 32);
}

/** Whether a stored decision is about the field `name`. Earlier decisions have the name of every field. */
export function isAboutField(
  stored: string,
  name: string,
  { key, resource }: { readonly key: string; readonly resource: Pick<Resource, 'fields'> },
): boolean {
  return stored === name || stored === fieldRef(key, resource, name);
}
