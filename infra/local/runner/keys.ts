import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import type { KeyRing, LocalClock } from '../endpoint.ts';
import { keep } from '../kept-file.ts';

const keysSchema = z.strictObject({
  /** The access keys by the name of the caller. */
  access: z.record(z.string(), z.strictObject({ accessKeyId: z.string(), secretAccessKey: z.string() })),
  /** The secret of `functions/casework`, from which all its keys are derived: 64 hex digits. */
  master: z.string(),
});
export type LocalKeys = Readonly<z.infer<typeof keysSchema>>;

/**
 * The random keys and secrets of this data folder, in a file with mode 0600. The keys are created at the first start.
 * Each caller has its own access key.
 */
export function loadKeys(folder: string, principals: readonly string[]): LocalKeys {
  const text = keep(folder, 'keys.json', () =>
    JSON.stringify({
      master: randomBytes(32).toString('hex'),
      access: Object.fromEntries(
        principals.map((name) => [
          name,
          {
            accessKeyId: `LOCAL${randomBytes(8).toString('hex').toUpperCase()}`,
            secretAccessKey: randomBytes(30).toString('base64url'),
          },
        ]),
      ),
    }),
  );
  const keys = keysSchema.parse(JSON.parse(text));
  const missing = principals.find((name) => keys.access[name] === undefined);
  if (missing !== undefined)
    throw new Error(
      `the data folder was made by another version (no key for ${missing}): use a new folder with --data DIR`,
    );
  return keys;
}

/**
 * The access keys in the form that the endpoints need to check signatures. The runner signs by the machine's clock;
 * every other caller signs by the local clock.
 */
export function keyRing(keys: LocalKeys, clock: LocalClock): KeyRing {
  return new Map(
    Object.entries(keys.access).map(([name, { accessKeyId, secretAccessKey }]) => [
      accessKeyId,
      { name, secretAccessKey, ...(name === 'runner' ? {} : { now: clock.now }) },
    ]),
  );
}
