/** The declarations of one rule or `style` attribute: property to value, both in lower case. */
export type Declarations = ReadonlyMap<string, { readonly value: string; readonly important: boolean }>;

/** A rule of a style sheet for one simple selector. */
export interface CssRule {
  /** Of the selector's last part, which is all that is looked at: `*` and what is left out match anything. */
  readonly tag: string | undefined;
  readonly id: string | undefined;
  readonly classes: readonly string[];
  readonly weight: number;
  readonly declarations: Declarations;
}

const mostRules = 2_000;

/** Reads declarations, `a:b;c:d !important`. */
export function declarationsOf(css: string): Declarations {
  const found = new Map<string, { value: string; important: boolean }>();
  for (const part of plainCss(css).slice(0, 10_000).split(';')) {
    const colon = part.indexOf(':');
    if (colon === -1) continue;
    const written = part.slice(colon + 1).trim();
    const important = /!\s*important\s*$/.test(written);
    const property = part.slice(0, colon).trim();
    const value = written.replace(/!\s*important\s*$/, '').trim();
    if (found.get(property)?.important === true && !important) continue;
    found.set(property, { value, important });
  }
  return found;
}

/**
 * Reads a style sheet. Of a selector only the last part is kept, so that a rule may count for more elements than it is
 * meant for; rules for paper, small windows, dark colours and states such as `:hover` are left out.
 */
export function rulesOf(sheet: string): readonly CssRule[] {
  const rules: CssRule[] = [];
  const css = plainCss(sheet.slice(0, 200_000)).replace(/<!--|-->/g, ' ');
  let depth: boolean[] = [];
  const pattern = /([^{}]*)([{}])/g;
  let pending = '';
  for (let match = pattern.exec(css); match !== null && rules.length < mostRules; match = pattern.exec(css)) {
    const [, before = '', brace] = match;
    if (brace === '{') {
      pending = before.split(';').at(-1)?.trim() ?? '';
      depth = [...depth.slice(-20), (depth.at(-1) ?? false) || (pending.startsWith('@') && !appliesToScreen(pending))];
      continue;
    }
    const skip = depth.at(-1) ?? false;
    depth = depth.slice(0, -1);
    if (!skip && pending !== '' && !pending.startsWith('@')) rules.push(...rulesFor(pending, before));
    pending = '';
  }
  return rules;
}

function appliesToScreen(atRule: string): boolean {
  return (
    atRule.startsWith('@media') &&
    !/\bprint\b|max-(?:device-)?(?:width|height)|prefers-color-scheme|\bnot\b/.test(atRule)
  );
}

function rulesFor(selectors: string, body: string): readonly CssRule[] {
  const declarations = declarationsOf(body);
  return selectors.split(',').flatMap((selector) => {
    const last =
      selector
        .trim()
        .split(/[\s>+~]+/)
        .at(-1) ?? '';
    const match = /^([a-z][a-z0-9]*|\*)?((?:[.#][\w-]+|\[[^\]]*\])*)$/.exec(last);
    if (match === null || last === '') return [];
    const [, tag, rest = ''] = match;
    const classes = [...rest.matchAll(/\.([\w-]+)/g)].map(([, name = '']) => name);
    const id = /#([\w-]+)/.exec(rest)?.[1];
    const weight = (id === undefined ? 0 : 100) + 10 * classes.length + (tag === undefined || tag === '*' ? 0 : 1);
    return [{ tag: tag === '*' ? undefined : tag, id, classes, weight, declarations }];
  });
}

/** Lower case, without comments and with escapes such as `\64 isplay` resolved. */
function plainCss(css: string): string {
  return css
    .replace(/\/\*[^]*?(?:\*\/|$)/g, '')
    .replace(/\\([0-9a-f]{1,6})\s?/gi, (_, hex: string) => {
      const code = Number.parseInt(hex, 16);
      return code > 0x20 && code < 0x7f ? String.fromCodePoint(code) : ' ';
    })
    .toLowerCase();
}
