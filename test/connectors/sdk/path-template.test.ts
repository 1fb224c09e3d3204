import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ConnectorFailure } from '#connectors/sdk/failure.ts';
import { fillPath, matchesTemplate } from '#connectors/sdk/path-template.ts';

const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string(),
  fc
    .array(fc.constantFrom('.', '..', '/', '\\', '%2e', '%2F', '?', '#', '\0', '\n', ';', '{id}', 'a', '\ud800'))
    .map((parts) => parts.join('')),
);
const template = '/3/customers/{id}/notes/{note}';

describe('a path template', () => {
  it('filled with any value stays the declared call, or is refused', () => {
    let filled = 0;
    fc.assert(
      fc.property(hostile, hostile, (id, note) => {
        let path: string;
        try {
          path = fillPath(template, { id, note });
        } catch (error) {
          expect(error).toBeInstanceOf(ConnectorFailure);
          expect((error as ConnectorFailure).code).toBe('not-declared');
          return;
        }
        filled += 1;
        expect(matchesTemplate(template, path)).toBe(true);
        expect(path.split('/')).toHaveLength(6);
        expect(path.split('/').map(decodeURIComponent)).toEqual(['', '3', 'customers', id, 'notes', note]);
        const url = new URL(`https://api.vendor.example/base${path}`);
        expect([url.pathname, url.search, url.hash]).toEqual([`/base${path}`, '', '']);
      }),
      { numRuns: 5_000 },
    );
    expect(filled).toBeGreaterThan(1_000);
  });

  it.each(['', '.', '..', '\ud800'])('refuses a value that would change the path (%j)', (id) => {
    expect(() => fillPath('/customers/{id}', { id })).toThrow(ConnectorFailure);
  });

  it('refuses a missing value, and the error contains no other value', () => {
    expect(() => fillPath('/customers/{id}/{note}', { id: 'asa@example.org' })).toThrow(/^the value for note/);
  });

  it('does not fill in a text in a value that looks like a parameter', () => {
    expect(fillPath('/{id}/{note}', { id: '{note}', note: 'x' })).toBe('/%7Bnote%7D/x');
  });

  it('matches its own paths only', () => {
    expect(matchesTemplate('/3/invoices/{n}', '/3/invoices/10')).toBe(true);
    for (const other of ['/3/invoices/10/email', '/3/invoices/', '/3/invoices', '/4/invoices/10', '/3/invoices/1/2'])
      expect(matchesTemplate('/3/invoices/{n}', other)).toBe(false);
    expect(matchesTemplate('/v1.0/x', '/v1a0/x')).toBe(false);
  });
});
