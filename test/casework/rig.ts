// Case work with its stores and services, in memory or over the local services. The workflow is one task that waits.
// The tests do by commands what the steps of the real workflow do.
import { randomBytes, randomUUID } from 'node:crypto';
import { ListObjectsV2Command, PutObjectCommand } from '@aws-sdk/client-s3';
import { QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Settling } from '#casework/commit/casework.ts';
import { commitCommand, loadCase } from '#casework/commit/commit-command.ts';
import { caseKeys } from '#casework/commit/keys.ts';
import { settleCase } from '#casework/commit/settle-case.ts';
import { checkRequest, openRequest, type OpenedRequest } from '#casework/intake/open-request.ts';
import { testPerson } from '#connectors/sdk/test-person.ts';
import type { Command } from '#domain/case/command.ts';
import { readCommit } from '#domain/case/log/commit.ts';
import type { CaseEvent } from '#domain/case/events.ts';
import type { Actor, HoldReason } from '#domain/case/vocabulary.ts';
import type { OpenedCase } from '#domain/case/state.ts';
import { canonical, sha256 } from '#domain/canonical/canonical.ts';
import type { Organisation, Policy } from '#domain/organisation/organisation.ts';
import type { SubjectRequest } from '#domain/request.ts';
import { readDemoOrganisation } from '#infra/local/demo/organisation.ts';
import type { SesFault } from '#infra/local/aws/ses/ses.ts';
import type { SmsFault, SmsRecord } from '#infra/local/aws/sms-voice/sms-voice.ts';
import { anchors, type Anchors } from '#store/anchors.ts';
import type { Exports } from '#store/exports.ts';
import { resourcesOf } from '#casework/search/resources-of.ts';
import type { StaffMeans } from '#casework/staff/staff-means.ts';
import { loadConnectors } from '#connectors/registry.ts';
import { reviewSheets, type ReviewSheets } from '#store/review-sheets.ts';
import { searchOrders, type SearchOrders } from '#store/search-orders.ts';
import { findings, type Findings } from '#store/findings.ts';
import { inboundMails, type InboundMails } from '#store/inbound-mails.ts';
import { viewLog, type ViewLog } from '#store/view-log.ts';
import { follow } from './followed.ts';
import { memoryServices, type StartServices } from './services.ts';
import { storesOn } from './stores-on.ts';

const connectors = await loadConnectors();

export const start = '2026-11-20T08:00:00.000Z';
export const [contact] = testPerson.emails;

const machine: Actor = { kind: 'workflow', id: 'test' };

export function later(seconds: number, from = start): string {
  return new Date(Date.parse(from) + seconds * 1000).toISOString();
}

export interface Rig {
  /** Case work whose commits are followed: `settleOwed` settles their cases. */
  readonly casework: Settling;
  /** The same case work for a process whose commits nobody follows: only `reconcile` settles their cases. */
  readonly alone: Settling;
  /**
   * Does what the stream of the case table does: settles the cases of all commits through `casework` so far. Every
   * function of the rig that shows something calls it first.
   */
  settleOwed(): Promise<void>;
  readonly organisation: Organisation;
  readonly hash: string;
  readonly findings: Findings;
  readonly orders: SearchOrders;
  readonly sheets: ReviewSheets;
  /** Writes an object of the findings bucket unchanged, for example one as an earlier version wrote it. */
  putFinding(key: string, content: string): Promise<void>;
  /** What a command of staff needs besides the records. */
  readonly means: StaffMeans;
  readonly exports: Exports;
  readonly anchors: Anchors;
  readonly mails: InboundMails;
  readonly views: ViewLog;
  /** The keys of the stored material of a case. */
  storedKeys(caseId: string): Promise<readonly string[]>;
  /** The chain of views of a system that is reserved for its handlers. */
  reservedViews(system: string): ViewLog;
  /** The errors that were left to `reconcile`. */
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
      /** The process that opens the case and settles it. */
      readonly with?: Settling;
      readonly hold?: HoldReason;
      readonly at?: string;
    },
  ): Promise<OpenedRequest>;
  /** Opens a case. Each call opens another case. */
  openNew(at?: string, hold?: HoldReason): Promise<string>;
  command(caseId: string, command: Command, options?: { at?: string; by?: Actor; id?: string }): Promise<OpenedCase>;
  state(caseId: string): Promise<OpenedCase>;
  events(caseId: string): Promise<readonly CaseEvent[]>;
  /** Stores a case as version 0.2.0 did: its items lack the key `owedAt`, and its request is in the list `received`. */
  asEarlierVersion(caseId: string): Promise<void>;
  /** Letters that were accepted for a case, oldest first. */
  sentFor(caseId: string): Promise<readonly { letter: string; to: string; text: string }[]>;
  /** The same, of all cases. */
  allSent(): Promise<readonly { caseId: string; letter: string; to: string; text: string }[]>;
  /** SMS that were accepted, oldest first. */
  texted(): Promise<readonly SmsRecord[]>;
  executionStatus(caseId: string, n: number): Promise<string>;
  /** Starts an execution as version 0.2.0 did. */
  startEarlier(caseId: string, n: number): Promise<void>;
  /** The token of a case's waiting task, once it has been handed out. */
  token(caseId: string): Promise<string>;
  close(): Promise<void>;
}

/** Starts a rig in memory or, with `localServices`, over the local services. */
export async function startRig(policy: Partial<Policy> = {}, services: StartServices = memoryServices): Promise<Rig> {
  let fault: SesFault | undefined;
  let smsFault: SmsFault | undefined;
  const waiting = new Map<string, string>();
  const { documents, tableName, buckets, exports, ...others } = await services(
    { mail: () => fault, sms: () => smsFault },
    (caseId, token) => void waiting.set(caseId, token),
  );
  const store = findings(buckets, 'findings');
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
  const reports: Rig['reports'] = [];
  const alone: Settling = {
    ...storesOn(documents, tableName),
    workflow: others.workflow,
    post: others.post,
    sms: others.sms,
    organisation,
    organisationAt: () => Promise.resolve(organisation),
    keys: caseKeys({ master: 'ab'.repeat(32) }),
    portal: 'https://portal.nordvik.example',
    newId: randomUUID,
    // Calls each step as if no time passed.
    now: () => '',
    pause: async () => undefined,
    random: Math.random,
    attempts: 5,
    exports,
    report: (what, error, caseId) => void reports.push({ what, error, caseId }),
  };
  const { casework, settleOwed } = follow(alone);
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
    const opened = await openRequest(
      options.with ?? casework,
      hash,
      checked.checked,
      { channel: 'api', receivedAt: at, route: 'test', idempotencyKey, hold: options.hold ?? null },
      randomBytes(32).toString('hex'),
      at,
    );
    if (options.with !== undefined && opened.ok) await settleCase(options.with, opened.caseId, at);
    await settleOwed();
    return opened;
  };
  const state: Rig['state'] = async (caseId) => {
    await settleOwed();
    const loaded = await loadCase(casework, caseId);
    if (loaded.state === undefined) throw new Error('there is no such case');
    return loaded.state;
  };
  return {
    casework,
    alone,
    settleOwed,
    organisation,
    hash,
    findings: store,
    orders: searchOrders(buckets, 'findings'),
    sheets: reviewSheets(buckets, 'findings'),
    putFinding: async (Key, Body) => void (await buckets.send(new PutObjectCommand({ Bucket: 'findings', Key, Body }))),
    means: {
      findings: store,
      sheets: reviewSheets(buckets, 'findings'),
      resources: resourcesOf(connectors),
      connectors,
      organisationAt: casework.organisationAt,
      exports,
    },
    exports,
    anchors: anchors(buckets, 'anchors'),
    mails: inboundMails(buckets, 'mail'),
    views: viewLog(documents, tableName),
    storedKeys: async (caseId) => {
      const { Contents = [] } = await buckets.send(
        new ListObjectsV2Command({ Bucket: 'findings', Prefix: `${caseId}/` }),
      );
      return Contents.flatMap(({ Key = '' }) => Key);
    },
    reservedViews: (system) => viewLog(documents, tableName, system),
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
      await settleOwed();
      const acted = await commitCommand(casework, caseId, { commandId: id, by, command }, at);
      if (!acted.ok) throw new Error(`${command.type}: ${acted.code}`);
      await settleOwed();
      return acted.state;
    },
    state,
    async events(caseId) {
      await settleOwed();
      return (await casework.log.read(caseId)).flatMap((text) => readCommit(text).events);
    },
    async asEarlierVersion(caseId) {
      const items = await documents.send(
        new QueryCommand({
          TableName: tableName,
          KeyConditionExpression: 'pk = :pk',
          FilterExpression: 'attribute_exists(owedAt)',
          ExpressionAttributeValues: { ':pk': `CASE#${caseId}` },
        }),
      );
      for (const { pk, sk, owedAt } of items.Items ?? [])
        await documents.send(
          new UpdateCommand({
            TableName: tableName,
            Key: { pk, sk },
            UpdateExpression: `${sk === 'PROFILE' ? 'SET listKey = :received, listSort = :sort' : ''} REMOVE owedAt, owedTries${sk === 'PROFILE' ? '' : ', listKey, listSort'}`,
            ...(sk === 'PROFILE'
              ? { ExpressionAttributeValues: { ':received': 'received', ':sort': `${String(owedAt)}#${caseId}` } }
              : {}),
          }),
        );
    },
    async allSent() {
      await settleOwed();
      return await others.mails();
    },
    async sentFor(caseId) {
      await settleOwed();
      return (await others.mails()).filter((mail) => mail.caseId === caseId);
    },
    async texted() {
      await settleOwed();
      return others.texted();
    },
    async executionStatus(caseId, n) {
      await settleOwed();
      return await others.executionStatus(caseId, n);
    },
    startEarlier: others.startEarlier,
    async token(caseId) {
      await settleOwed();
      for (let tries = 0; tries < 200; tries += 1) {
        const token = waiting.get(caseId);
        if (token !== undefined) return token;
        await new Promise((resolve) => void setTimeout(resolve, 5));
      }
      throw new Error('the task was not started');
    },
    close: others.close,
  };
}

/** Collects everything that an iterable yields, in order. */
export async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}
