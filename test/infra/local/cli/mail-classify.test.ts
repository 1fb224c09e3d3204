import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mailClassify } from '#infra/local/cli/mail-classify.ts';
import { rawMail } from '../../../domain/mail/mail.ts';

const passes = '{"spf":"PASS","dkim":"PASS","dmarc":"PASS","virus":"PASS","spam":"PASS"}';
let folder = '';
let file = '';

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'mail-classify-'));
  file = path.join(folder, 'request.eml');
  writeFileSync(file, rawMail('Hej, jag vill veta vilka uppgifter ni har om mig.'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Runs the command. Returns its parsed lines and its exit code. */
async function run(...args: readonly string[]): Promise<{ code: number; lines: string[] }> {
  const lines: string[] = [];
  return { code: await mailClassify(args, (line) => lines.push(line)), lines };
}

describe('utdrag mail classify', () => {
  it('prints one object on one line', async () => {
    const { code, lines } = await run(file, '--verdicts', passes);
    expect(code).toBe(0);
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      from: 'olle@example.org',
      channel: 'email',
      language: 'sv',
      rights: ['access'],
      identifiers: [],
      attachments: 0,
      authenticated: true,
      disposition: 'open-case',
      verdicts: JSON.parse(passes) as object,
    });
    expect(await run(`--verdicts=${passes}`, file)).toEqual({ code, lines });
  });

  it('treats verdicts as missing without the option, and also those that are absent or unknown in it', async () => {
    const [none, some] = [await run(file), await run(file, '--verdicts', '{"spf":"PASS","dmarc":"GREAT"}')];
    expect(JSON.parse(none.lines[0] ?? '')).toMatchObject({
      verdicts: { spf: null, dkim: null, dmarc: null, virus: null, spam: null },
      disposition: 'hold',
      holdReason: 'sender-not-authenticated',
    });
    expect(JSON.parse(some.lines[0] ?? '')).toMatchObject({
      verdicts: { spf: 'PASS', dmarc: null },
      disposition: 'hold',
    });
  });

  it('its help says that a mail with missing verdicts is held', async () => {
    const { code, lines } = await run('--help');
    expect(code).toBe(0);
    expect(lines.join('\n')).toMatch(/verdict is missing: a request is then held/);
  });

  it.each([
    ['no such file', ['/nowhere/x.eml'], 'the file cannot be read'],
    ['a folder', ['/'], 'the file cannot be read'],
    ['no file', [], 'exactly one file'],
    ['two files', ['a.eml', 'b.eml'], 'exactly one file'],
    ['an unknown option', ['--sender', 'x'], 'no such option'],
    ['verdicts that are no JSON', ['a.eml', '--verdicts', 'PASS'], '--verdicts takes'],
    ['verdicts that are no object', ['a.eml', '--verdicts', '[]'], '--verdicts takes'],
    ['no verdicts', ['a.eml', '--verdicts'], '--verdicts takes'],
  ])('%s: exit 1 and what is wrong', async (_, args, words) => {
    const { code, lines } = await run(...args);
    expect(code).toBe(1);
    expect(JSON.parse(lines[0] ?? '')).toEqual({ error: expect.stringContaining(words) as string });
  });

  it('says why a mail cannot be read, and repeats nothing of it', async () => {
    const large = path.join(folder, 'large.eml');
    writeFileSync(large, `From: olle@example.org\r\n${'X: hemligt\r\n'.repeat(2_000)}\r\n`);
    const { code, lines } = await run(large);
    expect(code).toBe(1);
    expect(lines).toEqual(['{"error":"this is not a mail that can be read: too-many-headers"}']);
  });
});
