import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { staffCommands } from '#commands/list.ts';
import { letterNames } from '#domain/case/letters/letters.ts';
import { functions } from '#infra/system.ts';

const root = path.resolve(import.meta.dirname, '..');

/** Every TypeScript file under a folder, relative to the root. */
function filesUnder(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter(
      (name) => /\.tsx?$/.test(name) && !name.includes('node_modules') && statSync(path.join(root, name)).isFile(),
    );
}

/** The README that describes a file: that of its folder, or of the nearest folder above it that has one. */
function readmeFor(file: string): string {
  for (let folder = path.dirname(file); folder !== '.'; folder = path.dirname(folder))
    if (existsSync(path.join(root, folder, 'README.md'))) return path.join(folder, 'README.md');
  throw new Error(`no README describes ${file}`);
}

/** The READMEs that a README links to, as files or by their folders. */
function readmesLinkedFrom(readme: string): string[] {
  const text = readFileSync(path.join(root, readme), 'utf8');
  return [...text.matchAll(/\]\(([^)#:]+)\)/g)]
    .map(([, target = '']) => path.join(path.dirname(readme), target))
    .map((target) => (target.endsWith('.md') ? target : path.join(target, 'README.md')))
    .filter((target) => existsSync(path.join(root, target)));
}

/**
 * The rooms, from the inner to the outer ones. A room is a set of files; `knows` lists the rooms from which its files
 * may import.
 */
const rooms: Record<string, { folder: string; knows: string[] }> = {
  domain: { folder: 'functions/domain', knows: [] },
  sdk: { folder: 'functions/connectors/sdk', knows: ['domain'] },
  connectors: { folder: 'functions/connectors', knows: ['sdk', 'domain'] },
  store: { folder: 'functions/store', knows: ['domain'] },
  letters: { folder: 'functions/letters', knows: ['domain'] },
  answer: { folder: 'functions/answer', knows: ['domain', 'letters'] },
  commands: { folder: 'functions/commands', knows: ['domain'] },
  api: { folder: 'functions/api', knows: ['domain', 'commands'] },
  workflows: { folder: 'workflows', knows: ['domain'] },
  casework: {
    folder: 'functions/casework',
    knows: ['domain', 'store', 'letters', 'answer', 'sdk', 'commands', 'api', 'workflows'],
  },
  web: { folder: 'functions/web', knows: ['api', 'commands', 'domain'] },
  handlers: {
    folder: 'functions/handlers',
    knows: [
      'domain',
      'store',
      'letters',
      'answer',
      'sdk',
      'connectors',
      'commands',
      'api',
      'workflows',
      'casework',
      'web',
    ],
  },
};

/** The room of a file: of the rooms whose folder contains the file, the one with the deepest folder. */
function roomOf(file: string): string | undefined {
  return Object.entries(rooms)
    .filter(([, { folder }]) => file.startsWith(`${folder}/`))
    .sort(([, a], [, b]) => b.folder.length - a.folder.length)
    .at(0)?.[0];
}

const aliases: [RegExp, string][] = [
  [/^#(domain|connectors|store|letters|commands|casework|answer|handlers|web|api)\//, 'functions/$1/'],
  [/^#workflows\//, 'workflows/'],
  [/^#infra\//, 'infra/'],
  [/^#test\//, 'test/'],
];

function importsOf(file: string): string[] {
  const text = readFileSync(path.join(root, file), 'utf8');
  const found = [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, name]) => name ?? '');
  return found.map((name) => resolved(file, name));
}

/** The file that an import refers to, relative to the root; the import itself if it refers to no file of ours. */
function resolved(file: string, name: string): string {
  if (name.startsWith('.')) return path.join(path.dirname(file), name);
  const alias = aliases.find(([pattern]) => pattern.test(name));
  return alias === undefined ? name : name.replace(alias[0], alias[1]);
}

describe('which room may import which', () => {
  for (const [name, { folder, knows }] of Object.entries(rooms))
    it(`${name} imports only ${knows.length === 0 ? 'itself' : knows.join(', ')}`, () => {
      const files = filesUnder(folder).filter((file) => roomOf(file) === name);
      expect(files.length).toBeGreaterThan(0);
      const strangers = files.flatMap((file) =>
        importsOf(file)
          .filter((target) => /^(functions|workflows|infra|test)\//.test(target))
          .filter((target) => {
            const room = roomOf(target);
            return room !== name && (room === undefined || !knows.includes(room));
          })
          .map((target) => `${file} -> ${target}`),
      );
      expect(strangers).toEqual([]);
    });

  it('the rules do no I/O: domain imports nothing that reads, waits, or uses the clock or random numbers', () => {
    const forbidden = /^(node:(fs|http|https|net|child_process|worker_threads|timers|os|dns)|@aws-sdk\/|@middy\/)/;
    const found = filesUnder('functions/domain').flatMap((file) => {
      const text = readFileSync(path.join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
      const calls = [
        /\bDate\.now\(/,
        /\bnew Date\(\)/,
        /\bMath\.random\(/,
        /\brandomUUID\(/,
        /\bprocess\./,
        /Temporal\.Now/,
      ];
      return [
        ...importsOf(file).filter((name) => forbidden.test(name)),
        ...calls.filter((call) => call.test(text)).map(String),
      ].map((what) => `${file}: ${what}`);
    });
    expect(found).toEqual([]);
  });

  it('nothing outside infra/local imports the local cloud', () => {
    const outside = ['functions', 'workflows', 'infra']
      .flatMap(filesUnder)
      .filter((file) => !file.startsWith('infra/local/'));
    expect(outside.length).toBeGreaterThan(50);
    const found = outside.flatMap((file) =>
      importsOf(file)
        .filter((target) => target.startsWith('infra/local'))
        .map((target) => `${file} -> ${target}`),
    );
    expect(found).toEqual([]);
  });

  it('the console applies no rules of a case: it imports only the vocabulary, the words of refusals, and types', () => {
    const files = filesUnder('functions/web/console/src');
    expect(files.length).toBeGreaterThan(50);
    const found = files.flatMap((file) => {
      const text = readFileSync(path.join(root, file), 'utf8');
      return [...text.matchAll(/^import (?!type )[^;]*?'#domain\/case\/([^']+)';/gm)]
        .map(([, module = '']) => module)
        .filter((module) => module !== 'vocabulary.ts' && !module.startsWith('refusals/'))
        .map((module) => `${file} -> ${module}`);
    });
    expect(found).toEqual([]);
  });

  it('a connector imports the SDK and the domain, and no other connector', () => {
    const folders = readdirSync(path.join(root, 'functions/connectors'), { withFileTypes: true }).filter(
      (entry) => entry.isDirectory() && entry.name !== 'sdk',
    );
    for (const { name } of folders) {
      const others = filesUnder(`functions/connectors/${name}`).flatMap((file) =>
        importsOf(file).filter(
          (target) =>
            target.startsWith('functions/connectors/') &&
            !target.startsWith(`functions/connectors/${name}/`) &&
            !target.startsWith('functions/connectors/sdk/'),
        ),
      );
      expect(others).toEqual([]);
    }
  });
});

/** The files that a file loads when it runs. Type imports are not loaded. */
function loadedBy(file: string): string[] {
  const text = readFileSync(path.join(root, file), 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '');
  const found = [...text.matchAll(/^(?:import|export)\s+(?!type\b)(?:[^'";]*?\bfrom\s*)?'([^']+)'/gm)];
  return found.map(([, name = '']) => resolved(file, name));
}

/** One cycle of files that load each other, first file first and last; `undefined` if there is none. */
function circleIn(files: Iterable<string>, loads: (file: string) => readonly string[]): string[] | undefined {
  const done = new Set<string>();
  const trail: string[] = [];
  const visit = (file: string): string[] | undefined => {
    if (trail.includes(file)) return [...trail.slice(trail.indexOf(file)), file];
    if (done.has(file)) return undefined;
    trail.push(file);
    for (const next of loads(file)) {
      const circle = visit(next);
      if (circle !== undefined) return circle;
    }
    trail.pop();
    done.add(file);
    return undefined;
  };
  for (const file of files) {
    const circle = visit(file);
    if (circle !== undefined) return circle;
  }
  return undefined;
}

describe('files that load each other', () => {
  it('form no cycle, so that whoever reads a file can read its imports first', () => {
    const files = new Set(['functions', 'workflows', 'infra'].flatMap(filesUnder));
    const loads = new Map([...files].map((file) => [file, loadedBy(file).filter((target) => files.has(target))]));
    expect([...loads.values()].flat().length).toBeGreaterThan(1_000);
    expect(circleIn(files, (file) => loads.get(file) ?? [])).toBeUndefined();
  });

  it('are found by this test', () => {
    const loads: Readonly<Record<string, string[]>> = { a: ['b'], b: ['c', 'd'], c: [], d: ['b'], e: ['a'] };
    expect(circleIn(Object.keys(loads), (file) => loads[file] ?? [])).toEqual(['b', 'd', 'b']);
  });
});

/** The text of a section of a README; empty if it has no such section. */
function sectionOf(readme: string, title: string): string {
  const text = readFileSync(path.join(root, readme), 'utf8');
  return text.split(/^## /m).find((section) => section.startsWith(`${title}\n`)) ?? '';
}

describe('the repository', () => {
  it('has a function for every folder with a handler, and a handler for every function', () => {
    const folders = readdirSync(path.join(root, 'functions/handlers'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
      .filter((name) => readdirSync(path.join(root, 'functions/handlers', name)).includes('index.ts'));
    expect(folders.sort()).toEqual(
      Object.values(functions)
        .map(({ handler }) => handler)
        .sort(),
    );
  });

  it('has no "if local" in the deployed code', () => {
    const found = ['functions', 'workflows'].flatMap(filesUnder).filter((file) => {
      const text = readFileSync(path.join(root, file), 'utf8');
      return (
        !file.endsWith('fake.ts') && !file.includes('/sdk/') && /127\.0\.0\.1|localhost|NODE_ENV|isLocal/.test(text)
      );
    });
    expect(found).toEqual([]);
  });

  // Folders in which newcomers look for a file by what it does.
  const looked = [
    'functions/answer',
    'functions/api',
    'functions/casework',
    'functions/connectors/sdk',
    'functions/domain',
    'functions/handlers',
    'functions/store',
    'functions/web/console/src',
    'functions/web/portal',
    'infra/bundles',
    'infra/constructs',
    'infra/local',
    'infra/stacks',
    'test/e2e',
    'test/golden',
    'test/requirements',
    'test/support',
  ];
  // A README describes the files of its folder, and the files in subfolders that have no README.
  const describedIn = Map.groupBy(looked.flatMap(filesUnder), readmeFor);
  it.each([...describedIn.keys()].toSorted())(
    'has a line in %s for each file that it describes, and for no other',
    (readme) => {
      const folder = path.dirname(readme);
      const files = (describedIn.get(readme) ?? []).map((file) => path.relative(folder, file));
      const told = [...readFileSync(path.join(root, readme), 'utf8').matchAll(/^\| `([^`]+\.tsx?)`/gm)].map(
        ([, name]) => name,
      );
      expect(told.toSorted()).toEqual(files.toSorted());
    },
  );

  // Newcomers who read only the READMEs find the file of each command and letter by its name.
  it.each([
    ['functions/commands/README.md', 'The commands', Object.keys(staffCommands)],
    ['functions/letters/README.md', 'The letters', letterNames],
  ])('names in %s every command or letter that was released, and no other', (readme, title, names) => {
    const told = new Set(
      sectionOf(readme, title)
        .split('\n')
        .filter((line) => line.startsWith('- '))
        .flatMap((line) => [...line.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name)),
    );
    const known = new Set<string>(names);
    expect([...told].filter((name) => !known.has(name))).toEqual([]);
    // A new command or letter must be named at the latest at its release, which renames the heading "## Next".
    const isReleased = !readFileSync(path.join(root, 'CHANGELOG.md'), 'utf8').includes('\n## Next\n');
    if (isReleased) expect(names.filter((name) => !told.has(name))).toEqual([]);
  });

  it('names only existing files in every table of what to change', () => {
    const readmes = ['functions', 'workflows', 'infra', 'test'].flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => path.basename(name) === 'README.md' && !name.includes('node_modules'))
        .map((name) => path.join(folder, name)),
    );
    const named = readmes.flatMap((readme) =>
      [...sectionOf(readme, 'Where to change what').matchAll(/`([\w./-]+\/[\w.-]+\.(?:tsx?|json|yaml))`/g)].map(
        ([, file = '']) => ({ readme, file }),
      ),
    );
    expect(named.length).toBeGreaterThan(50);
    const lost = named.filter(
      ({ readme, file }) =>
        !['', 'functions', path.dirname(readme)].some((folder) => existsSync(path.join(root, folder, file))),
    );
    expect(lost).toEqual([]);
  });

  it('has READMEs that link to each other, so that the first one leads to all of them', () => {
    // The README of all connectors says what is in the folder of each.
    const isOfConnector = (readme: string): boolean => /^functions\/connectors\/(?!sdk\/)[^/]+\//.test(readme);
    const readmes = ['functions', 'workflows', 'infra', 'test'].flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => path.basename(name) === 'README.md' && !name.includes('node_modules'))
        .map((name) => path.join(folder, name)),
    );
    const reached = new Set(['README.md']);
    for (const readme of reached) for (const linked of readmesLinkedFrom(readme)) reached.add(linked);
    expect(readmes.filter((readme) => !reached.has(readme) && !isOfConnector(readme))).toEqual([]);
  });

  it('has no file directly in casework: every file is in the folder of its stage', () => {
    const loose = readdirSync(path.join(root, 'functions/casework')).filter((name) => name.endsWith('.ts'));
    expect(loose).toEqual([]);
  });

  it('cites only rules of practice that the README of the rules has, and no document that is not in the repository', () => {
    const readme = readFileSync(path.join(root, 'functions/domain/README.md'), 'utf8');
    const rules = new Set([...readme.matchAll(/^- Practice (\d+): /gm)].map(([, number]) => number));
    const lost = ['functions', 'workflows', 'infra', 'test'].flatMap(filesUnder).flatMap((file) => {
      const text = readFileSync(path.join(root, file), 'utf8');
      const cited = [...text.matchAll(/\bpractice (\d+(?:, \d+)*)/g)].flatMap(([, numbers = '']) =>
        numbers.split(', '),
      );
      const papers = [...text.matchAll(/\b(?:DESIGN section|(?:law|found|practice|vendors|requirements)\.md)\b/g)];
      return [...cited.filter((number) => !rules.has(number)), ...papers.map(([paper]) => paper)].map(
        (what) => `${file}: ${what}`,
      );
    });
    // This test contains the names of such documents itself.
    expect(lost.filter((one) => !one.startsWith('test/architecture.test.ts'))).toEqual([]);
  });

  it('has only the four folders at the top', () => {
    const allowed = new Set([
      'package.json',
      'package-lock.json',
      'tsconfig.json',
      'cdk.json',
      'README.md',
      'CHANGELOG.md',
      'LICENSE',
      'infra',
      'functions',
      'workflows',
      'test',
    ]);
    const generated = new Set(['node_modules', 'out', 'cdk.out', 'coverage', 'dist']);
    const found = readdirSync(root).filter(
      (name) => !name.startsWith('.') && !allowed.has(name) && !generated.has(name),
    );
    expect(found).toEqual([]);
  });
});
