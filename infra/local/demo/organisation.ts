import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseOrganisation } from '#domain/organisation/load.ts';
import type { Organisation } from '#domain/organisation/organisation.ts';
import { root } from '../runner/system.ts';

/** Reads and checks `infra/organisation.yaml`; throws one error that names every problem and its place. */
export function readDemoOrganisation(): { readonly organisation: Organisation; readonly hash: string } {
  const file = path.join(root, 'infra/organisation.yaml');
  const parsed = parseOrganisation(readFileSync(file, 'utf8'));
  if (parsed.ok) return parsed;
  const problems = parsed.problems.map(({ path: place, message }) => `  ${place}: ${message}`).join('\n');
  throw new Error(`infra/organisation.yaml is not right:\n${problems}`);
}
