/** A part of a shown value. Offsets count UTF-16 code units of the value. */
export interface Selected {
  readonly field: string;
  readonly from: number;
  readonly to: number;
}

/**
 * Converts a selection in a text box to offsets in the value; `undefined` if nothing is selected. In a text box each
 * line break is one character. So the offsets differ if the value has line breaks of two characters (`\r\n`).
 */
export function selectionIn(
  value: string,
  start: number,
  end: number,
): { readonly from: number; readonly to: number } | undefined {
  return start < end ? { from: offsetIn(value, start), to: offsetIn(value, end) } : undefined;
}

function offsetIn(value: string, shown: number): number {
  let offset = 0;
  for (let passed = 0; passed < shown; passed += 1) offset += value.startsWith('\r\n', offset) ? 2 : 1;
  return offset;
}
