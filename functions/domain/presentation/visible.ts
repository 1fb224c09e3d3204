/**
 * The text with line breaks as `\n`. Visible text, such as `␛` or `[U+202E]`, replaces characters that would change how
 * the rest of the text looks, or that cannot be written as UTF-8. These are control characters, line separators,
 * characters that reverse the direction of text, and unpaired surrogates. A second call changes nothing.
 */
export function visible(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, (character) =>
      character === '\u007f' ? '\u2421' : String.fromCodePoint(0x2400 + (character.codePointAt(0) ?? 0)),
    )
    .replaceAll(
      /[\u0080-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff\p{Surrogate}]/gu,
      (character) => `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`,
    );
}
