import type { Declarations } from './css.ts';

/**
 * What hides words in an HTML mail. Words do not count where one of these holds for their element:
 * - `display: none`, the `hidden` attribute, a `dialog` that is not open, `content-visibility: hidden`, `mso-hide: all`
 * - `visibility: hidden` or `collapse`
 * - `opacity` below 0.1, also as a filter
 * - a letter size of two pixels or less
 * - letters in the colour of their background, or transparent
 * - a place outside the page: `position` with an offset, `text-indent`, a margin or `translate` of 500 pixels or more
 * - no extent: height or width of at most one pixel with `overflow: hidden`, `scale(0)`, or clipped to nothing
 * Comments, scripts, style sheets and titles hold no words at all.
 */
export interface Appearance {
  /** Nothing inside can be seen, whatever it says of itself. */
  readonly gone: boolean;
  readonly invisible: boolean;
  /** Pixels. */
  readonly letters: number;
  /** `undefined` where it cannot be told. */
  readonly color: Color | undefined;
  readonly background: Color | undefined;
}

type Color = readonly [red: number, green: number, blue: number, alpha: number];

export const page: Appearance = {
  gone: false,
  invisible: false,
  letters: 16,
  color: [0, 0, 0, 1],
  background: [255, 255, 255, 1],
};

/** How an element with these declarations, the last of which count, looks inside one that looks like `around`. */
export function appearance(around: Appearance, all: readonly Declarations[]): Appearance {
  if (all.length === 0) return around;
  const found = new Map<string, string>();
  for (const important of [false, true])
    for (const declarations of all)
      for (const [property, one] of declarations) if (one.important === important) found.set(property, one.value);
  const get = (property: string): string => found.get(property) ?? '';
  const visibility = get('visibility');
  const letters = letterSize(get('font-size') || sizeInFont(get('font')), around.letters);
  return {
    gone: around.gone || isGone(get),
    invisible:
      visibility === '' || visibility === 'inherit' ? around.invisible : /^(hidden|collapse)$/.test(visibility),
    letters,
    color: colorIn(get('-webkit-text-fill-color') || get('color'), around.color),
    background: backgroundIn(get, around.background),
  };
}

/** Whether words in an element that looks so are not seen. */
export function isHidden({ gone, invisible, letters, color, background }: Appearance): boolean {
  if (gone || invisible || letters <= 2) return true;
  if (color !== undefined && color[3] < 0.1) return true;
  if (color === undefined || background === undefined) return false;
  return [0, 1, 2].every((channel) => Math.abs((color[channel] ?? 0) - (background[channel] ?? 0)) <= 24);
}

function isGone(get: (property: string) => string): boolean {
  if (get('display') === 'none' || get('mso-hide') === 'all' || get('content-visibility') === 'hidden') return true;
  if (isNearZero(get('opacity')) || isNearZero(/opacity\(([^)]*)\)/.exec(get('filter'))?.[1] ?? '')) return true;
  const placed = /^(absolute|fixed|relative|sticky)$/.test(get('position'));
  if (placed && ['left', 'top', 'right', 'bottom', 'inset'].some((side) => isFar(get(side)))) return true;
  if (isFar(get('text-indent'))) return true;
  if (['margin', 'margin-left', 'margin-top', 'margin-right', 'margin-bottom'].some((side) => isFar(get(side), true)))
    return true;
  if (/translate[xy3d]*\([^)]*-?\d{3,}|scale[xy3d]*\(\s*0*\.?0*\s*[,)]/.test(get('transform'))) return true;
  const cut = `${get('overflow')} ${get('overflow-x')} ${get('overflow-y')}`.includes('hidden');
  if (cut && ['height', 'max-height', 'width', 'max-width'].some((side) => isTiny(get(side)))) return true;
  return /^(rect|inset)\((?:\s*(?:0|1)(?:px)?\s*,?)+\)$/.test(get('clip')) || isClippedAway(get('clip-path'));
}

function isClippedAway(path: string): boolean {
  return /inset\(\s*(?:[5-9]\d|100)(?:\.\d+)?%|circle\(\s*0|polygon\(\s*(?:0\S*\s+0\S*\s*,?\s*)+\)/.test(path);
}

function isNearZero(value: string): boolean {
  const match = /^([\d.]+)(%?)$/.exec(value.trim());
  return match !== null && Number(match[1]) / (match[2] === '%' ? 100 : 1) < 0.1;
}

/** A length of 500 pixels or more off; `negative` where only one to the left or upwards hides. */
function isFar(value: string, negative = false): boolean {
  return [...value.matchAll(/(-?)([\d.]+)(px|pt|em|rem|vw|vh|%|cm|in)?(?![\w.])/g)].some(([, minus, size, unit]) => {
    if (negative && minus !== '-') return false;
    return Number(size) * (pixels[unit ?? 'px'] ?? 1) >= 500;
  });
}

function isTiny(value: string): boolean {
  const match = /^([\d.]+)(px|pt|em|rem|%)?$/.exec(value);
  return match !== null && Number(match[1]) * (pixels[match[2] ?? 'px'] ?? 1) <= 1;
}

const pixels: Readonly<Record<string, number>> = {
  px: 1,
  pt: 4 / 3,
  em: 16,
  rem: 16,
  vw: 10,
  vh: 8,
  '%': 8,
  cm: 38,
  in: 96,
};

function sizeInFont(font: string): string {
  return /(?:^|\s)([\d.]+(?:px|pt|em|rem|%)?)(?:\s*\/|\s)/.exec(font)?.[1] ?? '';
}

function letterSize(value: string, around: number): number {
  const match = /^([\d.]+)(px|pt|em|rem|%|vw|vh|cm|in)?$/.exec(value.trim());
  if (match === null) return value === '' || value === 'inherit' ? around : Math.max(around, 9);
  const size = Number(match[1]);
  switch (match[2]) {
    case 'em':
      return size * around;
    case '%':
      return (size / 100) * around;
    case undefined:
    default:
      return size * (pixels[match[2] ?? 'px'] ?? 1);
  }
}

function backgroundIn(get: (property: string) => string, around: Color | undefined): Color | undefined {
  const image = `${get('background')} ${get('background-image')}`;
  // What a picture looks like behind the letters cannot be told.
  if (/url\(|gradient\(/.test(image)) return undefined;
  const written = get('background-color') || get('background');
  if (written === '' || /^(none|inherit|initial|transparent)$/.test(written)) return around;
  const color = written
    .split(/\s+(?![^(]*\))/)
    .map((part) => readColor(part))
    .find((part) => part !== undefined);
  if (color === undefined) return around;
  return color[3] < 0.1 ? around : color;
}

function colorIn(written: string, around: Color | undefined): Color | undefined {
  if (written === '' || written === 'inherit' || written === 'currentcolor') return around;
  return readColor(written);
}

/** A colour as it is written in a style or a `color` attribute; `undefined` where it is none that is known. */
function readColor(written: string): Color | undefined {
  const value = written.trim();
  if (value === 'transparent') return [0, 0, 0, 0];
  const known = colors[value];
  if (known !== undefined) return [...known, 1];
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])([0-9a-f])?$/.exec(value);
  if (short !== null) {
    const [red = 0, green = 0, blue = 0, alpha = 255] = short
      .slice(1)
      .flatMap((digit) => (digit === undefined ? [] : [Number.parseInt(`${digit}${digit}`, 16)]));
    return [red, green, blue, alpha / 255];
  }
  const long = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})?$/.exec(value);
  if (long !== null) {
    const [red = 0, green = 0, blue = 0, alpha = 255] = long
      .slice(1)
      .flatMap((pair) => (pair === undefined ? [] : [Number.parseInt(pair, 16)]));
    return [red, green, blue, alpha / 255];
  }
  const called = /^(rgba?|hsla?)\(([^)]*)\)$/.exec(value);
  if (called === null) return undefined;
  const numbers = (called[2] ?? '').split(/[\s,/]+/).filter((part) => part !== '');
  const [first = 0, second = 0, third = 0] = numbers.map((part) => Number.parseFloat(part));
  const alpha = fraction(numbers[3]);
  if ([first, second, third].some((one) => Number.isNaN(one))) return undefined;
  if (called[1]?.startsWith('hsl') === true) {
    // Only white and black of it can be told apart from other colours by the lightness alone.
    if (third > 5 && third < 95) return alpha < 0.1 ? [0, 0, 0, 0] : undefined;
    const grey = third >= 95 ? 255 : 0;
    return [grey, grey, grey, alpha];
  }
  const scale = (part: number, text: string | undefined): number => (text?.endsWith('%') === true ? part * 2.55 : part);
  return [scale(first, numbers[0]), scale(second, numbers[1]), scale(third, numbers[2]), alpha];
}

function fraction(text: string | undefined): number {
  if (text === undefined) return 1;
  const number = Number.parseFloat(text);
  return Number.isNaN(number) ? 1 : text.endsWith('%') ? number / 100 : number;
}

const colors: Readonly<Record<string, readonly [number, number, number]>> = {
  white: [255, 255, 255],
  snow: [255, 250, 250],
  ivory: [255, 255, 240],
  ghostwhite: [248, 248, 255],
  whitesmoke: [245, 245, 245],
  floralwhite: [255, 250, 240],
  mintcream: [245, 255, 250],
  azure: [240, 255, 255],
  seashell: [255, 245, 238],
  black: [0, 0, 0],
  red: [255, 0, 0],
  green: [0, 128, 0],
  lime: [0, 255, 0],
  blue: [0, 0, 255],
  navy: [0, 0, 128],
  yellow: [255, 255, 0],
  gray: [128, 128, 128],
  grey: [128, 128, 128],
  silver: [192, 192, 192],
  maroon: [128, 0, 0],
  purple: [128, 0, 128],
  teal: [0, 128, 128],
  orange: [255, 165, 0],
  windowtext: [0, 0, 0],
  window: [255, 255, 255],
};
