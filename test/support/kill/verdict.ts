import { codedId } from '#domain/case/letters/coded-letter.ts';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { paginateListObjectsV2, S3Client } from '@aws-sdk/client-s3';
import { ListExecutionsCommand, SFNClient } from '@aws-sdk/client-sfn';
import { DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import { verifyExport } from '#answer/verify-export.ts';
import { assembleExport } from '#casework/answer/assemble-export.ts';
import type { Records } from '#casework/commit/casework.ts';
import { loadConnectors } from '#connectors/registry.ts';
import { verifyAudit } from '#domain/case/log/audit.ts';
import { readCommit } from '#domain/case/log/commit.ts';
import type { CaseEvent } from '#domain/case/events.ts';
import { names } from '#infra/local/runner/environment.ts';
import { caseLog } from '#store/case-log.ts';
import { findings } from '#store/findings.ts';
import { reviewSheets } from '#store/review-sheets.ts';
import { subjectProfiles } from '#store/subject-profiles.ts';
import { unpack } from '../../answer/unpack.ts';
import type { KillableSystem, Life } from './killable-system.ts';
import { lettersIn, type AcceptedLetter } from './letters.ts';
import type { CaseOnItsWay } from './people.ts';

const connectors = await loadConnectors();

/**
 * What a test checks about an ended case. `files` and `asked` are compared with a case without kills (`differences`).
 */
export interface Outcome {
  /** The faults that were found, in words; empty if the case is correct. */
  readonly faults: readonly string[];
  /** The SHA-256 of each data file in the answer. */
  readonly files: ReadonlyMap<string, string>;
  /**
   * The requests that the vendor received for each stored page of findings. The key is `system/wave/page`; a wave is
   * one round of searches.
   */
  readonly asked: ReadonlyMap<string, ReadonlySet<string>>;
  /** How many times SES accepted a letter that it had already accepted. */
  readonly doubles: number;
}

/**
 * Checks everything about an ended case: answer, table, findings, requests to vendors, log, letters and workflow.
 * `references` lists all cases that the test has opened in the system.
 */
export async function lookAt(
  system: KillableSystem,
  life: Life,
  one: CaseOnItsWay,
  references: readonly string[],
): Promise<Outcome> {
  const faults: string[] = [];
  const { reference = '', answer = Buffer.alloc(0) } = one;
  const client = DynamoDBDocumentClient.from(
    new DynamoDBClient({ ...system.operator(), endpoint: life.addresses.dynamodb }),
  );
  const s3 = new S3Client({ ...system.operator(), endpoint: life.addresses.s3, forcePathStyle: true });
  const texts = await caseLog(client, names.table).read(reference);
  const events = texts.flatMap((text) => readCommit(text).events);

  const audit = await verifyAudit(await (await life.staff(2)).audit(reference));
  if (!audit.ok) faults.push(`audit: ${audit.reason}`);

  const zip = path.join(system.folder, `${reference}.zip`);
  writeFileSync(zip, answer);
  const verdict = await verifyExport(zip);
  if (!verdict.ok) faults.push(`export: ${verdict.reason}`);
  const made = events.find((event) => event.type === 'assembled')?.sha256;
  if (made !== sha256(answer)) faults.push('export: it is not the file that the log names');
  const again = await assembleAgain(system, s3, subjectProfiles(client, names.table), reference, texts);
  if (!again.equals(answer)) faults.push('export: a second assembly gives other bytes');
  const files = unpack(answer);
  faults.push(...misfits(system, files));

  const cases = await casesIn(client);
  if (cases.join() !== [...references].toSorted().join())
    faults.push(`cases: the table has ${cases.length} cases, which are not the expected ones`);
  faults.push(...(await executionFaults(system, life, reference)), ...eventFaults(events));

  const letters = (await lettersIn(system.folder)).filter((letter) => letter.reference === reference);
  faults.push(...letterFaults(letters, events, system.kills));

  const { asked, faults: strays } = await questionsByPage(s3, system, one, reference);
  faults.push(...strays);
  return {
    faults,
    asked,
    files: new Map(
      [...files].filter(([name]) => name.startsWith('systems/')).map(([name, data]) => [name, sha256(data)]),
    ),
    doubles: letters.length - new Set(letters.map(({ letter }) => letter)).size,
  };
}

// A search makes these requests each time it starts or continues, so they may be repeated: for an access token, for the
// list of the vendor's fields, and for the vendor's mailing lists.
const preliminaries = [
  /^POST \/oauth-v1\/token /,
  /^GET \/crm\/properties\/[0-9-]+\/(contacts|notes|deals) /,
  /^GET \/3\.0\/lists [0-9a-f]+$/,
];

/** Compares a case with a case of the same person that was handled without kills. Returns the differences. */
export function differences(outcome: Outcome, undisturbed: Outcome): readonly string[] {
  const faults: string[] = [];
  for (const name of new Set([...undisturbed.files.keys(), ...outcome.files.keys()]))
    if (undisturbed.files.get(name) !== outcome.files.get(name)) faults.push(`answer: ${name} differs`);
  for (const page of new Set([...undisturbed.asked.keys(), ...outcome.asked.keys()])) {
    const allowed = undisturbed.asked.get(page);
    const asked = outcome.asked.get(page);
    if (allowed === undefined || asked === undefined) {
      faults.push(`findings: the page ${page} is ${asked === undefined ? 'missing' : 'one too many'}`);
      continue;
    }
    for (const question of asked)
      if (!allowed.has(question) && !preliminaries.some((known) => known.test(question)))
        faults.push(`vendor: a request for the page ${page} was made again: ${question}`);
  }
  return faults;
}

/**
 * Assembles the answer a second time, from the findings and from the log up to `assembly-started`. It must give the
 * same bytes as the assembly that kills may have interrupted.
 */
async function assembleAgain(
  system: KillableSystem,
  s3: S3Client,
  profiles: Records['profiles'],
  caseId: string,
  texts: readonly string[],
): Promise<Buffer> {
  const start = texts.findIndex((text) => readCommit(text).events.some(({ type }) => type === 'assembly-started'));
  const log = texts.slice(0, start + 1);
  const parts: Buffer[] = [];
  const records: Records = {
    log: {
      read: async () => log,
      load: async () => ({ texts: log, owed: [] }),
      loadAgain: async () => ({ texts: log, owed: [] }),
      loadWhole: async () => ({ texts: log, owed: [] }),
      begins: async () => undefined,
      keepSnapshot: async () => {},
      eraseSnapshot: async () => {},
      append: async () => 'written',
    },
    summaries: { get: async () => undefined, put: async () => undefined } as unknown as Records['summaries'],
    profiles,
    now: () => new Date().toISOString(),
    pause: async () => undefined,
    random: Math.random,
    attempts: 1,
  };
  const assembled = await assembleExport(
    {
      records,
      findings: findings(s3, names.buckets.findings),
      sheets: reviewSheets(s3, names.buckets.findings),
      exports: {
        async put(_caseId, _round, content) {
          for await (const part of content) parts.push(part as Buffer);
        },
        address: async () => '',
        eraseAnswer: async () => undefined,
        erase: async () => undefined,
      },
      organisationAt: async () => system.organisation,
      connectors,
    },
    { caseId, round: 1 },
    new Date().toISOString(),
  );
  if (!assembled.ok) throw new Error(`the second assembly failed: ${assembled.code}`);
  return Buffer.concat(parts);
}

/** Checks that the answer contains every record and document that was planted for the person, and no other record. */
function misfits(system: KillableSystem, files: ReadonlyMap<string, Buffer>): readonly string[] {
  const faults: string[] = [];
  for (const one of system.organisation.systems) {
    if (one.kind !== 'connector') continue;
    const planted = system.vendors.planted.get(one.connector);
    const found: string[] = [];
    const documents: string[] = [];
    for (const [name, data] of files) {
      const [, resource] = new RegExp(`^systems/${one.id}/([a-z-]+)\\.json$`).exec(name) ?? [];
      if (resource !== undefined && resource !== 'schema')
        for (const { id } of JSON.parse(data.toString()) as { id: string }[]) found.push(`${resource}/${id}`);
      if (name.startsWith(`systems/${one.id}/documents/`)) documents.push(sha256(data));
    }
    const expected = (planted?.records ?? []).map(({ resource, id }) => `${resource}/${id}`);
    faults.push(
      ...expected.filter((key) => !found.includes(key)).map((key) => `answer: ${one.id} lacks ${key}`),
      ...found.filter((key) => !expected.includes(key)).map((key) => `answer: ${one.id} has ${key}, a decoy`),
      ...(planted?.documents ?? [])
        .filter((document) => !documents.includes(document.sha256))
        .map(({ id }) => `answer: ${one.id} lacks the document ${id}`),
    );
    if (new Set(found).size !== found.length) faults.push(`answer: ${one.id} has a record twice`);
  }
  return faults;
}

async function casesIn(client: DynamoDBDocumentClient): Promise<readonly string[]> {
  const cases = new Set<string>();
  for await (const { Items } of paginateScan({ client }, { TableName: names.table, ConsistentRead: true }))
    for (const item of Items ?? [])
      if (String(item['sk']).startsWith('COMMIT#')) cases.add(String(item['pk']).replace('CASE#', ''));
  return [...cases].toSorted();
}

async function executionFaults(system: KillableSystem, life: Life, reference: string): Promise<readonly string[]> {
  const client = new SFNClient({ ...system.operator(), endpoint: life.addresses.stepFunctions });
  const { executions } = await client.send(new ListExecutionsCommand({ stateMachineArn: life.addresses.workflowArn }));
  const own = (executions ?? []).filter(({ name }) => name?.startsWith(`${reference}-`) ?? false);
  return own.length === 1 && own[0]?.status === 'SUCCEEDED'
    ? []
    : [`workflow: ${own.map(({ name, status }) => `${name?.slice(reference.length)} ${status}`).join(', ') || 'none'}`];
}

/**
 * Checks that the log has every event of `onlyOnce`, no failed search, and no event twice that may be there only once
 * (`onceKey`).
 */
function eventFaults(events: readonly CaseEvent[]): readonly string[] {
  const keys = events.flatMap((event) => onceKey(event) ?? []);
  return [
    ...[...onlyOnce].filter((type) => !keys.includes(type)).map((type) => `log: no ${type}`),
    ...keys.filter((key, index) => keys.indexOf(key) !== index).map((key) => `log: ${key} twice`),
    ...events
      .filter((event) => event.type === 'system-answered' && event.result === 'failed')
      .map((event) => `log: ${event.type} records a failure`),
  ];
}

function onceKey(event: CaseEvent): string | undefined {
  if (event.type === 'search-started' || event.type === 'system-answered')
    return `${event.type} ${event.system} ${event.wave}`;
  // An identifier may be learned twice: from two systems, or with another weight (`weight`) or dispute (`disputed`).
  if (event.type === 'identifier-learned')
    return `${event.type} ${event.identifier.hash} ${event.system} ${event.weight} ${event.disputed}`;
  if (event.type === 'identifier-decided') return `${event.type} ${event.identifier.hash}`;
  if (event.type === 'letter-sent') return `${event.type} ${codedId(event.letter)}`;
  if (event.type === 'release-approved') return `${event.type} ${event.by.id}`;
  return onlyOnce.has(event.type) ? event.type : undefined;
}

const onlyOnce: ReadonlySet<string> = new Set([
  'case-opened',
  'execution-started',
  'identity-proven',
  'search-planned',
  'search-approved',
  'screened',
  'assembly-started',
  'assembled',
  'delivered',
  'case-closed',
]);

/**
 * Checks that SES got every letter at least once. SES may get a letter twice if a process was killed after SES accepted
 * the letter and before the log recorded it.
 */
function letterFaults(
  letters: readonly AcceptedLetter[],
  events: readonly CaseEvent[],
  kills: readonly number[],
): readonly string[] {
  const faults: string[] = [];
  const intended = new Map<string, number>();
  for (const event of events)
    if (event.type === 'letter-intended') {
      const id = codedId(event.letter);
      intended.set(id, (intended.get(id) ?? 0) + 1);
    }
  for (const needed of ['M1', 'M8'])
    if (!intended.has(needed)) faults.push(`letters: the log does not require ${needed}`);
  for (const [letter, attempts] of intended) {
    const copies = letters.filter((one) => one.letter === letter).toSorted((a, b) => a.at - b.at);
    // A letter with a code (M23) may be missing: it need not be sent if the person has requested another code. That
    // some code was sent is certain, because the case has ended.
    if (copies.length === 0 && !letter.startsWith('M23/')) faults.push(`letters: ${letter} was lost`);
    if (copies.length > attempts) faults.push(`letters: ${letter} was sent more often than the log requires`);
    for (const [index, copy] of copies.entries()) {
      const before = copies[index - 1];
      if (before !== undefined && !kills.some((kill) => before.at <= kill && kill <= copy.at))
        faults.push(`letters: ${letter} was sent twice although no process was killed in between`);
    }
  }
  for (const { letter } of letters) if (!intended.has(letter)) faults.push(`letters: ${letter} is not in the log`);
  return faults;
}

/**
 * For each page of findings: the requests that the vendor received after the previous page was stored and before this
 * page was stored. A search reads its pages in order. So a request for a page that is already stored appears in the
 * list of a later page, where `differences` finds it.
 */
async function questionsByPage(
  s3: S3Client,
  system: KillableSystem,
  one: CaseOnItsWay,
  reference: string,
): Promise<{ readonly asked: Map<string, Set<string>>; readonly faults: readonly string[] }> {
  const asked = new Map<string, Set<string>>();
  const faults: string[] = [];
  // The time of the last attempt to store each page. Earlier attempts failed: a search continues after the last stored
  // page, so it never stores a page twice.
  const attempts = new Map<string, number>();
  for (const line of existsSync(system.notes) ? readFileSync(system.notes, 'utf8').split('\n') : []) {
    const [at = '', key = ''] = line.split(' ');
    attempts.set(key, Number(at));
  }
  for (const { id, ...described } of system.organisation.systems) {
    if (described.kind !== 'connector') continue;
    const prefix = `${reference}/pages/${id}/`;
    const pages: { readonly page: string; readonly keptAt: number }[] = [];
    for await (const { Contents } of paginateListObjectsV2(
      { client: s3 },
      { Bucket: names.buckets.findings, Prefix: prefix },
    ))
      for (const { Key = '' } of Contents ?? [])
        pages.push({ page: `${id}/${Key.slice(prefix.length)}`, keptAt: attempts.get(Key) ?? 0 });
    for (const { page } of pages) asked.set(page, new Set());
    for (const { connector, at, question } of system.vendors.seen) {
      if (connector !== described.connector || at < one.openedAt) continue;
      const page = pages.find(({ keptAt }) => keptAt >= at)?.page;
      if (page === undefined) {
        if (!preliminaries.some((known) => known.test(question)))
          faults.push(`vendor: a request came after the search had ended: ${question}`);
      } else asked.get(page)?.add(question);
    }
  }
  return { asked, faults };
}

function sha256(data: Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}
