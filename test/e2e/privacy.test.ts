// Runs a complete case of the demo. Then searches for data of the person in every place where there must be none.
import { execFileSync, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { cp, mkdtemp, open, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { GetExecutionHistoryCommand, ListExecutionsCommand, SFNClient } from '@aws-sdk/client-sfn';
import { DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { Article15 } from '#answer/information/article-15.ts';
import { manifestPath, manifestSchema } from '#answer/manifest.ts';
import { verifyExport } from '#answer/verify-export.ts';
import { loadConnectors } from '#connectors/registry.ts';
import { nearMissesOf } from '#connectors/sdk/near-misses.ts';
import { testPerson } from '#connectors/sdk/test-person.ts';
import { verifyAudit } from '#domain/case/log/audit.ts';
import { activitiesOf } from '#domain/organisation/scope.ts';
import { demoRequest } from '#infra/local/demo/person.ts';
import { readDemoOrganisation } from '#infra/local/demo/organisation.ts';
import { connectorSystems, names } from '#infra/local/runner/environment.ts';
import { startFakes } from '#infra/local/runner/fakes.ts';
import { root } from '#infra/local/runner/system.ts';
import { jsonOf, unpack } from '../answer/unpack.ts';
import { startTestSystem, type TestSystem } from '../support/system.ts';
import { runs } from '../support/random.ts';
import { tracer } from '../support/traces.ts';

const connectors = await loadConnectors();

const { givenName, familyName, emails, phone, personnummer } = testPerson;
const national = `0${phone.slice(3)}`;
const short = personnummer.slice(2);
const dashed = (digits: string, sign: string): string => `${digits.slice(0, -4)}${sign}${digits.slice(-4)}`;

const find = tracer([
  { name: 'the given name', value: givenName },
  { name: 'the family name', value: familyName },
  { name: 'the whole name', value: `${givenName} ${familyName}` },
  ...emails.map((value, index) => ({ name: `address ${index + 1}`, value })),
  ...emails.map((value, index) => ({ name: `local part of address ${index + 1}`, value: `${value.split('@')[0]}@` })),
  ...[
    phone,
    phone.slice(1),
    `00${phone.slice(1)}`,
    national,
    national.slice(1),
    '070-174 06 10',
    '070-1740610',
    '070-174 0610',
    '070 174 06 10',
    '+46 70 174 06 10',
    '+46 (0)70-174 06 10',
  ].map((value, index) => ({ name: `spelling ${index + 1} of the phone number`, value })),
  ...[personnummer, short, dashed(personnummer, '-'), dashed(short, '-'), dashed(short, '+')].map((value, index) => ({
    name: `spelling ${index + 1} of the personnummer`,
    value,
  })),
  { name: 'the message', value: demoRequest.message ?? '' },
  { name: 'the beginning of the message', value: (demoRequest.message ?? '').slice(0, 20) },
  // Data of the person that only the vendors' systems contain.
  { name: 'an IP address', value: '192.0.2.44' },
  { name: 'a note', value: 'Vill helst bli kontaktad' },
]);

let folder: string;
let out: string;
let data: string;
let printed: string;
let exit: number | null;
let test: TestSystem | undefined;
const systemRuns = (): TestSystem => {
  if (test === undefined) throw new Error('the system does not run');
  return test;
};

async function runDemo(): Promise<void> {
  const child = spawn(process.execPath, ['infra/local/cli/demo.ts', '--out', out, '--data', data, '--json'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 110_000,
  });
  const parts: Buffer[] = [];
  child.stdout.on('data', (part: Buffer) => parts.push(part));
  child.stderr.on('data', (part: Buffer) => parts.push(part));
  exit = await new Promise((resolve) => child.once('close', resolve));
  printed = Buffer.concat(parts).toString('utf8');
}

async function stopSystem(): Promise<void> {
  await test?.close();
  test = undefined;
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'utdrag-privacy-'));
  [out, data] = [path.join(folder, 'out'), path.join(folder, 'data')];
  await runDemo();
  // The system starts again on the same folder, so that the test can read the stored data through the AWS endpoints.
  if (exit === 0)
    test = await startTestSystem({
      organisation: readDemoOrganisation().organisation,
      people: [testPerson],
      folder: data,
    });
}, 150_000);
afterAll(async () => {
  await stopSystem();
  await rm(folder, { recursive: true, force: true });
});

async function filesUnder(start: string): Promise<readonly string[]> {
  const entries = await readdir(start, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}

describe('The demo', () => {
  it('has handled a whole case', () => {
    expect(exit).toBe(0);
    const events = printed
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { readonly event: string }).event);
    expect(events).toContain('delivered');
    expect(events).toContain('verified-export');
  });

  it('has made no folder for SMS, because nobody requested one', async () => {
    expect(await readdir(out)).toContain('mail');
    expect(await readdir(out)).not.toContain('sms');
  });
});

describe('The data of the person are found', () => {
  it('in the answer, in the subject profile and in the address of the letters, so the search for them works', async () => {
    const files = unpack(await readFile(path.join(out, 'export.zip')));
    const inAnswer = new Set([...files.values()].flatMap((content) => find(content)));
    for (const what of ['the given name', 'the whole name', 'address 1', 'address 2', 'an IP address', 'a note'])
      expect(inAnswer).toContain(what);
    const profile = (await tableItems()).find(({ sk }) => sk === 'PROFILE');
    expect(find(JSON.stringify(profile))).toEqual(expect.arrayContaining(['address 1', 'address 2', 'the message']));
    const [mail = ''] = await readdir(path.join(out, 'mail'));
    expect(find(await readFile(path.join(out, 'mail', mail)))).toContain('address 1');
  });
});

async function tableItems(): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const { system } = systemRuns();
  const client = DynamoDBDocumentClient.from(
    new DynamoDBClient({ ...system.operator, endpoint: system.addresses.dynamodb }),
  );
  const items: Readonly<Record<string, unknown>>[] = [];
  for await (const { Items = [] } of paginateScan({ client }, { TableName: names.table })) items.push(...Items);
  return items;
}

describe('The data of the person are found nowhere else:', () => {
  it('not in what the demo prints', () => {
    expect(printed.length).toBeGreaterThan(1000);
    expect(find(printed)).toEqual([]);
  });

  it('not in the log, its anchors and the case file', async () => {
    for (const name of ['audit.jsonl', 'case.json']) expect(find(await readFile(path.join(out, name)))).toEqual([]);
    const commits = (await tableItems()).filter(({ sk }) => String(sk).startsWith('COMMIT#'));
    expect(commits.length).toBeGreaterThan(20);
    for (const commit of commits) expect(find(JSON.stringify(commit))).toEqual([]);
  });

  it('not in the summary or any other item of the table except the subject profile', async () => {
    const others = (await tableItems()).filter(({ sk }) => !String(sk).startsWith('PROFILE'));
    expect(others.map(({ sk }) => sk)).toContain('SUMMARY');
    expect(find(JSON.stringify(others))).toEqual([]);
    // The keys of the items also appear in URLs and metrics.
    expect(find(JSON.stringify((await tableItems()).map(({ pk, sk }) => [pk, sk])))).toEqual([]);
  });

  it('not in the history of the workflow', async () => {
    const { system } = systemRuns();
    const client = new SFNClient({ ...system.operator, endpoint: system.addresses.stepFunctions });
    const { executions = [] } = await client.send(
      new ListExecutionsCommand({ stateMachineArn: system.addresses.workflowArn }),
    );
    expect(executions.length).toBeGreaterThan(0);
    expect(find(JSON.stringify(executions))).toEqual([]);
    for (const { executionArn } of executions) {
      let nextToken: string | undefined;
      let events = 0;
      do {
        const page = await client.send(new GetExecutionHistoryCommand({ executionArn, nextToken }));
        expect(find(JSON.stringify(page.events))).toEqual([]);
        events += page.events?.length ?? 0;
        ({ nextToken } = page);
      } while (nextToken !== undefined);
      expect(events).toBeGreaterThan(50);
    }
  });

  it('not in the names of objects, nor in objects other than findings, answers and mail', async () => {
    const { system } = systemRuns();
    const client = new S3Client({ ...system.operator, endpoint: system.addresses.s3 });
    const personal: readonly string[] = [names.buckets.findings, names.buckets.exports, names.buckets.mail];
    for (const bucket of Object.values(names.buckets)) {
      const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket: bucket }));
      expect(find(JSON.stringify(Contents.map(({ Key }) => Key)))).toEqual([]);
      if (!personal.includes(bucket))
        for (const { Key } of Contents) {
          const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key }));
          expect(find((await Body?.transformToByteArray()) ?? '')).toEqual([]);
        }
    }
  });

  it('not in the subject, the links or the other fields of a letter', async () => {
    const mails = await filesUnder(path.join(out, 'mail'));
    expect(mails.length).toBeGreaterThanOrEqual(4);
    for (const file of mails) {
      const mail = await PostalMime.parse(await readFile(file));
      expect(mail.subject).toBeTruthy();
      expect(find(mail.subject ?? '')).toEqual([]);
      const links = [
        ...`${mail.text ?? ''} ${mail.html ?? ''}`.matchAll(/[a-z][a-z+.-]*:\/\/[^\s"<>]+|mailto:[^\s"<>]+/g),
      ];
      expect(links.length).toBeGreaterThan(0);
      expect(find(links.join(' '))).toEqual([]);
      const fields = mail.headers.filter(({ key }) => key !== 'to').map(({ key, value }) => `${key}: ${value}`);
      expect(find(fields.join('\n'))).toEqual([]);
      expect(find(path.basename(file))).toEqual([]);
    }
  });

  it('not in the response to a refused request', async () => {
    const bodies: string[] = [];
    const { http, tokens } = systemRuns();
    const send = async (method: string, target: string, body?: unknown, headers = {}): Promise<void> => {
      const answer = await http(method, target, { body, headers });
      expect(answer.status, `${method} on ${target.split('/')[2]}`).toBeGreaterThanOrEqual(400);
      bodies.push(`${JSON.stringify([...answer.headers])} ${answer.text}`);
    };
    const values = [...emails, phone, '070-174 06 10', personnummer, dashed(short, '-'), `${givenName} ${familyName}`];
    const staff = { authorization: `Bearer ${tokens.erik}` };
    for (const value of values) {
      const segment = encodeURIComponent(value);
      await send('POST', '/v1/requests', { ...demoRequest, controller: value });
      await send('POST', '/v1/requests', { ...demoRequest, rights: [value] });
      await send('POST', '/v1/requests', { ...demoRequest, language: value });
      await send('POST', '/v1/requests', { ...demoRequest, [value]: value });
      await send('POST', '/v1/requests', { ...demoRequest, identifiers: [{ kind: value, value }] });
      await send('POST', '/v1/requests', { ...demoRequest, identifiers: [{ kind: 'organisationNumber', value }] });
      await send('POST', '/v1/requests', `{"controller": ${value}`);
      await send('GET', `/v1/requests/${segment}`, undefined, { authorization: `Bearer ${segment}` });
      await send('POST', `/v1/requests/${segment}/verification`, { code: value });
      await send('GET', `/v1/cases/${segment}`, undefined, staff);
      await send('POST', `/v1/cases/${segment}/commands`, { commandId: value, type: value, text: value }, staff);
      await send('GET', `/cases/${segment}?key=${segment}`);
      await send('GET', `/${segment}`);
    }
    const command = { commandId: randomUUID(), expectedSeq: 1, type: 'note', text: demoRequest.message };
    await send('POST', `/v1/cases/0000-0000-0000-0000/commands`, command, staff);
    expect(find(bodies.join('\n'))).toEqual([]);
  });

  it('not in the stored logs of the functions or the journal of the workflow', async () => {
    await stopSystem();
    const logs = await filesUnder(path.join(data, 'logs'));
    expect(logs.length).toBeGreaterThan(8);
    for (const file of logs)
      expect({ file: path.basename(file), found: find(await readFile(file)) }).toEqual({
        file: path.basename(file),
        found: [],
      });
    for (const file of await filesUnder(path.join(data, 'step-functions')))
      expect(find(await readFile(file))).toEqual([]);
  });
});

/** The place in the schema file that describes the fields of a kind of record. */
const inRecord = ['items', 'properties', 'fields', 'properties'] as const;
const descriptionsSchema = z.record(z.string(), z.object({ description: z.string() }));

describe('The answer', () => {
  let file: string;
  let files: ReadonlyMap<string, Buffer>;
  beforeAll(async () => {
    file = path.join(out, 'export.zip');
    files = unpack(await readFile(file));
  });

  it('contains every planted record and document, and no other', async () => {
    const fakes = await startFakes(
      connectorSystems(readDemoOrganisation().organisation).map(({ connector }) => connector),
      [],
    );
    const manifest = manifestSchema.parse(jsonOf(files, manifestPath));
    expect(fakes.size).toBe(4);
    for (const [system, fake] of fakes) {
      const planted = fake.plant(testPerson);
      await fake.close();
      const inAnswer = [...files.keys()]
        .map((name) => new RegExp(`^systems/${system}/([a-z-]+)\\.json$`).exec(name)?.[1])
        .filter((resource) => resource !== undefined && resource !== 'schema')
        .flatMap((resource) =>
          (jsonOf(files, `systems/${system}/${resource}.json`) as readonly { readonly id: string }[]).map(
            ({ id }) => `${resource}/${id}`,
          ),
        );
      expect([...inAnswer].sort()).toEqual(planted.records.map(({ resource, id }) => `${resource}/${id}`).sort());
      const documents = manifest.files.filter(({ path: name }) => name.startsWith(`systems/${system}/documents/`));
      expect(documents.map(({ sha256 }) => sha256).sort()).toEqual(
        planted.documents.map(({ sha256 }) => sha256).sort(),
      );
    }
  });

  it('says of every activity how and when the person’s data were searched for: why, on what ground, and where data were found [000-07]', () => {
    const { organisation } = readDemoOrganisation();
    const manifest = manifestSchema.parse(jsonOf(files, manifestPath));
    const told = jsonOf(files, 'information/article-15.json') as Article15;
    expect(told.activities.map(({ id }) => id)).toEqual(
      activitiesOf(organisation, manifest.controller.id).map(({ id }) => id),
    );
    const asked = new Map(manifest.systems.map((system) => [system.id, system]));
    for (const activity of told.activities) {
      expect(activity.purposes.length * activity.legalBases.length * activity.retention.length).toBeGreaterThan(0);
      for (const { id, outcome } of activity.systems) {
        // For each system, the activity must give the outcome and the day of this person's search.
        expect({ id, outcome }).toEqual({ id, outcome: asked.get(id)?.outcome });
        expect(asked.get(id)?.asOf).toMatch(/^\d{4}-\d\d-\d\dT/);
      }
    }
    expect(told.activities.flatMap(({ systems }) => systems).filter(({ outcome }) => outcome === 'found')).not.toEqual(
      [],
    );
  });

  it('says of each field whether the person gave it, it came from use, or it was inferred [003-04]', () => {
    const words = {
      provided: 'Brukar lämnas av personen själv',
      observed: 'Brukar uppstå när en tjänst används',
      noted: 'Brukar föras in av oss',
      inferred: 'En slutsats av andra uppgifter',
    };
    const seen = new Set<string>();
    for (const connector of connectors) {
      if (!files.has(`systems/${connector.id}/schema.json`)) continue;
      for (const [resource, { fields }] of Object.entries(connector.resources))
        for (const [name, { origin }] of Object.entries(fields)) {
          const properties = jsonOf(files, `systems/${connector.id}/schema.json`, '$defs', resource, ...inRecord);
          const text = descriptionsSchema.parse(properties ?? {})[name]?.description;
          if (text === undefined) continue;
          seen.add(origin);
          if (origin !== 'unknown')
            expect({ name, text, says: text.includes(words[origin]) }).toMatchObject({ says: true });
          else expect(Object.values(words).filter((one) => text.includes(one))).toEqual([]);
        }
    }
    expect([...seen]).toEqual(expect.arrayContaining(['provided', 'observed']));
  });

  it('contains nothing about somebody with nearly the same identifiers', () => {
    const decoys = emails.flatMap((email) => nearMissesOf({ ...testPerson, emails: [email] }, '10'));
    const strangers = tracer(
      decoys.flatMap((decoy, index) => [
        { name: `address of decoy ${index}`, value: decoy.email },
        { name: `phone of decoy ${index}`, value: decoy.phone },
        {
          name: `phone of decoy ${index}`,
          value: decoy.phone.replace(/^\+46(\d\d)(\d{3})(\d\d)(\d\d)$/, '0$1-$2 $3 $4'),
        },
        { name: `personnummer of decoy ${index}`, value: decoy.personnummer },
        { name: `personnummer of decoy ${index}`, value: dashed(decoy.personnummer.slice(2), '-') },
      ]),
    );
    const names = tracer([
      { name: 'a decoy’s name', value: `Jana ${familyName}` },
      { name: 'a decoy’s name', value: `${familyName}-Ek` },
      { name: 'a decoy’s note', value: 'Gäller en annan person' },
    ]);
    for (const [name, content] of files)
      expect({ name, strangers: [...strangers(content), ...names(content)] }).toEqual({ name, strangers: [] });
  });

  it('shows no code, no HTML and no true or false of a system on the pages for the person', () => {
    const page = files.get('index.html')?.toString() ?? '';
    expect(page).toContain('Samtal 1: vill ha offert');
    for (const raw of [
      '&lt;div&gt;',
      '>true<',
      '>false<',
      '>ORGANIC_SEARCH<',
      '>presentationscheduled<',
      '>signing_party<',
    ])
      expect(page).not.toContain(raw);
  });

  const has = (command: string, ...args: readonly string[]): boolean => {
    try {
      execFileSync(command, args, { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  };

  it.skipIf(!has('unzip', '-v'))('is accepted by unzip (skipped where there is none)', () => {
    expect(execFileSync('unzip', ['-t', file], { encoding: 'utf8' })).toContain('No errors detected');
  });

  it.skipIf(!has('python3', '--version'))('is accepted by Python (skipped where there is none)', () => {
    const program =
      'import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; print(len(z.namelist()))';
    expect(Number(execFileSync('python3', ['-c', program, file], { encoding: 'utf8' }))).toBe(files.size);
  });

  it('is refused with any one bit changed', async () => {
    const copy = path.join(folder, 'changed.zip');
    await cp(file, copy);
    const bytes = await readFile(copy);
    const handle = await open(copy, 'r+');
    const missed: string[] = [];
    for (const { byte, bit } of spreadBits(bytes.length, runs(1100))) {
      const changed = Buffer.of((bytes[byte] ?? 0) ^ (1 << bit));
      await handle.write(changed, 0, 1, byte);
      if ((await verifyExport(copy)).ok) missed.push(`${byte}.${bit}`);
      await handle.write(bytes, byte, 1, byte);
    }
    await handle.close();
    expect(missed).toEqual([]);
    expect(await verifyExport(copy)).toMatchObject({ ok: true });
  }, 120_000);
});

describe('The exported log', () => {
  let log: Buffer;
  let lines: readonly string[];
  beforeAll(async () => {
    log = await readFile(path.join(out, 'audit.jsonl'));
    lines = log.toString('utf8').trimEnd().split('\n');
  });
  const verify = async (bytes: Uint8Array): Promise<boolean> =>
    (
      await verifyAudit(
        (async function* one() {
          yield bytes;
        })(),
      )
    ).ok;

  it('is refused with any one bit changed', async () => {
    expect(await verify(log)).toBe(true);
    const missed: string[] = [];
    for (const { byte, bit } of spreadBits(log.length, runs(1100))) {
      const changed = Buffer.from(log);
      changed[byte] = (changed[byte] ?? 0) ^ (1 << bit);
      if (await verify(changed)) missed.push(`${byte}.${bit}`);
    }
    expect(missed).toEqual([]);
  }, 120_000);

  it('is refused if a line is dropped, doubled, swapped or cut off', async () => {
    const refused = async (changed: readonly string[]): Promise<void> => {
      expect(await verify(Buffer.from(changed.map((line) => `${line}\n`).join('')))).toBe(false);
    };
    for (const index of lines.keys()) {
      await refused(lines.toSpliced(index, 1));
      await refused(lines.toSpliced(index, 0, lines[index]!));
      if (index > 0) await refused(lines.toSpliced(index - 1, 2, lines[index]!, lines[index - 1]!));
      await refused(lines.slice(0, index));
    }
    expect(await verify(log.subarray(0, -1))).toBe(false);
  });
});

/** Bits that are spread evenly over the bytes, each at a fixed but irregular position. */
function* spreadBits(bytes: number, count: number): Generator<{ readonly byte: number; readonly bit: number }, void> {
  let seed = 20_261_102;
  for (let index = 0; index < count; index += 1) {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    const place = (index + seed / 2 ** 32) / count;
    yield { byte: Math.min(bytes - 1, Math.floor(place * bytes)), bit: seed % 8 };
  }
}
