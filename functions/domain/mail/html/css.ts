/** The declarations of one rule or of a `style` attribute, by property. Properties and values are in lower case. */
export type Declarations = ReadonlyMap<string, Declared>;

export interface Declared {
  readonly value: string;
  readonly important: boolean;
}

/** A rule of a style sheet: its selectors as written, its declarations, and the condition under which it applies. */
export interface CssRule {
  readonly selectors: readonly string[];
  readonly declarations: Declarations;
  /**
   * The conditions of the at-rules around the rule, such as `@media (max-width: 600px)`, as one text. This reader does
   * not know whether the conditions hold. The text is empty if no at-rule is around the rule.
   */
  readonly condition: string;
  /** Whether the rule is inside another rule (`p { b { … } }`), so that its selectors are incomplete. */
  readonly nested: boolean;
}

/**
 * The rules of a style sheet. `whole` is `false` if the style sheet exceeds a limit, so that some rules were not read.
 */
export interface CssRules {
  readonly rules: readonly CssRule[];
  readonly whole: boolean;
}

const bounds = { sheet: 300_000, rules: 2_000, nesting: 8, declarations: 200, style: 10_000 } as const;

/**
 * Reads declarations, `a:b;c:d !important`. If a property occurs twice, the last declaration counts, but one with
 * `!important` has priority over one without.
 */
export function declarationsOf(css: string): Declarations {
  return declared(statementsOf(css.slice(0, bounds.style)));
}

/**
 * Reads a style sheet. Rules for print, and at-rules for fonts and animations, are left out. Other at-rules (`@media`,
 * `@supports`, `@layer`, `@container`, …) may apply or not, so each rule names its condition.
 */
export function rulesOf(sheet: string): CssRules {
  const rules: CssRule[] = [];
  const whole = collect(sheet.slice(0, bounds.sheet).replace(/<!--|-->/g, ' '), '', [], rules);
  return { rules, whole: whole && sheet.length <= bounds.sheet };
}

/** Adds the rules of a block; returns whether all of them were read. */
function collect(css: string, condition: string, around: readonly string[], rules: CssRule[]): boolean {
  if (around.length > bounds.nesting) return false;
  for (const { prelude, body } of statementsOf(css)) {
    if (rules.length >= bounds.rules) return false;
    if (body === undefined) continue;
    const name = /^@([\w-]+)/.exec(prelude)?.[1];
    if (name === undefined) {
      const inside = statementsOf(body);
      rules.push({
        selectors: selectorsOf(prelude),
        declarations: declared(inside),
        condition,
        nested: around.some((one) => !one.startsWith('@')),
      });
      if (inside.some((one) => one.body !== undefined) && !collect(body, condition, [...around, prelude], rules))
        return false;
      continue;
    }
    if (unread.has(name.replace(/^-[a-z]+-/, ''))) continue;
    const media = name === 'media' ? prelude.slice(6).replace(/\s+/g, ' ').trim() : undefined;
    if (media !== undefined && /^(?:only )?print$/.test(media)) continue;
    const always = media !== undefined && /^(?:|all|screen|only screen)$/.test(media);
    const inner = always ? condition : `${condition}${prelude} `;
    if (!collect(body, inner, [...around, prelude], rules)) return false;
  }
  return true;
}

const unread = new Set([
  'font-face',
  'keyframes',
  'page',
  'property',
  'counter-style',
  'font-feature-values',
  'font-palette-values',
  'viewport',
]);

/** One statement of a block: `prelude;` or `prelude { body }`. */
interface Statement {
  readonly prelude: string;
  readonly body: string | undefined;
}

/**
 * The statements of a block, without comments. The work is linear in the length of the block. A block without an end
 * continues to the end of the text.
 */
function statementsOf(css: string): readonly Statement[] {
  const found: Statement[] = [];
  let prelude = '';
  let brackets = 0;
  const end = (body: string | undefined): void => {
    const text = plain(prelude);
    if (text !== '') found.push({ prelude: text, body });
    prelude = '';
    brackets = 0;
  };
  for (let at = 0; at < css.length;) {
    const next = skipped(css, at);
    if (next > at) {
      if (!css.startsWith('/*', at)) prelude += css.slice(at, next);
      at = next;
      continue;
    }
    const letter = css.charAt(at);
    if (letter === '{') {
      const close = blockEnd(css, at + 1);
      end(css.slice(at + 1, close));
      at = close + 1;
      continue;
    }
    if (letter === '(' || letter === '[') brackets += 1;
    if (letter === ')' || letter === ']') brackets = Math.max(0, brackets - 1);
    if (letter === ';' && brackets === 0) end(undefined);
    else if (letter !== '}') prelude += letter;
    at += 1;
  }
  end(undefined);
  return found;
}

/** The index of the `}` of the block whose content begins at `from`; the length of the text if the block has no end. */
function blockEnd(css: string, from: number): number {
  let depth = 1;
  for (let at = from; at < css.length;) {
    const next = skipped(css, at);
    if (next > at) {
      at = next;
      continue;
    }
    if (css.charAt(at) === '{') depth += 1;
    if (css.charAt(at) === '}') depth -= 1;
    if (depth === 0) return at;
    at += 1;
  }
  return css.length;
}

/**
 * The index after a comment, a quoted text or an escaped letter that begins at `at`; `at` itself if none begins there.
 */
function skipped(css: string, at: number): number {
  const letter = css.charAt(at);
  if (letter === '\\') return Math.min(css.length, at + 2);
  if (letter === '/' && css.charAt(at + 1) === '*') {
    const end = css.indexOf('*/', at + 2);
    return end === -1 ? css.length : end + 2;
  }
  if (letter !== '"' && letter !== "'") return at;
  for (let end = at + 1; end < css.length; end += 1) {
    const one = css.charAt(end);
    if (one === '\\') end += 1;
    else if (one === letter || one === '\n') return end + 1;
  }
  return css.length;
}

function declared(statements: readonly Statement[]): Declarations {
  const found = new Map<string, Declared>();
  for (const { prelude, body } of statements.slice(0, bounds.declarations)) {
    const colon = prelude.indexOf(':');
    if (body !== undefined || colon === -1) continue;
    const written = prelude.slice(colon + 1).trim();
    const important = /!\s*important$/.test(written);
    const property = prelude.slice(0, colon).trim();
    if (found.get(property)?.important === true && !important) continue;
    found.delete(property);
    found.set(property, { value: written.replace(/!\s*important$/, '').trim(), important });
  }
  return found;
}

/** The selectors of a list; commas in brackets do not separate. */
export function selectorsOf(list: string): readonly string[] {
  const selectors: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at <= list.length; at += 1) {
    const letter = list.charAt(at);
    if (letter === '(' || letter === '[') depth += 1;
    if (letter === ')' || letter === ']') depth -= 1;
    if (at < list.length && (letter !== ',' || depth > 0)) continue;
    const one = list.slice(from, at).trim();
    if (one !== '') selectors.push(one);
    from = at + 1;
  }
  return selectors;
}

/** The text in lower case, with escapes such as `\64 isplay` resolved. */
function plain(css: string): string {
  return css
    .replace(/\\([0-9a-f]{1,6})\s?|\\(.)/gis, (_, hex: string | undefined, letter: string | undefined) => {
      if (hex === undefined) return letter ?? '';
      const code = Number.parseInt(hex, 16);
      return code > 0x20 && code < 0x110000 && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : ' ';
    })
    .toLowerCase()
    .trim();
}
