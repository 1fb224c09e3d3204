// The npm scripts run this file first, on any Node version, before the npm packages are installed. So the file is plain
// JavaScript without dependencies. This file installs the packages of the lockfile if they are missing, so every npm
// script works directly after `git clone`. The npm script itself then runs on the Node version of the lockfile: npm
// puts `node_modules/.bin` first on PATH, and this folder contains that version.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
const [major = 0] = process.versions.node.split('.').map(Number);
if (major < 20) {
  console.error(`Utdrag needs Node 20 or newer to start; this is ${process.version}.`);
  process.exit(1);
}

/** Reads a file; an empty text if it does not exist. */
const read = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '');
const wanted = JSON.parse(read(path.join(root, 'package-lock.json'))).packages;
// `npm ci` writes this list of the installed packages.
const installedText = read(path.join(root, 'node_modules', '.package-lock.json'));
const installed = installedText === '' ? {} : JSON.parse(installedText).packages;
const isInstalled = Object.entries(wanted).every(
  ([name, entry]) => name === '' || entry.optional === true || installed[name]?.version === entry.version,
);

if (!isInstalled) {
  console.error('Installing the dependencies (once) ...');
  const npm = process.env.npm_execpath;
  const [command, first] = npm === undefined ? ['npm', []] : [process.execPath, [npm]];
  const run = spawnSync(command, [...first, 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: npm === undefined && process.platform === 'win32',
  });
  if (run.status !== 0) {
    console.error('npm ci failed; see the lines above.');
    process.exit(1);
  }
}

const pinned = path.join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
if (!existsSync(pinned) && major < 24) {
  console.error(
    `There is no npm package with Node 24 for ${process.platform}-${process.arch}: please run this with Node 24 or newer.`,
  );
  process.exit(1);
}
