import type { Alphabet, ClassKind } from './alphabet.ts';
import type { Edge, Gap, Pattern } from './patterns.ts';
import { kindOfLetter } from './letters.ts';

/** What ends at a node: the index of a value that is sought, or `own` for a value of the person. */
export interface Ending {
  readonly value: number | 'own';
  readonly edge: Edge;
}

/** A letter of one or more patterns that begin with the same letters and gaps. */
export interface Node {
  /** How many letters lead to this node. */
  readonly depth: number;
  readonly kind: ClassKind;
  /** The next nodes, by gap and then by class. */
  readonly next: Readonly<Record<Gap, Map<number, number>>>;
  readonly endings: Ending[];
  /** Whether a value of the person leads to this node or beyond it. */
  isOwn: boolean;
}

/** The patterns of all spellings of all values, as trees of their letters. */
export interface Trie {
  readonly nodes: readonly Node[];
  /** The first nodes by class: of patterns that begin at a `word`, at a change of `class`, or anywhere (`nothing`). */
  readonly starts: Readonly<Record<Edge, ReadonlyMap<number, number>>>;
}

export function trieOf(
  patterns: Iterable<{ readonly pattern: Pattern; readonly value: Ending['value'] }>,
  alphabet: Alphabet,
): Trie {
  const nodes: Node[] = [];
  const starts = {
    word: new Map<number, number>(),
    class: new Map<number, number>(),
    nothing: new Map<number, number>(),
  };
  for (const { pattern, value } of patterns) {
    let level: Map<number, number> = starts[pattern.start];
    let node: Node | undefined;
    for (const { code, gap } of pattern.letters) {
      if (node !== undefined) level = node.next[gap];
      const symbol = alphabet.letter(code);
      const known = level.get(symbol);
      const at = known ?? nodes.length;
      if (known === undefined) {
        nodes.push(newNode((node?.depth ?? 0) + 1, kindOfLetter(code)));
        level.set(symbol, at);
      }
      node = nodes[at];
      if (node !== undefined && value === 'own') node.isOwn = true;
    }
    const ends = node?.endings ?? [];
    if (!ends.some((one) => one.value === value && one.edge === pattern.end)) ends.push({ value, edge: pattern.end });
  }
  return { nodes, starts };
}

function newNode(depth: number, kind: ClassKind): Node {
  return {
    depth,
    kind,
    next: { none: new Map(), soft: new Map(), any: new Map(), must: new Map() },
    endings: [],
    isOwn: false,
  };
}
