import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { bundleHandlers, type Bundles } from '#infra/bundles/bundle.ts';
import { startFunctions } from '#infra/local/functions/functions.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'bundle-test-'));
const outFolder = path.join(folder, 'out');
const part = path.join(folder, 'part.ts');
const entries = { first: path.join(folder, 'first.ts'), second: path.join(folder, 'second.ts') };

/** Writes a source with an old date: a file that is newer than the start of a build is not kept. */
function edit(file: string, text: string): void {
  writeFileSync(file, text);
  utimesSync(file, new Date(0), new Date(0));
}

beforeEach(() => {
  rmSync(outFolder, { recursive: true, force: true });
  edit(part, 'export const word: string = "one";');
  edit(entries.first, 'import { word } from "./part.ts"; export const handler = async () => word;');
  edit(entries.second, 'import { word } from "./part.ts"; export const handler = async () => word.length;');
});

afterAll(() => rmSync(folder, { recursive: true }));

/** The folder of the build that has this file of a function. */
function buildOf(file: string): string {
  return path.dirname(path.dirname(file));
}

async function answers(bundles: Bundles): Promise<unknown[]> {
  const definition = { environment: {}, timeoutSeconds: 10, memoryMegabytes: 128 };
  const functions = new Map([...bundles.files].map(([name, entry]) => [name, { ...definition, entry }]));
  const clock = { now: () => 0, onShift: () => () => undefined };
  const running = startFunctions({ functions, logFolder: path.join(folder, 'logs'), clock });
  const outcomes = await Promise.all([...functions.keys()].map((name) => running.invoke(name, {})));
  await running.close();
  return outcomes.map((outcome) => (outcome.kind === 'returned' ? outcome.payload : outcome));
}

test('handlers are bundled and run, and a second start uses the same bundles', async () => {
  const built = await bundleHandlers({ entries, outFolder });
  expect(built.cached).toBe(false);
  expect(await answers(built)).toEqual(['one', 3]);
  const again = await bundleHandlers({ entries, outFolder });
  expect(again).toEqual({ ...built, cached: true });
});

test('an edit of a module that a handler imports makes a new bundle', async () => {
  await bundleHandlers({ entries, outFolder });
  edit(part, 'export const word: string = "changed";');
  const built = await bundleHandlers({ entries, outFolder });
  expect(built.cached).toBe(false);
  expect(await answers(built)).toEqual(['changed', 7]);
});

test('a source that changes during the build is not taken for built', async () => {
  const later = new Date(Date.now() + 60_000);
  utimesSync(part, later, later);
  await bundleHandlers({ entries, outFolder });
  expect((await bundleHandlers({ entries, outFolder })).cached).toBe(false);
});

test('a removed bundle or a damaged record is built again', async () => {
  const built = await bundleHandlers({ entries, outFolder });
  rmSync(buildOf(built.files.get('first') ?? ''), { recursive: true });
  expect((await bundleHandlers({ entries, outFolder })).cached).toBe(false);
  for (const name of readdirSync(outFolder).filter((each) => each.endsWith('.json'))) {
    writeFileSync(path.join(outFolder, name), '{"inputs":');
  }
  expect((await bundleHandlers({ entries, outFolder })).cached).toBe(false);
});

test('several processes may build at once', async () => {
  const all = await Promise.all([1, 2, 3].map(() => bundleHandlers({ entries, outFolder })));
  expect(new Set(all.map(({ files }) => files.get('first'))).size).toBe(1);
  expect(readdirSync(outFolder).filter((name) => name.startsWith('building-'))).toEqual([]);
});

test('a library that a source loads with require is a file of its own, beside the functions that can use it', async () => {
  edit(path.join(folder, 'library.ts'), 'export const size = (word: string): number => word.length;');
  edit(path.join(folder, 'late.cjs'), 'exports.library = () => require("./library.ts");');
  edit(
    entries.second,
    `import { word } from "./part.ts"; import { library } from "./late.cjs";
     export const handler = async () => library().size(word);`,
  );
  const built = await bundleHandlers({ entries, outFolder });
  expect(await answers(built)).toEqual(['one', 3]);
  const [first = [], second = []] = [...built.folders.values()].map((own) => readdirSync(own));
  expect(first.filter((file) => file.endsWith('.cjs'))).toEqual([]);
  const [library = '', ...others] = second.filter((file) => file.endsWith('.cjs'));
  expect(others).toEqual([]);
  const own = path.join(folder, 'own');
  cpSync(built.folders.get('second') ?? '', own, { recursive: true });
  const load = `console.log(await (await import(${JSON.stringify(path.join(own, 'second.mjs'))})).handler());`;
  const run = (): string =>
    spawnSync(process.execPath, ['--input-type=module', '--eval', load], { encoding: 'utf8' }).stdout.trim();
  expect(run()).toBe('3');
  rmSync(path.join(own, library));
  expect(run()).toBe('');
});

test('an old build stays while a process that uses it runs, and is removed when the process has ended', async () => {
  const bundle = JSON.stringify(path.resolve('infra/bundles/bundle.ts'));
  const user = spawn(process.execPath, [
    '--input-type=module',
    '--eval',
    `const { bundleHandlers } = await import(${bundle});
     const { files } = await bundleHandlers(${JSON.stringify({ entries, outFolder })});
     console.log(files.get('first'));
     setInterval(() => {}, 1000);`,
  ]);
  const ended = once(user, 'exit');
  let old = '';
  for await (const line of createInterface(user.stdout)) {
    old = buildOf(line);
    break;
  }
  utimesSync(old, new Date(0), new Date(0));
  edit(part, 'export const word: string = "changed";');
  await bundleHandlers({ entries, outFolder });
  expect(existsSync(path.join(old, 'first', 'first.mjs'))).toBe(true);
  user.kill('SIGKILL');
  await ended;
  edit(part, 'export const word: string = "changed again";');
  await bundleHandlers({ entries, outFolder });
  expect(existsSync(old)).toBe(false);
});

test('a bundle names the build of the rules, the same in each', async () => {
  edit(entries.first, 'export const handler = async () => process.env["DOMAIN_BUILD"];');
  edit(entries.second, 'export const handler = async () => process.env.DOMAIN_BUILD;');
  const [first, second] = await answers(await bundleHandlers({ entries, outFolder }));
  expect(first).toMatch(/^[0-9a-f]{32}$/);
  expect(second).toBe(first);
});

test('a bundle compiles no schema of zod, because that takes longer than the first events of a function', async () => {
  edit(
    entries.first,
    `import * as z from '${path.resolve('node_modules/zod/index.js')}';
     const schema = z.object({ word: z.string() });
     export const handler = async () => {
       const { Function: original } = globalThis;
       let compiled = 0;
       globalThis.Function = new Proxy(original, { construct: (of, given) => (compiled++, new of(...given)) });
       schema.parse({ word: 'one' });
       globalThis.Function = original;
       return compiled;
     };`,
  );
  expect(await answers(await bundleHandlers({ entries, outFolder }))).toEqual([0, 3]);
});

test('functions share no files, so each loads few of them at its start', async () => {
  const built = await bundleHandlers({ entries, outFolder });
  for (const [name, own] of built.folders) expect(readdirSync(own).sort()).toEqual([`${name}.mjs`, `${name}.mjs.map`]);
});

test('a source that does not build is an error, and leaves no files', async () => {
  edit(part, 'export const = ;');
  await expect(bundleHandlers({ entries, outFolder })).rejects.toThrow(/part\.ts/);
  expect(readdirSync(outFolder)).toEqual([]);
});
