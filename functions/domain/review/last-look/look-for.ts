import type { CountryCode } from 'libphonenumber-js/max';
import { Alphabet } from './alphabet.ts';
import { Automaton } from './automaton.ts';
import { FileScan } from './file-scan.ts';
import { lengthOf, patternOf } from './patterns.ts';
import { spellings, type SoughtKind } from './spellings.ts';
import { trieOf, type Ending } from './trie.ts';
import type { Report, Values } from './text-scan.ts';

/** A value that must not be in an answer: one that was masked or withheld, or an identifier of a rejected record. */
export interface Sought {
  /** The value as it is stored or as it is shown. If these differ, there are two `Sought`. */
  readonly text: string;
  readonly kind?: SoughtKind;
}

/**
 * A value with fewer letters and digits is searched only in the field where it stood, because it occurs elsewhere by
 * chance.
 */
export const leastLetters = 4;

export interface Matcher {
  /**
   * Starts the search of one file. The pieces of the file can be cut anywhere. `report` is called for each place at which
   * a value is found.
   */
  start(report: Report): Pick<FileScan, 'add' | 'end'>;
  /** The indexes of the values that are in a text. */
  valuesIn(text: string): ReadonlySet<number>;
}

/**
 * Makes the search for all spellings of the values, for the last look at a finished package. It reads each byte once,
 * however many values there are. A value that stands inside a value of `own` (the person's own values, in any spelling)
 * is not found. Values with fewer than `least` letters and digits are not found either.
 *
 * It finds values in UTF-8, ISO 8859-1, windows-1252 and UTF-16, in base64 of any of these, and in the escapes of
 * `escapes.ts`. Of a value with more than 64 letters and digits it finds the first 64. Within 64 bytes after a control
 * character it finds only values of at least six letters and digits, because shorter values occur in pictures by
 * chance.
 *
 * It does not find:
 * - values in compressed data, such as streams of PDF and pictures (`answer/last-look.ts` opens DOCX, XLSX and other
 *   zips),
 * - values in encrypted data,
 * - a value that is a part of a longer word, such as `AvtalGustavGran`, or `Anders Berg` in `Anders Bergman`,
 * - text that a picture shows,
 * - letters that a document places one by one,
 * - values that are cut by the markup of a format other than HTML,
 * - initials (`G. Gran` for `Gustav Gran`), and other words for the same thing.
 *
 * No error and no result contains a value.
 */
export function lookFor(
  sought: readonly Sought[],
  {
    own = [],
    region = 'SE',
    least = leastLetters,
  }: { readonly own?: readonly Sought[]; readonly region?: CountryCode; readonly least?: number } = {},
): Matcher {
  const patternsOf = (one: Sought, value: Ending['value']) =>
    spellings(one.text, one.kind, region).flatMap((text) => {
      const pattern = patternOf(text, least);
      return pattern === undefined ? [] : [{ pattern, value }];
    });
  const patterns = [...sought.flatMap(patternsOf), ...own.flatMap((one) => patternsOf(one, 'own'))];
  const alphabet = new Alphabet(patterns.flatMap(({ pattern }) => pattern.letters.map(({ code }) => code)));
  const values: Values = {
    alphabet,
    automaton: new Automaton(trieOf(patterns, alphabet), alphabet),
    lengths: sought.map(({ text }) => lengthOf(text)),
  };
  return {
    start: (report) => new FileScan(values, report),
    valuesIn: (text) => {
      const found = new Set<number>();
      const scan = new FileScan(values, (value) => {
        found.add(value);
      });
      scan.add(new TextEncoder().encode(text));
      scan.end();
      return found;
    },
  };
}
