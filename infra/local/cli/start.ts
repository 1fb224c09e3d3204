import path from 'node:path';
import { parseArgs } from 'node:util';
import { testPerson } from '#connectors/sdk/test-person.ts';
import { conflictLines } from '#infra/constructs/described-organisation.ts';
import { intakeAddresses } from '#domain/organisation/controller.ts';
import { buildConsole } from '../console/build-console.ts';
import { demoFile, readDemoOrganisation } from '../demo/organisation.ts';
import { isOutOfRoom } from '../out-of-room.ts';
import { connectorSystems } from '../runner/environment.ts';
import { startFakes } from '../runner/fakes.ts';
import { root, startSystem } from '../runner/system.ts';
import { startMailbox } from '../aws/ses/mailbox.ts';
import { readVerdicts, unchecked } from '../aws/ses-receiving/receipt.ts';

const usage = `npm start -- [--port N] [--smtp-port N] [--mail-verdicts JSON] [--data DIR]

Runs the whole system on this machine until it is stopped with Ctrl+C.
  --port N              port of the portal, the API and the console (default: any free one)
  --smtp-port N         port for mail to the controllers (default: any free one)
  --mail-verdicts JSON  the results of the checks of each received mail, as for \`utdrag mail classify --verdicts\`
                        (default: GRAY for the sender, DISABLED for virus and spam, because nothing is checked)
  --data DIR            the folder for all stored data (default: .local)`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string' },
      'smtp-port': { type: 'string' },
      'mail-verdicts': { type: 'string' },
      data: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return console.log(usage);
  const port = portOf('--port', values.port);
  const smtpPort = portOf('--smtp-port', values['smtp-port']);
  const given = values['mail-verdicts'];
  const mailVerdicts = given === undefined ? unchecked : readVerdicts(given);
  if (mailVerdicts === undefined)
    throw new Error('--mail-verdicts takes a JSON object with spf, dkim, dmarc, virus and spam');
  // The output may go to a file on a full disk. A failed write is ignored: the text is lost, and the system continues.
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error) => {
      if (!isOutOfRoom(error)) throw error;
    });
  const described = readDemoOrganisation();
  const { organisation, hash } = described;
  for (const line of conflictLines(demoFile, described)) console.warn(line);
  const fakes = await startFakes(
    connectorSystems(organisation).map(({ connector }) => connector),
    [testPerson],
  );
  const system = await startSystem({
    folder: path.resolve(values.data ?? path.join(root, '.local')),
    organisation,
    organisationHash: hash,
    vendors: fakes,
    people: [testPerson],
    console: await buildConsole({ outFolder: path.join(root, 'node_modules/.cache/utdrag') }),
    ...(port === undefined ? {} : { port }),
    ...(smtpPort === undefined ? {} : { smtpPort }),
    mailVerdicts,
    onFailure: (what) =>
      console.error(`A function failed: ${what}. The log of the function is in the folder logs of the data folder.`),
  });
  const mailbox = await startMailbox({ ses: system.ses, sms: system.sms });
  console.log(`Utdrag runs on this machine.

  Portal (for data subjects)  ${system.url}/
  Console (for staff)         ${system.url}/console/
  Mailbox (all mail and SMS)  ${mailbox.url}/
  API                         ${system.url}/v1/openapi.json
  Mail to the controllers     smtp://${system.smtp.host}:${system.smtp.port} (${organisation.controllers.flatMap(intakeAddresses).join(', ')})

The README names a person whose records are in the systems. Stop with Ctrl+C; the data stay.`);
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

function portOf(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const port = Number(text);
  if (!(Number.isInteger(port) && port > 0 && port < 65_536))
    throw new Error(`${option} takes a number from 1 to 65535`);
  return port;
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : 'the system could not start');
  process.exit(1);
}
