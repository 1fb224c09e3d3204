import path from 'node:path';
import { parseArgs } from 'node:util';
import { testPerson } from '#connectors/sdk/test-person.ts';
import { buildConsole } from '../console/build-console.ts';
import { readDemoOrganisation } from '../demo/organisation.ts';
import { connectorSystems } from '../runner/environment.ts';
import { startFakes } from '../runner/fakes.ts';
import { root, startSystem } from '../runner/system.ts';
import { startMailbox } from '../ses/mailbox.ts';

const usage = `npm start -- [--port N] [--data DIR]

Runs the whole system on this machine until it is stopped with Ctrl+C.
  --port N    port of portal, interface and console (default: any free one)
  --data DIR  where the state is kept (default: .local)`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { port: { type: 'string' }, data: { type: 'string' }, help: { type: 'boolean', default: false } },
  });
  if (values.help) return console.log(usage);
  const port = values.port === undefined ? undefined : Number(values.port);
  if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65_536))
    throw new Error('--port takes a number from 1 to 65535');
  const { organisation, hash } = readDemoOrganisation();
  const fakes = await startFakes(
    connectorSystems(organisation).map(({ connector }) => connector),
    [testPerson],
  );
  const system = await startSystem({
    folder: path.resolve(values.data ?? path.join(root, '.local')),
    organisation,
    organisationHash: hash,
    vendors: fakes,
    console: await buildConsole({ outFolder: path.join(root, 'node_modules/.cache/utdrag') }),
    ...(port === undefined ? {} : { port }),
    onFailure: (what) => console.error(`A function failed: ${what}. The log is in the data folder, under logs.`),
  });
  const mailbox = await startMailbox({ ses: system.ses });
  console.log(`Utdrag runs on this machine.

  Portal (for data subjects)  ${system.url}/
  Console (for staff)         ${system.url}/console/
  Mailbox (all mail sent)     ${mailbox.url}/
  API                         ${system.url}/v1/openapi.json

The README names somebody whom the systems know. Stop with Ctrl+C; the state stays.`);
  const stop = async (): Promise<void> => {
    await mailbox.close();
    await system.close();
    for (const fake of fakes.values()) await fake.close();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : 'the system could not start');
  process.exit(1);
}
