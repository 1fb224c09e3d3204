import { declarationsOf, rulesOf, type Declarations, type Declared } from './css.ts';
import { isPlain, keyOf, matches, readSelector, type Selector, type Tag } from './css-selector.ts';

/** The values that apply to an element, by property. */
export type Values = ReadonlyMap<string, string>;

/** What the style sheets, and the element's own attributes, say about an element. */
export interface ElementStyle {
  /** The values under each condition (`StyleSheet.conditions`). The first are the values if no condition holds. */
  readonly under: readonly Values[];
  /** The values of rules that may match or not, one entry for each rule. */
  readonly perhaps: readonly Values[];
}

/** The style sheets of a mail. */
export interface StyleSheet {
  /** Conditions, such as `@media (max-width: 600px)`, that may hold or not. The first entry stands for no condition. */
  readonly conditions: readonly string[];
  /** The style of an element. `around` has the enclosing elements, the nearest last. */
  of(tag: Tag, around: () => readonly Tag[]): ElementStyle;
  /** Whether a limit was exceeded: too many rules, or too much work to match them. */
  isBeyond(): boolean;
}

/**
 * The limits of the work: rules, characters in a selector, conditions that are evaluated separately, comparisons of
 * rules with elements.
 */
const bounds = { rules: 2_000, selector: 500, conditions: 8, comparisons: 100_000 } as const;

interface Rule {
  readonly selector: Selector;
  readonly declarations: Declarations;
  readonly condition: number;
  readonly order: number;
}

/** Reads the style sheets of a mail, in the order of the mail. */
export function styleSheet(sheets: readonly string[]): StyleSheet {
  const conditions = [''];
  const rules: Rule[] = [];
  let beyond = false;
  for (const sheet of sheets) {
    const read = rulesOf(sheet);
    beyond ||= !read.whole;
    for (const { selectors, declarations, condition, nested } of read.rules)
      for (const text of selectors) {
        const isTooMuch = rules.length >= bounds.rules || text.length > bounds.selector;
        beyond ||= isTooMuch;
        const selector = isTooMuch ? undefined : readSelector(text, nested);
        if (selector === undefined || declarations.size === 0) continue;
        let at = conditions.indexOf(condition);
        if (at === -1 && conditions.length < bounds.conditions) at = conditions.push(condition) - 1;
        // If there are more conditions than `bounds.conditions`, a rule with one of the others counts as a rule that
        // may match or not.
        const counted = at === -1 ? { ...selector, perhaps: true } : selector;
        rules.push({ selector: counted, declarations, condition: Math.max(at, 0), order: rules.length });
      }
  }
  const [plain, others] = [
    indexed(rules.filter(({ selector }) => isPlain(selector))),
    indexed(rules.filter(({ selector }) => !isPlain(selector))),
  ];
  const known = new Map<string, ElementStyle>();
  const none: ElementStyle = { under: conditions.map(() => new Map()), perhaps: [] };
  let comparisons = 0;
  const found = (
    index: ReadonlyMap<string, readonly Rule[]>,
    tag: Tag,
    around: () => readonly Tag[],
  ): readonly Rule[] => {
    if (beyond) return [];
    const keys = new Set(['*', tag.name, `#${tag.id}`, ...tag.classes.map((one) => `.${one}`)]);
    const candidates = [...keys].flatMap((key) => index.get(key) ?? []);
    comparisons += candidates.length;
    if (comparisons > bounds.comparisons) {
      beyond = true;
      return [];
    }
    if (candidates.length === 0) return [];
    const outer = around();
    // The comparison with enclosing elements counts as work too.
    comparisons += candidates.filter(({ selector }) => selector.around.length > 0).length * Math.min(outer.length, 16);
    return candidates.filter(({ selector }) => matches(selector, tag, outer));
  };
  return {
    conditions,
    of(tag, around) {
      const own = tag.attributes.get('style');
      const intrinsic = intrinsicStyle(tag);
      const far = others.size === 0 ? [] : found(others, tag, around);
      const isPlainTag = own === undefined && intrinsic.size === 0 && far.length === 0;
      const signature = `${tag.name} #${tag.id} ${tag.classes.join(' ')}`;
      const before = isPlainTag ? known.get(signature) : undefined;
      if (before !== undefined) return before;
      const near = plain.size === 0 ? [] : found(plain, tag, around);
      const all = [...near, ...far];
      if (all.length === 0 && own === undefined && intrinsic.size === 0) return none;
      comparisons += all.length;
      const style = styleOf(all, intrinsic, declarationsOf(own ?? ''), conditions.length);
      if (isPlainTag) known.set(signature, style);
      return style;
    },
    isBeyond: () => beyond,
  };
}

function indexed(rules: readonly Rule[]): ReadonlyMap<string, readonly Rule[]> {
  const index = new Map<string, Rule[]>();
  for (const rule of rules) {
    const key = keyOf(rule.selector);
    const known = index.get(key);
    if (known === undefined) index.set(key, [rule]);
    else known.push(rule);
  }
  return index;
}

function styleOf(rules: readonly Rule[], intrinsic: Declarations, own: Declarations, conditions: number): ElementStyle {
  const certain = rules
    .filter(({ selector }) => !selector.perhaps && !selector.generated)
    .toSorted((a, b) => a.selector.weight - b.selector.weight || a.order - b.order);
  const under = Array.from({ length: conditions }, (_, at) =>
    valuesOf([
      intrinsic,
      ...certain.filter(({ condition }) => condition === 0 || condition === at).map(({ declarations }) => declarations),
      own,
    ]),
  );
  const [base = new Map<string, string>()] = under;
  const perhaps = rules
    .filter(({ selector }) => selector.perhaps || selector.generated)
    .map(({ selector, declarations }) =>
      selector.generated ? generatedValues(declarations) : new Map([...base, ...valuesOf([declarations])]),
    );
  return { under, perhaps };
}

/**
 * The value of each property among declarations. Later declarations have priority, and those with `!important` have
 * priority over all others.
 */
function valuesOf(all: readonly Declarations[]): Values {
  const found = new Map<string, string>();
  for (const important of [false, true])
    for (const declarations of all)
      for (const [property, one] of declarations)
        if (one.important === important) {
          found.delete(property);
          found.set(property, one.value);
        }
  return found;
}

/**
 * The values for the words that a style sheet adds before or after an element. Added words may change the meaning of
 * the text. The element then gets `x-cannot-tell`, a property of our own that makes its words `unsure`
 * (`hidden-style.ts`).
 */
function generatedValues(declarations: Declarations): Values {
  const content = declarations.get('content')?.value ?? '';
  return /["'][^"']*\p{L}{2}/u.test(content) || /\battr\(/.test(content)
    ? new Map([['x-cannot-tell', 'yes']])
    : new Map();
}

/** The default style of an element, and the style from attributes other than `style`. */
function intrinsicStyle({ name, attributes }: Tag): Declarations {
  const found = new Map<string, Declared>();
  const set = (property: string, value: string | undefined): void => {
    if (value !== undefined) found.set(property, { value: value.toLowerCase().trim(), important: false });
  };
  const isClosed = (name === 'dialog' || name === 'details') && !attributes.has('open');
  if (attributes.has('hidden') || attributes.has('popover') || notShown.has(name) || (isClosed && name === 'dialog'))
    set('display', 'none');
  if (perhapsShown.has(name) || (isClosed && name === 'details')) set('x-cannot-tell', 'yes');
  if (struck.has(name)) set('text-decoration', 'line-through');
  if (small.has(name)) set('font-size', 'smaller');
  set('background-color', attributes.get('bgcolor'));
  if (attributes.has('background')) set('background-image', 'url()');
  if (name === 'a') set('color', 'blue');
  if (name === 'font') set('color', attributes.get('color'));
  if (name === 'body') set('color', attributes.get('text'));
  return found;
}

/**
 * Elements whose content a mail program does not show. `noscript` is one of them, because a program that runs scripts
 * does not show it.
 */
const notShown = new Set(
  'template noscript datalist audio video canvas progress meter rp desc defs metadata symbol clippath mask pattern marker lineargradient radialgradient annotation annotation-xml'.split(
    ' ',
  ),
);
/** Elements whose words are shown only in some programs, in some states, or as a drawing. */
const perhapsShown = new Set('option object applet svg math marquee'.split(' '));
const struck = new Set('s strike del'.split(' '));
const small = new Set('small sub sup'.split(' '));
