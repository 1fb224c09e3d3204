import * as z from 'zod';

const loopback = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * The address of a system as an operator sets it: https, or http on the same machine (a fake); without user, query or
 * fragment. A trailing slash is taken off.
 */
export const baseUrlSchema = z
  .url({ protocol: /^https?$/ })
  .refine((text) => {
    const { protocol, hostname, username, password, search, hash } = new URL(text);
    const secure = protocol === 'https:' || loopback.has(hostname);
    return secure && username === '' && password === '' && search === '' && hash === '';
  }, 'must be an https address without user, query or fragment')
  .transform((text) => text.replace(/\/+$/, ''));
