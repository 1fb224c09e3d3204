import { describe, expect, it } from 'vitest';
import type { NumberFormats } from '#domain/identifiers/number-formats.ts';
import { classified, passed, rawMail } from './mail.ts';

const numbers: NumberFormats = {
  customerNumber: { pattern: 'K-######', separators: '- ', foldCase: true },
  orderNumber: { pattern: '####/##' },
};
const stated = async (text: string, formats = numbers): Promise<readonly string[]> =>
  (
    await classified(rawMail(`Hej, vilka uppgifter har ni om mig? ${text}`), passed, { numbers: formats })
  ).identifiers.map(({ kind, value }) => `${kind} ${value}`);

describe('A number that a mail states', () => {
  it.each([
    ['Mitt kundnummer är K-0042 17.', 'customerNumber K-004217'],
    ['Kundnummer: k004217', 'customerNumber K-004217'],
    ['Kundnr K-004217 2019', 'customerNumber K-004217'],
    ['Order 2025/17', 'orderNumber 2025/17'],
  ])('%s is written as the controller’s format has it', async (text, identifier) => {
    expect(await stated(text)).toContain(identifier);
  });

  it('that does not match the format is reported as it is written, and equals only itself', async () => {
    expect(await stated('Mitt kundnummer är K-0042.')).toEqual(['customerNumber K-0042']);
    expect(await stated('Mitt kundnummer är K-0042 17.', {})).toEqual(['customerNumber K-0042']);
    expect(await stated('Kundnummer K004217', {})).toEqual(['customerNumber K004217']);
  });
});
