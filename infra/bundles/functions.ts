import { join } from 'node:path';
import { root } from '#infra/constructs/root.ts';
import { functions } from '#infra/system.ts';
import { bundleHandlers, type Bundles } from './bundle.ts';

/** The folder for builds. It may be deleted at any time. */
const outFolder = join(root, 'node_modules/.cache/utdrag');

/**
 * Bundles every handler that `infra/system.ts` names. A bundle has the name of the folder of its handler, for example
 * `portal`.
 */
export async function bundleFunctions(): Promise<Bundles> {
  const handlers = new Set(Object.values(functions).map(({ handler }) => handler));
  const entries = Object.fromEntries(
    [...handlers].map((handler) => [handler, join(root, 'functions/handlers', handler, 'index.ts')]),
  );
  return await bundleHandlers({ entries, outFolder });
}
