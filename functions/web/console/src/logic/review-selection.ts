/** A part of a shown value. Offsets count UTF-16 code units of the value. */
export interface Selected {
  readonly field: string;
  readonly from: number;
  readonly to: number;
}

/**
 * A selection in a text box as offsets in the value itself. The browser shows each line break as one character, so
 * offsets in the box differ if the value has breaks of two (`\r\n`). `undefined`: nothing is selected.
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
