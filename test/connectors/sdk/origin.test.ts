import { describe, expect, it } from 'vitest';
import { originSchema } from '#connectors/sdk/origin.ts';

describe('the address of a system', () => {
  const schema = originSchema('https://api.vendor.example');

  it('is the vendor’s by default', () => {
    expect(schema.parse(undefined)).toBe('https://api.vendor.example');
  });

  it('may be https anywhere and http on this machine, and loses its trailing slash', () => {
    expect(schema.parse('https://api.vendor.example/v3/')).toBe('https://api.vendor.example/v3');
    expect(schema.parse('http://127.0.0.1:8080')).toBe('http://127.0.0.1:8080');
    expect(schema.parse('http://[::1]:8080/')).toBe('http://[::1]:8080');
    expect(schema.parse('https://10.0.0.1')).toBe('https://10.0.0.1');
    expect(schema.parse('https://xn--mltid-iua.example:8443/v1')).toBe('https://xn--mltid-iua.example:8443/v1');
  });

  it.each([
    'http://api.vendor.example',
    'https://u:p@api.vendor.example',
    'https://a.example/?x=1',
    'ftp://a.example',
    'nonsense',
    'https://a.example/#x',
    'https://@a.example',
    'https://A.example',
    'HTTPS://a.example',
    'https://a.example.',
    'https://måltid.example',
    'https://a.example:443',
    'https://a.example/x/../y',
    'https:a.example',
    'https:\\\\a.example',
    'http://127.1:8080',
    'http://2130706433',
    'http://0x7f.0.0.1',
    'http://0177.0.0.1',
    'http://0.0.0.0',
    'http://10.0.0.1',
    'https://169.254.169.254',
    'https://[::ffff:a9fe:a9fe]',
    'https://[fd00:ec2::254]',
    'https://[fe80::1]',
    'https://0.0.0.0',
    'https://168.63.129.16',
  ])('is not %s', (address) => {
    expect(schema.safeParse(address).success).toBe(false);
  });
});
