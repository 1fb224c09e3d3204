import type { LetterFrame } from './letter.ts';

/**
 * A line at the top of a letter, for a reader whose language we do not write. `language` is the language of the line.
 */
export interface FallbackLine {
  readonly language: string;
  readonly text: string;
}

const lines: ReadonlyMap<string, readonly [FallbackLine, FallbackLine]> = new Map(
  Object.entries({
    nb: inFront('nb', 'Vi skriver ennå ikke på norsk. Si fra hvis du trenger hjelp.', 'Norwegian'),
    da: inFront('da', 'Vi skriver endnu ikke på dansk. Sig til, hvis du har brug for hjælp.', 'Danish'),
    fi: inFront('fi', 'Emme vielä kirjoita suomeksi. Kerro meille, jos tarvitset apua.', 'Finnish'),
    de: inFront('de', 'Wir schreiben noch nicht auf Deutsch. Sagen Sie uns, wenn Sie Hilfe brauchen.', 'German'),
  }),
);
const norwegian: ReadonlySet<string> = new Set(['no', 'nn']);

/** The lines for the top of a letter. Empty if the letter is in the language that the reader prefers. */
export function fallbackLines({ language, wantedLanguage }: LetterFrame): readonly FallbackLine[] {
  const wanted = wantedLanguage?.toLowerCase().split(/[-_]/)[0] ?? language;
  if (wanted === language) return [];
  if (wanted === 'sv')
    return inFront('sv', 'Vi skriver inte på svenska i det här ärendet. Säg till om du behöver hjälp.', 'Swedish');
  if (wanted === 'en') return [english('English')];
  return lines.get(norwegian.has(wanted) ? 'nb' : wanted) ?? [english('your language')];
}

function inFront(language: string, text: string, name: string): readonly [FallbackLine, FallbackLine] {
  return [{ language, text }, english(name)];
}

function english(name: string): FallbackLine {
  return { language: 'en', text: `We do not yet write in ${name}. Tell us if you need help.` };
}
