/** One sentence as words in lower case, each with a space before and after: ` jag vill , enligt lag , veta `. */
export interface Sentence {
  readonly words: string;
  readonly question: boolean;
  /** If the sentence is an item of a list: the words of the sentence above the list. */
  readonly under: string | undefined;
  /** Whether the sentence is below the closing words of a letter: in a signature, a footer or a postscript. */
  readonly below: boolean;
  /**
   * The index in the whole text at which the sentence begins. For a piece of a very long sentence, the number of words
   * before the piece is added.
   */
  readonly at: number;
}

const wordPattern = /[\p{L}\p{M}\p{N}]+(?:['-][\p{L}\p{M}\p{N}]+)*/gu;

/** The words of a text in lower case. */
export function wordsOf(text: string): readonly string[] {
  return (plain(text).match(wordPattern) ?? []).map(short);
}

/**
 * Splits a text into sentences. A sentence ends at `.`, `!` or `?`, at an empty line, and before each item of a list
 * (`-`, `1.`, `a)`). Line breaks in a paragraph become spaces. Other punctuation becomes commas, because a *not* has no
 * effect beyond a comma.
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
    // The dot in `Art. Abs.` and `org. nr` does not end a sentence.
    if (
      /[.]$/.test(part) &&
      /(^|\s)(art|abs|nr|no|org|tel|ca|bl|t|ex|mr|mrs|ms|dr|st|dvs|jf|mm|z|b|d|h)\.$/i.test(part.slice(-8))
    )
      continue;
    // The dot after the number of a list item does not end a sentence.
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
    // A very long sentence is a list. It is read in pieces of about 200 words, up to word 5,000.
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
