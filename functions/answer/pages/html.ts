import { visible } from '#domain/presentation/visible.ts';

/** Markup in which all values are escaped. The constructor is private, so only `html` can make it. */
export class Html {
  readonly text: string;
  private constructor(text: string) {
    this.text = text;
  }

  /** Builds markup from a template. The fixed text of the template is trusted; every value is escaped. */
  static of(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
    return new Html(strings.reduce((text, part, index) => text + textOf(values[index - 1]) + part));
  }
}

type HtmlValue = Html | string | number | undefined | readonly Html[];

/** The template tag. Text values are escaped, `Html` values are kept, and `undefined` gives nothing. */
export const html = Html.of.bind(Html);

function textOf(value: HtmlValue): string {
  if (value === undefined) return '';
  if (value instanceof Html) return value.text;
  if (typeof value === 'object') return value.map((part) => part.text).join('');
  return escape(String(value));
}

const entities: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
]);

/**
 * Escapes a text for use in an element or a quoted attribute. Characters that would change how the page looks, such as
 * control characters, are replaced by visible text (`visible`).
 */
export function escape(text: string): string {
  return visible(text).replaceAll(/[&<>"']/g, (character) => entities.get(character) ?? '');
}
