import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { loadConnectors } from '#connectors/registry.ts';
import { kindsOf, type ConnectorKinds } from '#connectors/sdk/kinds-of.ts';
import { conflictsOf, type Conflict } from '#domain/organisation/conflicts.ts';
import { parseOrganisation } from '#domain/organisation/load.ts';
import type { ConnectorSystem, Organisation } from '#domain/organisation/organisation.ts';
import { readIpAddress } from '#domain/network/ip-address.ts';
import { mayReach } from '#domain/network/reach.ts';
import type { OrganisationProblem } from '#domain/organisation/problem.ts';
import { root } from './root.ts';

const connectors = await loadConnectors();

/** A checked description of the organisation. `hash` is the SHA-256 of its content as canonical JSON. */
export interface DescribedOrganisation {
  readonly organisation: Organisation;
  readonly hash: string;
}

export type CheckedOrganisation =
  | ({ readonly ok: true; readonly conflicts: readonly Conflict[] } & DescribedOrganisation)
  | { readonly ok: false; readonly problems: readonly OrganisationProblem[] };

/**
 * Checks a description (YAML text). First its schema is checked. Then, for each system with a connector, these are
 * checked: the connector exists, its settings are valid, the networks cover the addresses in the settings, and the
 * connector can stop a scheduled erasure if the description says so. Two systems must not share a secret. A conflict
 * with the law is not a mistake; it is returned in `conflicts`.
 */
export function checkOrganisation(text: string): CheckedOrganisation {
  const parsed = parseOrganisation(text, systemProblems);
  if (!parsed.ok) return parsed;
  const { organisation, hash } = parsed;
  return { ok: true, organisation, hash, conflicts: conflictsOf(organisation) };
}

/**
 * Reads and checks the description in `file` (an absolute path, or a path from the root of the repository). Throws an
 * error that lists every mistake with its place.
 */
export function describedOrganisation(file: string): DescribedOrganisation {
  const checked = checkOrganisation(readFileSync(path.resolve(root, file), 'utf8'));
  if (checked.ok) return { organisation: checked.organisation, hash: checked.hash };
  throw new Error(
    [`${file} has mistakes:`, ...checked.problems.map((problem) => `  ${problem.path}: ${problem.message}`)].join('\n'),
  );
}

/**
 * The lines to print for an operator: a heading, and one line for each conflict of the description with the law. The
 * list is empty if there are no conflicts.
 */
export function conflictLines(file: string, { organisation }: DescribedOrganisation): readonly string[] {
  const lines = conflictsOf(organisation).map(
    ({ path: place, article, policy, product }) => `  ${place} (Art. ${article}): ${policy.en} ${product.en}`,
  );
  return lines.length === 0 ? [] : [`${file} conflicts with the law here. The system follows the law:`, ...lines];
}

/** The systems that have a connector. The other systems are searched by hand. */
export function connectorSystems(organisation: Organisation): readonly ConnectorSystem[] {
  return organisation.systems.filter((system) => system.kind === 'connector');
}

/** The kinds of identifier that each connector of the organisation accepts and reads, by connector. */
export function connectorKinds(organisation: Organisation): Readonly<Record<string, ConnectorKinds>> {
  const used = new Set(connectorSystems(organisation).map(({ connector }) => connector));
  return Object.fromEntries(connectors.filter(({ id }) => used.has(id)).map((one) => [one.id, kindsOf(one)]));
}

function* systemProblems(organisation: Organisation): Generator<OrganisationProblem> {
  const secrets = new Set<string>();
  for (const [index, system] of organisation.systems.entries()) {
    if (system.kind !== 'connector') continue;
    if (secrets.has(system.secret))
      yield {
        path: `systems[${index}].secret`,
        message: 'another system has this secret: each system needs its own secret',
      };
    secrets.add(system.secret);
    const connector = connectors.find(({ id }) => id === system.connector);
    if (connector === undefined) {
      yield {
        path: `systems[${index}].connector`,
        message: `there is no connector of this name: expected one of ${connectors.map(({ id }) => id).join(', ')}`,
      };
      continue;
    }
    // Without this check a case would show a scheduled erasure as stopped, although the connector cannot stop it.
    if (system.deletion?.freeze === 'automatic' && connector.deletionFreeze !== 'automatic')
      yield {
        path: `systems[${index}].deletion.freeze`,
        message: `the connector ${system.connector} cannot stop the erasure: expected manual or not-needed`,
      };
    if (system.deletion?.freeze === 'manual' && connector.deletionFreeze === 'unsupported')
      yield {
        path: `systems[${index}].deletion.freeze`,
        message: `nobody can stop the erasure in ${system.connector}: set not-needed, and answer before the erasure happens`,
      };
    try {
      for (const address of Object.values(connector.originsOf(system.settings))) {
        const { hostname } = new URL(address);
        const literal = hostname === 'localhost' ? '127.0.0.1' : hostname.replace(/^\[(.*)\]$/, '$1');
        // Host names are not checked here, because the connector resolves them when it searches the system.
        if (readIpAddress(literal) !== undefined && !mayReach(literal, system.privateNetworks ?? []))
          yield {
            path: `systems[${index}].privateNetworks`,
            message:
              'does not name the network of an address in the settings, so the connector could not reach that address',
          };
      }
    } catch (error) {
      if (!(error instanceof z.ZodError)) throw error;
      for (const issue of error.issues)
        yield { path: [`systems[${index}]`, 'settings', ...issue.path].map(String).join('.'), message: issue.message };
    }
  }
}
