import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { CreateStateMachineCommand, SFNClient, UpdateStateMachineCommand } from '@aws-sdk/client-sfn';
import type { TestPerson } from '#connectors/sdk/fake.ts';
import { canonical, sha256 } from '#domain/canonical/canonical.ts';
import type { Verdicts } from '#domain/mail/verdicts.ts';
import { intakeAddresses } from '#domain/organisation/controller.ts';
import type { Organisation } from '#domain/organisation/organisation.ts';
import { organisationKey } from '#store/organisations.ts';
import {
  addedCommits,
  byDue,
  byPerson,
  deployedRoutes,
  schedules,
  workflowSpec,
  endedExecutions,
} from '#infra/system.ts';
import { account, region } from '../aws/region.ts';
import { stateMachineArn } from '../aws/step-functions/arns.ts';
import { openClock, type ShiftableClock } from '../clock.ts';
import { ensureTable } from '../aws/dynamodb/ensure-table.ts';
import { startDynamoDb } from '../aws/dynamodb/dynamodb.ts';
import { startStream, type RunningStream } from '../aws/dynamodb/stream.ts';
import type { Access, InvokeFunction, InvokeOutcome } from '../endpoint.ts';
import { bundleFunctions } from '#infra/bundles/functions.ts';
import { startFunctions } from '../functions/functions.ts';
import type { FunctionDefinition } from '../functions/definition.ts';
import { startGateway } from '../aws/api-gateway/gateway.ts';
import type { StaticSite } from '../aws/api-gateway/static-site.ts';
import { startIdentityProvider } from '../identity-provider/identity-provider.ts';
import { startStandIns } from '../identity-provider/stand-ins.ts';
import { startS3 } from '../aws/s3/s3.ts';
import { startSchedule, type RunningSchedule } from '../schedule/schedule.ts';
import { startSecretsManager } from '../aws/secrets-manager/secrets-manager.ts';
import { startSes, type RunningSes } from '../aws/ses/ses.ts';
import { startSmsVoice, type RunningSmsVoice } from '../aws/sms-voice/sms-voice.ts';
import { mailIntake } from '../aws/ses-receiving/intake.ts';
import { unchecked } from '../aws/ses-receiving/receipt.ts';
import { startSmtp, type RunningSmtp } from '../aws/ses-receiving/smtp.ts';
import { startStepFunctions } from '../aws/step-functions/step-functions.ts';
import { callRecorder, type KeptCall } from './calls.ts';
import { tableWrites, type TableWrites } from './table-writes.ts';
import { placeConsole } from '../console/build-console.ts';
import { takeDataFolder } from './data-folder.ts';
import {
  connectorSystems,
  deployedFunctions,
  environmentOf,
  names,
  type Addresses,
  type Vendor,
} from './environment.ts';
import { freePort } from './free-port.ts';
import { keyRing, loadKeys } from './keys.ts';
import { apiAudience, consoleClient, demoStaff } from './staff.ts';

/**
 * A bucket that only the local system has. It holds one receipt for each mail that is stored and that `receive-mail`
 * has not handled yet.
 */
const waitingMail = 'utdrag-mail-waiting';

export const root = fileURLToPath(new URL('../../../', import.meta.url));

export interface SystemOptions {
  /** The data folder, which contains everything that the system stores. */
  readonly folder: string;
  readonly organisation: Organisation;
  /** The SHA-256 of the canonical JSON of `organisation`. */
  readonly organisationHash: string;
  /** The secret and the settings of each connector, with which it reaches its vendor or stand-in. */
  readonly vendors: ReadonlyMap<string, Vendor>;
  /** The people as whom a user can sign in at the stand-ins for the customer login and the e-ID. */
  readonly people?: readonly TestPerson[];
  /** The port of the portal, the APIs and the console. If it is absent, a free port is used. */
  readonly port?: number;
  /** The port for mail to the controllers. If it is absent, a free port is used. */
  readonly smtpPort?: number;
  /**
   * The results of the checks of SES (DMARC, viruses, spam) that every mail by SMTP gets. If absent, the results say
   * that nothing was checked.
   */
  readonly mailVerdicts?: Verdicts;
  /** The folder of the built console. The system serves a copy of it. If absent, there is no console. */
  readonly console?: string;
  /** Called if a scheduled run or the receipt of a mail fails. `what` contains no personal data. */
  readonly onFailure: (what: string) => void;
}

/** The whole system, running on one machine. */
export interface RunningSystem {
  /** The URL of the portal and the APIs. The console is under `/console/` at this URL. */
  readonly url: string;
  readonly issuer: string;
  readonly consoleRedirect: string;
  readonly ses: RunningSes;
  readonly sms: Pick<RunningSmsVoice, 'list'>;
  /** The port of the SMTP server for mail to the controllers' addresses. */
  readonly smtp: Pick<RunningSmtp, 'host' | 'port'>;
  readonly clock: ShiftableClock;
  readonly addresses: Addresses;
  readonly invoke: InvokeFunction;
  /** Runs a scheduled function now, without waiting until it is due. */
  runNow(name: string): Promise<InvokeOutcome>;
  /**
   * Waits until `settle-case` was called for all commits and attached requests so far. This function does what follows
   * from a commit, such as sending a letter.
   */
  settled(): Promise<void>;
  /**
   * Settings for a client of the AWS SDK, with the runner's access key. The demo and the tests use them to read and
   * change the data in the local AWS services.
   */
  readonly operator: {
    readonly region: string;
    readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  };
  calls(): readonly KeptCall[];
  /** Counts the writes to the table. A program that waits for a change of a case waits here for the next write. */
  readonly writes: TableWrites;
  close(): Promise<void>;
}

/**
 * Starts all parts of the system on `folder`. Creates tables, buckets and keys if they are missing, and continues the
 * work of an earlier process.
 */
export async function startSystem(options: SystemOptions): Promise<RunningSystem> {
  const { folder, vendors } = options;
  const release = takeDataFolder(folder);
  const closers: (() => Promise<void> | void)[] = [release];
  const close = async (): Promise<void> => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  try {
    const deployed = deployedFunctions(options.organisation);
    const keys = loadKeys(folder, ['runner', ...deployed.map(({ name }) => name)]);
    const calls = callRecorder();
    const writes = tableWrites();
    const clock = openClock(folder);
    const access: Access = { keys: keyRing(keys, clock), record: calls.record };
    const at = (name: string): string => path.join(folder, name);
    const port = options.port ?? (await freePort());
    const portal = `http://127.0.0.1:${port}`;
    const standIns = await startStandIns({
      organisation: options.organisation,
      folder: at('identity-provider'),
      callback: `${portal}/sign-in/callback`,
      people: options.people ?? [],
      key: keys.master,
      clock,
    });
    closers.push(standIns.close);
    // If there are stand-ins for logins or e-IDs, their URLs replace the issuers in the description. The system then
    // uses a changed description, whose hash differs from the hash of the file.
    const { organisation } = standIns;
    const organisationHash =
      organisation === options.organisation ? options.organisationHash : sha256(canonical(organisation));

    const bundles = await bundleFunctions();
    const s3 = await startS3({ access, folder: at('s3') });
    closers.push(s3.close);
    let commits: RunningStream | undefined;
    const dynamodb = await startDynamoDb({
      access,
      folder: at('dynamodb'),
      onAdded: (keys) => commits?.added(keys),
      onWrite: writes.note,
    });
    closers.push(dynamodb.close);
    const ses = await startSes({ access, folder: at('mail'), clock });
    closers.push(ses.close);
    const smsVoice = await startSmsVoice({
      access,
      folder: at('sms'),
      clock,
      identities: new Set(organisation.controllers.flatMap(({ identity }) => identity.smsCode?.sender ?? [])),
    });
    closers.push(smsVoice.close);
    const secretsManager = await startSecretsManager({
      access,
      secrets: new Map([
        [names.caseSecret, JSON.stringify({ master: keys.master })],
        ...connectorSystems(organisation).map(({ secret, connector }): [string, string] => [
          secret,
          JSON.stringify(vendors.get(connector)?.secret ?? {}),
        ]),
        ...standIns.secrets,
      ]),
    });
    closers.push(secretsManager.close);

    const key = keys.access['runner'];
    if (key === undefined) throw new Error('the runner has no key');
    const operator = { region, credentials: key };
    for (const bucket of [...Object.values(names.buckets), waitingMail]) s3.ensureBucket(bucket);
    await Promise.all([
      ensureTable(new DynamoDBClient({ ...operator, endpoint: dynamodb.url }), {
        tableName: names.table,
        indexes: [byDue, byPerson].map(({ index, partition, sort }) => ({
          indexName: index,
          partitionKey: partition,
          sortKey: sort,
        })),
      }),
      new S3Client({ ...operator, endpoint: s3.url }).send(
        new PutObjectCommand({
          Bucket: names.buckets.configuration,
          Key: organisationKey(organisationHash),
          Body: canonical(organisation),
        }),
      ),
    ]);

    const stepFunctionsPort = await freePort();
    const addresses: Addresses = {
      s3: s3.url,
      dynamodb: dynamodb.url,
      ses: ses.url,
      smsVoice: smsVoice.url,
      secretsManager: secretsManager.url,
      stepFunctions: `http://127.0.0.1:${stepFunctionsPort}`,
      portal,
      workflowArn: stateMachineArn(workflowSpec.name),
      organisation: organisationHash,
    };
    const definitions = new Map(
      deployed.map((one): [string, FunctionDefinition] => {
        const entry = bundles.files.get(one.spec.handler);
        const own = keys.access[one.name];
        if (entry === undefined || own === undefined) throw new Error(`the function ${one.name} was not built`);
        return [
          one.name,
          {
            entry,
            compiled: path.join(path.dirname(entry), 'compiled'),
            environment: environmentOf(one, organisation, addresses, vendors, own),
            timeoutSeconds: one.spec.timeoutSeconds,
            memoryMegabytes: one.spec.memoryMegabytes,
          },
        ];
      }),
    );
    const functions = startFunctions({ functions: definitions, logFolder: at('logs'), clock });
    closers.push(functions.close);
    // In the cloud the stream of the table makes these calls.
    commits = startStream({
      ...addedCommits,
      invoke: functions.invoke,
      onFailure: (outcome) => options.onFailure(`${addedCommits.function}: ${outcome}`),
    });
    closers.push(commits.close);
    // When the engine starts, executions of an earlier process continue immediately and call functions. So the
    // functions start before the engine and stop after it. Otherwise a call that the stop interrupts would look like a
    // failed task.
    const stepFunctions = await startStepFunctions({
      access,
      folder: at('step-functions'),
      clock,
      invoke: functions.invoke,
      // In the cloud a rule of EventBridge makes this call. If the call fails, a scheduled run of `reconcile` finds the
      // ended execution within a day.
      onEnd: (event) => void functions.invoke(endedExecutions.function, event),
      port: stepFunctionsPort,
    });
    closers.push(stepFunctions.close);
    await deployWorkflow(new SFNClient({ ...operator, endpoint: stepFunctions.url }), addresses.workflowArn);

    const consoleRedirect = `${portal}/console/`;
    const identityProvider = await startIdentityProvider({
      folder: at('identity-provider'),
      staff: demoStaff,
      clients: [
        { clientId: consoleClient, redirectUris: [consoleRedirect], postLogoutRedirectUris: [consoleRedirect] },
      ],
      audience: apiAudience,
    });
    closers.push(identityProvider.close);
    if (options.console !== undefined)
      await placeConsole(options.console, at('console'), {
        issuer: identityProvider.issuer,
        clientId: consoleClient,
        audience: apiAudience,
        api: '',
      });
    const gateway = await startGateway({
      routes: deployedRoutes,
      invoke: functions.invoke,
      authorizer: {
        issuer: identityProvider.issuer,
        audience: apiAudience,
        jwksUri: identityProvider.jwksUri,
      },
      clock,
      port,
      staticSites: consoleSites(options.console === undefined ? undefined : at('console'), identityProvider.issuer),
    });
    closers.push(gateway.close);
    const intake = mailIntake({
      s3: new S3Client({ ...operator, endpoint: s3.url }),
      mailBucket: names.buckets.mail,
      waitingBucket: waitingMail,
      invoke: functions.invoke,
      verdicts: options.mailVerdicts ?? unchecked,
      clock,
      key: keys.master,
      onFailure: options.onFailure,
    });
    const smtp = await startSmtp({
      recipients: organisation.controllers.flatMap(intakeAddresses),
      intake,
      ...(options.smtpPort === undefined ? {} : { port: options.smtpPort }),
    });
    closers.push(smtp.close);
    void intake.takeUp();
    const schedule: RunningSchedule = startSchedule({
      folder,
      schedules: schedules.map((one) => ({
        name: one.function,
        function: one.function,
        everySeconds: one.everySeconds,
        runAtStart: one.function === 'reconcile',
      })),
      invoke: functions.invoke,
      clock,
      onFailure: (name, outcome) => options.onFailure(`${name}: ${outcome.kind}`),
    });
    closers.push(schedule.close);

    return {
      url: portal,
      issuer: identityProvider.issuer,
      consoleRedirect,
      ses,
      sms: smsVoice,
      smtp,
      clock,
      addresses,
      invoke: functions.invoke,
      runNow: schedule.runNow,
      settled: commits.idle,
      operator,
      calls: calls.list,
      writes,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function deployWorkflow(client: SFNClient, arn: string): Promise<void> {
  const text = await readFile(path.join(root, workflowSpec.definition), 'utf8');
  const definition = Object.entries(workflowSpec.substitutions).reduce(
    (current, [placeholder, name]) => current.replaceAll(`\${${placeholder}}`, name),
    text,
  );
  const roleArn = `arn:aws:iam::${account}:role/workflow`;
  try {
    await client.send(new CreateStateMachineCommand({ name: workflowSpec.name, definition, roleArn }));
  } catch (error) {
    if (!(error instanceof Error && error.name === 'StateMachineAlreadyExists')) throw error;
    await client.send(new UpdateStateMachineCommand({ stateMachineArn: arn, definition }));
  }
}

function consoleSites(folder: string | undefined, issuer: string): readonly StaticSite[] {
  if (folder === undefined) return [];
  return [
    {
      prefix: '/console',
      folder,
      contentSecurityPolicy: `default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self' ${issuer}; frame-ancestors 'none'; base-uri 'none'; form-action 'self' ${issuer}`,
    },
  ];
}
