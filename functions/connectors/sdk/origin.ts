import * as z from 'zod';

/**
 * A system's base address as an operator writes it: https, or http on this very machine; without a path's trailing
 * slash.
 */
export const addressSchema = z
  .url({ protocol: /^https?$/, error: 'must be an https address' })
  .refine(isSafe, 'must be https, without user name, query or fragment')
  .transform((address) => address.replace(/\/+$/, ''));

/** As `addressSchema`; the vendor's own address is the default. */
export function originSchema(vendor: string) {
  return addressSchema.default(vendor);
}

function isSafe(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username, password, search, hash } = new URL(address);
  const encrypted = protocol === 'https:' || hostname === '127.0.0.1' || hostname === 'localhost';
  return encrypted && username === '' && password === '' && search === '' && hash === '';
}
