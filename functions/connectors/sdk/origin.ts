import * as z from 'zod';

/**
 * A system's base address as an operator writes it: https, or http on this very machine; without a path's trailing
 * slash. The vendor's own address is the default.
 */
export function originSchema(vendor: string): z.ZodType<string> {
  return z
    .url({ protocol: /^https?$/, error: 'must be an https address' })
    .refine((address) => isSafe(new URL(address)), 'must be https, without user name, query or fragment')
    .transform((address) => address.replace(/\/+$/, ''))
    .default(vendor);
}

function isSafe({ protocol, hostname, username, search, hash }: URL): boolean {
  const encrypted = protocol === 'https:' || hostname === '127.0.0.1' || hostname === 'localhost';
  return encrypted && username === '' && search === '' && hash === '';
}
