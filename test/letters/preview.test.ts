import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import PostalMime from 'postal-mime';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { letterPreview } from '#infra/local/cli/letter-preview.ts';
import { codeOf, letterNames } from '#domain/case/letters/letters.ts';

describe('utdrag letter preview', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'utdrag-letters-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const run = async (...args: string[]) => {
    const lines: string[] = [];
    return { code: await letterPreview(args, (line) => lines.push(line)), lines };
  };

  it('writes every letter in both languages as text, as HTML and as a mail, and a page that lists them', async () => {
    const { code, lines } = await run('--out', folder);
    expect(code).toBe(0);
    expect(lines.every((line) => readFileSync(line).length > 0)).toBe(true);
    const contents = readFileSync(path.join(folder, 'index.html'), 'utf8');
    for (const language of ['sv', 'en']) {
      const files = readdirSync(path.join(folder, language));
      for (const letter of letterNames.map(codeOf))
        for (const ending of ['txt', 'html', 'eml']) {
          expect(files).toContain(`${letter}-1.${ending}`);
          expect(contents).toContain(`href="${language}/${letter}-1.${ending}"`);
        }
    }
    expect(lines).toHaveLength(readdirSync(path.join(folder, 'sv')).length * 2 + 1);
  });

  it('writes a mail with the same words as the letter', async () => {
    await run('--out', folder, '--language', 'sv', '--letter', 'refusal');
    const mail = await PostalMime.parse(readFileSync(path.join(folder, 'sv/M6-2.eml')));
    expect(mail.subject).toBe('Beslut om din begäran (ärende 0abc-1def-2ghj-3kmn)');
    expect(mail.text?.replaceAll('\r\n', '\n').trim()).toBe(
      readFileSync(path.join(folder, 'sv/M6-2.txt'), 'utf8').trim(),
    );
    expect(mail.html?.replaceAll('\r\n', '\n').trim()).toBe(
      readFileSync(path.join(folder, 'sv/M6-2.html'), 'utf8').trim(),
    );
  });

  it('writes only one language and one letter if the options say so', async () => {
    const { lines } = await run('--out', folder, '--language', 'en', '--code', 'M1');
    expect(lines.map((line) => path.relative(folder, line))).toEqual([
      ...[1, 2, 3].flatMap((number) => ['txt', 'html', 'eml'].map((ending) => `en/M1-${number}.${ending}`)),
      'index.html',
    ]);
  });

  it.each([
    [['--language', 'sv'], '--out DIR is needed'],
    [['--out', 'x', '--language', 'fr'], '--language is one of sv, en'],
    [['--out', 'x', '--code', 'M31'], '--letter is one of acknowledgement (M1)'],
    [['--out', 'x', '--colour'], '--colour'],
  ])('says what is wrong with %o', async (args, message) => {
    await expect(run(...args)).rejects.toThrow(message);
  });

  it('its help lists the letters', async () => {
    const { code, lines } = await run('--help');
    expect(code).toBe(0);
    expect(lines.join('\n')).toMatch(/refusal \(M6\)/);
  });
});
