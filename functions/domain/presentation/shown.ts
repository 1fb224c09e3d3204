import type { Language } from '../language.ts';

/** For whom a value is shown: the language, and the time zone (IANA name) of instants. */
export interface Reader {
  readonly language: Language;
  readonly timeZone: string;
}

/** A value as a person reads it, on the page of the answer and in the review. `present` makes it. */
export type Shown = ShownText | ShownHtml | ShownList | ShownEntries;

export interface ShownText {
  readonly kind: 'text';
  readonly text: string;
  /**
   * `held`: the text as the system holds it. `ours`: a number, or our words for the value, such as "yes" or the meaning
   * of a code. `json`: a value that is nested too deeply to be read as a list.
   */
  readonly form: 'held' | 'ours' | 'json';
  /** The date or the instant that `text` puts into words, ISO 8601. A masked text has none. */
  readonly time?: string;
}

/** The words of a text that is HTML in the system. */
export interface ShownHtml {
  readonly kind: 'html';
  readonly words: string;
  /** The HTML text itself, under a heading of ours. Absent if `words` say everything that the HTML text says. */
  readonly source?: { readonly heading: string; readonly text: string };
}

export interface ShownList {
  readonly kind: 'list';
  readonly items: readonly Shown[];
}

/** An object of the system: its names, each with its value. */
export interface ShownEntries {
  readonly kind: 'entries';
  readonly entries: readonly { readonly name: string; readonly shown: Shown }[];
}

/**
 * A piece of the flat text. `fixed` pieces are ours, such as line breaks and the marks of a list. All others come from
 * the system, and can be masked. `words` is followed by its `source`, if there is one.
 */
export interface Piece {
  readonly is: 'fixed' | 'name' | 'text' | 'words' | 'source';
  readonly text: string;
}

/**
 * The flat text of a value, readable by itself: each item of a list and each entry begins a line. Offsets of spans count
 * the UTF-16 code units of this text.
 */
export function textOf(shown: Shown): string {
  return piecesOf(shown)
    .map(({ text }) => text)
    .join('');
}

/** The pieces of the flat text, in order. */
export function piecesOf(shown: Shown): readonly Piece[] {
  return pieces(shown, '\n');
}

/** `line` begins a new line at the depth of this value: a line break and the indentation. */
function pieces(shown: Shown, line: string): readonly Piece[] {
  switch (shown.kind) {
    case 'text':
      return [{ is: 'text', text: shown.text }];
    case 'html': {
      const words: Piece = { is: 'words', text: shown.words };
      if (shown.source === undefined) return [words];
      const { heading, text } = shown.source;
      return [words, fixed(`${line}${heading}:${line}`), { is: 'source', text }];
    }
    case 'list':
      return shown.items.flatMap((item, index) => [
        fixed(`${index === 0 ? '' : line}• `),
        ...pieces(item, `${line}  `),
      ]);
    case 'entries':
      return shown.entries.flatMap(({ name, shown: value }, index) => [
        fixed(index === 0 ? '' : line),
        { is: 'name', text: name },
        fixed(value.kind === 'list' || value.kind === 'entries' ? `:${line}  ` : ': '),
        ...pieces(value, `${line}  `),
      ]);
  }
}

function fixed(text: string): Piece {
  return { is: 'fixed', text };
}
