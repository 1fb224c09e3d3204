import { selectorsOf } from './css.ts';

/** An element, with everything that a selector can test. */
export interface Tag {
  readonly name: string;
  readonly id: string;
  readonly classes: readonly string[];
  readonly attributes: ReadonlyMap<string, string>;
}

/**
 * A selector, such as `table.x td p`. `last` is the part for the element itself (`p`). `around` has the parts for the
 * enclosing elements, the nearest first (`td`, `table.x`).
 */
export interface Selector {
  readonly last: Compound;
  readonly around: readonly Compound[];
  /**
   * Whether the selector has a condition that this file does not evaluate, such as `:first-child`. If `matches` returns
   * `true` for such a selector, the selector may match or not.
   */
  readonly perhaps: boolean;
  /**
   * Whether the selector is for content that the style sheet adds before or after the words of the element (`::before`,
   * `::after`).
   */
  readonly generated: boolean;
  readonly weight: number;
}

interface Compound {
  readonly tag: string | undefined;
  readonly id: string | undefined;
  readonly classes: readonly string[];
  readonly attributes: readonly AttributeTest[];
  /**
   * Lists of compounds. The element must match one of each list in `oneOf` (`:is`), and none of the lists in `noneOf`
   * (`:not`).
   */
  readonly oneOf: readonly (readonly Compound[])[];
  readonly noneOf: readonly (readonly Compound[])[];
}

interface AttributeTest {
  readonly name: string;
  readonly operator: string;
  readonly value: string;
}

/**
 * Reads a selector. The result is `undefined` for a selector that does not change the text of a mail that was just
 * opened, such as `:hover`, `:visited` or `::selection`. `nested`: the rule of the selector is inside another rule,
 * whose selector is not evaluated, so the result is `perhaps`.
 */
export function readSelector(text: string, nested: boolean): Selector | undefined {
  const parts = text.trim().match(/[>+~]|(?:\\.|\[[^\]]*\]|\((?:[^()]|\([^()]*\))*\)|[^\s>+~[(])+/g) ?? [];
  let perhaps = nested;
  let generated = false;
  let weight = 0;
  const compounds: Compound[] = [];
  for (const part of parts.toReversed()) {
    if (part === '>' || part === '+' || part === '~') {
      perhaps = true;
      // This file does not look at siblings (`a + b`, `a ~ b`), so it does not read the parts before `+` or `~`.
      if (part !== '>') break;
      continue;
    }
    const read = readCompound(part);
    if (read === 'never') return undefined;
    perhaps ||= read.perhaps;
    generated ||= read.generated && compounds.length === 0;
    weight += weightOf(read.compound);
    compounds.push(read.compound);
  }
  const [last, ...around] = compounds;
  return last === undefined ? undefined : { last, around, perhaps, generated, weight };
}

/** Whether a selector matches an element; `outer` has the enclosing elements, the nearest last. */
export function matches({ last, around }: Selector, tag: Tag, outer: readonly Tag[]): boolean {
  if (!fits(last, tag)) return false;
  let at = outer.length - 1;
  for (const one of around) {
    while (at >= 0 && !fits(one, outer[at])) at -= 1;
    if (at < 0) return false;
    at -= 1;
  }
  return true;
}

/** Whether a selector depends only on the element's own name, id and classes. */
export function isPlain({ last, around }: Selector): boolean {
  return around.length === 0 && last.attributes.length === 0 && last.oneOf.length === 0 && last.noneOf.length === 0;
}

/**
 * The key under which a selector is stored and found: its id, else its first class, else its element name, else `*`.
 */
export function keyOf({ last }: Selector): string {
  if (last.id !== undefined) return `#${last.id}`;
  if (last.classes[0] !== undefined) return `.${last.classes[0]}`;
  return last.tag ?? '*';
}

function fits(compound: Compound, tag: Tag | undefined): boolean {
  if (tag === undefined) return false;
  return (
    (compound.tag === undefined || compound.tag === tag.name) &&
    (compound.id === undefined || compound.id === tag.id) &&
    compound.classes.every((one) => tag.classes.includes(one)) &&
    compound.attributes.every((one) => hasAttribute(one, tag)) &&
    compound.oneOf.every((list) => list.some((one) => fits(one, tag))) &&
    !compound.noneOf.some((list) => list.some((one) => fits(one, tag)))
  );
}

function hasAttribute({ name, operator, value }: AttributeTest, { attributes }: Tag): boolean {
  const has = attributes.get(name)?.toLowerCase();
  if (has === undefined) return false;
  switch (operator) {
    case '=':
      return has === value;
    case '~=':
      return has.split(/\s+/).includes(value);
    case '|=':
      return has === value || has.startsWith(`${value}-`);
    case '^=':
      return value !== '' && has.startsWith(value);
    case '$=':
      return value !== '' && has.endsWith(value);
    case '*=':
      return value !== '' && has.includes(value);
    default:
      return true;
  }
}

interface ReadCompound {
  readonly compound: Compound;
  readonly perhaps: boolean;
  readonly generated: boolean;
}

function readCompound(text: string): ReadCompound | 'never' {
  const found: { tag: string | undefined; id: string | undefined } = { tag: undefined, id: undefined };
  const classes: string[] = [];
  const attributes: AttributeTest[] = [];
  const oneOf: (readonly Compound[])[] = [];
  const noneOf: (readonly Compound[])[] = [];
  let perhaps = false;
  let generated = false;
  const pattern =
    /(\*)|\.([^\s.#:[\](),]+)|#([^\s.#:[\](),]+)|\[\s*([\w:-]+)\s*(?:([~|^$*]?=)\s*(?:"([^"]*)"|'([^']*)'|([^\]\s]*))\s*[is]?\s*)?\]|:(:?[\w-]+)(?:\(((?:[^()]|\([^()]*\))*)\))?|([^\s.#:[\](),&*]+)|(&)/y;
  let at = 0;
  while (at < text.length) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null) return { compound: { ...found, classes, attributes, oneOf, noneOf }, perhaps: true, generated };
    at = pattern.lastIndex;
    const [, , name, id, attribute, operator = '', quoted, single, bare, pseudo, argument = '', tag, parent] = match;
    if (name !== undefined) classes.push(name);
    else if (id !== undefined) found.id = id;
    else if (attribute !== undefined)
      attributes.push({ name: attribute, operator, value: quoted ?? single ?? bare ?? '' });
    else if (tag !== undefined) found.tag = tag;
    else if (parent !== undefined) perhaps = true;
    else if (pseudo !== undefined) {
      if (states.test(pseudo)) return 'never';
      if (/^:?(?:before|after)$/.test(pseudo)) generated = true;
      else if (/^(?:is|where|matches|any|-webkit-any|-moz-any|not)$/.test(pseudo)) {
        const inner = selectorsOf(argument).map((one) => (/[\s>+~]/.test(one) ? undefined : readCompound(one)));
        const exact = inner.flatMap((one) =>
          one === undefined || one === 'never' || one.perhaps ? [] : [one.compound],
        );
        if (exact.length < inner.length) perhaps = true;
        else (pseudo === 'not' ? noneOf : oneOf).push(exact);
      } else perhaps = true;
    }
  }
  return { compound: { ...found, classes, attributes, oneOf, noneOf }, perhaps, generated };
}

const states =
  /^(?:hover|focus|focus-within|focus-visible|active|visited|target|checked|disabled|:selection|:placeholder|:marker|:backdrop|:?-(?:webkit|moz|ms)-[\w-]*(?:scrollbar|placeholder|spin|search|inner|outer|clear|reveal|file)[\w-]*)$/;

function weightOf({ tag, id, classes, attributes, oneOf, noneOf }: Compound): number {
  return (
    (id === undefined ? 0 : 100) +
    10 * (classes.length + attributes.length + oneOf.length + noneOf.length) +
    (tag === undefined ? 0 : 1)
  );
}
