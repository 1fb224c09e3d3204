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
import { connectors } from '#connectors/registry.ts';
import { verifyAudit } from '#domain/case/log/audit.ts';
import { readCommit } from '#domain/case/log/commit.ts';
import type { CaseEvent } from '#domain/case/events.ts';
import { names } from '#infra/local/runner/environment.ts';
import { caseLog } from '#store/case-log.ts';
import { findings } from '#store/findings.ts';
import { subjectProfiles } from '#store/subject-profiles.ts';
import { unpack } from '../../answer/unpack.ts';
import type { KillableSystem, Life } from './killable-system.ts';
import { lettersIn, type AcceptedLetter } from './letters.ts';
import type { CaseOnItsWay } from './people.ts';

/** The facts about an ended case that must be the same with and without kills. */
export interface Outcome {
  /** Faults, in words; empty if the case ended as it should. */
  readonly faults: readonly string[];
  /** SHA-256 of each file with data in the answer. */
  readonly files: ReadonlyMap<string, string>;
  /** The questions that were asked for each page of findings, by `system/wave/page`. */
  readonly asked: ReadonlyMap<string, ReadonlySet<string>>;
  /** How many letters the mail service accepted twice. */
  readonly doubles: number;
}

/**
 * Checks an ended case: answer, table, findings, requests to vendors, log, letters and workflow. `references` are all
 * the cases that were opened in the system.
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
  if (made !== sha256(answer)) faults.push('export: it is not the one that the log names');
  const again = await assembleAgain(system, s3, subjectProfiles(client, names.table), reference, texts);
  if (!again.equals(answer)) faults.push('export: assembled again, it has other bytes');
  const files = unpack(answer);
  faults.push(...misfits(system, files));

  const cases = await casesIn(client);
  if (cases.join() !== [...references].toSorted().join()) faults.push(`cases: ${cases.length} in the table`);
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

// Requests that a search makes each time it starts or continues: for a token, for the fields of the vendor's records,
// and for its lists.
const preliminaries = [
  /^POST \/oauth-v1\/token /,
  /^GET \/crm\/properties\/[0-9-]+\/(contacts|notes|deals) /,
  /^GET \/3\.0\/lists [0-9a-f]+$/,
];

/** The differences between a case and a case of the same person without kills. */
export function differences(outcome: Outcome, undisturbed: Outcome): readonly string[] {
  const faults: string[] = [];
  for (const name of new Set([...undisturbed.files.keys(), ...outcome.files.keys()]))
    if (undisturbed.files.get(name) !== outcome.files.get(name)) faults.push(`answer: ${name} differs`);
  for (const page of new Set([...undisturbed.asked.keys(), ...outcome.asked.keys()])) {
    const allowed = undisturbed.asked.get(page);
    const asked = outcome.asked.get(page);
    if (allowed === undefined || asked === undefined) {
      faults.push(`findings: the page ${page} is ${asked === undefined ? 'missing' : 'more than there should be'}`);
      continue;
    }
    for (const question of asked)
      if (!allowed.has(question) && !preliminaries.some((known) => known.test(question)))
        faults.push(`vendor: for the page ${page} it was asked again: ${question}`);
  }
  return faults;
}

/** Assembles the answer again without kills, from the findings and the log up to `assembly-started`. */
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
    log: { read: async () => log, readAgain: async () => log, append: async () => 'written' },
    summaries: { get: async () => undefined, put: async () => undefined } as unknown as Records['summaries'],
    profiles,
    now: () => new Date().toISOString(),
  };
  const assembled = await assembleExport(
    {
      records,
      findings: findings(s3, names.buckets.findings),
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
  if (!assembled.ok) throw new Error(`it could not be assembled again: ${assembled.code}`);
  return Buffer.concat(parts);
}

/** Checks that the answer contains every planted record and document, and nothing else. */
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

/** Checks that the events that may be in a log only once are there exactly once. */
function eventFaults(events: readonly CaseEvent[]): readonly string[] {
  const keys = events.flatMap((event) => onceKey(event) ?? []);
  return [
    ...[...onlyOnce].filter((type) => !keys.includes(type)).map((type) => `log: no ${type}`),
    ...keys.filter((key, index) => keys.indexOf(key) !== index).map((key) => `log: ${key} twice`),
    ...events
      .filter((event) => event.type === 'system-answered' && event.result === 'failed')
      .map((event) => `log: ${event.type} with a failure`),
  ];
}

function onceKey(event: CaseEvent): string | undefined {
  if (event.type === 'search-started' || event.type === 'system-answered')
    return `${event.type} ${event.system} ${event.wave}`;
  // The same identifier may be recorded again if it comes from another system, or with another weight.
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
 * Checks that every letter was sent at least once. A second sending is allowed only if the process was killed between
 * the acceptance of the letter and the record of it in the log.
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
    if (!intended.has(needed)) faults.push(`letters: ${needed} was never meant to go out`);
  for (const [letter, attempts] of intended) {
    const copies = letters.filter((one) => one.letter === letter).toSorted((a, b) => a.at - b.at);
    // A code that was requested again need not be sent any more. If no code at all had been sent, the case would not
    // have continued.
    if (copies.length === 0 && !letter.startsWith('M23/')) faults.push(`letters: ${letter} was lost`);
    if (copies.length > attempts) faults.push(`letters: ${letter} went out more often than it was meant to`);
    for (const [index, copy] of copies.entries()) {
      const before = copies[index - 1];
      if (before !== undefined && !kills.some((kill) => before.at <= kill && kill <= copy.at))
        faults.push(`letters: ${letter} went out twice although nothing was killed in between`);
    }
  }
  for (const { letter } of letters) if (!intended.has(letter)) faults.push(`letters: ${letter} is not in the log`);
  return faults;
}

/**
 * The questions that a vendor was asked for each page of findings: those between the storing of the previous page and
 * the storing of this page. A search reads its pages in order. So if a question for a stored page is asked again, it is
 * listed under a later page.
 */
async function questionsByPage(
  s3: S3Client,
  system: KillableSystem,
  one: CaseOnItsWay,
  reference: string,
): Promise<{ readonly asked: Map<string, Set<string>>; readonly faults: readonly string[] }> {
  const asked = new Map<string, Set<string>>();
  const faults: string[] = [];
  // The last attempt to store a page is the successful one, because a search continues after the last stored page.
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
          faults.push(`vendor: asked after the end: ${question}`);
      } else asked.get(page)?.add(question);
    }
  }
  return { asked, faults };
}

function sha256(data: Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}
