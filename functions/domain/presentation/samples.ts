import type { Json } from '../json.ts';
import { present } from './present.ts';
import { textOf, type Reader } from './shown.ts';

const months = Array.from({ length: 12 }, (_, month) => `2026-${String(month + 1).padStart(2, '0')}-03`);
const instants = ['2026-01-02T03:04:05Z', '2026-07-20T21:22:23Z'];
const values: readonly Json[] = [...months, ...instants, true, false, null, 1_234_567.5];
const html = '<p>Hej <b>Åsa</b>,<br>se <a href="https://example.org">sidan</a>.</p><ul><li>Ett</li><li>Två</li></ul>';
const htmlField = {
  title: { sv: 'Text', en: 'Text' },
  category: 'other',
  origin: 'provided',
  thirdParty: 'none',
  portable: false,
  written: { as: 'html' },
} as const;

/**
 * How some values are shown to a reader. If a new version of the runtime writes dates in another form, or if HTML is
 * read in another way, these texts change.
 */
export function samplesFor(reader: Reader): readonly string[] {
  return [...values.map((value) => present(value, undefined, reader)), present(html, htmlField, reader)].map(textOf);
}
