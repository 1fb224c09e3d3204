import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readIpAddress } from '#domain/network/ip-address.ts';
import { mayReach, privateNetworkSchema, reachOf } from '#domain/network/reach.ts';

describe('An address', () => {
  it.each([
    ['93.184.215.14', 'public'],
    ['2606:2800:21f:cb07:6820:80da:af6b:8b2c', 'public'],
    ['64:ff9b::5db8:d70e', 'public'],
    ['::ffff:93.184.215.14', 'public'],
    ['127.0.0.1', 'private'],
    ['127.255.255.254', 'private'],
    ['10.1.2.3', 'private'],
    ['172.31.255.255', 'private'],
    ['172.32.0.1', 'public'],
    ['192.168.0.1', 'private'],
    ['100.64.0.1', 'private'],
    ['100.128.0.1', 'public'],
    ['::1', 'private'],
    ['fd12:3456::1', 'private'],
    ['::ffff:10.0.0.1', 'private'],
    ['::ffff:7f00:1', 'private'],
    ['0.0.0.0', 'never'],
    ['169.254.169.254', 'never'],
    ['169.254.170.2', 'never'],
    ['::ffff:169.254.169.254', 'never'],
    ['::ffff:a9fe:a9fe', 'never'],
    ['64:ff9b::a9fe:a9fe', 'never'],
    ['64:ff9b::10.0.0.1', 'never'],
    ['64:ff9b:1::a9fe:a9fe', 'never'],
    ['2002:a9fe:a9fe::1', 'never'],
    ['2002:7f00:1::1', 'never'],
    ['2001:0:a9fe:a9fe::1', 'never'],
    ['::169.254.169.254', 'never'],
    ['::', 'never'],
    ['fe80::1', 'never'],
    ['fe80::1%eth0', 'never'],
    ['fec0::1', 'never'],
    ['fd00:ec2::254', 'never'],
    ['fd00:0ec2:0:0:0:0:0:254', 'never'],
    ['fd20:ce::254', 'never'],
    ['fd00:42::42', 'never'],
    ['fd00:0042:0:0:0:0:0:0042', 'never'],
    ['fd00:42::43', 'private'],
    ['fd00:c1::a9fe:a9fe', 'never'],
    ['fd00:c1::169.254.169.254', 'never'],
    ['fd00:a9fe:a9fe::1', 'never'],
    ['100.100.100.200', 'never'],
    ['100.100.100.100', 'never'],
    ['fd7a:115c:a1e0::53', 'never'],
    ['::ffff:6464:64c8', 'never'],
    ['0:0:0:0:0:ffff:a9fe:a9fe', 'never'],
    ['0000:0000:0000:0000:0000:FFFF:169.254.169.254', 'never'],
    ['::ffff:0:169.254.169.254', 'never'],
    ['::ffff:0:0:a9fe', 'never'],
    ['168.63.129.16', 'never'],
    ['192.0.0.192', 'never'],
    ['224.0.0.1', 'never'],
    ['255.255.255.255', 'never'],
    ['240.0.0.1', 'never'],
    ['ff02::1', 'never'],
    ['2001:db8::1', 'never'],
    ['100::1', 'never'],
  ])('%s is %s', (address, reach) => {
    expect(reachOf(address)).toBe(reach);
  });

  it.each([
    '127.1',
    '0x7f.0.0.1',
    '2130706433',
    '0177.0.0.1',
    '127.0.0.01',
    '127.0.0.1.',
    '1.2.3.4.5',
    '256.1.1.1',
    ':',
    '1::2::3',
    '1:2:3:4:5:6:7',
    '12345::',
    '::1.2.3',
    'localhost',
    '',
  ])('is not read from the unusual spelling %s', (text) => {
    expect(readIpAddress(text)).toBeUndefined();
    expect(mayReach(text, ['loopback'])).toBe(false);
  });

  it('is read from every standard spelling, as the same address', () => {
    fc.assert(
      fc.property(fc.oneof(fc.ipV6(), fc.ipV4()), (text) => {
        const bytes = readIpAddress(text);
        expect(bytes).toHaveLength(text.includes(':') ? 16 : 4);
        const shortest = new URL(`http://${text.includes(':') ? `[${text}]` : text}/`).hostname.replace(/^\[|\]$/g, '');
        expect(readIpAddress(shortest)).toEqual(bytes);
      }),
    );
  });
});

describe('A private network that a system names', () => {
  it('permits its own addresses and no others', () => {
    expect(mayReach('127.0.0.1', [])).toBe(false);
    expect(mayReach('127.0.0.1', ['loopback'])).toBe(true);
    expect(mayReach('::1', ['loopback'])).toBe(true);
    expect(mayReach('::ffff:127.0.0.1', ['loopback'])).toBe(true);
    expect(mayReach('10.0.0.1', ['loopback'])).toBe(false);
    expect(mayReach('10.20.3.4', ['10.20.0.0/16'])).toBe(true);
    expect(mayReach('10.21.3.4', ['10.20.0.0/16'])).toBe(false);
    expect(mayReach('fd12:3456::7', ['fd12:3456::/32'])).toBe(true);
  });

  it('never permits addresses at which a machine or a cloud gives out data about itself', () => {
    for (const address of [
      'fd00:ec2::254',
      'fd20:ce::254',
      'fd00:c1::a9fe:a9fe',
      '100.100.100.200',
      '::ffff:100.100.100.200',
      '169.254.169.254',
      '0.0.0.0',
    ])
      for (const named of [['fc00::/7'], ['100.64.0.0/10'], ['100.100.100.200/32'], ['fd00:ec2::254/128']])
        expect(mayReach(address, ['loopback', ...named])).toBe(false);
  });

  it.each([
    '169.254.0.0/16',
    '0.0.0.0/0',
    '::/0',
    'fe80::/10',
    '8.8.8.0/24',
    '10.0.0.1/8',
    '10.0.0.0',
    '10.0.0.0/33',
    '10.0.0.0/08',
    '172.16.0.0/11',
    '127.0.0.0/7',
    'Loopback',
    'localhost',
    '::ffff:10.0.0.0/104',
    '',
  ])('is not %s', (text) => {
    expect(privateNetworkSchema.safeParse(text).success).toBe(false);
  });

  it.each(['loopback', '10.0.0.0/8', '10.1.2.3/32', '192.168.0.0/16', 'fd12:3456::/32', '127.0.0.0/8', '::1/128'])(
    'may be %s',
    (text) => {
      expect(privateNetworkSchema.parse(text)).toBe(text);
    },
  );
});
