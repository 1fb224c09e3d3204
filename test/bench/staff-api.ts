// The handler of the API of staff over the local table, buckets, mail, secrets and workflow engine.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { CreateStateMachineCommand, SFNClient } from '@aws-sdk/client-sfn';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { Context } from 'aws-lambda';
import { parse } from 'yaml';
import type { Casework } from '#casework/commit/casework.ts';
import { canonical, sha256 } from '#domain/canonical/canonical.ts';
import { organisationSchema, type Organisation } from '#domain/organisation/organisation.ts';
import { ensureTable } from '#infra/local/aws/dynamodb/ensure-table.ts';
import { startDynamoDb } from '#infra/local/aws/dynamodb/dynamodb.ts';
import { openStore } from '#infra/local/aws/dynamodb/store.ts';
import { startS3 } from '#infra/local/aws/s3/s3.ts';
import { startSecretsManager } from '#infra/local/aws/secrets-manager/secrets-manager.ts';
import { startSes } from '#infra/local/aws/ses/ses.ts';
import { startStepFunctions } from '#infra/local/aws/step-functions/step-functions.ts';
import type { Access, RunningEndpoint } from '#infra/local/endpoint.ts';
import { byDue, byPerson } from '#store/indexes.ts';
import { caseKey, commitKey } from '#store/keys.ts';
import { organisationKey } from '#store/organisations.ts';

const key = { accessKeyId: 'AKLOCALBENCH', secretAccessKey: 'a-secret-of-the-bench' };

export interface Answer {
  readonly statusCode: number;
  readonly body: string;
}

/** The event with which API Gateway invokes the function for a request of a case worker. */
export function staffEvent(
  routeKey: string,
  {
    id,
    document,
    query,
    body,
  }: { readonly id?: string; readonly document?: string; readonly query?: object; readonly body?: object },
): object {
  const claims = { sub: 'erik', roles: '[case-worker approver dpo]', email: 'erik@nordvik.example' };
  return {
    routeKey,
    headers: { 'content-type': 'application/json' },
    pathParameters: { ...(id === undefined ? {} : { id }), ...(document === undefined ? {} : { document }) },
    queryStringParameters: query ?? {},
    requestContext: { authorizer: { jwt: { claims } }, http: { method: routeKey.split(' ')[0] } },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  };
}

/** The event with which the stream of the table invokes `settle-case` after the first commit of a case. */
export function committedEvent(id: string): object {
  const dynamodb = { Keys: { pk: { S: caseKey(id) }, sk: { S: commitKey(1) } }, SequenceNumber: '1' };
  return { Records: [{ eventName: 'INSERT', dynamodb }] };
}

export interface StaffApi {
  readonly handler: (event: unknown, context: Context) => Promise<Answer>;
  /** The case work that the handler uses. */
  readonly casework: Casework;
  readonly organisation: Organisation;
  readonly hash: string;
  /** Sends a request of a case worker to the handler. Throws if the response is not 200. */
  ask(
    routeKey: string,
    request: { readonly id?: string; readonly query?: object; readonly body?: object },
  ): Promise<Answer>;
  /** Settles a case after a command, as the stream of the table does. */
  settle(id: string): Promise<void>;
  /** Writes items into the table without its HTTP interface, which is ten times as fast. */
  fill(items: readonly object[]): Promise<void>;
  close(): Promise<void>;
}

/**
 * Starts the services in this process, and loads the handler. It may be called only once in a process. `secrets` has
 * the secrets of systems by name.
 */
export async function startStaffApi(secrets: Readonly<Record<string, string>> = {}): Promise<StaffApi> {
  const folder = await mkdtemp(path.join(tmpdir(), 'bench-staff-'));
  const access: Access = {
    keys: new Map([[key.accessKeyId, { name: 'bench', secretAccessKey: key.secretAccessKey }]]),
    record: () => undefined,
  };
  const clock = { now: () => Date.now(), onShift: () => () => undefined };
  const endpoints: RunningEndpoint[] = [];
  const started = async <E extends RunningEndpoint>(starting: Promise<E>): Promise<E> => {
    const endpoint = await starting;
    endpoints.unshift(endpoint);
    return endpoint;
  };
  const tables = { access, folder: path.join(folder, 'dynamodb') };
  let dynamodb = await startDynamoDb(tables);
  const port = Number(new URL(dynamodb.url).port);
  const s3 = await started(startS3({ access, folder: path.join(folder, 's3') }));
  const ses = await started(startSes({ access, folder: path.join(folder, 'mail'), clock }));
  const master = JSON.stringify({ master: 'ab'.repeat(32) });
  const secretsManager = await started(
    startSecretsManager({ access, secrets: new Map([['case', master], ...Object.entries(secrets)]) }),
  );
  const states = await started(
    startStepFunctions({
      access,
      folder: path.join(folder, 'states'),
      clock,
      invoke: () => Promise.resolve({ kind: 'missing' }),
    }),
  );
  const text = await readFile(path.join(import.meta.dirname, '../../infra/organisation.yaml'), 'utf8');
  const demo = organisationSchema.parse(parse(text));
  const organisation = { ...demo, policy: { ...demo.policy, secondPerson: 'never' as const } };
  const hash = sha256(canonical(organisation));
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_DYNAMODB: dynamodb.url,
    AWS_ENDPOINT_URL_S3: s3.url,
    AWS_ENDPOINT_URL_SESV2: ses.url,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: secretsManager.url,
    AWS_ENDPOINT_URL_SFN: states.url,
    // Snapshots of cases are stored and read, as in a bundled function.
    DOMAIN_BUILD: 'bench',
    AWS_REGION: 'eu-north-1',
    AWS_ACCESS_KEY_ID: key.accessKeyId,
    AWS_SECRET_ACCESS_KEY: key.secretAccessKey,
    POWERTOOLS_LOG_LEVEL: 'SILENT',
    TABLE: 'cases',
    CONFIGURATION_BUCKET: 'bucket',
    FINDINGS_BUCKET: 'bucket',
    EXPORTS_BUCKET: 'bucket',
    ANCHORS_BUCKET: 'bucket',
    MAIL_BUCKET: 'bucket',
    ORGANISATION: hash,
    CASE_SECRET: 'case',
    WORKFLOW_ARN: 'arn:aws:states:eu-north-1:000000000000:stateMachine:access-request',
    PORTAL_URL: 'https://portal.nordvik.example',
  });
  const table = new DynamoDBClient({});
  await ensureTable(table, {
    tableName: 'cases',
    indexes: [byDue, byPerson].map(({ index, partition, sort }) => ({
      indexName: index,
      partitionKey: partition,
      sortKey: sort,
    })),
  });
  s3.ensureBucket('bucket');
  await new S3Client({}).send(
    new PutObjectCommand({ Bucket: 'bucket', Key: organisationKey(hash), Body: canonical(organisation) }),
  );
  await new SFNClient({}).send(
    new CreateStateMachineCommand({
      name: 'access-request',
      roleArn: 'arn:aws:iam::000000000000:role/access-request',
      definition: JSON.stringify({
        QueryLanguage: 'JSONata',
        StartAt: 'Idle',
        States: { Idle: { Type: 'Wait', Seconds: 86_400, End: true } },
      }),
    }),
  );
  // These modules read the environment when they are loaded, so they are imported here.
  const { handler } = (await import('#handlers/staff-api/index.ts')) as unknown as {
    handler: (event: unknown, context: Context) => Promise<Answer>;
  };
  const { handler: settleCase } = (await import('#handlers/settle-case/index.ts')) as unknown as {
    handler: (event: unknown, context: Context) => Promise<{ readonly batchItemFailures: readonly object[] }>;
  };
  const { caseworkFrom } = await import('#handlers/wiring.ts');
  const { caseworkEnvironment, readEnvironment } = await import('#handlers/environment.ts');
  const casework = await caseworkFrom(readEnvironment(caseworkEnvironment));
  return {
    casework,
    organisation,
    hash,
    handler,
    async ask(routeKey, request) {
      const answer = await handler(staffEvent(routeKey, request), {} as Context);
      if (answer.statusCode !== 200) throw new Error(`${routeKey}: ${answer.statusCode} ${answer.body}`);
      return answer;
    },
    async settle(id) {
      const { batchItemFailures } = await settleCase(committedEvent(id), {} as Context);
      if (batchItemFailures.length > 0) throw new Error('the case could not be settled');
    },
    async fill(items) {
      await dynamodb.close();
      const store = openStore(tables.folder);
      for (const item of items) {
        const put = { TableName: 'cases', Item: marshall(item, { removeUndefinedValues: true }) };
        const { status, body } = await store.ask('PutItem', JSON.stringify(put));
        if (status !== 200) throw new Error(body);
      }
      await store.close();
      dynamodb = await startDynamoDb({ ...tables, port });
    },
    async close() {
      table.destroy();
      await dynamodb.close();
      for (const endpoint of endpoints) await endpoint.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
