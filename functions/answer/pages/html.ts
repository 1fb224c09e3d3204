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
 * Escapes a text for use in an element or a quoted attribute. Control characters, line separators, characters that
 * reverse the direction of text, and unpaired surrogates are replaced by visible text, such as `␛` or `[U+202E]`.
 */
export function escape(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[&<>"']/g, (character) => entities.get(character) ?? '')
    .replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, (character) =>
      character === '\u007f' ? '\u2421' : String.fromCodePoint(0x2400 + (character.codePointAt(0) ?? 0)),
    )
    .replaceAll(
      /[\u0080-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff\p{Surrogate}]/gu,
      (character) => `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`,
    );
}
