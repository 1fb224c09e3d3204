import * as z from 'zod';
import { readIpAddress } from '#domain/network/ip-address.ts';
import { reachOf } from '#domain/network/reach.ts';

/**
 * The schema of a base URL in the settings: https, or http to this machine. Slashes at the end are removed. A URL is
 * refused if it has a user name, a query or a fragment. A host must be in normal form, because a reader could take
 * another form for another host: `0x7f.1`, `2130706433`, capitals, a trailing dot, a non-ASCII name.
 */
export const addressSchema = z
  .url({ protocol: /^https?$/, error: 'must be an https address' })
  .refine(isSafe, 'must be https, without user name, query or fragment')
  .refine(
    isPlain,
    'must be in normal form: an ASCII host name in lower case or an IP address in full, and no port that is the default',
  )
  .refine(isReachable, 'must not be a link-local, metadata or other special address')
  .transform((address) => address.replace(/\/+$/, ''));

/** The same schema as `addressSchema`, with the vendor's own base URL as the default. */
export function originSchema(vendor: string) {
  return addressSchema.default(vendor);
}

function isSafe(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username, password, search, hash } = new URL(address);
  const encrypted = protocol === 'https:' || isThisMachine(hostname);
  return encrypted && username === '' && password === '' && search === '' && hash === '' && !/[?#@]/.test(address);
}

function isThisMachine(hostname: string): boolean {
  return hostname === '127.0.0.1' || hostname === '[::1]' || hostname === 'localhost';
}

function isPlain(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { href, hostname } = new URL(address);
  return href.replace(/\/+$/, '') === address.replace(/\/+$/, '') && !hostname.endsWith('.');
}

function isReachable(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const literal = new URL(address).hostname.replace(/^\[(.*)\]$/, '$1');
  return readIpAddress(literal) === undefined || reachOf(literal) !== 'never';
}
