import type { Right } from '../../rights.ts';

/** A mention of articles of the GDPR in a sentence. */
export interface Articles {
  /** The rights of these articles. */
  readonly rights: readonly Right[];
  /**
   * Whether staff must read what is meant: the mention contains Art. 22 (automated decisions), or a longer range of
   * articles than anybody asks for (`mostInARange`).
   */
  readonly beyond: boolean;
  /** Whether each mention of Art. 21 is of paragraph 2 or 3. These paragraphs are about direct marketing. */
  readonly marketing: boolean;
  /** Where the mention begins, and how long it is, in characters of the sentence's words. */
  readonly index: number;
  readonly length: number;
}

/**
 * The articles that a sentence names: "artikel 17.1 b", "Articles 15, 16 and 21(2)", "art. 15-17". `words` are the
 * `words` of a `Sentence` (`words/sentences.ts`).
 */
export function articlesIn(words: string): readonly Articles[] {
  const tokens = [...words.matchAll(/[^ ]+/gu)];
  const found: Articles[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    if (!names.has(tokens[at]?.[0] ?? '')) continue;
    const { numbers, next } = numbersFrom(
      tokens.map(([token]) => token),
      at + 1,
    );
    if (numbers.length === 0) continue;
    const index = tokens[at]?.index ?? 0;
    const last = tokens[next - 1];
    const end = last === undefined ? words.length : last.index + last[0].length;
    found.push({ ...meaning(numbers), index: index - 1, length: end - index + 2 });
    at = next - 1;
  }
  return found;
}

interface Numbers {
  readonly from: number;
  readonly to: number;
  readonly paragraph: number | undefined;
}

/** The numbers after the word *article*, and the index of the token after them. */
function numbersFrom(tokens: readonly string[], start: number): { readonly numbers: readonly Numbers[]; next: number } {
  const numbers: Numbers[] = [];
  let next = start;
  let isRange = false;
  for (let at = start; at < tokens.length; at += 1) {
    const token = tokens[at] ?? '';
    const [, from = '', , to = from] = /^(\d{1,2})(-(\d{1,2}))?$/.exec(token) ?? [];
    const number = Number(from);
    const last = numbers.at(-1);
    if (from !== '' && number >= 10) {
      if (isRange && last !== undefined) numbers.splice(-1, 1, { ...last, to: number });
      else numbers.push({ from: number, to: Number(to), paragraph: undefined });
      isRange = false;
    } else if (from !== '' && last === undefined) numbers.push({ from: number, to: Number(to), paragraph: undefined });
    else if (from !== '' && last !== undefined) numbers.splice(-1, 1, { ...last, paragraph: last.paragraph ?? number });
    else if (ranges.has(token)) isRange = true;
    else if (!joints.has(token) && !names.has(token) && !/^(?:[1-9]?[a-h]|[a-h]-[a-h])$/.test(token)) break;
    else continue;
    next = at + 1;
  }
  return { numbers, next };
}

function meaning(numbers: readonly Numbers[]): Pick<Articles, 'rights' | 'beyond' | 'marketing'> {
  const wide = numbers.filter(({ from, to }) => to - from >= mostInARange && to >= 15 && from <= 22);
  const named = numbers
    .filter((one) => !wide.includes(one))
    .flatMap(({ from, to }) => Array.from({ length: Math.max(0, to - from) + 1 }, (_, more) => from + more));
  const objections = numbers.filter(({ from, to }) => from <= 21 && to >= 21);
  return {
    rights: [...new Set(named.flatMap((number) => byArticle.get(number) ?? []))],
    beyond: wide.length > 0 || named.includes(22),
    marketing: objections.length > 0 && objections.every(({ paragraph }) => paragraph === 2 || paragraph === 3),
  };
}

/**
 * A range of articles is a demand for each right in it only if the last number minus the first is less than this. So
 * 15-18 is such a demand; 15-22 is the whole chapter, and is not a demand.
 */
const mostInARange = 4;

const byArticle: ReadonlyMap<number, Right> = new Map([
  [15, 'access'],
  [16, 'rectification'],
  [17, 'erasure'],
  [18, 'restriction'],
  [20, 'portability'],
  [21, 'objection'],
]);

const names = new Set(
  'artikel artikeln artiklar artiklarna artikler artiklerne artikkel artiklene artikla artiklan artiklat article articles art arts'.split(
    ' ',
  ),
);
const joints = new Set(
  ', och samt and og und sowie ja resp respektive or eller dels enligt under st stycket punkt punkten led paragraph para abs nr no'.split(
    ' ',
  ),
);
const ranges = new Set('till to through until til bis t o m tom'.split(' '));
