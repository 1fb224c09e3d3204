import { black, contrast, isNear, over, readColor, white, type Color } from './css-color.ts';
import { partsOf, pixelsOf, quantityOf, shareOf } from './css-values.ts';
import type { ElementStyle, Values } from './style-sheet.ts';

/**
 * Whether words are visible. `unsure`: this file cannot tell. Words that are `unsure` count as visible. If the mail
 * without these words would ask for something else, staff must read the mail (`words/readings.ts`).
 *
 * The ways of hiding words are listed here by property. If one of these properties has an unknown value, the words are
 * `unsure`.
 * - `display`, `visibility`, `content-visibility`, `mso-hide`, the attributes `hidden` and `popover`
 * - `opacity`, also as a product of several, as a filter, or by an animation; `mask`, `mix-blend-mode`, `clip`,
 *   `clip-path`
 * - the size of letters: `font-size`, `font`, `zoom`, `font-size-adjust`, `text-size-adjust`, nested `small`
 * - `color` (also `-webkit-text-fill-color`, alpha) against the background behind the words
 * - a place outside the page: offsets, `text-indent`, margins, paddings, `translate`, also by their logical names
 *   (`inset-inline-start`); `z-index`
 * - an element that is too small for its words: heights and widths with `overflow`, `scale`, `matrix`,
 *   three-dimensional `rotate`, `line-height`, `letter-spacing`
 * - what makes words look different from the stored text: `text-security`, `unicode-bidi`, strikes, symbol fonts, words
 *   added by `::before`
 * - elements: a closed `dialog` or `details`, `template`, `object`, `progress`, `option`, `rp`, drawings and their
 *   parts
 *
 * It is unknown whether a rule in `@media`, `@supports` or `@layer` applies, and whether some selectors match. Words
 * that only such rules would hide are `unsure`. Comments, scripts, style sheets and titles contain no words. Three ways
 * of hiding words are not recognised: another element that covers the words, fonts that draw other letters, and style
 * sheets that would have to be fetched.
 */
export type Seen = 'shown' | 'unsure' | 'hidden';

/** How an element looks under one condition (`StyleSheet.conditions`). */
interface Appearance {
  /**
   * Whether properties that are not inherited, such as `display`, hide the words. An inner element cannot undo this.
   */
  readonly gone: Seen;
  readonly visibility: Seen;
  /**
   * For each inherited property of lines and letters, such as `text-indent`: whether its value hides the words. An
   * inner element can set another value.
   */
  readonly setting: ReadonlyMap<string, Seen>;
  readonly opacity: number;
  /** The size of the letters in pixels; `undefined` if it is unknown. */
  readonly letters: number | undefined;
  readonly color: Color | undefined;
  readonly background: Background;
}

/** The background behind words. `free`: the mail program chooses the colours, for example in a dark mode. */
type Background =
  | { readonly kind: 'color'; readonly color: Color }
  | { readonly kind: 'picture'; readonly under: Color }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'free' };

/** How an element looks under each condition, and whether its words are visible. */
export interface Look {
  /** One appearance for each of `StyleSheet.conditions`, in the same order. */
  readonly under: readonly Appearance[];
  /**
   * `unsure` if a rule would hide the words, and it is unknown whether its selector matches this element or an element
   * around it. Otherwise `shown`.
   */
  readonly doubt: Seen;
  readonly seen: Seen;
}

/** The look of an empty page, under each of these conditions (`StyleSheet.conditions`). */
function emptyPage(conditions: readonly string[]): Look {
  const page: Appearance = {
    gone: 'shown',
    visibility: 'shown',
    setting: new Map(),
    opacity: 1,
    letters: 16,
    color: black,
    background: { kind: 'color', color: white },
  };
  const dark: Appearance = { ...page, background: { kind: 'free' } };
  return {
    under: conditions.map((one) => (/prefers-color-scheme:\s*dark/.test(one) ? dark : page)),
    doubt: 'shown',
    seen: 'shown',
  };
}

/** Computes how elements look, within a limit of work. */
export interface Looking {
  readonly page: Look;
  /** The look of an element with this style inside an element with the look `around`. */
  inside(around: Look, style: ElementStyle): Look;
  /** Whether the limit of work was exceeded. */
  isBeyond(): boolean;
}

/**
 * The limits of the work: how many looks are computed for a mail, and how many rules whose match is unknown an element
 * may have.
 */
const most = { looks: 150_000, perhaps: 100 } as const;

/** Begins to compute the looks of a mail whose style sheets have these conditions. */
export function looking(conditions: readonly string[]): Looking {
  // The computed looks. Neighbouring elements mostly have the same style, and so the same look.
  const known = new WeakMap<Look, WeakMap<ElementStyle, Look>>();
  let looks = 0;
  let beyond = false;
  return {
    page: emptyPage(conditions),
    inside(around, style) {
      if (style.perhaps.length === 0 && style.under.every(({ size }) => size === 0)) return around;
      const inAround = known.get(around) ?? new WeakMap<ElementStyle, Look>();
      known.set(around, inAround);
      const before = inAround.get(style);
      if (before !== undefined) return before;
      looks += style.under.length + style.perhaps.length;
      beyond ||= looks > most.looks || style.perhaps.length > most.perhaps;
      const look = beyond ? around : lookInside(around, style);
      inAround.set(style, look);
      return look;
    },
    isBeyond: () => beyond,
  };
}

function lookInside(around: Look, { under, perhaps }: ElementStyle): Look {
  const looks = around.under.map((one, at) => appearance(one, under[at] ?? none));
  const [base] = looks;
  const [baseAround] = around.under;
  if (base === undefined || baseAround === undefined) return around;
  const isDoubtful = perhaps.some((values) => seenIn(appearance(baseAround, values)) !== 'shown');
  const doubt = isDoubtful ? 'unsure' : around.doubt;
  const inBase = seenIn(base);
  const elsewhere = looks.some((one) => seenIn(one) !== 'shown');
  return { under: looks, doubt, seen: inBase === 'shown' && (elsewhere || doubt !== 'shown') ? 'unsure' : inBase };
}

const none: Values = new Map();

function seenIn({ gone, visibility, setting, opacity, letters, color, background }: Appearance): Seen {
  return worst([
    gone,
    visibility,
    ...setting.values(),
    opacity < 0.1 ? 'hidden' : opacity < 0.3 ? 'unsure' : 'shown',
    letters === undefined ? 'unsure' : letters <= 2 ? 'hidden' : letters < 5 ? 'unsure' : 'shown',
    colorsSeen(color, background),
  ]);
}

function worst(all: readonly Seen[]): Seen {
  return all.includes('hidden') ? 'hidden' : all.includes('unsure') ? 'unsure' : 'shown';
}

function colorsSeen(color: Color | undefined, background: Background): Seen {
  if (color === undefined) return background.kind === 'free' ? 'shown' : 'unsure';
  if (color[3] < 0.1) return 'hidden';
  switch (background.kind) {
    case 'free':
      return 'shown';
    case 'unknown':
      return 'unsure';
    case 'picture':
      // Mail programs often do not load pictures. The words are then on the colour below the picture.
      return contrastSeen(over(color, background.under), background.under) === 'shown' ? 'shown' : 'unsure';
    case 'color':
      return contrastSeen(over(color, background.color), background.color);
  }
}

function contrastSeen(color: Color, background: Color): Seen {
  if (isNear(color, background)) return 'hidden';
  return contrast(color, background) < 1.2 ? 'unsure' : 'shown';
}

type Get = (property: string) => string;

function appearance(around: Appearance, values: Values): Appearance {
  if (values.size === 0) return around;
  const get: Get = (property) => values.get(property) ?? '';
  const letters = lettersIn(values, get, around.letters);
  const em = letters ?? 16;
  return {
    gone: worst([around.gone, ...ownReasons(get, em)]),
    visibility: visibilityIn(get('visibility'), around.visibility),
    setting: settingIn(get, em, around.setting),
    opacity: around.opacity * opacityIn(get),
    letters,
    color: colorIn(get('-webkit-text-fill-color') || get('color'), around.color),
    background: backgroundIn(values, get, around.background),
  };
}

const asAround = /^(?:|inherit|unset|revert|revert-layer)$/;
const keywords = /^(?:|auto|normal|none|inherit|initial|unset|revert|revert-layer)$/;

/** For each property that can hide an element and everything in it: whether it does. */
function ownReasons(get: Get, em: number): readonly Seen[] {
  return [
    get('x-cannot-tell') === '' ? 'shown' : 'unsure',
    displaySeen(get('display')),
    get('mso-hide') === 'all' || get('content-visibility') === 'hidden' ? 'hidden' : 'shown',
    oneOf(get('content-visibility'), /^(?:|hidden|visible|auto|inherit|initial|unset|revert)$/),
    filterSeen(get('filter')),
    filterSeen(get('-webkit-filter')),
    ...masks.map((property) => oneOf(get(property), keywords)),
    oneOf(get('mix-blend-mode'), keywords),
    oneOf(get('animation'), keywords),
    oneOf(get('animation-name'), keywords),
    oneOf(get('offset-path'), keywords),
    clipSeen(get('clip')),
    clipPathSeen(get('clip-path') || get('-webkit-clip-path')),
    ...['transform', '-webkit-transform', '-ms-transform'].map((property) => transformSeen(get(property), em)),
    scaleSeen(get('scale')),
    ...partsOf(get('translate')).map((part) => placeSeen(part, em, 'both')),
    turnSeen(get('rotate')),
    zoomSeen(get('zoom')),
    ...placeReasons(get, em),
    extentSeen(get, em),
    get('background-clip').includes('text') || get('-webkit-background-clip').includes('text') ? 'unsure' : 'shown',
    /^(?:0|-)/.test(get('-webkit-line-clamp')) ? 'unsure' : 'shown',
  ];
}

const masks = ['mask', 'mask-image', '-webkit-mask', '-webkit-mask-image', '-webkit-mask-box-image', 'mask-border'];

/** `shown` for a value that is known not to hide, else `unsure`. */
function oneOf(value: string, known: RegExp): Seen {
  return known.test(value) ? 'shown' : 'unsure';
}

function displaySeen(value: string): Seen {
  if (value === 'none') return 'hidden';
  return partsOf(value).every((part) =>
    /^(?:block|inline|inline-block|run-in|flow|flow-root|(?:inline-)?(?:flex|grid|table)|table-[a-z-]+|list-item|contents|ruby[a-z-]*|math|-webkit-(?:inline-)?(?:box|flex)|-ms-(?:inline-)?(?:flexbox|grid)|-moz-(?:inline-)?box|inherit|initial|unset|revert|revert-layer)$/.test(
      part,
    ),
  )
    ? 'shown'
    : 'unsure';
}

function visibilityIn(value: string, around: Seen): Seen {
  if (asAround.test(value)) return around;
  if (value === 'visible' || value === 'initial') return 'shown';
  return value === 'hidden' || value === 'collapse' ? 'hidden' : 'unsure';
}

/** The opacity of an element. An unknown value counts as 0.2, because that is low enough for `unsure`. */
function opacityIn(get: Get): number {
  return ['opacity', '-moz-opacity', '-khtml-opacity'].reduce((product, property) => {
    const value = get(property);
    if (keywords.test(value)) return product;
    return product * Math.max(0, Math.min(1, shareOf(value) ?? 0.2));
  }, 1);
}

function filterSeen(value: string): Seen {
  if (keywords.test(value)) return 'shown';
  const seen = partsOf(value).map((part): Seen => {
    const [, name = '', amount = ''] = /^([a-z-]+)\(\s*(?:opacity\s*=\s*)?([^()]*?)\s*\)$/.exec(part) ?? [];
    if (/^(?:drop-shadow|hue-rotate|sepia|saturate|grayscale)$/.test(name)) return 'shown';
    if (name !== 'opacity' && name !== 'alpha') return 'unsure';
    const share = name === 'alpha' ? shareOf(`${amount}%`) : shareOf(amount);
    return share === undefined || share < 0.3 ? (share !== undefined && share < 0.1 ? 'hidden' : 'unsure') : 'shown';
  });
  return worst(seen);
}

function clipSeen(value: string): Seen {
  if (keywords.test(value)) return 'shown';
  return /^rect\((?:\s*(?:0|1)(?:px)?\s*,?)+\)$/.test(value) ? 'hidden' : 'unsure';
}

function clipPathSeen(value: string): Seen {
  if (keywords.test(value)) return 'shown';
  return /^(?:inset\(\s*(?:[5-9]\d|100)(?:\.\d+)?%|circle\(\s*0|polygon\(\s*(?:0\S*\s+0\S*\s*,?\s*)+\))/.test(value)
    ? 'hidden'
    : 'unsure';
}

function transformSeen(value: string, em: number): Seen {
  if (keywords.test(value)) return 'shown';
  const seen = partsOf(value).map((part): Seen => {
    const [, name = '', inside = ''] = /^([a-z0-9]+)\(([^()]*)\)$/.exec(part) ?? [];
    const numbers = inside.split(',').map((one) => one.trim());
    if (/^translate(?:x|y|z|3d)?$/.test(name)) return worst(numbers.map((one) => placeSeen(one, em, 'both')));
    if (/^scale(?:x|y)?$/.test(name)) return worst(numbers.map(sizeSeen));
    if (name === 'rotate') return 'shown';
    if (name !== 'matrix') return 'unsure';
    const [a, b, c, d, x = 0, y = 0] = numbers.map((one) => shareOf(one));
    if (a === undefined || b === undefined || c === undefined || d === undefined) return 'unsure';
    return worst([
      Math.abs(a * d - b * c) < 0.02 ? 'hidden' : 'shown',
      Math.max(Math.abs(x), Math.abs(y)) >= 100 ? 'unsure' : 'shown',
    ]);
  });
  return seen.length === 0 ? 'unsure' : worst(seen);
}

function scaleSeen(value: string): Seen {
  return keywords.test(value) ? 'shown' : worst(partsOf(value).map(sizeSeen));
}

function sizeSeen(value: string): Seen {
  const share = shareOf(value);
  if (share === undefined) return 'unsure';
  return Math.abs(share) < 0.1 ? 'hidden' : Math.abs(share) < 0.4 ? 'unsure' : 'shown';
}

function turnSeen(value: string): Seen {
  return keywords.test(value) || quantityOf(value) !== undefined ? 'shown' : 'unsure';
}

function zoomSeen(value: string): Seen {
  if (keywords.test(value)) return 'shown';
  const share = shareOf(value);
  return share === undefined || share < 0.4 ? (share !== undefined && share < 0.1 ? 'hidden' : 'unsure') : 'shown';
}

const offsets = [
  'left',
  'top',
  'right',
  'bottom',
  'inset',
  'inset-inline',
  'inset-inline-start',
  'inset-inline-end',
  'inset-block',
  'inset-block-start',
  'inset-block-end',
];
const sides = [
  '',
  '-left',
  '-top',
  '-right',
  '-bottom',
  '-inline',
  '-inline-start',
  '-inline-end',
  '-block',
  '-block-start',
  '-block-end',
];

/** For each property that can move an element out of the page: whether it hides the words. */
function placeReasons(get: Get, em: number): readonly Seen[] {
  const isPlaced = !/^(?:|static|inherit|initial|unset|revert|revert-layer)$/.test(get('position'));
  const all = (properties: readonly string[], way: 'both' | 'back'): readonly Seen[] =>
    properties.flatMap((property) => partsOf(get(property)).map((part) => placeSeen(part, em, way)));
  return [
    ...(isPlaced ? all(offsets, 'both') : []),
    ...all([...sides.map((side) => `margin${side}`), ...sides.map((side) => `padding${side}`)], 'back'),
    isPlaced && get('z-index').startsWith('-') ? 'unsure' : 'shown',
  ];
}

/**
 * Whether words are visible after a move by this length. `both`: any long move hides them. `back`: only a long move to
 * the left or upwards hides them for certain.
 */
function placeSeen(value: string, em: number, way: 'both' | 'back'): Seen {
  if (keywords.test(value)) return 'shown';
  const pixels = pixelsOf(value, { em, whole: 800 });
  if (pixels === undefined) return 'unsure';
  if (Math.abs(pixels) >= 500) return way === 'both' || pixels < 0 ? 'hidden' : 'unsure';
  return pixels <= -100 ? 'unsure' : 'shown';
}

const extents = [
  'height',
  'max-height',
  'width',
  'max-width',
  'block-size',
  'inline-size',
  'max-block-size',
  'max-inline-size',
];

/** Whether an element is too small for its words and cuts them off. */
function extentSeen(get: Get, em: number): Seen {
  const overflow = ['overflow', 'overflow-x', 'overflow-y', 'overflow-block', 'overflow-inline'].map(get).join(' ');
  const cuts =
    partsOf(overflow).some((part) => !/^(?:visible|initial|unset|revert|inherit)$/.test(part)) ||
    /paint|strict|content/.test(get('contain'));
  if (!cuts) return 'shown';
  return worst(
    extents.map((property): Seen => {
      const value = get(property);
      if (
        keywords.test(value) ||
        /^(?:min-content|max-content|fit-content|stretch|-webkit-fill-available)$/.test(value)
      )
        return 'shown';
      const pixels = pixelsOf(value, { em, whole: 800 });
      if (pixels === undefined) return 'unsure';
      const least = property.includes('width') || property.includes('inline') ? 3 * em : em;
      return pixels <= 1 ? 'hidden' : pixels < least ? 'unsure' : 'shown';
    }),
  );
}

/**
 * For each property of lines and letters: whether its value hides the words. The value is inherited until an inner
 * element sets the property again.
 */
function settingIn(get: Get, em: number, around: ReadonlyMap<string, Seen>): ReadonlyMap<string, Seen> {
  const own: (readonly [string, Seen])[] = [];
  const set = (property: string, read: (value: string) => Seen): void => {
    const value = get(property);
    if (!asAround.test(value)) own.push([property, keywords.test(value) ? 'shown' : read(value)]);
  };
  const spaced = (value: string): Seen => {
    const pixels = pixelsOf(value, { em, whole: em });
    return pixels === undefined || pixels < -0.25 * em || pixels > 100 ? 'unsure' : 'shown';
  };
  set('line-height', (value) => {
    const quantity = quantityOf(value);
    if (quantity === undefined) return 'unsure';
    const pixels = quantity.unit === '' ? quantity.number * em : pixelsOf(value, { em, whole: em });
    return pixels === undefined || pixels < 4 ? 'unsure' : 'shown';
  });
  set('letter-spacing', spaced);
  set('word-spacing', spaced);
  set('text-indent', (value) => worst(partsOf(value).map((part) => placeSeen(part, em, 'both'))));
  set('font-size-adjust', (value) => (/^(?:from-font|[a-z-]+ |0*[1-9]|0?\.[1-9])/.test(value) ? 'shown' : 'unsure'));
  for (const property of [
    'text-size-adjust',
    '-webkit-text-size-adjust',
    '-ms-text-size-adjust',
    '-moz-text-size-adjust',
  ])
    set(property, (value) => (shareOf(value) === undefined || (shareOf(value) ?? 0) < 0.4 ? 'unsure' : 'shown'));
  set('-webkit-text-security', () => 'unsure');
  set('unicode-bidi', (value) => (/override/.test(value) ? 'unsure' : 'shown'));
  set('text-decoration', (value) => (value.includes('line-through') ? 'unsure' : 'shown'));
  set('text-decoration-line', (value) => (value.includes('line-through') ? 'unsure' : 'shown'));
  set('font-family', (value) => (symbols.test(value) ? 'unsure' : 'shown'));
  set('font', (value) => (symbols.test(value) ? 'unsure' : 'shown'));
  if (own.length === 0) return around;
  // An inner element cannot remove the strike-through of an outer element.
  const kept = own.filter(([property, seen]) => !(property.startsWith('text-decoration') && seen === 'shown'));
  return new Map([...around, ...kept]);
}

/** Fonts that draw pictures, or nothing, in place of letters. */
const symbols = /^\s*["']?(?:wingdings|webdings|symbol|zapf ?dingbats|adobe blank|blank)/;

function lettersIn(values: Values, get: Get, around: number | undefined): number | undefined {
  const properties = [...values.keys()];
  const font = get('font');
  const isFontLater = properties.indexOf('font') > properties.indexOf('font-size');
  const written = isFontLater && font !== '' ? sizeInFont(font) : get('font-size');
  if (asAround.test(written)) return around;
  const known = sizes[written];
  if (known !== undefined) return known;
  if (written === 'smaller') return around === undefined ? undefined : around / 1.2;
  if (written === 'larger') return around === undefined ? undefined : around * 1.2;
  const relative = /(?:em|ex|ch|ic|cap|lh|%)$/.test(written) && !written.endsWith('rem');
  if (relative && around === undefined && !/^[+-]?0*\.?0*(?:e[+-]?\d+)?(?:[a-z]+|%)$/.test(written)) return undefined;
  const pixels = pixelsOf(written, { em: around ?? 16, whole: around ?? 16 });
  return pixels === undefined || pixels < 0 ? undefined : pixels;
}

const sizes: Readonly<Record<string, number>> = {
  initial: 16,
  medium: 16,
  'xx-small': 9,
  'x-small': 10,
  small: 13,
  large: 18,
  'x-large': 24,
  'xx-large': 32,
  'xxx-large': 48,
};

/**
 * The size in a `font` value: the part before the slash, or the last part before the font names. The text is empty for
 * a system font.
 */
function sizeInFont(font: string): string {
  if (
    /^(?:caption|icon|menu|message-box|small-caption|status-bar|inherit|initial|unset|revert|revert-layer|-apple-system\S*)$/.test(
      font,
    )
  )
    return '';
  const parts = partsOf(font.replace(/\s*\/\s*/g, '/')).map((part) => part.split('/')[0] ?? '');
  const size = parts.find(
    (part) =>
      sizes[part] !== undefined ||
      part === 'smaller' ||
      part === 'larger' ||
      (quantityOf(part) !== undefined && !/^[1-9]00$/.test(part)),
  );
  return size ?? 'unknown';
}

function colorIn(written: string, around: Color | undefined): Color | undefined {
  if (asAround.test(written) || written === 'currentcolor') return around;
  return written === 'initial' ? black : readColor(written);
}

function backgroundIn(values: Values, get: Get, around: Background): Background {
  const image = `${get('background')} ${get('background-image')}`;
  const properties = [...values.keys()];
  const isShortLater = properties.indexOf('background') > properties.indexOf('background-color');
  const written = (isShortLater ? get('background') : get('background-color')) || get('background');
  const filled = filledWith(written, around);
  if (/gradient\(|image-set\(|element\(|cross-fade\(|paint\(/.test(image)) return { kind: 'unknown' };
  if (/url\(/.test(image)) return filled.kind === 'color' ? { kind: 'picture', under: filled.color } : filled;
  return filled;
}

function filledWith(written: string, around: Background): Background {
  if (/^(?:|none|inherit|initial|unset|revert|revert-layer|transparent)$/.test(written)) return around;
  const parts = partsOf(written);
  const color = parts.map((part) => readColor(part)).find((part) => part !== undefined);
  // A `background` value without a colour changes nothing if it has only the place and the size of a picture.
  if (color === undefined) return parts.every((part) => placing.test(part)) ? around : { kind: 'unknown' };
  if (color[3] >= 0.99) return { kind: 'color', color };
  if (around.kind === 'color') return { kind: 'color', color: over(color, around.color) };
  return color[3] < 0.1 ? around : { kind: 'unknown' };
}

const placing =
  /^(?:url\(.*\)|none|transparent|(?:no-)?repeat(?:-[xy])?|space|round|scroll|fixed|local|center|left|right|top|bottom|cover|contain|auto|(?:border|padding|content)-box|inherit|initial|unset|\/|[+-]?[\d.]+(?:[a-z]+|%)?(?:\/[\w.%]+)?|[a-z]+\/[\w.%]+)$/;
