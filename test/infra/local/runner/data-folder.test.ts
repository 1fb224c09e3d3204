import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keep } from '#infra/local/kept-file.ts';
import { FolderInUse, takeDataFolder } from '#infra/local/runner/data-folder.ts';
import { mountSmallDisk } from '#test/support/small-disk.ts';

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

  it('is complete, even if an earlier process was killed while it made the file', () => {
    writeFileSync(path.join(folder, 'keys.json.new'), '{"acc');
    expect(keep(folder, 'keys.json', () => '{"access":{}}')).toBe('{"access":{}}');
    expect(readFileSync(path.join(folder, 'keys.json'), 'utf8')).toBe('{"access":{}}');
  });

  it('does not appear under its name if it cannot be written', () => {
    const makeIt = (): string => {
      throw new Error('no randomness');
    };
    expect(() => keep(folder, 'keys.json', makeIt)).toThrow('no randomness');
    expect(existsSync(path.join(folder, 'keys.json'))).toBe(false);
  });
});

describe('A data folder', () => {
  const taker = path.join(import.meta.dirname, 'folder-taker.ts');
  const children: ChildProcess[] = [];
  afterEach(() => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
  });

  /** A process that takes the folder and keeps it. Returns what it prints: `taken`, or why not. */
  async function taking(): Promise<{ readonly said: string; readonly child: ChildProcess }> {
    const child = spawn(process.execPath, [taker, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
    children.push(child);
    return { said: await firstLine(child), child };
  }

  async function firstLine(child: ChildProcess): Promise<string> {
    let text = '';
    for await (const part of child.stdout ?? []) {
      text += String(part);
      if (text.includes('\n')) break;
    }
    return text.trim();
  }

  it('belongs to one process until it releases the folder', async () => {
    const { said, child } = await taking();
    expect(said).toBe('taken');
    expect(() => takeDataFolder(folder)).toThrow(new FolderInUse(`another run (process ${child.pid}) uses ${folder}`));
    child.kill('SIGKILL');
    await once(child, 'exit');
    const release = takeDataFolder(folder);
    expect(() => takeDataFolder(folder)).toThrow(FolderInUse);
    expect(readFileSync(path.join(folder, 'lock'), 'utf8')).toBe(String(process.pid));
    release();
    takeDataFolder(folder)();
    expect(existsSync(path.join(folder, 'lock'))).toBe(false);
  });

  it('is taken by exactly one of several processes that start at the same moment', async () => {
    const all = await Promise.all(Array.from({ length: 4 }, taking));
    expect(all.filter(({ said }) => said === 'taken')).toHaveLength(1);
    expect(all.filter(({ said }) => said.startsWith('FolderInUse: another run'))).toHaveLength(3);
  });

  it.skipIf(process.platform === 'win32')(
    'of a process that has ended and whose parent has not noticed it (a zombie) is taken over',
    async () => {
      // The shell becomes `sleep`, which never asks for the exit status of its child.
      const parent = spawn('sh', ['-c', '"$0" "$1" "$2" & exec sleep 60', process.execPath, taker, folder], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      children.push(parent);
      expect(await firstLine(parent)).toBe('taken');
      const pid = Number(readFileSync(path.join(folder, 'lock'), 'utf8'));
      process.kill(pid, 'SIGKILL');
      await vi.waitFor(() => takeDataFolder(folder)(), { timeout: 30_000 });
      expect(() => process.kill(pid, 0)).not.toThrow();
    },
  );

  it.each([
    ['whose process was killed', '2147483646'],
    ['whose process was killed while it took it', ''],
    ['whose process had the number that another program has now', String(process.ppid)],
    ['whose process had the number 1, in a container', '1'],
  ])('%s is taken over', (_, content) => {
    writeFileSync(path.join(folder, 'lock'), content);
    const release = takeDataFolder(folder);
    release();
  });

  it('with almost no disk space is refused with one sentence, and stays unchanged', () => {
    const disk = mountSmallDisk(1 << 20);
    // This machine does not permit mounting.
    if (typeof disk === 'string') return;
    try {
      expect(() => takeDataFolder(disk.folder)).toThrow(
        /^The disk of \S+ has too little free space to start: [0-9]+ KiB are free, and 8192 KiB are needed\.$/,
      );
      expect(readdirSync(disk.folder)).toEqual([]);
    } finally {
      disk.unmount();
    }
  });
});
