import { partsOf, shareOf } from './css-values.ts';

export type Color = readonly [red: number, green: number, blue: number, alpha: number];

export const black: Color = [0, 0, 0, 1];
export const white: Color = [255, 255, 255, 1];

/** A colour in a style or an attribute; `undefined` if it is unknown. */
export function readColor(written: string): Color | undefined {
  const value = written.trim();
  if (value === 'transparent') return [0, 0, 0, 0];
  const named = colors.get(value);
  if (named !== undefined) return named;
  const hex = /^#?([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/.exec(value)?.[1];
  if (hex !== undefined) return fromHex(hex);
  const called = /^(rgba?|hsla?|hwb)\(([^()]*)\)$/.exec(value);
  if (called === null) return undefined;
  const [first = '', second = '', third = '', fourth = '1'] = partsOf((called[2] ?? '').replace(/[,/]/g, ' '));
  const alpha = shareOf(fourth);
  if (alpha === undefined) return undefined;
  if (called[1]?.startsWith('rgb') === true) {
    const channels = [first, second, third].map((one) => {
      const share = shareOf(one);
      return share === undefined ? undefined : one.endsWith('%') ? share * 255 : share;
    });
    const [red, green, blue] = channels;
    return red === undefined || green === undefined || blue === undefined ? undefined : [red, green, blue, alpha];
  }
  const hue = /^[+-]?[\d.]+(?:deg)?$/.test(first) ? Number.parseFloat(first) : undefined;
  const [one, two] = [second, third].map((part) => (part.endsWith('%') ? shareOf(part) : undefined));
  if (hue === undefined || one === undefined || two === undefined) return undefined;
  return called[1] === 'hwb' ? fromHwb(hue, one, two, alpha) : fromHsl(hue, one, two, alpha);
}

/** The visible colour if a colour that may be partly transparent is drawn over `under`. */
export function over([red, green, blue, alpha]: Color, under: Color): Color {
  const mix = (above: number, below: number): number => above * alpha + below * (1 - alpha);
  return [mix(red, under[0]), mix(green, under[1]), mix(blue, under[2]), 1];
}

/** Whether two colours are nearly equal in each channel, so that text in one colour on the other can hardly be read. */
export function isNear(one: Color, other: Color): boolean {
  return ([0, 1, 2] as const).every((channel) => Math.abs(one[channel] - other[channel]) <= 24);
}

/** The contrast ratio of WCAG 2.2: 1 for equal colours, 21 for black and white. */
export function contrast(one: Color, other: Color): number {
  const [lighter, darker] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return ((lighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05);
}

function luminance([red, green, blue]: Color): number {
  const linear = (channel: number): number => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function fromHex(hex: string): Color {
  const long = hex.length <= 4 ? [...hex].map((digit) => digit + digit).join('') : hex;
  const channel = (at: number): number => Number.parseInt(long.slice(at, at + 2) || 'ff', 16);
  return [channel(0), channel(2), channel(4), channel(6) / 255];
}

function fromHsl(hue: number, saturation: number, lightness: number, alpha: number): Color {
  const amount = saturation * Math.min(lightness, 1 - lightness);
  const channel = (n: number): number => {
    const k = (((n + hue / 30) % 12) + 12) % 12;
    return 255 * (lightness - amount * Math.max(-1, Math.min(k - 3, 9 - k, 1)));
  };
  return [channel(0), channel(8), channel(4), alpha];
}

function fromHwb(hue: number, whiteness: number, blackness: number, alpha: number): Color {
  const sum = whiteness + blackness;
  if (sum >= 1) return [255 * (whiteness / sum), 255 * (whiteness / sum), 255 * (whiteness / sum), alpha];
  const [red, green, blue] = fromHsl(hue, 1, 0.5, 1);
  const channel = (one: number): number => one * (1 - sum) + 255 * whiteness;
  return [channel(red), channel(green), channel(blue), alpha];
}

/** The named colours of CSS Color 4, and the system colours that mail programs write. */
const names =
  `aliceblue f0f8ff antiquewhite faebd7 aqua 00ffff aquamarine 7fffd4 azure f0ffff beige f5f5dc bisque ffe4c4 black 000000
  blanchedalmond ffebcd blue 0000ff blueviolet 8a2be2 brown a52a2a burlywood deb887 cadetblue 5f9ea0 chartreuse 7fff00
  chocolate d2691e coral ff7f50 cornflowerblue 6495ed cornsilk fff8dc crimson dc143c cyan 00ffff darkblue 00008b
  darkcyan 008b8b darkgoldenrod b8860b darkgray a9a9a9 darkgreen 006400 darkgrey a9a9a9 darkkhaki bdb76b
  darkmagenta 8b008b darkolivegreen 556b2f darkorange ff8c00 darkorchid 9932cc darkred 8b0000 darksalmon e9967a
  darkseagreen 8fbc8f darkslateblue 483d8b darkslategray 2f4f4f darkslategrey 2f4f4f darkturquoise 00ced1
  darkviolet 9400d3 deeppink ff1493 deepskyblue 00bfff dimgray 696969 dimgrey 696969 dodgerblue 1e90ff firebrick b22222
  floralwhite fffaf0 forestgreen 228b22 fuchsia ff00ff gainsboro dcdcdc ghostwhite f8f8ff gold ffd700 goldenrod daa520
  gray 808080 green 008000 greenyellow adff2f grey 808080 honeydew f0fff0 hotpink ff69b4 indianred cd5c5c indigo 4b0082
  ivory fffff0 khaki f0e68c lavender e6e6fa lavenderblush fff0f5 lawngreen 7cfc00 lemonchiffon fffacd lightblue add8e6
  lightcoral f08080 lightcyan e0ffff lightgoldenrodyellow fafad2 lightgray d3d3d3 lightgreen 90ee90 lightgrey d3d3d3
  lightpink ffb6c1 lightsalmon ffa07a lightseagreen 20b2aa lightskyblue 87cefa lightslategray 778899
  lightslategrey 778899 lightsteelblue b0c4de lightyellow ffffe0 lime 00ff00 limegreen 32cd32 linen faf0e6
  magenta ff00ff maroon 800000 mediumaquamarine 66cdaa mediumblue 0000cd mediumorchid ba55d3 mediumpurple 9370db
  mediumseagreen 3cb371 mediumslateblue 7b68ee mediumspringgreen 00fa9a mediumturquoise 48d1cc mediumvioletred c71585
  midnightblue 191970 mintcream f5fffa mistyrose ffe4e1 moccasin ffe4b5 navajowhite ffdead navy 000080 oldlace fdf5e6
  olive 808000 olivedrab 6b8e23 orange ffa500 orangered ff4500 orchid da70d6 palegoldenrod eee8aa palegreen 98fb98
  paleturquoise afeeee palevioletred db7093 papayawhip ffefd5 peachpuff ffdab9 peru cd853f pink ffc0cb plum dda0dd
  powderblue b0e0e6 purple 800080 rebeccapurple 663399 red ff0000 rosybrown bc8f8f royalblue 4169e1 saddlebrown 8b4513
  salmon fa8072 sandybrown f4a460 seagreen 2e8b57 seashell fff5ee sienna a0522d silver c0c0c0 skyblue 87ceeb
  slateblue 6a5acd slategray 708090 slategrey 708090 snow fffafa springgreen 00ff7f steelblue 4682b4 tan d2b48c
  teal 008080 thistle d8bfd8 tomato ff6347 turquoise 40e0d0 violet ee82ee wheat f5deb3 white ffffff whitesmoke f5f5f5
  yellow ffff00 yellowgreen 9acd32 windowtext 000000 window ffffff canvastext 000000 canvas ffffff buttontext 000000
  fieldtext 000000 linktext 0000ee -apple-system-label 000000 -apple-system-text 000000`.split(/\s+/);
const colors: ReadonlyMap<string, Color> = new Map(
  Array.from({ length: names.length / 2 }, (_, at) => [names[2 * at] ?? '', fromHex(names[2 * at + 1] ?? '')] as const),
);
