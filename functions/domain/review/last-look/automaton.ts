import { hardClass, type Alphabet, type ClassKind } from './alphabet.ts';
import type { Edge, Gap } from './patterns.ts';
import type { Node, Trie } from './trie.ts';

/**
 * The items of a state: they say which values have been read, and how far. In this form a state can be kept outside of
 * the automaton.
 */
export type Items = readonly number[];

/** Above this number of states, all are forgotten before the next piece of a file. */
const mostStates = 32_768;
const unionBits = 12;
const unionsKept = 1 << unionBits;

// An item is a number. The first three say what was read last: a gap, a letter or a digit. Any other positive item says
// how far a value has been read. It is the node of the last letter times four, plus the gap since that letter (0: none,
// 1: soft, 2: hard), plus `firstNode`. A negative item is a value that was read inside a value of the person: see
// `Covered`.
const afterGap = 0;
const afterLetter = 1;
const afterDigit = 2;
const firstNode = 4;

/**
 * A sought value that was read to its end while a value of the person was still being read. If the value of the person
 * is then read to its end too, the sought value was only a part of it. Otherwise the sought value is found.
 */
interface Covered {
  readonly value: number;
  /** The items of the values of the person. */
  readonly items: Items;
}

/** The next state of a step, and the values that are found by it. */
interface Step {
  readonly items: Items;
  readonly found: readonly number[];
}

/**
 * A deterministic automaton that reads classes of characters. A state is a set of items. Each state and each step is
 * computed when it occurs for the first time, so only the part of the automaton that a text needs exists.
 *
 * The number of a state is the index of its row in `table`, and so a multiple of the width of the alphabet. The row has
 * the next state for each class of characters. An entry is 0 if the step is not computed yet. It is negative if the
 * step finds values: `finds` has these values.
 */
export class Automaton {
  table: Int32Array<ArrayBuffer>;
  readonly width: number;
  private readonly trie: Trie;
  private readonly alphabet: Alphabet;
  private states: Items[] = [];
  private ids = new Map<string, number>();
  /** A cache of unions. Each entry has two states and their union; its index is computed from the two states. */
  private readonly unions = new Int32Array(3 * unionsKept);
  private finds = new Map<number, readonly number[]>();
  private holders = 0;
  private readonly covered: Covered[] = [];
  private readonly coveredIds = new Map<string, number>();

  constructor(trie: Trie, alphabet: Alphabet) {
    this.trie = trie;
    this.alphabet = alphabet;
    this.width = alphabet.width;
    this.table = new Int32Array(64 * this.width);
  }

  /** The state at the start of a text. */
  static readonly start: Items = [afterGap];

  /**
   * A caller calls this before it holds states, and `leave` after that. After `leave` it may keep a state only as its
   * items (`itemsOf`). If no other caller holds states and there are too many states, all are forgotten.
   */
  enter(): void {
    this.holders += 1;
    if (this.holders > 1 || this.states.length < mostStates) return;
    this.table = new Int32Array(64 * this.width);
    this.states = [];
    this.ids = new Map();
    this.unions.fill(0);
    this.finds = new Map();
  }

  leave(): void {
    this.holders -= 1;
  }

  stateOf(items: Items): number {
    const key = items.join();
    const known = this.ids.get(key);
    if (known !== undefined) return known;
    // The row 0 is not used, because 0 in the table says that a step is not computed.
    const state = (this.states.length + 1) * this.width;
    this.states.push(items);
    this.ids.set(key, state);
    if (state + this.width > this.table.length) {
      const larger = new Int32Array(this.table.length * 2);
      larger.set(this.table);
      this.table = larger;
    }
    return state;
  }

  itemsOf(state: number): Items {
    return this.states[state / this.width - 1] ?? Automaton.start;
  }

  /** The state after two readings of the same text, one of which led to `a` and the other to `b`. */
  union(a: number, b: number): number {
    if (a === b) return a;
    const place = 3 * ((Math.imul(a, 31) ^ Math.imul(b, 0x9e3779b1)) >>> (32 - unionBits));
    if (this.unions[place] === a && this.unions[place + 1] === b) return this.unions[place + 2] ?? 0;
    const both = this.stateOf(inOrder(new Set([...this.itemsOf(a), ...this.itemsOf(b)])));
    this.unions[place] = a;
    this.unions[place + 1] = b;
    this.unions[place + 2] = both;
    return both;
  }

  /** The next state. `found` is called with the index of each value that the step finds. */
  next(state: number, symbol: number, found: (value: number) => void): number {
    let next = this.table[state + symbol] ?? 0;
    if (next === 0) {
      const step = this.step(this.itemsOf(state), symbol);
      next = this.stateOf(step.items);
      if (step.found.length > 0) {
        this.finds.set(state + symbol, step.found);
        next = -next;
      }
      this.table[state + symbol] = next;
    }
    if (next > 0) return next;
    for (const value of this.finds.get(state + symbol) ?? []) found(value);
    return -next;
  }

  /** Calls `found` with the values that are found by the end of the text. */
  end(state: number, found: (value: number) => void): void {
    const last = this.next(state, hardClass, found);
    for (const item of this.itemsOf(last)) if (item < 0) found(this.coveredBy(item).value);
  }

  private step(items: Items, symbol: number): Step {
    const kind = this.alphabet.kinds[symbol] ?? 'hard';
    // The byte 0 is half of a letter in UTF-16, and a gap elsewhere. The state after it has both readings.
    if (kind === 'empty') {
      const { items: gap, found } = this.step(items, hardClass);
      return { items: inOrder(new Set([...items, ...gap])), found };
    }
    const next = new Set<number>();
    const found = new Set<number>();
    for (const item of items) for (const one of this.advance(item, symbol, kind)) next.add(one);
    const ends = this.endsBefore(items, kind);
    const arrived = [...next].filter((item) => item >= firstNode && gapOf(item) === 0);
    const arrivals = this.endsAt(arrived);
    this.settle(
      ends,
      (least) => this.ownOf(items, least).flatMap((item) => this.advance(item, symbol, kind)),
      next,
      found,
    );
    this.settle(arrivals, (least) => this.ownOf(arrived, least), next, found);
    for (const item of items) {
      if (item >= 0) continue;
      const { value, items: own } = this.coveredBy(item);
      const isWhole = own.some((one) => gapOf(one) === 0 && ends.own.has(nodeOf(one)));
      const on = own.flatMap((one) => this.advance(one, symbol, kind)).filter((one) => this.nodeAt(nodeOf(one)).isOwn);
      if (isWhole || on.some((one) => arrivals.own.has(nodeOf(one)) && gapOf(one) === 0)) continue;
      this.cover(value, on, next, found);
    }
    return { items: inOrder(next), found: [...found] };
  }

  /**
   * Decides about values that were read to their end. A value inside a value of the person is not found. If a value of
   * the person is still being read, the decision is made later.
   */
  private settle(
    { own, values }: Ends,
    beingRead: (least: number) => readonly number[],
    next: Set<number>,
    found: Set<number>,
  ): void {
    for (const { value, depth } of values)
      if (![...own].some((node) => this.nodeAt(node).depth >= depth))
        this.cover(
          value,
          beingRead(depth).filter((item) => this.nodeAt(nodeOf(item)).isOwn),
          next,
          found,
        );
  }

  private cover(value: number, items: Items, next: Set<number>, found: Set<number>): void {
    if (items.length === 0) {
      found.add(value);
      return;
    }
    const sorted = inOrder(new Set(items));
    const key = `${value}:${sorted.join()}`;
    const known = this.coveredIds.get(key) ?? this.covered.length;
    if (known === this.covered.length) {
      this.covered.push({ value, items: sorted });
      this.coveredIds.set(key, known);
    }
    next.add(-known - 1);
  }

  private coveredBy(item: number): Covered {
    const covered = this.covered[-item - 1];
    if (covered === undefined) throw new Error('the automaton has no such item');
    return covered;
  }

  /** The items of values of the person of which at least `least` letters are read, and after which no gap is read. */
  private ownOf(items: Items, least: number): Items {
    return items.filter((item) => {
      if (item < firstNode || gapOf(item) !== 0) return false;
      const node = this.nodeAt(nodeOf(item));
      return node.isOwn && node.depth >= least;
    });
  }

  /** Which values end before a character of this kind. */
  private endsBefore(items: Items, kind: ClassKind): Ends {
    return this.endsWhere(items, (edge, last) => edge !== 'nothing' && isEdge(edge, last, kind));
  }

  /** Which values end with the letter that was just read, whatever follows. */
  private endsAt(items: Items): Ends {
    return this.endsWhere(items, (edge) => edge === 'nothing');
  }

  private endsWhere(items: Items, isEnd: (edge: Edge, last: ClassKind) => boolean): Ends {
    const own = new Set<number>();
    const values: { readonly value: number; readonly depth: number }[] = [];
    for (const item of items) {
      if (item < firstNode || gapOf(item) !== 0) continue;
      const { endings, kind, depth } = this.nodeAt(nodeOf(item));
      for (const { value, edge } of endings)
        if (isEnd(edge, kind)) {
          if (value === 'own') own.add(nodeOf(item));
          else values.push({ value, depth });
        }
    }
    return { own, values };
  }

  private advance(item: number, symbol: number, kind: ClassKind): Items {
    if (item < 0) return [];
    if (kind === 'soft' || kind === 'hard') return this.overGap(item, kind);
    const nodes = item < firstNode ? this.startsAfter(item, symbol, kind) : this.nextNodes(item, symbol);
    const items = nodes.map((node) => firstNode + node * 4);
    return item < firstNode
      ? [...items, kind === 'letter' ? afterLetter : kind === 'digit' ? afterDigit : afterGap]
      : items;
  }

  private overGap(item: number, kind: 'soft' | 'hard'): Items {
    if (item < firstNode) return [afterGap];
    const gap = kind === 'hard' ? 2 : Math.max(1, gapOf(item));
    const { next } = this.nodeAt(nodeOf(item));
    return allowed(gap).some((one) => next[one].size > 0) ? [item - gapOf(item) + gap] : [];
  }

  private nextNodes(item: number, symbol: number): readonly number[] {
    const { next } = this.nodeAt(nodeOf(item));
    return allowed(gapOf(item)).flatMap((gap) => next[gap].get(symbol) ?? []);
  }

  private startsAfter(before: number, symbol: number, kind: ClassKind): readonly number[] {
    const { word, class: change, nothing } = this.trie.starts;
    const isChange = before === afterGap || kind === 'free' || (before === afterDigit) !== (kind === 'digit');
    const starts = [...(before === afterGap ? [word] : []), ...(isChange ? [change] : []), nothing];
    return starts.flatMap((start) => start.get(symbol) ?? []);
  }

  private nodeAt(index: number): Node {
    const node = this.trie.nodes[index];
    if (node === undefined) throw new Error('the trie has no such node');
    return node;
  }
}

interface Ends {
  /** The nodes of the values of the person. */
  readonly own: ReadonlySet<number>;
  readonly values: readonly { readonly value: number; readonly depth: number }[];
}

const withoutGap: readonly Gap[] = ['none', 'soft', 'any'];
const overSoft: readonly Gap[] = ['soft', 'any', 'must'];
const overHard: readonly Gap[] = ['any', 'must'];

/** The gaps in a pattern that match a gap in the text. */
function allowed(gap: number): readonly Gap[] {
  return gap === 0 ? withoutGap : gap === 1 ? overSoft : overHard;
}

function isEdge(edge: Edge, last: ClassKind, next: ClassKind): boolean {
  if (next === 'soft' || next === 'hard' || next === 'free') return true;
  return edge === 'class' && last !== next;
}

function nodeOf(item: number): number {
  return (item - firstNode) >> 2;
}

function gapOf(item: number): number {
  return (item - firstNode) & 3;
}

function inOrder(items: ReadonlySet<number>): Items {
  return [...items].sort((a, b) => a - b);
}
