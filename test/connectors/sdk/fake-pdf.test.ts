import { expect, it } from 'vitest';
import { fakePdf } from '#connectors/sdk/fake-pdf.ts';

it('writes a PDF whose table has the positions of its objects, and whose stream has the stated length', () => {
  const text = Buffer.from(fakePdf('Avtal (kopia) \\ åäö', ['Łukasz € – rad 1'])).toString('latin1');
  expect(text.startsWith('%PDF-1.4\n') && text.endsWith('%%EOF\n')).toBe(true);
  const table = Number(/startxref\n(\d+)\n/.exec(text)?.[1]);
  expect(text.slice(table, table + 4)).toBe('xref');
  const offsets = [...text.matchAll(/^(\d{10}) 00000 n $/gm)].map(([, offset]) => Number(offset));
  expect(offsets).toHaveLength(5);
  for (const [index, offset] of offsets.entries())
    expect(text.slice(offset)).toMatch(new RegExp(`^${index + 1} 0 obj\n`));
  const [, length, stream] = /\/Length (\d+) >>\nstream\n([\s\S]*)\nendstream/.exec(text) ?? [];
  expect(stream?.length).toBe(Number(length));
  expect(text).toContain(String.raw`(Avtal \(kopia\) \\ åäö)`);
});

it('gives the same bytes for the same lines', () => {
  expect(fakePdf('A', ['b'])).toEqual(fakePdf('A', ['b']));
  expect(fakePdf('A', ['b'])).not.toEqual(fakePdf('A', ['c']));
});
