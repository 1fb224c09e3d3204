import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { connectors } from '#connectors/registry.ts';
import { parseOrganisation } from '#domain/organisation/load.ts';
import type { ConnectorSystem, Organisation } from '#domain/organisation/organisation.ts';
import { root } from './root.ts';

/** What is deployed: one organisation, and the SHA-256 of its description. */
export interface DescribedOrganisation {
  readonly organisation: Organisation;
  readonly hash: string;
}

/**
 * Reads the description at `file` (absolute, or from the root of the repository). Throws an error that lists every
 * mistake with its place: in the file itself, in a connector's settings, or two systems that share a secret.
 */
export function describedOrganisation(file: string): DescribedOrganisation {
  const parsed = parseOrganisation(readFileSync(path.resolve(root, file), 'utf8'));
  const problems = parsed.ok ? [...systemProblems(parsed.organisation)] : parsed.problems;
  if (parsed.ok && problems.length === 0) return { organisation: parsed.organisation, hash: parsed.hash };
  throw new Error(
    [`${file} is not right:`, ...problems.map(({ path: place, message }) => `  ${place}: ${message}`)].join('\n'),
  );
}

/** The systems that a connector searches. */
export function connectorSystems(organisation: Organisation): readonly ConnectorSystem[] {
  return organisation.systems.filter((system) => system.kind === 'connector');
}

function* systemProblems(organisation: Organisation): Generator<{ readonly path: string; readonly message: string }> {
  const secrets = new Set<string>();
  for (const [index, system] of organisation.systems.entries()) {
    if (system.kind !== 'connector') continue;
    if (secrets.has(system.secret))
      yield { path: `systems[${index}].secret`, message: 'another system has this secret: each has its own' };
    secrets.add(system.secret);
    const connector = connectors.find(({ id }) => id === system.connector);
    if (connector === undefined) {
      yield { path: `systems[${index}].connector`, message: 'there is no connector of this name' };
      continue;
    }
    try {
      connector.checkSettings(system.settings);
    } catch (error) {
      if (!(error instanceof z.ZodError)) throw error;
      for (const issue of error.issues)
        yield { path: [`systems[${index}]`, 'settings', ...issue.path].map(String).join('.'), message: issue.message };
    }
  }
}
