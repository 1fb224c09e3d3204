import { ExactNumber } from '#domain/json.ts';
import { readJson, Unreadable, type ReadJson } from '#domain/json-reader.ts';

/** More levels than any valid body has. */
const deepest = 32;

/**
 * The path of the first key that stands twice in one object of a JSON text; `undefined` if there is none. A duplicate
 * key is refused, because we could use one of its values and a gateway before us could use the other.
 */
export function duplicateKeyIn(text: string): readonly PropertyKey[] | undefined {
  return find(readJson(text, deepest), []);
}

function find(value: ReadJson, path: readonly PropertyKey[]): readonly PropertyKey[] | undefined {
  if (value instanceof Unreadable) return value.reason === 'duplicate-key' ? path : undefined;
  if (typeof value !== 'object' || value === null || value instanceof ExactNumber) return undefined;
  const isList = Array.isArray(value);
  for (const [key, part] of Object.entries(value)) {
    const found = find(part, [...path, isList ? Number(key) : key]);
    if (found !== undefined) return found;
  }
  return undefined;
}
