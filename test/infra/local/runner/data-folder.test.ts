import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FolderInUse, keep, takeDataFolder } from '#infra/local/runner/data-folder.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'data-folder-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('A small file that is kept', () => {
  it('is made once, readable by its owner only', () => {
    expect(keep(folder, 'keys.json', () => 'first')).toBe('first');
    expect(keep(folder, 'keys.json', () => 'second')).toBe('first');
    expect(statSync(path.join(folder, 'keys.json')).mode & 0o777).toBe(0o600);
  });

  it('is whole, also when an earlier process was killed while it made it', () => {
    writeFileSync(path.join(folder, 'keys.json.new'), '{"acc');
    expect(keep(folder, 'keys.json', () => '{"access":{}}')).toBe('{"access":{}}');
    expect(readFileSync(path.join(folder, 'keys.json'), 'utf8')).toBe('{"access":{}}');
  });

  it('does not appear under its name when it cannot be written', () => {
    const makeIt = (): string => {
      throw new Error('no randomness');
    };
    expect(() => keep(folder, 'keys.json', makeIt)).toThrow('no randomness');
    expect(existsSync(path.join(folder, 'keys.json'))).toBe(false);
  });
});

describe('A data folder', () => {
  const dead = '2147483646';

  it('is held by one process, until it lets go', () => {
    writeFileSync(path.join(folder, 'lock'), String(process.ppid));
    expect(() => takeDataFolder(folder)).toThrow(FolderInUse);
    rmSync(path.join(folder, 'lock'));
    const release = takeDataFolder(folder);
    expect(readFileSync(path.join(folder, 'lock'), 'utf8')).toBe(String(process.pid));
    release();
    expect(existsSync(path.join(folder, 'lock'))).toBe(false);
  });

  it.each([
    ['whose process was killed', dead],
    ['whose process was killed while it took it', ''],
  ])('%s is taken over', (_, content) => {
    writeFileSync(path.join(folder, 'lock'), content);
    const release = takeDataFolder(folder);
    release();
  });
});
