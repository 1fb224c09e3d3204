import { isIP } from 'node:net';

/**
 * The network prefix of an IP address: 24 bits of an IPv4 address, or 64 bits of an IPv6 address. The limits count
 * requests by prefix, because one customer of an internet provider can use many addresses: usually all IPv6 addresses
 * with the same 64 bits, and often another IPv4 address with the same 24 bits. A text that is no IP address is returned
 * as it is.
 */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  switch (isIP(plain)) {
    case 4:
      return plain.split('.').slice(0, 3).join('.');
    case 6:
      return firstGroups(plain);
    default:
      return plain;
  }
}

/** The first four of the eight groups of an IPv6 address, without leading zeros. */
function firstGroups(address: string): string {
  const [head = '', tail] = address.toLowerCase().split('::');
  const before = groupsIn(head);
  const after = tail === undefined ? [] : groupsIn(tail);
  const zeros = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0');
  return [...before, ...(tail === undefined ? [] : zeros), ...after]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}

/**
 * The groups in a part of an IPv6 address. An IPv4 address at the end counts as two groups; their values do not matter,
 * because only the first four groups are used.
 */
function groupsIn(text: string): readonly string[] {
  return text === '' ? [] : text.split(':').flatMap((group) => (group.includes('.') ? ['0', '0'] : [group]));
}
