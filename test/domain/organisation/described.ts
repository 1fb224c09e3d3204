import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { parseOrganisation } from '#domain/organisation/load.ts';
import type { Organisation } from '#domain/organisation/organisation.ts';

/** A description in the form of its file. It has no type, because a test may change anything in it. */
type Description = ReturnType<typeof JSON.parse>;
export type Change = (description: Description) => unknown;

export type Name = 'koncern' | 'vard' | 'webbhotell';

/** The text of one of the invented organisations. */
export function textOf(name: Name): string {
  return readFileSync(new URL(`organisations/${name}.yaml`, import.meta.url), 'utf8');
}

const descriptions = new Map<Name, unknown>();

/** One of the invented organisations with a change. Its text is JSON, which is also YAML. */
export function changed(name: Name, change: Change): ReturnType<typeof parseOrganisation> {
  const whole = descriptions.get(name) ?? (parse(textOf(name)) as unknown);
  descriptions.set(name, whole);
  const description = structuredClone(whole);
  change(description);
  return parseOrganisation(JSON.stringify(description));
}

/** The same, if it is still correct. */
export function organisation(name: Name, change: Change = () => undefined): Organisation {
  const parsed = changed(name, change);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.organisation;
}
