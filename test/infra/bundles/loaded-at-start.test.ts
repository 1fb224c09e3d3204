import { beforeAll, describe, expect, it } from 'vitest';
import type { Bundles } from '#infra/bundles/bundle.ts';
import { bundleFunctions } from '#infra/bundles/functions.ts';
import { functions } from '#infra/system.ts';
import { bareBundle, clientsAmong } from '../../support/bare-bundle.ts';
import { loadedAtStart } from '../../support/loaded-at-start.ts';

const kibibyte = 1024;
/** How much more than a bare bundle with the same clients of AWS a function may load at its start. */
const most = 350 * kibibyte;

let bundles: Bundles;
const bareBytes = new Map<string, number>();
beforeAll(async () => {
  bundles = await bundleFunctions();
}, 120_000);

async function bytesOfBare(clients: readonly string[]): Promise<number> {
  const key = clients.join();
  const bytes = bareBytes.get(key) ?? (await loadedAtStart(await bareBundle(clients))).bytes;
  bareBytes.set(key, bytes);
  return bytes;
}

describe('A function loads at its start', () => {
  it.each(Object.entries(functions))('little more than its clients, middy and zod: %s', async (_, { handler }) => {
    const { bytes, packages } = await loadedAtStart(bundles.files.get(handler)!);
    const bare = await bytesOfBare(clientsAmong(packages));
    expect(bytes - bare, `${bytes} bytes beside ${bare}`).toBeLessThanOrEqual(most);
  });
});
