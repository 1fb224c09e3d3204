// The services that the rig of case work uses: in memory, or the local ones over HTTP.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { PinpointSMSVoiceV2Client } from '@aws-sdk/client-pinpoint-sms-voice-v2';
import { S3Client } from '@aws-sdk/client-s3';
import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import PostalMime from 'postal-mime';
import { ensureTable } from '#infra/local/aws/dynamodb/ensure-table.ts';
import type { Access, RunningEndpoint } from '#infra/local/endpoint.ts';
import { startS3 } from '#infra/local/aws/s3/s3.ts';
import { startSes, type SesFault } from '#infra/local/aws/ses/ses.ts';
import { startSmsVoice, type SmsFault, type SmsRecord } from '#infra/local/aws/sms-voice/sms-voice.ts';
import { startStepFunctions } from '#infra/local/aws/step-functions/step-functions.ts';
import { postOffice, type PostOffice } from '#store/post-office.ts';
import { smsService, type SmsService } from '#store/sms-service.ts';
import { workflow, type Workflow } from '#store/workflow.ts';
import { exportsStore, type Exports } from '#store/exports.ts';
import { memoryBuckets } from '../support/memory-stores/buckets.ts';
import { memoryPost, memorySms } from '../support/memory-stores/senders.ts';
import { memoryTable } from '../support/memory-stores/table.ts';
import { memoryWorkflow } from '../support/memory-stores/workflow.ts';
import { startTableStore } from '../support/table-store.ts';
import { caseIndexes } from './stores-on.ts';

const key = { accessKeyId: 'AKLOCALCASEWORK', secretAccessKey: 'a-secret-of-the-test' };
const region = 'eu-north-1';
const client = { region, credentials: key, maxAttempts: 1 };
const arn = `arn:aws:states:${region}:000000000000:stateMachine:access-request`;
const access: Access = {
  keys: new Map([[key.accessKeyId, { name: 'casework', secretAccessKey: key.secretAccessKey }]]),
  record: () => undefined,
};

/** The failures of the next mails and SMS. */
export interface Faults {
  mail(): SesFault | undefined;
  sms(): SmsFault | undefined;
}

export interface AcceptedMail {
  readonly caseId: string;
  readonly letter: string;
  readonly to: string;
  readonly text: string;
}

export interface Services {
  readonly documents: DynamoDBDocumentClient;
  readonly tableName: string;
  readonly buckets: S3Client;
  readonly exports: Exports;
  readonly workflow: Workflow;
  readonly post: PostOffice;
  readonly sms: SmsService;
  /** The accepted mails, oldest first. */
  mails(): Promise<readonly AcceptedMail[]>;
  /** The accepted SMS, oldest first. */
  texted(): readonly SmsRecord[];
  executionStatus(caseId: string, n: number): Promise<string>;
  /** Starts an execution as version 0.2.0 did. */
  startEarlier(caseId: string, n: number): Promise<void>;
  close(): Promise<void>;
}

/** `onWait` gets the token of the waiting task of the latest execution of a case. */
export type StartServices = (faults: Faults, onWait: (caseId: string, token: string) => void) => Promise<Services>;

/** Everything in memory except the packages, whose URLs are fetched over HTTP. */
export const memoryServices: StartServices = async (faults, onWait) => {
  const post = memoryPost(faults.mail);
  const sms = memorySms(faults.sms);
  const states = memoryWorkflow(onWait);
  const packages = lazyExports();
  return {
    documents: memoryTable(caseIndexes),
    tableName: 'cases',
    buckets: memoryBuckets(),
    exports: packages.exports,
    workflow: states,
    post,
    sms,
    mails: async () =>
      post.accepted.map(({ to, text, headers }) => ({
        caseId: headers['X-Utdrag-Case'] ?? '',
        letter: headers['X-Utdrag-Letter'] ?? '',
        to,
        text,
      })),
    texted: () => sms.accepted,
    executionStatus: async (caseId, n) => states.status(caseId, n),
    startEarlier: states.startEarlier,
    close: packages.close,
  };
};

/** The store of packages on the local S3, which starts at its first use. */
function lazyExports(): { readonly exports: Exports; close(): Promise<void> } {
  const start = async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'packages-'));
    const s3 = await startS3({ access, folder });
    s3.ensureBucket('exports');
    const buckets = new S3Client({ ...client, endpoint: s3.url, forcePathStyle: true });
    const close = async (): Promise<void> => {
      buckets.destroy();
      await s3.close();
      await rm(folder, { recursive: true, force: true });
    };
    return { store: exportsStore(buckets, 'exports'), close };
  };
  let started: ReturnType<typeof start> | undefined;
  const store = async (): Promise<Exports> => (await (started ??= start())).store;
  return {
    exports: {
      put: async (...input) => await (await store()).put(...input),
      address: async (...input) => await (await store()).address(...input),
      eraseAnswer: async (...input) => await (await store()).eraseAnswer(...input),
      erase: async (...input) => await (await store()).erase(...input),
    },
    close: async () => await (await started)?.close(),
  };
}

/** The local table, buckets, mail service, SMS service and workflow engine, over HTTP. */
export const localServices: StartServices = async (faults, onWait) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'casework-'));
  const clock = { now: () => Date.now(), onShift: () => () => undefined };
  const endpoints: RunningEndpoint[] = [];
  const started = async <E extends RunningEndpoint>(starting: Promise<E>): Promise<E> => {
    const endpoint = await starting;
    endpoints.unshift(endpoint);
    return endpoint;
  };
  const dynamodb = await started(startTableStore({ access, folder: path.join(folder, 'dynamodb') }));
  const s3 = await started(startS3({ access, folder: path.join(folder, 's3') }));
  const ses = await started(startSes({ access, folder: path.join(folder, 'mail'), clock, faults: faults.mail }));
  const smsVoice = await started(
    startSmsVoice({
      access,
      folder: path.join(folder, 'sms'),
      clock,
      identities: new Set(['NORDVIK']),
      faults: faults.sms,
    }),
  );
  const states = await started(
    startStepFunctions({
      access,
      folder: path.join(folder, 'states'),
      clock,
      invoke: (_, payload) => {
        const { token, caseId } = payload as { token: string; caseId: string };
        onWait(caseId, token);
        return Promise.resolve({ kind: 'returned', payload: null });
      },
    }),
  );
  for (const bucket of ['findings', 'exports', 'anchors', 'mail']) s3.ensureBucket(bucket);
  const table = new DynamoDBClient({ ...client, endpoint: dynamodb.url });
  const { tableName } = dynamodb;
  await ensureTable(table, {
    tableName,
    indexes: caseIndexes.map(({ index, partition, sort }) => ({
      indexName: index,
      partitionKey: partition,
      sortKey: sort,
    })),
  });
  const buckets = new S3Client({ ...client, endpoint: s3.url, forcePathStyle: true });
  const sfn = new SFNClient({ ...client, endpoint: states.url });
  await sfn.send(
    new CreateStateMachineCommand({
      name: 'access-request',
      roleArn: 'arn:aws:iam::000000000000:role/access-request',
      definition: JSON.stringify({
        QueryLanguage: 'JSONata',
        StartAt: 'Wait',
        States: {
          Wait: {
            Type: 'Task',
            Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
            Arguments: {
              FunctionName: 'begin-wait',
              Payload: { token: '{% $states.context.Task.Token %}', caseId: '{% $states.input.caseId %}' },
            },
            End: true,
          },
        },
      }),
    }),
  );
  const parsed = new Map<string, AcceptedMail>();
  return {
    documents: DynamoDBDocumentClient.from(table, { marshallOptions: { removeUndefinedValues: true } }),
    tableName,
    buckets,
    exports: exportsStore(buckets, 'exports'),
    workflow: workflow(sfn, arn),
    post: postOffice(new SESv2Client({ ...client, endpoint: ses.url })),
    sms: smsService(new PinpointSMSVoiceV2Client({ ...client, endpoint: smsVoice.url })),
    mails: async () =>
      await Promise.all(
        ses.list().map(async ({ id, to }) => {
          const known = parsed.get(id);
          if (known !== undefined) return known;
          const mail = await PostalMime.parse((await ses.read(id)) ?? '');
          const header = (name: string): string => mail.headers.find((one) => one.key === name)?.value ?? '';
          const found = {
            caseId: header('x-utdrag-case'),
            letter: header('x-utdrag-letter'),
            to: to.join(),
            text: mail.text ?? '',
          };
          parsed.set(id, found);
          return found;
        }),
      ),
    texted: () => smsVoice.list(),
    async executionStatus(caseId, n) {
      const executionArn = `${arn.replace(':stateMachine:', ':execution:')}:${caseId}-${n}`;
      return (await sfn.send(new DescribeExecutionCommand({ executionArn }))).status ?? '';
    },
    async startEarlier(caseId, n) {
      const input = JSON.stringify({ v: 1, caseId, n });
      await sfn.send(new StartExecutionCommand({ stateMachineArn: arn, name: `${caseId}-${n}`, input }));
    },
    async close() {
      for (const one of [table, buckets, sfn]) one.destroy();
      for (const endpoint of endpoints) await endpoint.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
