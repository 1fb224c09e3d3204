import * as z from 'zod';
import { isIn, isWithin, readIpAddress, readNetwork, type IpAddress, type Network } from './ip-address.ts';

/**
 * The class of an address. `never`: the product does not connect to it, because no system of an organisation can have
 * it. Such addresses are link-local, metadata services, multicast or documentation, or contain an IPv4 address (6to4).
 */
export type Reach = 'public' | 'private' | 'never';

const loopback = networks('127.0.0.0/8', '::1/128');
// Private networks of RFC 1918, RFC 6598 (shared by carriers), RFC 2544 (benchmarks) and RFC 4193 (unique local).
const privateNetworks = [
  ...loopback,
  ...networks('10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10', '198.18.0.0/15', 'fc00::/7'),
];
const never = networks(
  // Networks of IANA's registry of special-purpose IPv4 addresses: "this network", link-local, assignments of IETF,
  // documentation, relays of 6to4, multicast, reserved and broadcast.
  '0.0.0.0/8',
  '169.254.0.0/16',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
  // Metadata services outside the link-local network: of Azure, Alibaba Cloud, AWS, Google Cloud, Scaleway, Oracle
  // Cloud (its link-local IPv4 address, written as IPv6) and Akamai. Also the local service of Tailscale.
  '168.63.129.16/32',
  '100.100.100.200/32',
  'fd00:ec2::/32',
  'fd20:ce::254/128',
  'fd00:42::42/128',
  'fd00:c1::a9fe:0/112',
  'fd00:a9fe:a9fe::/48',
  '100.100.100.100/32',
  'fd7a:115c:a1e0::53/128',
  // Assignments of IETF, which include Teredo; documentation; 6to4.
  '2001::/23',
  '2001:db8::/32',
  '3fff::/20',
  '2002::/16',
);
const globalUnicast = networks('2000::/3');
const mapped = networks('::ffff:0:0/96');
/** NAT64 (RFC 6052): addresses through which a machine without IPv4 reaches an IPv4 address. */
const translated = networks('64:ff9b::/96');

/** The class of an address in its standard spelling. For any other text it is `never`. */
export function reachOf(address: string): Reach {
  const bytes = readIpAddress(address);
  return bytes === undefined ? 'never' : reachOfBytes(bytes);
}

function reachOfBytes(bytes: IpAddress): Reach {
  if (some(mapped, bytes)) return reachOfBytes(bytes.slice(12));
  if (some(translated, bytes)) return reachOfBytes(bytes.slice(12)) === 'public' ? 'public' : 'never';
  if (some(never, bytes)) return 'never';
  if (some(privateNetworks, bytes)) return 'private';
  return bytes.length === 4 || some(globalUnicast, bytes) ? 'public' : 'never';
}

/**
 * Whether a system may be reached at this address. The address must be public, or be in one of the private networks
 * that the settings of the system list (`named`).
 */
export function mayReach(address: string, named: readonly PrivateNetwork[]): boolean {
  const reach = reachOf(address);
  if (reach !== 'private') return reach === 'public';
  const bytes = readIpAddress(address) ?? [];
  const own = some(mapped, bytes) ? bytes.slice(12) : bytes;
  return named.some((name) => (name === 'loopback' ? some(loopback, own) : some(networks(name), own)));
}

/** Whether an address is a loopback address of this machine. */
export function isLoopback(address: string): boolean {
  return mayReach(address, ['loopback']) && reachOf(address) === 'private';
}

/**
 * A private network in which a system may be reached. The value is `loopback` for this machine, or CIDR notation within
 * one of the registered private networks.
 */
export const privateNetworkSchema = z
  .string()
  .refine(isPrivateNetwork, 'must be loopback or a private network such as 10.20.0.0/16 or fd12:3456::/32');
export type PrivateNetwork = z.infer<typeof privateNetworkSchema>;

function isPrivateNetwork(text: string): boolean {
  if (text === 'loopback') return true;
  const network = readNetwork(text);
  return network !== undefined && privateNetworks.some((outer) => isWithin(network, outer));
}

function networks(...texts: readonly string[]): readonly Network[] {
  return texts.flatMap((text) => readNetwork(text) ?? []);
}

function some(among: readonly Network[], address: IpAddress): boolean {
  return among.some((network) => isIn(address, network));
}
