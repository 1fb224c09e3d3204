/** A number in CSS, such as `.5`, `1e-3` or `+2`, and what follows the number: a unit, `%` or nothing. */
export interface Quantity {
  readonly number: number;
  readonly unit: string;
}

/** Reads a single number with its unit. The result is `undefined` for anything else, such as `calc()` or `var()`. */
export function quantityOf(value: string): Quantity | undefined {
  const match = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)([a-z]*|%)$/.exec(value.trim());
  return match === null ? undefined : { number: Number(match[1]), unit: match[2] ?? '' };
}

/** The values, in pixels, that relative lengths refer to. */
export interface Measures {
  /** The font size of the element. */
  readonly em: number;
  /** The length that is 100 %. */
  readonly whole: number;
}

/**
 * A length in pixels. A length that depends on the window or the font is approximate. `undefined`: the length is
 * unknown.
 */
export function pixelsOf(value: string, { em, whole }: Measures): number | undefined {
  const quantity = quantityOf(value);
  if (quantity === undefined) return undefined;
  const { number, unit } = quantity;
  if (number === 0) return 0;
  if (unit === '%') return (number * whole) / 100;
  const ems = inEms[unit];
  if (ems !== undefined) return number * ems * em;
  const size = inPixels[unit];
  return size === undefined ? undefined : number * size;
}

/** A value such as `0.5` or `50%` as a number: 0.5 for both. `undefined` for a value with another unit. */
export function shareOf(value: string): number | undefined {
  const quantity = quantityOf(value);
  if (quantity === undefined || (quantity.unit !== '' && quantity.unit !== '%')) return undefined;
  return quantity.unit === '%' ? quantity.number / 100 : quantity.number;
}

/** The parts of a value, separated by spaces. Brackets and their content are one part. */
export function partsOf(value: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (const letter of value) {
    if (letter === '(') depth += 1;
    if (letter === ')') depth -= 1;
    if (depth === 0 && /\s/.test(letter)) {
      if (part !== '') parts.push(part);
      part = '';
    } else part += letter;
  }
  if (part !== '') parts.push(part);
  return parts;
}

const inEms: Readonly<Record<string, number>> = { em: 1, ex: 0.5, ch: 0.5, ic: 1, cap: 0.7, lh: 1.2 };
const inPixels: Readonly<Record<string, number>> = {
  // Browsers read a number without a unit as pixels in documents without a doctype.
  '': 1,
  px: 1,
  pt: 4 / 3,
  pc: 16,
  rem: 16,
  rlh: 19,
  q: 0.945,
  mm: 3.78,
  cm: 37.8,
  in: 96,
  ...Object.fromEntries(
    ['', 's', 'l', 'd'].flatMap((kind) => [
      [`${kind}vw`, 10],
      [`${kind}vi`, 10],
      [`${kind}vmax`, 10],
      [`${kind}vh`, 8],
      [`${kind}vb`, 8],
      [`${kind}vmin`, 8],
    ]),
  ),
};
