import { describe, expect, it } from 'vitest';
import { originSchema } from '#connectors/sdk/origin.ts';

describe('the address of a system', () => {
  const schema = originSchema('https://api.vendor.example');

  it('is the vendor’s when none is set', () => {
    expect(schema.parse(undefined)).toBe('https://api.vendor.example');
  });

  it('may be https anywhere and http on this machine, and loses its trailing slash', () => {
    expect(schema.parse('https://api.vendor.example/v3/')).toBe('https://api.vendor.example/v3');
    expect(schema.parse('http://127.0.0.1:8080')).toBe('http://127.0.0.1:8080');
  });

  it.each([
    'http://api.vendor.example',
    'https://u:p@api.vendor.example',
    'https://a.example/?x=1',
    'ftp://a.example',
    'nonsense',
  ])('is not %s', (address) => {
    expect(schema.safeParse(address).success).toBe(false);
  });
});
