// Evaluates the condition and update expressions of DynamoDB on items in memory. It knows only the syntax that the
// stores use.
import { isDeepStrictEqual } from 'node:util';

export type Item = Record<string, unknown>;

/** The names and the values that an expression refers to with `#name` and `:value`. */
export interface Substitutions {
  readonly ExpressionAttributeNames?: Record<string, string> | undefined;
  readonly ExpressionAttributeValues?: Record<string, unknown> | undefined;
}

type Path = readonly string[];
type Read<T> = (item: Item) => T;

/**
 * Compiles a condition. The returned function says whether the condition holds for an item; `{}` stands for a missing
 * item. Throws if the text is not a condition.
 */
export function condition(text: string, substitutions: Substitutions): Read<boolean> {
  const parser = new Parser(text, substitutions);
  const holds = parser.either();
  parser.end();
  return holds;
}

/** Applies an update to a copy of the item, and returns the copy. */
export function updated(text: string, substitutions: Substitutions, item: Item): Item {
  const parser = new Parser(text, substitutions);
  const copy = structuredClone(item);
  const changes = parser.changes();
  // As in DynamoDB, an expression such as `#a = #b` uses the value of `#b` before the update. So all values are read
  // first.
  for (const { path, to } of changes.map(({ path, value }) => ({ path, to: value?.(item) }))) write(copy, path, to);
  return copy;
}

function read(item: Item, path: Path): unknown {
  return path.reduce<unknown>((value, name) => (isItem(value) ? value[name] : undefined), item);
}

/** Writes a value at a path of the item. If the value is `undefined`, the attribute is removed. */
function write(item: Item, path: Path, value: unknown): void {
  const parent = path.length === 1 ? item : read(item, path.slice(0, -1));
  if (!isItem(parent)) throw new Error('the document path of an update is not in the item');
  const name = path.at(-1) ?? '';
  if (value === undefined) delete parent[name];
  else parent[name] = structuredClone(value);
}

function isItem(value: unknown): value is Item {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

interface Change {
  readonly path: Path;
  /** The value to set; absent for `REMOVE`. */
  readonly value?: Read<unknown>;
}

const comparisons: Readonly<Record<string, (a: string | number, b: string | number) => boolean>> = {
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
};

class Parser {
  readonly #tokens: string[];
  readonly #substitutions: Substitutions;
  #next = 0;

  constructor(text: string, substitutions: Substitutions) {
    this.#tokens = text.match(/[#:]?[\w-]+|<=|>=|<>|[=<>(),.+-]/g) ?? [];
    this.#substitutions = substitutions;
  }

  end(): void {
    if (this.#next < this.#tokens.length) throw new Error(`unexpected in an expression: ${this.#peek()}`);
  }

  either(): Read<boolean> {
    let left = this.#both();
    while (this.#take('OR')) {
      const [a, b] = [left, this.#both()];
      left = (item) => a(item) || b(item);
    }
    return left;
  }

  #both(): Read<boolean> {
    let left = this.#one();
    while (this.#take('AND')) {
      const [a, b] = [left, this.#one()];
      left = (item) => a(item) && b(item);
    }
    return left;
  }

  #one(): Read<boolean> {
    if (this.#take('NOT')) {
      const inner = this.#one();
      return (item) => !inner(item);
    }
    if (this.#take('(')) {
      const inner = this.either();
      this.#expect(')');
      return inner;
    }
    if (this.#take('attribute_exists')) return this.#exists();
    if (this.#take('attribute_not_exists')) {
      const exists = this.#exists();
      return (item) => !exists(item);
    }
    if (this.#take('begins_with')) {
      const [value, prefix] = this.#two();
      return (item) => String(value(item)).startsWith(String(prefix(item)));
    }
    return this.#comparison();
  }

  #exists(): Read<boolean> {
    this.#expect('(');
    const path = this.#path();
    this.#expect(')');
    return (item) => read(item, path) !== undefined;
  }

  #comparison(): Read<boolean> {
    const left = this.#operand();
    const operator = this.#shift();
    const right = this.#operand();
    if (operator === 'BETWEEN') {
      this.#expect('AND');
      const high = this.#operand();
      return (item) => String(right(item)) <= String(left(item)) && String(left(item)) <= String(high(item));
    }
    if (operator === '=') return (item) => left(item) !== undefined && isDeepStrictEqual(left(item), right(item));
    if (operator === '<>') return (item) => !isDeepStrictEqual(left(item), right(item));
    const compare = comparisons[operator];
    if (compare === undefined) throw new Error(`unknown in an expression: ${operator}`);
    return (item) => {
      const [a, b] = [left(item), right(item)];
      if (typeof a === 'string' && typeof b === 'string') return compare(a, b);
      return typeof a === 'number' && typeof b === 'number' && compare(a, b);
    };
  }

  changes(): readonly Change[] {
    const changes: Change[] = [];
    while (this.#next < this.#tokens.length) {
      const clause = this.#shift();
      do changes.push(this.#change(clause));
      while (this.#take(','));
    }
    return changes;
  }

  #change(clause: string): Change {
    const path = this.#path();
    if (clause === 'REMOVE') return { path };
    if (clause === 'SET') {
      this.#expect('=');
      return { path, value: this.#operand() };
    }
    if (clause === 'ADD') {
      const value = this.#operand();
      return { path, value: (item) => Number(read(item, path) ?? 0) + Number(value(item)) };
    }
    throw new Error(`unknown in an update: ${clause}`);
  }

  #operand(): Read<unknown> {
    if (this.#take('if_not_exists')) {
      const [value, otherwise] = this.#two();
      return (item) => value(item) ?? otherwise(item);
    }
    if (this.#take('list_append')) {
      const [first, second] = this.#two();
      return (item) => [...asList(first(item)), ...asList(second(item))];
    }
    const name = this.#peek();
    if (!name.startsWith(':')) {
      const path = this.#path();
      return (item) => read(item, path);
    }
    this.#shift();
    const value = this.#substitutions.ExpressionAttributeValues?.[name];
    if (value === undefined) throw new Error(`an expression has no value ${name}`);
    return () => value;
  }

  #two(): readonly [Read<unknown>, Read<unknown>] {
    this.#expect('(');
    const first = this.#operand();
    this.#expect(',');
    const second = this.#operand();
    this.#expect(')');
    return [first, second];
  }

  #path(): Path {
    const path = [this.#name()];
    while (this.#take('.')) path.push(this.#name());
    return path;
  }

  #name(): string {
    const token = this.#shift();
    if (!token.startsWith('#')) return token;
    const name = this.#substitutions.ExpressionAttributeNames?.[token];
    if (name === undefined) throw new Error(`an expression has no name ${token}`);
    return name;
  }

  #peek(): string {
    return this.#tokens[this.#next] ?? '';
  }

  #shift(): string {
    const token = this.#peek();
    this.#next += 1;
    return token;
  }

  #take(token: string): boolean {
    if (this.#peek() !== token) return false;
    this.#next += 1;
    return true;
  }

  #expect(token: string): void {
    if (!this.#take(token)) throw new Error(`an expression has ${this.#peek()} in place of ${token}`);
  }
}

function asList(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new Error('list_append takes lists');
  return value;
}
