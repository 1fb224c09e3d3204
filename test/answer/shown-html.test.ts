// The page shows the same characters as the flat text of a value, because offsets and masks refer to the flat text.
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { shownHtml } from '#answer/pages/shown-html.ts';
import type { Json } from '#domain/json.ts';
import { present } from '#domain/presentation/present.ts';
import { piecesOf } from '#domain/presentation/shown.ts';
import { field } from './sample.ts';

const note = field('Anteckning', 'Note', { written: { as: 'html' } });
const entities = new Map([
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&#39;', "'"],
  ['&amp;', '&'],
]);

it('says on the page each text of a value, in the order of its flat text, and nothing else', () => {
  const text = fc.array(
    fc.constantFrom(
      'a',
      ' ',
      '\n',
      '\r\n',
      '<',
      '>',
      '&',
      '"',
      "'",
      '&amp;',
      '<b>',
      '</b>',
      '<p title="x">',
      '\u202e',
      '😀',
      '2024-02-29',
    ),
    { maxLength: 6 },
  );
  const words = text.map((parts) => parts.join(''));
  const { value } = fc.letrec<{ value: Json }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      words,
      fc.constantFrom(null, true, -1.5),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(words, tie('value'), { maxKeys: 3 }),
    ),
  }));
  fc.assert(
    fc.property(value, (any) => {
      const shown = present(any, note, { language: 'sv', timeZone: 'Europe/Stockholm' });
      const page = shownHtml(shown)
        .text.replaceAll(/<[^>]*>/g, '')
        .replaceAll(/&(?:lt|gt|quot|#39|amp);/g, (entity) => entities.get(entity) ?? '');
      const said = piecesOf(shown)
        .map(({ is, text: piece }) => (is === 'fixed' ? piece.replaceAll(/[•:\n ]/g, '') : piece))
        .join('');
      expect(page.replaceAll(/\s/g, '')).toBe(said.replaceAll(/\s/g, ''));
    }),
  );
});
