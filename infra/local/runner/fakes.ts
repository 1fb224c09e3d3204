import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Fake, StartFake, TestPerson } from '#connectors/sdk/fake.ts';

const folder = path.resolve(import.meta.dirname, '../../../functions/connectors');

/**
 * Starts a stand-in for each given connector. Puts records of each person, and similar records of other people, into
 * every stand-in.
 */
export async function startFakes(
  connectors: readonly string[],
  people: readonly TestPerson[],
): Promise<ReadonlyMap<string, Fake>> {
  const fakes = new Map<string, Fake>();
  for (const name of new Set(connectors)) {
    const fake = await (await fakeOf(name))();
    for (const person of people) fake.plant(person);
    fakes.set(name, fake);
  }
  return fakes;
}

/** Loads `fake.ts` from the folder of a connector. Throws if the folder has no stand-in. */
export async function fakeOf(connector: string): Promise<StartFake> {
  const file = path.join(folder, connector, 'fake.ts');
  if (!/^[a-z][a-z0-9-]*$/.test(connector) || !existsSync(file))
    throw new Error(`there is no stand-in for the connector ${connector}: functions/connectors/${connector}/fake.ts`);
  const module: unknown = await import(pathToFileURL(file).href);
  if (!isFakeModule(module)) throw new Error(`functions/connectors/${connector}/fake.ts does not export startFake`);
  return module.startFake;
}

function isFakeModule(module: unknown): module is { readonly startFake: StartFake } {
  return (
    typeof module === 'object' && module !== null && 'startFake' in module && typeof module.startFake === 'function'
  );
}
