/** One sentence as words, each with a space before and after: ` jag vill , enligt lag , veta `. Lower case. */
export interface Sentence {
  readonly words: string;
  readonly question: boolean;
  /** For an item in a list: the words of the sentence above the list, or none. */
  readonly under: string | undefined;
  /** It stands below the closing words of a letter: in a signature, a footer or a postscript. */
  readonly below: boolean;
  /** Where it begins in the whole text. */
  readonly at: number;
}

const wordPattern = /[\p{L}\p{M}\p{N}]+(?:['-][\p{L}\p{M}\p{N}]+)*/gu;

/** The words of a text in lower case. */
export function wordsOf(text: string): readonly string[] {
  return (plain(text).match(wordPattern) ?? []).map(short);
}

/**
 * Splits a text into sentences: at `.`, `!` and `?` before a new beginning, at empty lines, and before each item of a
 * list with marks, numbers or letters. Line breaks within a paragraph become spaces. Other punctuation becomes commas,
 * which limit the scope of a *not*.
 */
export function sentencesOf(text: string): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  let lead: string | undefined;
  const whole = plain(text);
  for (const end of whole.matchAll(
    /\n\s*\n|[.!?]+(?=["')\]]*\s+["'(¿]*[\p{Lu}\n]|["')\]]*\s*$)|[!?]+(?=\s)|\n(?=\s*(?:[-*•–]|\(?(?:\d{1,2}|[a-z])[.)])\s)/gu,
  )) {
    const stop = end.index + end[0].length;
    const part = whole.slice(start, stop);
    // The dot in `Art. Abs.` and `org. nr` ends no sentence.
    if (
      /[.]$/.test(part) &&
      /(^|\s)(art|abs|nr|no|org|tel|ca|bl|t|ex|mr|mrs|ms|dr|st|dvs|jf|mm|z|b|d|h)\.$/i.test(part.slice(-8))
    )
      continue;
    // The dot after the number of an item does not either.
    if (/^\s*(?:\d{1,2}|[a-z])[.]$/.test(part)) continue;
    push(part, start);
    start = stop;
  }
  push(whole.slice(start), start);
  return sentences;

  function push(part: string, at: number): void {
    const words = part.toLowerCase().match(/[\p{L}\p{M}\p{N}]+(?:['-][\p{L}\p{M}\p{N}]+)*|[,;:()–—…/]/gu);
    if (words === null) return;
    const isItem = /^\s*(?:[-*•–]|\(?(?:\d{1,2}|[a-z])[.)])\s/.test(part);
    // A sentence this long is a list of something: only its beginning is read, in pieces.
    for (let from = 0; from < Math.min(words.length, 5_000); from += 200)
      sentences.push({
        words: ` ${words
          .slice(from, from + 212)
          .map((word) => (/[\p{L}\p{N}]/u.test(word) ? short(word) : ','))
          .join(' ')} `,
        question: /\?["')\]]*\s*$/.test(part),
        under: isItem ? lead : undefined,
        below: false,
        at: at + from,
      });
    if (!isItem && !/[.!?]["')\]]*\s*$/.test(part)) lead = sentences.at(-1)?.words;
  }
}

function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[’‘`´]/g, "'")
    .replace(/[\u00ad\u200b-\u200d\ufeff]/g, '')
    .replace(/[‐‑]/g, '-')
    .replace(/(?<=\b\d{1,2}) ?[–—] ?(?=\d{1,2}\b)/g, '-');
}

function short(word: string): string {
  return word.toLowerCase().slice(0, 40);
}
