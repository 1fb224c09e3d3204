import { declarationsOf, rulesOf, type CssRule, type Declarations } from './css.ts';

/** The style sheets of a mail so far, and what they and an element's own attributes say of it. */
export interface StyleSheet {
  add(css: string): void;
  /** In the order in which they count, the last most. */
  of(name: string, attributes: ReadonlyMap<string, string>): readonly Declarations[];
}

const most = 1_000;

/** A style sheet without rules. */
export function styleSheet(): StyleSheet {
  const rules = new Map<string, CssRule[]>();
  let count = 0;
  return {
    add(css) {
      for (const rule of rulesOf(css)) {
        if (count >= most) return;
        count += 1;
        const key =
          rule.id === undefined
            ? rule.classes[0] === undefined
              ? (rule.tag ?? '*')
              : `.${rule.classes[0]}`
            : `#${rule.id}`;
        rules.set(key, [...(rules.get(key) ?? []), rule]);
      }
    },
    of(name, attributes) {
      const own = attributes.get('style');
      const inline = own === undefined ? [] : [declarationsOf(own)];
      const byAttributes = attributeStyle(name, attributes);
      if (count === 0) return [...byAttributes, ...inline];
      const classes = (attributes.get('class') ?? '').toLowerCase().split(/\s+/).slice(0, 50);
      const id = (attributes.get('id') ?? '').toLowerCase();
      const found = ['*', name, `#${id}`, ...classes.map((one) => `.${one}`)]
        .flatMap((key) => rules.get(key) ?? [])
        .filter(
          (rule) =>
            (rule.tag === undefined || rule.tag === name) &&
            (rule.id === undefined || rule.id === id) &&
            rule.classes.every((one) => classes.includes(one)),
        )
        .toSorted((a, b) => a.weight - b.weight)
        .map(({ declarations }) => declarations);
      return [...byAttributes, ...found, ...inline];
    },
  };
}

/** What attributes other than `style` say of an element's look, and what an element is by itself. */
function attributeStyle(name: string, attributes: ReadonlyMap<string, string>): readonly Declarations[] {
  const css: string[] = [];
  if (attributes.has('hidden') || notShown.has(name) || (name === 'dialog' && !attributes.has('open')))
    css.push('display:none');
  const background = attributes.get('bgcolor');
  if (background !== undefined) css.push(`background-color:${background}`);
  if (attributes.has('background')) css.push('background-image:url()');
  const color = name === 'font' ? attributes.get('color') : name === 'body' ? attributes.get('text') : undefined;
  if (color !== undefined) css.push(`color:${color}`);
  if (name === 'a') css.push('color:blue');
  return css.length === 0 ? [] : [declarationsOf(css.join(';'))];
}

/** Elements that a mail program does not show the content of. With scripts switched on neither is `noscript`. */
const notShown = new Set(['template', 'noscript', 'datalist', 'audio', 'video', 'canvas']);
