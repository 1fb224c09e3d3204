import type { Json } from '../json.ts';

/** Whether a value is `null`, an empty text, an empty list or an empty object. The page does not show such a value. */
export function isEmpty(value: Json): boolean {
  if (value === null || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
