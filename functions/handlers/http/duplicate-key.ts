import { ExactNumber } from '#domain/json.ts';
import { readJson, Unreadable, type ReadJson } from '#domain/json-reader.ts';

/** Deepest nesting that is searched. No valid body is deeper. */
const deepest = 32;

/**
 * The path of the first key that occurs twice in one object of a JSON text; `undefined` if there is none. A body with a
 * duplicate key is refused, because a gateway in front of this function may have checked the other one of the two
 * values.
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
