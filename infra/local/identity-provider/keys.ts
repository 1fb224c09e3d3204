import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import * as z from 'zod';
import { keep } from '../kept-file.ts';

const keyFile = z.object({
  /** The private key with which the provider signs tokens (RS256). */
  signing: z.object({
    kty: z.literal('RSA'),
    kid: z.string(),
    use: z.literal('sig'),
    alg: z.literal('RS256'),
    n: z.string(),
    e: z.string(),
    d: z.string(),
    p: z.string(),
    q: z.string(),
    dp: z.string(),
    dq: z.string(),
    qi: z.string(),
  }),
  /** The key with which the provider signs the cookies of the sign-in pages. */
  cookies: z.string().min(32),
});

export type ProviderKeys = z.infer<typeof keyFile>;

/**
 * Reads the keys of a local identity provider. At the first start it creates them and stores them in the folder, where
 * only their owner can read them. So tokens stay valid after a restart. Throws if the file is not valid JSON with these
 * keys.
 */
export async function loadKeys(folder: string): Promise<ProviderKeys> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return keyFile.parse(JSON.parse(keep(folder, 'identity-provider-keys.json', () => JSON.stringify(makeKeys()))));
}

function makeKeys(): object {
  const jwk = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' });
  const signing = { ...jwk, kid: randomUUID(), use: 'sig', alg: 'RS256' };
  return { signing, cookies: randomBytes(32).toString('base64url') };
}
