import { conformanceChecks } from '#connectors/sdk/conformance.ts';
import { testPerson } from '#connectors/sdk/test-person.ts';
import { loadConnectors } from '#connectors/registry.ts';
import { fakeOf } from '../runner/fakes.ts';
import { withHelp } from './command-line.ts';

const connectors = await loadConnectors();

const help = `utdrag connector check NAME

Runs every check of the conformance suite against the connector's own stand-in, and prints a line for each.
NAME: ${connectors.map(({ id }) => id).join(', ')}
Exit code 0: all passed; 1: at least one did not.`;

/**
 * `connector check NAME`: runs every check of the conformance suite on a connector, and prints one line for each check.
 */
export const connectorCheck = withHelp(help, async (args, out) => {
  const [name] = args;
  const connector = connectors.find(({ id }) => id === name);
  if (name === undefined || connector === undefined)
    throw new Error(
      `usage: connector check NAME, with one of: ${connectors.map(({ id }) => id).join(', ')}. Add a new one to functions/connectors/registry.ts first`,
    );
  const startFake = await fakeOf(name);
  let failed = 0;
  const checks = conformanceChecks({ connector, startFake, person: testPerson });
  for (const { title, run } of checks)
    try {
      await run();
      out(`ok      ${title}`);
    } catch (error) {
      failed += 1;
      out(`FAILED  ${title}\n        ${error instanceof Error ? error.message : 'unknown error'}`);
    }
  out(`${checks.length - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
});
