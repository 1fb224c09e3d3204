/** An IP address as its bytes: 4 of IPv4 (RFC 791), 16 of IPv6 (RFC 4291). */
export type IpAddress = readonly number[];

/** A network in CIDR notation (RFC 4632). */
export interface Network {
  readonly address: IpAddress;
  /** The length of the prefix: how many leading bits are the same in all addresses of the network. */
  readonly bits: number;
}

/**
 * Reads an address in its standard spelling: IPv6, or four decimal numbers without leading zeros. `127.1`,
 * `0x7f.0.0.1`, `2130706433` and an address with a zone (`fe80::1%eth0`) are refused.
 */
export function readIpAddress(text: string): IpAddress | undefined {
  return text.includes(':') ? readIpv6(text) : readIpv4(text);
}

/** Reads a network: `10.0.0.0/8`, `fd00::/8`. The bits after the prefix must be zero. */
export function readNetwork(text: string): Network | undefined {
  const match = /^([0-9a-f.:]+)\/(0|[1-9]\d{0,2})$/i.exec(text);
  const address = readIpAddress(match?.[1] ?? '');
  const bits = Number(match?.[2]);
  if (address === undefined || bits > address.length * 8) return undefined;
  const rest = address.some((byte, index) => (byte & ~maskOf(index, bits) & 0xff) !== 0);
  return rest ? undefined : { address, bits };
}

/** Whether an address belongs to a network. */
export function isIn(address: IpAddress, network: Network): boolean {
  return (
    address.length === network.address.length &&
    address.every((byte, index) => ((byte ^ (network.address[index] ?? 0)) & maskOf(index, network.bits)) === 0)
  );
}

/** Whether every address of `inner` belongs to `outer`. */
export function isWithin(inner: Network, outer: Network): boolean {
  return inner.bits >= outer.bits && isIn(inner.address, outer);
}

function maskOf(byte: number, bits: number): number {
  const left = Math.min(8, Math.max(0, bits - byte * 8));
  return (0xff << (8 - left)) & 0xff;
}

function readIpv4(text: string): IpAddress | undefined {
  if (!/^(?:(?:0|[1-9]\d{0,2})(?:\.(?!$)|$)){4}$/.test(text)) return undefined;
  const bytes = text.split('.').map(Number);
  return bytes.every((byte) => byte <= 255) ? bytes : undefined;
}

function readIpv6(text: string): IpAddress | undefined {
  const [head = '', tail, ...more] = text.split('::');
  if (more.length > 0) return undefined;
  const before = wordsOf(head, tail === undefined);
  const after = tail === undefined ? [] : wordsOf(tail, true);
  if (before === undefined || after === undefined) return undefined;
  const missing = 16 - before.length - after.length;
  if (tail === undefined ? missing !== 0 : missing < 2) return undefined;
  return [...before, ...Array.from({ length: missing }, () => 0), ...after];
}

/**
 * The bytes of the groups of an IPv6 address, which colons separate. `last`: the text is the end of the address, so its
 * last group may be an IPv4 address (`::ffff:192.0.2.1`).
 */
function wordsOf(text: string, last: boolean): number[] | undefined {
  if (text === '') return [];
  const groups = text.split(':');
  const bytes: number[] = [];
  for (const [index, group] of groups.entries()) {
    if (last && index === groups.length - 1 && group.includes('.')) {
      const four = readIpv4(group);
      if (four === undefined) return undefined;
      bytes.push(...four);
      continue;
    }
    if (!/^[0-9a-f]{1,4}$/i.test(group)) return undefined;
    const word = Number.parseInt(group, 16);
    bytes.push(word >> 8, word & 0xff);
  }
  return bytes;
}
