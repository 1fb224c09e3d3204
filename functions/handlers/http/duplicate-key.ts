import { ExactNumber } from '#domain/json.ts';
import { readJson, Unreadable, type ReadJson } from '#domain/json-reader.ts';

/** Deeper than any body that we take. */
const deepest = 32;

/**
 * The place of the first key that comes twice in one object of a JSON text; `undefined` where none does. Of two values we
 * would take one, and whoever reads the body before us may have taken the other.
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
