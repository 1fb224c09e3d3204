import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const file = path.resolve(import.meta.dirname, '../../../../infra/local/cli/utdrag.ts');
const commands = [
  'export verify',
  'audit verify',
  'connector check',
  'mail classify',
  'deadline',
  'identifier',
  'screen',
  'organisation check',
  'letter preview',
  'schema print',
];

function run(...words: readonly string[]): {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
} {
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...words], { input: '', encoding: 'utf8' });
  return { code: status, out: stdout, error: stderr };
}

describe('The command line', () => {
  it('lists its commands when it is asked for help', () => {
    const { code, out, error } = run('--help');
    expect([code, error]).toEqual([0, '']);
    for (const command of commands) expect(out).toContain(`  ${command}`);
  });

  it.each(commands)('explains %s', (command) => {
    const { code, out, error } = run(...command.split(' '), '--help');
    expect([code, error]).toEqual([0, '']);
    expect(out).toContain(command);
    expect(out).toMatch(/Exit/);
  });

  it.each([[[]], [['nonsense']], [['export', 'nonsense']]])(
    'answers %j with the list, because it is no command, with exit code 2',
    (words) => {
      const { code, out, error } = run(...words);
      expect([code, out]).toEqual([2, '']);
      for (const command of commands) expect(error).toContain(`  ${command}`);
    },
  );

  it.each([
    [['nope'], 'There is no command "nope".'],
    [['export', 'nope', 'file.zip'], 'There is no command "export nope".'],
    [['nope', '--flag'], 'There is no command "nope".'],
    [[], 'Name a command.'],
  ])('answers %j with the unknown command first, and then the commands that exist', (words, said) => {
    expect(run(...words).error.split('\n')[0]).toBe(`${said} The commands are: ${commands.join(', ')}.`);
  });

  it('claims no more about a check than the check does: a package is not signed', () => {
    const { out } = run('export', 'verify', '--help');
    expect(out).toContain('The package is not signed');
    expect(out).toContain('"signature":"none"');
  });
});
