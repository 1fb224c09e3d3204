import { readFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';
import { parseOrganisation } from '#domain/organisation/load.ts';
import type { Organisation } from '#domain/organisation/organisation.ts';

/** A description as its file gives it: what a test changes in it is its own affair, so it has no type. */
type Description = ReturnType<typeof JSON.parse>;
export type Change = (description: Description) => unknown;

export type Name = 'koncern' | 'vard' | 'webbhotell';

/** The text of one of the made-up organisations. */
export function textOf(name: Name): string {
  return readFileSync(new URL(`organisations/${name}.yaml`, import.meta.url), 'utf8');
}

/** One of the made-up organisations with a change. */
export function changed(name: Name, change: Change): ReturnType<typeof parseOrganisation> {
  const description: unknown = parse(textOf(name));
  change(description);
  return parseOrganisation(stringify(description));
}

/** The same, where it is still right. */
export function organisation(name: Name, change: Change = () => undefined): Organisation {
  const parsed = changed(name, change);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.organisation;
}
