import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose';
import * as z from 'zod';

const keyFile = z.object({
  /** Private key that signs tokens, RS256. */
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
  /** Signs the cookies of the sign-in pages. */
  cookies: z.string().min(32),
});

export type ProviderKeys = z.infer<typeof keyFile>;

/**
 * The keys of the local identity provider, made at the first start and kept in the folder, readable by their owner
 * only. Because they stay, a token outlives a restart. Throws when the file is there but is not ours.
 */
export async function loadKeys(folder: string): Promise<ProviderKeys> {
  const file = join(folder, 'identity-provider-keys.json');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const known = await readIfThere(file);
  if (known !== undefined) return keyFile.parse(JSON.parse(known));
  const made = await makeKeys();
  // Killed in between, there is the whole file or none. One process at a time holds the folder.
  await writeFile(`${file}.new`, JSON.stringify(made), { mode: 0o600 });
  await rename(`${file}.new`, file);
  return made;
}

async function makeKeys(): Promise<ProviderKeys> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk = await exportJWK(privateKey);
  const signing = { ...jwk, kid: await calculateJwkThumbprint(jwk), use: 'sig', alg: 'RS256' };
  return keyFile.parse({ signing, cookies: randomBytes(32).toString('base64url') });
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (isError(error, 'ENOENT')) return undefined;
    throw error;
  }
}

function isError(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
