// Staff mask a part of a field. The tests check what the files of the package contain of the field.
import { describe, expect, it } from 'vitest';
import { recordJson, recordRow } from '#answer/files/data-files.ts';
import { shownHtml } from '#answer/pages/shown-html.ts';
import type { AnswerRecord } from '#answer/records.ts';
import type { Json } from '#domain/json.ts';
import { maskShown } from '#domain/presentation/mask.ts';
import { present } from '#domain/presentation/present.ts';
import { textOf, type Shown } from '#domain/presentation/shown.ts';
import { presentationWords } from '#domain/presentation/words.ts';
import { parseCsv } from './csv.ts';
import { field } from './sample.ts';

const reader = { language: 'sv', timeZone: 'Europe/Stockholm' } as const;
const note = field('Anteckning', 'Note', { written: { as: 'html' } });

function masked(value: Json, part: string): Shown {
  const shown = present(value, note, reader);
  const from = textOf(shown).indexOf(part);
  expect(from).toBeGreaterThanOrEqual(0);
  return maskShown(shown, [{ from, to: from + part.length, letter: null }], presentationWords.sv.mark);
}
function record(shown: Shown): AnswerRecord {
  return {
    resource: 'note',
    id: '1',
    partOf: null,
    fields: [
      { name: 'note', title: note.title, field: note, content: { kind: 'masked', shown } },
      { name: 'city', title: note.title, field: note, content: { kind: 'stored', value: 'Umeå' } },
    ],
    documents: [],
    documentsWithheld: 0,
  };
}

describe('A masked field', () => {
  const cases: readonly (readonly [string, Json, string, string])[] = [
    ['HTML', '<p>Ring <b>Bo Ek</b> &amp; Åsa</p>', 'Bo Ek', 'Ring [annan person] & Åsa'],
    [
      'HTML with its source',
      '<p title="x">Ring <b>Bo</b> Ek</p>',
      'Bo Ek',
      'Ring [annan person]\nTexten som den står i systemet:\n[annan person]',
    ],
    ['a list', ['Bo Ek', 'Åsa Berg'], 'Bo Ek', '• [annan person]\n• Åsa Berg'],
    ['an object', { granne: 'Bo Ek', 'Bo Ek': 1 }, 'Bo Ek\nBo Ek', 'granne: [annan person]\n[annan person]: 1'],
    ['a date', '1980-01-31', '31 januari 1980', '[annan person]'],
    ['a formula', '=Bo Ek', 'Bo Ek', '=[annan person]'],
  ];

  it.each(cases)('is in JSON and CSV as it is shown, without the stored text: %s', (_, value, part, text) => {
    const one = record(masked(value, part));
    expect(recordJson('crm', one)).toEqual({ id: '1', fields: { note: text, city: 'Umeå' } });
    const row = recordRow('crm', one, ['note', 'city', 'other'], ';');
    expect(parseCsv(row, ';')).toEqual([['1', text.replace(/^=/, "'="), 'Umeå', '', '']]);
    expect(JSON.stringify(recordJson('crm', one)) + row).not.toMatch(/Bo|Ek|<b>|1980/);
  });

  it.each(cases)('is on the page with the mark, without the stored text: %s', (_, value, part) => {
    const html = shownHtml(masked(value, part)).text;
    expect(html).toContain('[annan person]');
    expect(html).not.toMatch(/Bo|Ek|&lt;b&gt;|1980/);
  });
});
