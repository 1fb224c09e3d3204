import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { buildConsole, placeConsole } from '#infra/local/console/build-console.ts';
import { hashSources } from '#infra/local/console/sources.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'console-build-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

const sources = {
  'functions/web/console/index.html': '<!doctype html>',
  'functions/web/console/src/deep/page.tsx': 'one',
  'functions/web/console/public/favicon.svg': '<svg/>',
  'functions/api/staff.ts': 'two',
  'functions/commands/refuse.ts': 'two',
  'functions/domain/case/events.ts': 'three',
  'package-lock.json': '{}',
};
const others = {
  'functions/web/console/dist/index.html': 'old',
  'functions/casework/commit/act.ts': 'four',
  'README.md': 'five',
};

function sourceTree(name: string): string {
  const root = path.join(folder, name);
  for (const [file, content] of Object.entries({ ...sources, ...others })) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), content);
  }
  return root;
}

describe('the hash of the sources', () => {
  test.each(Object.keys(sources))('changes with %s', async (file) => {
    const root = sourceTree(`changed ${file.replaceAll('/', ' ')}`);
    const before = await hashSources(root);
    appendFileSync(path.join(root, file), ' ');
    expect(await hashSources(root)).not.toBe(before);
  });

  test('is the same in another folder, and with other files beside the sources', async () => {
    const before = await hashSources(sourceTree('one'));
    const other = sourceTree('two');
    for (const file of Object.keys(others)) appendFileSync(path.join(other, file), 'more');
    expect(await hashSources(other)).toBe(before);
  });
});

describe('a build', () => {
  test('is made once, is for production, and loads nothing from another origin', async () => {
    const outFolder = path.join(folder, 'out');
    const built = await buildConsole({ outFolder });
    expect(path.dirname(built)).toBe(outFolder);
    const made = statSync(path.join(built, 'index.html')).mtimeMs;
    expect(await buildConsole({ outFolder })).toBe(built);
    expect(statSync(path.join(built, 'index.html')).mtimeMs).toBe(made);
    const builds = readdirSync(outFolder).filter((name) => name.startsWith('console-'));
    expect(builds).toEqual([path.basename(built)]);

    const html = readFileSync(path.join(built, 'index.html'), 'utf8');
    const addresses = [...html.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address]) => address);
    expect(addresses.length).toBeGreaterThan(2);
    expect(addresses.filter((address) => !address?.startsWith('/console/'))).toEqual([]);
    // The policy allows neither inline scripts nor `data:` addresses.
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)|<style/);
    const assets = readdirSync(path.join(built, 'assets'));
    const texts = assets.map((name) => readFileSync(path.join(built, 'assets', name), 'utf8'));
    expect(assets.filter((name) => name.endsWith('.map'))).toEqual([]);
    expect(texts.join('')).not.toContain('jsxDEV');
    expect(texts.join('')).not.toContain('url(data:');
  });

  test('is copied with the configuration of the place, or without one if there is none', async () => {
    const built = path.join(folder, 'built');
    mkdirSync(built);
    writeFileSync(path.join(built, 'index.html'), 'new');
    const place = path.join(folder, 'place');
    mkdirSync(place);
    writeFileSync(path.join(place, 'old.js'), 'old');
    const configuration = { issuer: 'https://id.example', clientId: 'console', audience: 'api', api: '' };

    await placeConsole(built, place, configuration);
    expect(readdirSync(place).toSorted()).toEqual(['config.json', 'index.html']);
    expect(JSON.parse(readFileSync(path.join(place, 'config.json'), 'utf8'))).toEqual(configuration);
    expect(readdirSync(built)).toEqual(['index.html']);

    await placeConsole(built, place, undefined);
    expect(readdirSync(place)).toEqual(['index.html']);
  });
});
