import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { faultsOf } from './faults.ts';
import type { Row } from './row.ts';
import { rows } from './rows.ts';
import { proofsIn } from './titles.ts';

const root = path.resolve(import.meta.dirname, '../..');
const files = globSync('test/**/*.ts', { cwd: root })
  .toSorted()
  .map((file) => ({ file, source: readFileSync(path.join(root, file), 'utf8') }));

/** The rows as they are in the policies: the first and the last row of each. */
const ids = [
  ['000', 1, 73],
  ['001', 1, 31],
  ['002', 0, 43],
  ['003', 1, 29],
  ['004', 1, 44],
].flatMap(([policy, first, last]) =>
  Array.from(
    { length: Number(last) - Number(first) + 1 },
    (_, index) => `${policy}-${String(Number(first) + index).padStart(2, '0')}`,
  ),
);

describe('The acceptance table', () => {
  it('has 221 rows, and a test with the id of the row proves each covered one', () => {
    expect(ids).toHaveLength(221);
    expect(faultsOf(rows, files, ids)).toEqual([]);
  });

  it('every row has its own description', () => {
    for (const { id, says, features: asked } of rows) {
      expect(`${id} ${says}`).toMatch(/^\d{3}-\d{2} \S.{8,140}$/);
      expect(asked.length).toBeGreaterThan(0);
    }
  });
});

describe('A fault in the table is reported', () => {
  const covered: Row = { id: '000-01', says: 'x', features: ['F01'], status: 'covered' };
  const later: Row = { ...covered, status: { later: 'connectors' } };
  // The function puts the brackets around the id. If this file contained the id in brackets, the check would report an
  // id that is in no title of a test.
  const id = (name = '000-01'): string => `[${name}]`;
  const faults = (source: string, row: Row = covered, wanted = ['000-01']): readonly string[] =>
    faultsOf([row], [{ file: 'a.test.ts', source }], wanted);
  const body = '() => { expect(1).toBe(1); }';

  it.each([
    ['a plain test', `it('does ${id()}', ${body});`],
    ['a template', `test(\`does \${x} ${id()}\`, ${body});`],
    ['a table', `it.each([['one ${id()}']])('%s', ${body});`],
    ['a named table', `const table = [['one ${id()}']]; it.each(table)('%s', ${body});`],
    ['a tagged table', `it.each\`a | b\n\${1} | \${'${id()}'}\`('$b', ${body});`],
    ['a test in a suite', `describe.each([1])('%i', () => { it.concurrent('does ${id()}', ${body}); });`],
    ['a suite with a test', `describe('does ${id()}', () => { it.skip('x', ${body}); it('y', ${body}); });`],
    ['letters of two units before it', `// åäö 😀\nit('does ${id()}', ${body});`],
  ])('but not where %s bears the id', (_, source) => {
    expect(faults(source)).toEqual([]);
  });

  it.each<readonly [string, string, readonly string[]]>([
    ['no test', `it('does', ${body});`, ['000-01: is covered, and no test proves it']],
    [
      'a comment',
      `// does ${id()}\nit('does', ${body});`,
      ['000-01: is covered, and no test proves it', 'a.test.ts:1 000-01: an id that is in no title of a test'],
    ],
    [
      'a body',
      `it('does', () => { expect('${id()}').toBe(''); });`,
      ['000-01: is covered, and no test proves it', 'a.test.ts:1 000-01: an id that is in no title of a test'],
    ],
    [
      'a table that is not shown',
      `it.each([['one ${id()}']])('does', ${body});`,
      ['000-01: is covered, and no test proves it', 'a.test.ts:1 000-01: an id that is in no title of a test'],
    ],
    ...[
      `it.skip('does ${id()}', ${body});`,
      `it.todo('does ${id()}');`,
      `it('does ${id()}');`,
      `it.fails('does ${id()}', ${body});`,
      `it('does ${id()}', { skip: true }, ${body});`,
      `it.skip.each([1])('does ${id()}', ${body});`,
      `describe('does ${id()}', () => { it.skip('x', ${body}); });`,
      `describe('does ${id()}', () => {});`,
      `describe.skip('does ${id()}', () => { it('x', ${body}); });`,
      `describe.skip('x', () => { describe('y', () => { it('does ${id()}', ${body}); }); });`,
    ].map((source): readonly [string, string, readonly string[]] => [
      source.replaceAll(/\[.*?\]/g, 'the id'),
      source,
      ['000-01: is covered, and no test proves it', '000-01: its test does not run, a.test.ts:1'],
    ]),
    ...[
      `it.skipIf(x)('does ${id()}', ${body});`,
      `describe('does ${id()}', () => { it.skipIf(x)('x', ${body}); });`,
      `describe.runIf(x)('x', () => { it('does ${id()}', ${body}); });`,
      `it('does ${id()}', (context) => { if (x) context.skip('x'); });`,
    ].map((source): readonly [string, string, readonly string[]] => [
      source.replaceAll(/\[.*?\]/g, 'the id'),
      source,
      ['000-01: is covered, and no test proves it'],
    ]),
  ])('with the id in %s', (_, source, expected) => {
    expect(faults(source)).toEqual(expected);
  });

  it('where one of two tests is skipped', () => {
    expect(faults(`it('does ${id()}', ${body});\nit.skip('does ${id()}', ${body});`)).toEqual([
      '000-01: its test does not run, a.test.ts:2',
    ]);
  });

  it('where a title has a row that is later, or none', () => {
    const source = `it('does ${id()}', ${body});`;
    expect(faults(source, later)).toEqual(['000-01: is later, and yet in a title, a.test.ts:1']);
    expect(faults(`it('does ${id()} ${id('000-99')}', ${body});`)).toEqual(['000-99: no row, in a.test.ts:1']);
    expect(faults('', { ...later, rest: 'connectors' })).toEqual(['000-01: is later as a whole and has no rest']);
  });

  it('where a row is missing, stands twice or is none', () => {
    const source = `it('does ${id()}', ${body});`;
    expect(faults(source, covered, ['000-01', '000-02'])).toEqual(['000-02: is missing in the table']);
    expect(faults(source, covered, [])).toEqual(['000-01: is no row of the policies']);
    expect(faultsOf([covered, covered], [{ file: 'a.test.ts', source }], ['000-01'])).toEqual([
      '000-01: stands twice in the table',
    ]);
  });

  it('and a file that cannot be read is a failure, not a file without titles', () => {
    expect(() => proofsIn('a.test.ts', `it('does ${id()}', `)).toThrow('a.test.ts cannot be read');
  });
});
