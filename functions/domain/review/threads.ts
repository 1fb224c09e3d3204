import { linesOf, type Line } from './quotes.ts';

/** A piece of a text that stands word for word, without a gap, in one text before it. It consists of whole lines. */
export interface Fold {
  /** UTF-16 code units; `to` is not included. */
  readonly from: number;
  readonly to: number;
  /** The text that contains the words before: the `source` that `read` got with it. */
  readonly in: number;
}

/** A shorter sequence of words can stand in two texts by chance. */
const leastWords = 6;
/** What is folded must be longer than the words that are shown in its place. */
const leastFolded = 12;

/**
 * Reads the texts of a case in the order in which they are shown, and finds what staff have read before: quotes of
 * earlier mails and signatures. If somebody wrote a word into a quote, or took one out, the line stays outside the folds.
 *
 * The time for a text depends on its length alone. Of each text only the words outside its folds are kept, so every word
 * of a fold is shown in the text of its source.
 */
export class Threads {
  private readonly words: string[] = [];
  /** For each kept word, the source of its text. */
  private readonly sources: number[] = [];
  /** The first place at which words with this hash begin. */
  private readonly places = new Map<number, number>();

  private readonly mostWords: number;

  /**
   * `mostWords`: the maximum number of words that are kept. A repeated piece is not folded if its words were not kept.
   */
  constructor(mostWords = 1_000_000) {
    this.mostWords = mostWords;
  }

  /** Reads a text and returns what of it is folded, in order. `source`: any number that names the text. */
  read(text: string, source: number): readonly Fold[] {
    const lines = linesOf(text);
    const words = wordsOf(text, lines);
    const folds = lines.some(({ isQuoted }) => isQuoted) ? this.foldsIn(lines, words) : [];
    this.keep(words, folds, source);
    return folds;
  }

  private foldsIn(lines: readonly Line[], words: readonly Word[]): readonly Fold[] {
    const runOf = this.runsIn(lines, words);
    const folds: Fold[] = [];
    let open: { from: number; to: number; words: number; readonly run: Run } | undefined;
    const end = (): void => {
      if (open !== undefined && open.words >= leastFolded)
        folds.push({ from: open.from, to: open.to, in: open.run.source });
      open = undefined;
    };
    let next = 0;
    for (const [index, line] of lines.entries()) {
      const first = next;
      while (words[next]?.line === index) next += 1;
      // A line without words is folded if those before and after it are.
      if (first === next) continue;
      const run = runOf[first];
      const isOfRun = line.isQuoted && runOf.slice(first, next).every((one) => one === run);
      if (open !== undefined && (!isOfRun || open.run !== run)) end();
      if (run === undefined || !isOfRun) continue;
      open ??= { from: line.from, to: line.to, words: 0, run };
      open.to = line.to;
      open.words += next - first;
    }
    end();
    return folds;
  }

  /** For each word, the words in a row to which it belongs and that stand in an earlier text; `undefined`: in none. */
  private runsIn(lines: readonly Line[], words: readonly Word[]): readonly (Run | undefined)[] {
    const runs: (Run | undefined)[] = Array.from({ length: words.length });
    for (let at = 0; at + leastWords <= words.length; at += 1) {
      if (lines[words[at]?.line ?? 0]?.isQuoted !== true) continue;
      const place = this.places.get(hashAt(words, at));
      const source = place === undefined ? undefined : this.sources[place];
      if (place === undefined || source === undefined) continue;
      const length = this.sameFrom(place, words, at);
      if (length < leastWords) continue;
      const run = { source };
      for (let far = 0; far < length; far += 1) runs[at + far] = run;
      at += length - 1;
    }
    return runs;
  }

  /** How many words are the same from a kept place on, within one text. */
  private sameFrom(place: number, words: readonly Word[], at: number): number {
    let length = 0;
    while (
      at + length < words.length &&
      this.words[place + length] === words[at + length]?.text &&
      this.sources[place + length] === this.sources[place]
    )
      length += 1;
    return length;
  }

  private keep(words: readonly Word[], folds: readonly Fold[], source: number): void {
    let fold = 0;
    let run: Word[] = [];
    const keepRun = (): void => {
      if (run.length >= leastWords && this.words.length + run.length <= this.mostWords) {
        const start = this.words.length;
        for (const { text } of run) {
          this.words.push(text);
          this.sources.push(source);
        }
        for (let at = 0; at + leastWords <= run.length; at += 1) {
          const hash = hashAt(run, at);
          if (!this.places.has(hash)) this.places.set(hash, start + at);
        }
        // An empty word ends the run, because the words of the next run do not follow it directly in the text.
        this.words.push('');
        this.sources.push(source);
      }
      run = [];
    };
    for (const word of words) {
      while ((folds[fold]?.to ?? Number.POSITIVE_INFINITY) <= word.from) fold += 1;
      if ((folds[fold]?.from ?? Number.POSITIVE_INFINITY) <= word.from) keepRun();
      else run.push(word);
    }
    keepRun();
  }
}

/** Words in a row that stand in the text of one source. */
interface Run {
  readonly source: number;
}

interface Word {
  readonly text: string;
  readonly hash: number;
  readonly from: number;
  /** The index of the line that contains the word. */
  readonly line: number;
}

/** Everything but white space, and the marks of quotes at the beginning of a line. */
function wordsOf(text: string, lines: readonly Line[]): readonly Word[] {
  return lines.flatMap(({ from, to }, line) => {
    const whole = text.slice(from, to);
    const [marks = ''] = /^(?:[ \t]*>)*/.exec(whole) ?? [];
    return [...whole.slice(marks.length).matchAll(/\S+/g)].map(({ 0: word, index }) => ({
      text: word,
      hash: hashOf(word),
      from: from + marks.length + index,
      line,
    }));
  });
}

function hashOf(word: string): number {
  let hash = 0;
  for (let at = 0; at < word.length; at += 1) hash = (Math.imul(hash, 31) + word.charCodeAt(at)) | 0;
  return hash;
}

function hashAt(words: readonly Word[], at: number): number {
  let hash = 0;
  for (let far = 0; far < leastWords; far += 1) hash = (Math.imul(hash, 1_000_003) + (words[at + far]?.hash ?? 0)) | 0;
  return hash;
}
