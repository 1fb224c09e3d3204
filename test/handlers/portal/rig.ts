// The portal's handler on a table in memory and the real local buckets, mail service, secrets and workflow engine. The
// workflow waits without limit: the tests send the commands that it would send.
import { commands } from '#test/domain/case/case-book.ts';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { CreateStateMachineCommand, SFNClient } from '@aws-sdk/client-sfn';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import PostalMime from 'postal-mime';
import { vi } from 'vitest';
import { parse } from 'yaml';
import type { Settling } from '#casework/commit/casework.ts';
import { commitCommand } from '#casework/commit/commit-command.ts';
import { remind } from '#casework/identity/remind.ts';
import { attachedPrefix } from '#store/attached-requests.ts';
import { settleCase } from '#casework/commit/settle-case.ts';
import type { Command } from '#domain/case/command.ts';
import { canonical, sha256 } from '#domain/canonical/canonical.ts';
import { organisationSchema, type Organisation } from '#domain/organisation/organisation.ts';
import type { Access } from '#infra/local/endpoint.ts';
import { startS3 } from '#infra/local/aws/s3/s3.ts';
import { startSecretsManager } from '#infra/local/aws/secrets-manager/secrets-manager.ts';
import { startSes } from '#infra/local/aws/ses/ses.ts';
import { startSmsVoice, type SmsRecord } from '#infra/local/aws/sms-voice/sms-voice.ts';
import { startStepFunctions } from '#infra/local/aws/step-functions/step-functions.ts';
import { connectorKinds } from '#infra/constructs/described-organisation.ts';
import { organisationKey } from '#store/organisations.ts';
import { exportsStore } from '#store/exports.ts';
import { byDue, byPerson } from '#store/indexes.ts';
import { caseOf } from '#store/keys.ts';
import { addedCommits } from '#infra/system.ts';
import type { ItemKeys } from '#infra/local/aws/dynamodb/added-item.ts';
import { memoryTable } from '#test/support/memory-stores/table.ts';

export const start = '2026-11-20T08:00:00.000Z';
const key = { accessKeyId: 'AKLOCALPORTAL', secretAccessKey: 'a-secret-of-the-test' };

/** A request as a browser would send it; names of headers in lower case. */
export interface Visit {
  readonly routeKey: string;
  /** The path parameters, if the route alone does not give them. */
  readonly rawPath?: string;
  readonly method?: string;
  readonly reference?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly cookies?: readonly string[];
  /** The fields of a form. They are sent in base64, as an HTTP API does. */
  readonly form?: Readonly<Record<string, string | readonly string[]>> | string;
  /** ISO 8601; `start` by default. */
  readonly at?: string;
}

export type Answer = APIGatewayProxyStructuredResultV2 & { readonly body: string };
type Handler = (event: APIGatewayProxyEventV2, context: Context) => Promise<Answer>;

export interface Rig {
  readonly casework: Settling;
  /** Settles the cases of the commits so far, like the function that the stream of the table invokes. */
  settleOwed(): Promise<void>;
  readonly organisation: Organisation;
  readonly handler: Handler;
  readonly exportsOrigin: string;
  visit(visit: Visit): Promise<Answer>;
  /** Sends a command to a case as the workflow or staff would. */
  command(caseId: string, command: Command, at?: string, by?: string): Promise<void>;
  /**
   * Brings a case whose identity is proven to a delivered first answer with this content; the manual system is pending.
   */
  deliver(caseId: string, content: string): Promise<void>;
  /** Enters the result of the manual system and delivers the supplement. */
  supplement(caseId: string, content: string): Promise<void>;
  /** The latest code that was mailed. */
  mailedCode(): Promise<string>;
  /** Accepted SMS, oldest first. */
  texted(): readonly SmsRecord[];
  /** Recipients of the mails, oldest first. */
  mails(): readonly string[];
  close(): Promise<void>;
}

/** Starts everything. `portal` is the address of the portal; `change` may change the demo organisation. */
export async function startRig(
  options: { readonly portal?: string; readonly change?: (organisation: Organisation) => Organisation } = {},
): Promise<Rig> {
  // The handler reads its environment when it is loaded, so it is loaded again for each rig.
  vi.resetModules();
  // The handler uses the clock of its instance, which here shows the time of each visit.
  let shown = start;
  vi.doMock('#handlers/clock.ts', () => ({ readClock: () => shown }));
  const folder = await mkdtemp(path.join(tmpdir(), 'portal-'));
  const access: Access = {
    keys: new Map([[key.accessKeyId, { name: 'portal', secretAccessKey: key.secretAccessKey }]]),
    record: () => undefined,
  };
  const clock = { now: () => Date.now(), onShift: () => () => undefined };
  // The clients that the handlers make use this table.
  const table = memoryTable([byDue, byPerson]);
  const former = { environment: { ...process.env }, send: DynamoDBDocumentClient.prototype.send };
  DynamoDBDocumentClient.prototype.send = async (command: unknown): Promise<never> =>
    (await Reflect.apply(table.send, table, [command])) as never;
  const s3 = await startS3({ access, folder: path.join(folder, 's3') });
  const ses = await startSes({ access, folder: path.join(folder, 'mail'), clock });
  const sms = await startSmsVoice({
    access,
    folder: path.join(folder, 'sms'),
    clock,
    identities: new Set(['NORDVIK']),
  });
  const secrets = await startSecretsManager({
    access,
    secrets: new Map([['case', JSON.stringify({ master: 'ab'.repeat(32) })]]),
  });
  const states = await startStepFunctions({
    access,
    folder: path.join(folder, 'states'),
    clock,
    invoke: () => Promise.resolve({ kind: 'missing' }),
  });
  const text = await readFile(path.join(import.meta.dirname, '../../../infra/organisation.yaml'), 'utf8');
  const demo = organisationSchema.parse(parse(text));
  const policy = {
    ...demo.policy,
    secondPerson: 'never',
    approveSearch: 'staff',
    codesPerAddressAndDay: 1000,
    lettersPerAddressAndDay: 1000,
    lettersPerAddressAndMinute: 1000,
    requestsPerAddressAndDay: 1000,
    casesPerAddressAndDay: 1000,
    requestsPerNetworkAndHour: 10_000,
  } as const;
  const organisation = (options.change ?? ((same) => same))({ ...demo, policy });
  const hash = sha256(canonical(organisation));
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_S3: s3.url,
    AWS_ENDPOINT_URL_SESV2: ses.url,
    AWS_ENDPOINT_URL_PINPOINT_SMS_VOICE_V2: sms.url,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: secrets.url,
    AWS_ENDPOINT_URL_SFN: states.url,
    AWS_REGION: 'eu-north-1',
    AWS_ACCESS_KEY_ID: key.accessKeyId,
    AWS_SECRET_ACCESS_KEY: key.secretAccessKey,
    POWERTOOLS_LOG_LEVEL: 'SILENT',
    TABLE: 'cases',
    CONFIGURATION_BUCKET: 'configuration',
    ORGANISATION: hash,
    CASE_SECRET: 'case',
    WORKFLOW_ARN: 'arn:aws:states:eu-north-1:000000000000:stateMachine:access-request',
    PORTAL_URL: options.portal ?? 'https://portal.nordvik.example',
    EXPORTS_BUCKET: 'exports',
    EXPORTS_ORIGIN: s3.url,
    CONNECTOR_KINDS: JSON.stringify(connectorKinds(organisation)),
  });
  s3.ensureBucket('configuration');
  s3.ensureBucket('exports');
  const buckets = new S3Client({});
  await buckets.send(
    new PutObjectCommand({ Bucket: 'configuration', Key: organisationKey(hash), Body: canonical(organisation) }),
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
  // These modules read their environment when they are loaded.
  const { handler } = (await import('#handlers/portal/index.ts')) as unknown as { handler: Handler };
  const { settlingFrom } = await import('#handlers/settling.ts');
  const { readEnvironment, settlingEnvironment } = await import('#handlers/environment.ts');
  const casework = await settlingFrom(readEnvironment(settlingEnvironment));
  // Stands for the stream of the table: the keys of the added commits, until `settleOwed` passes them on.
  const added: ItemKeys[] = [];
  const { send } = DynamoDBDocumentClient.prototype;
  DynamoDBDocumentClient.prototype.send = async function (this: unknown, ...input: unknown[]): Promise<never> {
    const answer = await Reflect.apply(send, this, input);
    const [one] = input;
    const put = one instanceof PutCommand ? one.input : undefined;
    const { pk, sk } = put?.Item ?? {};
    if (put?.ConditionExpression === 'attribute_not_exists(pk)') added.push({ pk: String(pk), sk: String(sk) });
    return answer as never;
  };
  const settleOwed = async (): Promise<void> => {
    while (added.length > 0)
      for (const { pk, sk } of added.splice(0)) {
        if (!addedCommits.sortKeyPrefixes.some((prefix) => sk.startsWith(prefix))) continue;
        await settleCase(casework, caseOf(pk), shown);
        if (sk.startsWith(attachedPrefix)) await remind(casework, caseOf(pk), shown);
      }
  };
  const exports = exportsStore(buckets, 'exports');

  const command: Rig['command'] = async (caseId, one, at = start, by = 'workflow') => {
    const kind = by === 'workflow' ? 'workflow' : 'staff';
    const envelope = { commandId: casework.newId(), by: { kind, id: by } as const, command: one };
    await settleOwed();
    const acted = await commitCommand(casework, caseId, envelope, at);
    if (!acted.ok) throw new Error(`${one.type}: ${acted.code}`);
    await settleOwed();
  };
  const answer = { result: 'found', records: 1, files: 0, possible: 0 } as const;
  const release = async (caseId: string, round: number, content: string): Promise<void> => {
    await command(caseId, { type: 'screen', round, settled: [] });
    await command(caseId, commands.release(round), start, 'someone');
    await command(caseId, { type: 'start-assembly', round });
    await exports.put(caseId, { round, attempt: 1 }, Readable.from([Buffer.from(content)]));
    const hash = '0'.repeat(64);
    const made = { bytes: content.length, sha256: hash, manifestSha256: hash, entries: 1, systems: [] };
    await command(caseId, { type: 'record-assembly', round, attempt: 1, ...made });
    await command(caseId, { type: 'deliver', round, days: 14 });
  };
  return {
    casework,
    settleOwed,
    organisation,
    handler,
    exportsOrigin: s3.url,
    command,
    visit: async (visit) => {
      shown = visit.at ?? start;
      const answer = await handler(eventOf(visit), {} as Context);
      await settleOwed();
      return answer;
    },
    async deliver(caseId, content) {
      const [machine, manual] = ['hubspot', manualSystem(organisation)] as const;
      const systems = [
        { id: machine, mode: 'automatic' as const, level: 'contact-point' as const, special: false },
        { id: manual, mode: 'manual' as const, level: 'contact-point' as const, special: false },
      ];
      await command(caseId, { type: 'plan-search', systems });
      await command(caseId, { type: 'approve-search' }, start, 'someone');
      await command(caseId, { type: 'start-searches', searches: [{ system: machine, wave: 1 }] });
      await command(caseId, { type: 'answer-search', system: machine, wave: 1, learned: [], ...answer });
      await command(caseId, { type: 'reach-cut-off', round: 1 });
      await release(caseId, 1, content);
    },
    async supplement(caseId, content) {
      await command(caseId, {
        type: 'record-manual-result',
        system: manualSystem(organisation),
        sealed: 'sealed-1',
        ...answer,
      });
      await release(caseId, 2, content);
    },
    async mailedCode() {
      await settleOwed();
      for (const { id } of ses.list().toReversed()) {
        const mail = await PostalMime.parse((await ses.read(id)) ?? '');
        const code = /^ {4}(\d{6})$/m.exec(mail.text ?? '')?.[1];
        if (code !== undefined) return code;
      }
      throw new Error('no code was mailed');
    },
    texted: () => sms.list(),
    mails: () => ses.list().flatMap(({ to }) => to),
    async close() {
      vi.doUnmock('#handlers/clock.ts');
      process.env = former.environment;
      DynamoDBDocumentClient.prototype.send = former.send;
      for (const endpoint of [states, secrets, sms, ses, s3]) await endpoint.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Id of the system that people search. */
export function manualSystem(organisation: Organisation): string {
  return organisation.systems.find(({ kind }) => kind === 'manual')?.id ?? '';
}

/** The token and the path of the cookie, from the response that set it. */
export function cookieOf(answer: Answer): { readonly cookie: string; readonly reference: string } {
  const [set = ''] = answer.cookies ?? [];
  return { cookie: set.split(';')[0] ?? '', reference: /Path=\/cases\/([^;]+)/.exec(set)?.[1] ?? '' };
}

function eventOf(visit: Visit): APIGatewayProxyEventV2 {
  const [ofRoute = '', route = ''] = visit.routeKey.split(' ');
  const method = visit.method ?? ofRoute;
  const body = visit.form === undefined ? undefined : encoded(visit.form);
  return {
    version: '2.0',
    routeKey: visit.routeKey,
    rawPath: visit.rawPath ?? route.replace('{reference}', visit.reference ?? ''),
    rawQueryString: new URLSearchParams(visit.query).toString(),
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
      ...visit.headers,
    },
    ...(visit.cookies === undefined ? {} : { cookies: [...visit.cookies] }),
    ...(visit.query === undefined ? {} : { queryStringParameters: { ...visit.query } }),
    ...(visit.reference === undefined ? {} : { pathParameters: { reference: visit.reference } }),
    requestContext: {
      http: { method, path: route, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'test' },
    } as APIGatewayProxyEventV2['requestContext'],
    ...(body === undefined ? {} : { body: Buffer.from(body).toString('base64') }),
    isBase64Encoded: body !== undefined,
  };
}

function encoded(form: NonNullable<Visit['form']>): string {
  if (typeof form === 'string') return form;
  const pairs = Object.entries(form).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [name, one]),
  );
  return new URLSearchParams(pairs).toString();
}
