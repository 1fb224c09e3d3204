import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import type { KeyRing, LocalClock } from '../endpoint.ts';
import { keep } from '../kept-file.ts';

const keysSchema = z.strictObject({
  /** The AWS access key of each caller. A caller is a function, such as `case-step`, or the `runner`. */
  access: z.record(z.string(), z.strictObject({ accessKeyId: z.string(), secretAccessKey: z.string() })),
  /** The secret of `functions/casework`, from which all its keys are derived: 64 hex digits. */
  master: z.string(),
});
export type LocalKeys = Readonly<z.infer<typeof keysSchema>>;

/**
 * The random keys and secrets of this data folder, in a file with mode 0600. The keys are created at the first start.
 * Each of the callers in `principals` has its own access key, so that an endpoint knows which function calls it.
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
 * The access keys in the form with which the endpoints check the signatures of requests. A signature contains a time:
 * of the machine's clock if the runner signs, and of the local clock if a function signs.
 */
export function keyRing(keys: LocalKeys, clock: LocalClock): KeyRing {
  return new Map(
    Object.entries(keys.access).map(([name, { accessKeyId, secretAccessKey }]) => [
      accessKeyId,
      { name, secretAccessKey, ...(name === 'runner' ? {} : { now: clock.now }) },
    ]),
  );
}
