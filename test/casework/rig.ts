// Case work over the real local table, buckets, mail service and workflow engine. The workflow is one task that waits:
// what the steps of the real one do, the tests do by commands.
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { PinpointSMSVoiceV2Client } from '@aws-sdk/client-pinpoint-sms-voice-v2';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { CreateStateMachineCommand, DescribeExecutionCommand, SFNClient } from '@aws-sdk/client-sfn';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import PostalMime from 'postal-mime';
import type { Casework } from '#casework/commit/casework.ts';
import { act } from '#casework/commit/act.ts';
import { loadCase } from '#casework/commit/commit-command.ts';
import { caseKeys } from '#casework/commit/keys.ts';
import { checkRequest, openRequest, type OpenedRequest } from '#casework/intake/open-request.ts';
import type { Command } from '#domain/case/command.ts';
import { readCommit } from '#domain/case/log/commit.ts';
import type { CaseEvent } from '#domain/case/events.ts';
import type { Actor, HoldReason } from '#domain/case/vocabulary.ts';
import type { OpenedCase } from '#domain/case/state.ts';
import { canonical, sha256 } from '#domain/canonical/canonical.ts';
import type { Organisation, Policy } from '#domain/organisation/organisation.ts';
import type { SubjectRequest } from '#domain/request.ts';
import { ensureTable } from '#infra/local/aws/dynamodb/ensure-table.ts';
import type { Access, RunningEndpoint } from '#infra/local/endpoint.ts';
import { readDemoOrganisation } from '#infra/local/demo/organisation.ts';
import { startS3 } from '#infra/local/aws/s3/s3.ts';
import { startSes, type SesFault } from '#infra/local/aws/ses/ses.ts';
import { startSmsVoice, type SmsFault, type SmsRecord } from '#infra/local/aws/sms-voice/sms-voice.ts';
import { startStepFunctions } from '#infra/local/aws/step-functions/step-functions.ts';
import { attachedRequests } from '#store/attached-requests.ts';
import { anchors, type Anchors } from '#store/anchors.ts';
import { caseLog } from '#store/case-log.ts';
import { exportsStore, type Exports } from '#store/exports.ts';
import { resourcesOf } from '#casework/search/resources-of.ts';
import type { StaffMeans } from '#casework/staff/staff-means.ts';
import { connectors } from '#connectors/registry.ts';
import { findings, type Findings } from '#store/findings.ts';
import { inboundMails, type InboundMails } from '#store/inbound-mails.ts';
import { limits } from '#store/limits.ts';
import { postOffice } from '#store/post-office.ts';
import { smsService } from '#store/sms-service.ts';
import { subjectProfiles } from '#store/subject-profiles.ts';
import { byDue, byPerson } from '#store/indexes.ts';
import { summaries } from '#store/summaries.ts';
import { taskTokens } from '#store/task-tokens.ts';
import { workflow } from '#store/workflow.ts';
import { startTableStore } from '../support/table-store.ts';

export const start = '2026-11-20T08:00:00.000Z';
export const contact = 'asa.berg@example.org';
const key = { accessKeyId: 'AKLOCALCASEWORK', secretAccessKey: 'a-secret-of-the-test' };
const region = 'eu-north-1';
const arn = `arn:aws:states:${region}:000000000000:stateMachine:access-request`;

const machine: Actor = { kind: 'workflow', id: 'test' };

export function later(seconds: number, from = start): string {
  return new Date(Date.parse(from) + seconds * 1000).toISOString();
}

export interface Rig {
  readonly casework: Casework;
  readonly organisation: Organisation;
  readonly hash: string;
  readonly findings: Findings;
  /** Writes an object of the findings bucket as it is, as an earlier version of the programs may have done. */
  putFinding(key: string, content: string): Promise<void>;
  /** What a command of staff needs beside the records. */
  readonly means: StaffMeans;
  readonly exports: Exports;
  readonly anchors: Anchors;
  readonly mails: InboundMails;
  /** What was left to `reconcile`. */
  readonly reports: { what: string; error: unknown; caseId: string }[];
  /** Whether the mail service fails, and how. */
  fault: SesFault | undefined;
  /** Whether the SMS service fails, and how. */
  smsFault: SmsFault | undefined;
  /** Token of the waiting task of the latest execution of a case. */
  readonly waiting: Map<string, string>;
  request(change?: Partial<SubjectRequest>): SubjectRequest;
  open(
    idempotencyKey: string,
    options?: {
      readonly request?: SubjectRequest;
      readonly with?: Casework;
      readonly hold?: HoldReason;
      readonly at?: string;
    },
  ): Promise<OpenedRequest>;
  /** Opens a case that no other test has. */
  openNew(at?: string, hold?: HoldReason): Promise<string>;
  command(caseId: string, command: Command, options?: { at?: string; by?: Actor; id?: string }): Promise<OpenedCase>;
  state(caseId: string): Promise<OpenedCase>;
  events(caseId: string): Promise<readonly CaseEvent[]>;
  /** Letters that were accepted for a case, oldest first. */
  sentFor(caseId: string): Promise<readonly { letter: string; to: string; text: string }[]>;
  /** The same, of all cases. */
  allSent(): Promise<readonly { caseId: string; letter: string; to: string; text: string }[]>;
  /** SMS that were accepted, oldest first. */
  texted(): readonly SmsRecord[];
  executionStatus(caseId: string, n: number): Promise<string>;
  /** The token of a case's waiting task, once it has been handed out. */
  token(caseId: string): Promise<string>;
  close(): Promise<void>;
}

export async function startRig(policy: Partial<Policy> = {}): Promise<Rig> {
  const folder = await mkdtemp(path.join(tmpdir(), 'casework-'));
  const access: Access = {
    keys: new Map([[key.accessKeyId, { name: 'casework', secretAccessKey: key.secretAccessKey }]]),
    record: () => undefined,
  };
  const clock = { now: () => Date.now(), onShift: () => () => undefined };
  let fault: SesFault | undefined;
  let smsFault: SmsFault | undefined;
  const waiting = new Map<string, string>();
  const endpoints: RunningEndpoint[] = [];
  const started = async <E extends RunningEndpoint>(starting: Promise<E>): Promise<E> => {
    const endpoint = await starting;
    endpoints.unshift(endpoint);
    return endpoint;
  };
  const dynamodb = await started(startTableStore({ access, folder: path.join(folder, 'dynamodb') }));
  const s3 = await started(startS3({ access, folder: path.join(folder, 's3') }));
  const ses = await started(startSes({ access, folder: path.join(folder, 'mail'), clock, faults: () => fault }));
  const smsVoice = await started(
    startSmsVoice({
      access,
      folder: path.join(folder, 'sms'),
      clock,
      identities: new Set(['NORDVIK']),
      faults: () => smsFault,
    }),
  );
  const states = await started(
    startStepFunctions({
      access,
      folder: path.join(folder, 'states'),
      clock,
      invoke: (_, payload) => {
        const { token, caseId } = payload as { token: string; caseId: string };
        waiting.set(caseId, token);
        return Promise.resolve({ kind: 'returned', payload: null });
      },
    }),
  );
  for (const bucket of ['findings', 'exports', 'anchors', 'mail']) s3.ensureBucket(bucket);
  const client = { region, credentials: key, maxAttempts: 1 };
  const table = new DynamoDBClient({ ...client, endpoint: dynamodb.url });
  const { tableName } = dynamodb;
  await ensureTable(table, {
    tableName,
    indexes: [byDue, byPerson].map(({ index, partition, sort }) => ({
      indexName: index,
      partitionKey: partition,
      sortKey: sort,
    })),
  });
  const documents = DynamoDBDocumentClient.from(table, { marshallOptions: { removeUndefinedValues: true } });
  const buckets = new S3Client({ ...client, endpoint: s3.url, forcePathStyle: true });
  const store = findings(buckets, 'findings');
  const exports = exportsStore(buckets, 'exports');
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
  const demo = readDemoOrganisation().organisation;
  const organisation = {
    ...demo,
    policy: {
      ...demo.policy,
      secondPerson: 'never',
      codesPerAddressAndDay: 1000,
      lettersPerAddressAndDay: 1000,
      lettersPerAddressAndMinute: 1000,
      ...policy,
    },
  } as Organisation;
  const hash = sha256(canonical(organisation));
  const parsed = new Map<string, { caseId: string; letter: string; to: string; text: string }>();
  const reports: Rig['reports'] = [];
  const casework: Casework = {
    log: caseLog(documents, tableName),
    profiles: subjectProfiles(documents, tableName),
    summaries: summaries(documents, tableName),
    tokens: taskTokens(documents, tableName),
    limits: limits(documents, tableName),
    attached: attachedRequests(documents, tableName),
    workflow: workflow(sfn, arn),
    post: postOffice(new SESv2Client({ ...client, endpoint: ses.url })),
    sms: smsService(new PinpointSMSVoiceV2Client({ ...client, endpoint: smsVoice.url })),
    organisation,
    organisationAt: () => Promise.resolve(organisation),
    keys: caseKeys({ master: 'ab'.repeat(32) }),
    portal: 'https://portal.nordvik.example',
    newId: randomUUID,
    // As if every step were done at once.
    now: () => '',
    pause: async () => undefined,
    exports,
    report: (what, error, caseId) => void reports.push({ what, error, caseId }),
  };
  const request: Rig['request'] = (change = {}) => ({
    controller: 'nordvik',
    rights: ['access'],
    language: 'sv',
    identifiers: [
      { kind: 'email', value: contact },
      { kind: 'phone', value: '070-174 06 10' },
    ],
    ...change,
  });
  const open: Rig['open'] = async (idempotencyKey, options = {}) => {
    const at = options.at ?? start;
    const checked = checkRequest(organisation, options.request ?? request(), at);
    if (!checked.ok) throw new Error(checked.problems.map(({ message }) => message).join());
    return await openRequest(
      options.with ?? casework,
      hash,
      checked.checked,
      { channel: 'api', receivedAt: at, route: 'test', idempotencyKey, hold: options.hold ?? null },
      randomBytes(32).toString('hex'),
      at,
    );
  };
  const state: Rig['state'] = async (caseId) => {
    const loaded = await loadCase(casework, caseId);
    if (loaded.state === undefined) throw new Error('there is no such case');
    return loaded.state;
  };
  const allSent: Rig['allSent'] = async () =>
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
    );
  return {
    casework,
    organisation,
    hash,
    findings: store,
    putFinding: async (Key, Body) => void (await buckets.send(new PutObjectCommand({ Bucket: 'findings', Key, Body }))),
    means: { findings: store, resources: resourcesOf(connectors) },
    exports,
    anchors: anchors(buckets, 'anchors'),
    mails: inboundMails(buckets, 'mail'),
    reports,
    get fault() {
      return fault;
    },
    set fault(value) {
      fault = value;
    },
    get smsFault() {
      return smsFault;
    },
    set smsFault(value) {
      smsFault = value;
    },
    waiting,
    request,
    open,
    async openNew(at = start, hold) {
      const opened = await open(randomUUID(), { at, ...(hold === undefined ? {} : { hold }) });
      if (!opened.ok) throw new Error(opened.code);
      return opened.caseId;
    },
    async command(caseId, command, { at = start, by = machine, id = randomUUID() } = {}) {
      const acted = await act(casework, caseId, { commandId: id, by, command }, at);
      if (!acted.ok) throw new Error(`${command.type}: ${acted.code}`);
      return acted.state;
    },
    state,
    events: async (caseId) => (await casework.log.read(caseId)).flatMap((text) => readCommit(text).events),
    allSent,
    sentFor: async (caseId) => (await allSent()).filter((mail) => mail.caseId === caseId),
    texted: () => smsVoice.list(),
    async executionStatus(caseId, n) {
      const executionArn = `${arn.replace(':stateMachine:', ':execution:')}:${caseId}-${n}`;
      return (await sfn.send(new DescribeExecutionCommand({ executionArn }))).status ?? '';
    },
    async token(caseId) {
      for (let tries = 0; tries < 200; tries += 1) {
        const token = waiting.get(caseId);
        if (token !== undefined) return token;
        await new Promise((resolve) => void setTimeout(resolve, 5));
      }
      throw new Error('the task was not started');
    },
    async close() {
      for (const one of [table, buckets, sfn]) one.destroy();
      for (const endpoint of endpoints) await endpoint.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Everything that an iterable gives, in order. */
export async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

/** Thrown by whatever a killed process would still have done. */
export class Killed extends Error {
  override readonly name = 'Killed';
}

/**
 * Case work of a process that is killed before the call number `at` (from 1) to any store or service: that call and all
 * later ones throw. `calls` tells how many there were.
 */
export function killedAt(casework: Casework, at: number): { readonly casework: Casework; readonly calls: string[] } {
  const calls: string[] = [];
  const wrap = <Part extends object>(name: string, part: Part): Part =>
    new Proxy(part, {
      get(target, method, receiver) {
        const value: unknown = Reflect.get(target, method, receiver);
        if (typeof value !== 'function') return value;
        return async (...input: unknown[]): Promise<unknown> => {
          calls.push(`${name}.${String(method)}`);
          if (calls.length >= at) throw new Killed(`before call ${at}`);
          return await (value.apply(target, input) as Promise<unknown>);
        };
      },
    });
  return {
    calls,
    casework: {
      ...casework,
      log: wrap('log', casework.log),
      profiles: wrap('profiles', casework.profiles),
      summaries: wrap('summaries', casework.summaries),
      tokens: wrap('tokens', casework.tokens),
      attached: wrap('attached', casework.attached),
      limits: wrap('limits', casework.limits),
      workflow: wrap('workflow', casework.workflow),
      post: wrap('post', casework.post),
      sms: wrap('sms', casework.sms),
    },
  };
}

/**
 * The call numbers at which a death differs from one before it: the first, each that follows a call which may have
 * changed something, and the one after the last.
 */
export function deaths(calls: readonly string[]): number[] {
  const reads = /\.(?:read|readAgain|get|list|look|isRunning|keptSince|ofPerson|of|attached)$/;
  return [...calls, 'end'].flatMap((_, index) =>
    index === 0 || !reads.test(calls[index - 1] ?? '') ? [index + 1] : [],
  );
}
