import { parseSync, Visitor, type ESTree } from 'vite';

/** A row id in the title of a test. */
export interface Proof {
  readonly id: string;
  readonly place: string;
  /** A test that may not run proves nothing. It may be skipped always, or if a condition is met. */
  readonly runs: 'always' | 'never' | 'sometimes';
}

/** The row ids in the titles of one test file. */
export interface FileProofs {
  readonly proofs: readonly Proof[];
  /** The places of ids outside of a title, where somebody could think that they prove something. */
  readonly strays: readonly string[];
}

const idPattern = /\[(0\d\d-\d+)\]/g;
const beginnings: ReadonlySet<string> = new Set(['it', 'test', 'describe', 'suite']);
const tables: ReadonlySet<string> = new Set(['each', 'for']);
const conditions: ReadonlySet<string> = new Set(['skipIf', 'runIf']);
const stops: ReadonlySet<string> = new Set(['skip', 'todo', 'fails']);

/** What precedes the title: for `it.skipIf(x).each(rows)` it is `it`, its modifiers and its table. */
interface Chain {
  readonly of: 'test' | 'suite';
  readonly modifiers: readonly string[];
  readonly table: ESTree.Node | undefined;
}

/** The suite that is read now. If its title contains an id, the tests in the suite prove that row. */
interface Suite {
  readonly ids: readonly { readonly id: string; readonly offset: number }[];
  readonly runs: Proof['runs'];
  readonly tests: Proof['runs'][];
}

/** Reads the titles of `it`, `test` and `describe` in TypeScript source, with the rows of their tables. */
export function proofsIn(file: string, source: string): FileProofs {
  const { program, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file} cannot be read: ${errors[0]?.message ?? ''}`);
  const named = new Map<string, ESTree.Node>();
  const proofs: Proof[] = [];
  const inTitles = new Set<number>();
  const suites: Suite[] = [];
  const place = (offset: number): string => `${file}:${source.slice(0, offset).split('\n').length}`;
  const idsOf = (node: ESTree.Node | undefined): readonly { readonly id: string; readonly offset: number }[] =>
    node === undefined
      ? []
      : [...source.slice(node.start, node.end).matchAll(idPattern)].map(({ 1: id = '', index }) => ({
          id,
          offset: node.start + index,
        }));

  new Visitor({
    VariableDeclarator({ id, init }) {
      if (id.type === 'Identifier' && init !== null) named.set(id.name, init);
    },
  }).visit(program);
  new Visitor({
    CallExpression(node) {
      const chain = titled(node);
      if (chain === undefined) return;
      const [title, ...rest] = node.arguments;
      const runs = rarest([...suites.map((suite) => suite.runs), runsBy(chain, rest, source)]);
      const table = chain.table?.type === 'Identifier' ? named.get(chain.table.name) : chain.table;
      // The title has to contain the value from the table, otherwise the id would be in no title.
      const shown = title !== undefined && /[%$]/.test(source.slice(title.start, title.end)) ? idsOf(table) : [];
      const ids = [...idsOf(title), ...shown];
      for (const { offset } of ids) inTitles.add(offset);
      if (chain.of === 'suite') {
        suites.push({ ids, runs, tests: [] });
        return;
      }
      for (const suite of suites) suite.tests.push(runs);
      for (const { id, offset } of ids) proofs.push({ id, place: place(offset), runs });
    },
    'CallExpression:exit'(node) {
      const suite = titled(node)?.of === 'suite' ? suites.pop() : undefined;
      for (const { id, offset } of suite?.ids ?? [])
        proofs.push({ id, place: place(offset), runs: commonest(suite?.tests ?? []) });
    },
  }).visit(program);
  const strays = [...source.matchAll(idPattern)]
    .filter(({ index }) => !inTitles.has(index))
    .map(({ index, 1: id = '' }) => `${place(index)} ${id}`);
  return { proofs, strays };
}

/**
 * The chain of a call that has a title. A call that only returns the function to call, such as `it.each(rows)`, has
 * none.
 */
function titled(node: ESTree.CallExpression): Chain | undefined {
  const chain = chainOf(node.callee);
  const last = chain?.modifiers.at(-1) ?? '';
  const makes = (node.callee.type === 'MemberExpression' && tables.has(last)) || isConditionCall(node);
  return makes ? undefined : chain;
}

function isConditionCall({ callee }: ESTree.CallExpression): boolean {
  return (
    callee.type === 'MemberExpression' && callee.property.type === 'Identifier' && conditions.has(callee.property.name)
  );
}

function chainOf(node: ESTree.Node): Chain | undefined {
  switch (node.type) {
    case 'Identifier':
      return beginnings.has(node.name)
        ? { of: node.name === 'it' || node.name === 'test' ? 'test' : 'suite', modifiers: [], table: undefined }
        : undefined;
    case 'MemberExpression': {
      const chain = chainOf(node.object);
      return chain === undefined || node.property.type !== 'Identifier'
        ? undefined
        : { ...chain, modifiers: [...chain.modifiers, node.property.name] };
    }
    case 'CallExpression':
    case 'TaggedTemplateExpression': {
      const chain = chainOf(node.type === 'CallExpression' ? node.callee : node.tag);
      const last = chain?.modifiers.at(-1) ?? '';
      if (chain === undefined || !(tables.has(last) || conditions.has(last))) return undefined;
      const given = node.type === 'CallExpression' ? node.arguments[0] : node.quasi;
      return tables.has(last) ? { ...chain, table: given } : chain;
    }
    default:
      return undefined;
  }
}

/** Whether a test runs, according to its modifiers, its options and its body. */
function runsBy({ modifiers }: Chain, rest: readonly ESTree.Node[], source: string): Proof['runs'] {
  const text = rest.map(({ start, end }) => source.slice(start, end)).join();
  const options = rest.filter(({ type }) => type === 'ObjectExpression');
  const stopped = options.some(({ start, end }) => /\b(?:skip|todo|fails)\b/.test(source.slice(start, end)));
  const hasBody = rest.some(({ type }) => type !== 'ObjectExpression' && type !== 'Literal');
  if (stopped || !hasBody || modifiers.some((modifier) => stops.has(modifier))) return 'never';
  const isConditional =
    modifiers.some((modifier) => conditions.has(modifier)) || /\b(?:context|ctx)\.skip\(/.test(text);
  return isConditional ? 'sometimes' : 'always';
}

function rarest(all: readonly Proof['runs'][]): Proof['runs'] {
  if (all.includes('never')) return 'never';
  return all.includes('sometimes') ? 'sometimes' : 'always';
}

function commonest(all: readonly Proof['runs'][]): Proof['runs'] {
  if (all.includes('always')) return 'always';
  return all.includes('sometimes') ? 'sometimes' : 'never';
}
