// Vendors fail, legal dates pass, and data are erased. All tests use one system; they move the local clock forward
// where a month must pass.
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { DescribeExecutionCommand, ListExecutionsCommand, SFNClient, StopExecutionCommand } from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { manifestPath, manifestSchema, type Manifest } from '#answer/manifest.ts';
import { verifyExport } from '#answer/verify-export.ts';
import type { CaseView } from '#api/staff.ts';
import type { Fake, Fault } from '#connectors/sdk/fake.ts';
import { verifyAudit } from '#domain/case/log/audit.ts';
import { plusDays } from '#domain/clock/deadline.ts';
import { names } from '#infra/local/runner/environment.ts';
import { unpack } from '../answer/unpack.ts';
import {
  manualSystem,
  organisationWith,
  startTestSystem,
  type OpenedCase,
  type TestSystem,
} from '../support/system.ts';

const policy = {
  approveSearch: 'automatic',
  secondPerson: 'where-it-matters',
  unansweredDays: 90,
  cutOffDaysBeforeDue: 3,
  materialDays: 30,
  profileDays: 60,
} as const;
const always = Number.POSITIVE_INFINITY;

let test: TestSystem;
let mailchimp: Fake;
let hubspot: Fake;
let executions: SFNClient;
let buckets: S3Client;

/**
 * The path of requests to Mailchimp about one address. Requests for the list of audiences are the same for every
 * address, so they do not count.
 */
function pathOf(email: string): RegExp {
  return new RegExp(`/members/${createHash('md5').update(email).digest('hex')}`);
}

const emailOf = (name: string): string => `${name}@example.org`;

async function openFor(name: string, ...faults: readonly Omit<Fault, 'path'>[]): Promise<OpenedCase> {
  const email = emailOf(name);
  test.plant({ givenName: 'Prov', familyName: 'Person', emails: [email] });
  for (const fault of faults) mailchimp.fail({ ...fault, path: pathOf(email) });
  return await test.open(email);
}

async function openProven(name: string, ...faults: readonly Omit<Fault, 'path'>[]): Promise<OpenedCase> {
  const opened = await openFor(name, ...faults);
  await test.prove(opened);
  return opened;
}

const systemIn = (view: CaseView, id: string): CaseView['systems'][number] | undefined =>
  view.systems.find((system) => system.id === id);

async function manual(opened: OpenedCase, outcome: 'nothing-held' | 'found' = 'nothing-held'): Promise<void> {
  await test.command(test.erik, opened.reference, {
    type: 'record-manual-result',
    system: manualSystem,
    outcome,
    ...(outcome === 'found' ? { entries: [{ heading: 'Uthyrning', text: 'Skidor, vecka 8' }] } : {}),
  });
}

/** Downloads the answer of a round as the person does, verifies it and reads its manifest. */
async function fetchAnswer(opened: OpenedCase, round: number): Promise<Manifest> {
  const response = await fetch(await test.address(opened, round));
  expect(response.status).toBe(200);
  const bytes = Buffer.from(await response.arrayBuffer());
  const file = path.join(test.folder, `${opened.reference}-${round}.zip`);
  await writeFile(file, bytes);
  expect(await verifyExport(file)).toMatchObject({ ok: true });
  const manifest = unpack(bytes).get(manifestPath);
  return manifestSchema.parse(JSON.parse(Buffer.from(manifest ?? new Uint8Array()).toString('utf8')));
}

const inManifest = (manifest: Manifest, id: string): Manifest['systems'][number] | undefined =>
  manifest.systems.find((system) => system.id === id);

async function lettersOf(opened: OpenedCase, code: string): Promise<readonly string[]> {
  return (await test.letters(opened.reference)).filter((letter) => letter.code === code).map(({ text }) => text);
}

async function statusOfExecution(opened: OpenedCase, n = 1): Promise<string> {
  const executionArn = `${test.system.addresses.workflowArn.replace(':stateMachine:', ':execution:')}:${opened.reference}-${n}`;
  return (await executions.send(new DescribeExecutionCommand({ executionArn }))).status ?? '';
}

/** Moves the local clock to 08:00 UTC of a day, runs a scheduled function and waits for its end. */
async function goTo(date: string, scheduled: 'watch-deadlines' | 'purge-expired'): Promise<unknown> {
  test.system.clock.shift(Date.parse(`${date}T08:00:00Z`) - test.system.clock.now());
  const outcome = await test.system.runNow(scheduled);
  if (outcome.kind !== 'returned') throw new Error(`${scheduled}: ${outcome.kind}`);
  return outcome.payload;
}

const cases: Record<string, OpenedCase> = {};
const opened = (name: string): OpenedCase => {
  const one = cases[name];
  if (one === undefined) throw new Error(`no case ${name} was opened`);
  return one;
};

beforeAll(async () => {
  test = await startTestSystem({ organisation: organisationWith(['hubspot', 'mailchimp', manualSystem], policy) });
  mailchimp = test.fakes.get('mailchimp')!;
  hubspot = test.fakes.get('hubspot')!;
  executions = new SFNClient({ ...test.system.operator, endpoint: test.system.addresses.stepFunctions });
  buckets = new S3Client({ ...test.system.operator, endpoint: test.system.addresses.s3 });
  cases['silent'] = await openFor('silent');
  cases['extended'] = await openFor('extended');
  cases['refused'] = await openFor('refused');
  await test.until(opened('refused').reference, ({ waitingFor }) => waitingFor === 'subject-code');
}, 60_000);
afterAll(async () => await test?.close());

interface Broken {
  readonly name: string;
  readonly faults: readonly Omit<Fault, 'path'>[];
  /** The expected end of the search: the reason of its failure, or success in spite of the faults. */
  readonly comesTo: string;
}

const status = (code: number, times: number, headers: Readonly<Record<string, string>> = {}): Omit<Fault, 'path'> => ({
  kind: 'status',
  status: code,
  headers,
  times,
});

const broken: readonly Broken[] = [
  { name: 'is-down', faults: [status(500, always)], comesTo: 'unavailable' },
  { name: 'throttles', faults: [status(429, always)], comesTo: 'throttled' },
  { name: 'throttles-twice', faults: [status(429, 2, { 'retry-after': '1' })], comesTo: 'found' },
  { name: 'refuses-the-key', faults: [status(401, always)], comesTo: 'unauthorised' },
  { name: 'refuses-once', faults: [status(401, 1)], comesTo: 'found' },
  { name: 'forbids', faults: [{ ...status(403, always), body: 'no' }], comesTo: 'forbidden' },
  { name: 'shows-a-page', faults: [{ kind: 'html', times: always }], comesTo: 'unreadable' },
  { name: 'talks-garbage', faults: [{ kind: 'garbage', times: always }], comesTo: 'unreadable' },
  { name: 'hangs-up', faults: [{ kind: 'disconnect', times: always }], comesTo: 'unavailable' },
];

describe('A vendor that', () => {
  beforeAll(async () => {
    await Promise.all(
      broken.map(async ({ name, faults }) => {
        cases[name] = await openProven(name, ...faults);
      }),
    );
  }, 60_000);

  it.each(broken.map(({ name, comesTo }) => [name, comesTo]))(
    '%s comes to: %s; the other systems go on',
    async (name, comesTo) => {
      const { reference } = opened(name);
      const view = await test.driveUntil(reference, ({ waitingFor }) => waitingFor === 'system-answers', 90);
      const { outcome, reason, records } = systemIn(view, 'mailchimp')!;
      if (comesTo === 'found') expect({ outcome, some: records > 0 }).toEqual({ outcome: 'found', some: true });
      else expect({ outcome, reason }).toEqual({ outcome: 'failed', reason: comesTo });
      expect(systemIn(view, 'hubspot')).toMatchObject({ outcome: 'found', reason: null });
      expect(systemIn(view, manualSystem)).toMatchObject({ outcome: 'pending', reason: 'manual-search' });
      const line = (await test.erik.queue()).cases.find((one) => one.reference === reference);
      expect(line).toMatchObject({ failed: comesTo === 'found' ? [] : ['mailchimp'], pending: [manualSystem] });
    },
  );

  it('returns the same cursor again and again is given up after a few pages', async () => {
    hubspot.fail({ kind: 'same-cursor', times: always });
    const loop = await openProven('loops');
    cases['loops'] = loop;
    const view = await test.driveUntil(loop.reference, ({ waitingFor }) => waitingFor === 'system-answers');
    hubspot.heal();
    expect(systemIn(view, 'hubspot')).toMatchObject({ outcome: 'failed', reason: 'cursor-loop' });
    expect(systemIn(view, 'mailchimp')).toMatchObject({ outcome: 'found' });
    expect(hubspot.requests().length).toBeLessThan(200);
  });
});

describe('An answer with a system that failed', () => {
  it('is sent, says so in the package and in the letter, and a supplement follows', async () => {
    const down = opened('refuses-the-key');
    await manual(down);
    await test.driveUntil(down.reference, ({ answers }) => answers.length === 1);
    const manifest = await fetchAnswer(down, 1);
    expect(inManifest(manifest, 'mailchimp')).toMatchObject({
      outcome: 'failed',
      reasonCode: 'unauthorised',
      records: 0,
    });
    expect(inManifest(manifest, 'mailchimp')?.reason).toMatch(/\w+ \w+/);
    expect(inManifest(manifest, 'hubspot')).toMatchObject({ outcome: 'found' });
    expect(inManifest(manifest, manualSystem)).toMatchObject({ outcome: 'nothing-held', records: 0 });
    await test.until(down.reference, ({ letters }) =>
      letters.some(({ code, sentAt }) => code === 'M8' && sentAt !== null),
    );
    expect((await lettersOf(down, 'M8')).join()).toContain('Nyhetsbrev (Mailchimp)');
    expect(await test.subject.status(down.reference, down.token)).toMatchObject({
      status: 'ready',
      pending: ['mailchimp'],
    });
    const view = await test.erik.case(down.reference);
    expect(view).toMatchObject({ status: 'gathering', round: 2, waitingFor: 'system-answers' });
  });

  it('has no supplement after another failure', async () => {
    const { reference } = opened('refuses-the-key');
    await test.command(test.erik, reference, { type: 'retry-system', system: 'mailchimp' });
    const view = await test.until(
      reference,
      (one) => systemIn(one, 'mailchimp')?.outcome === 'failed' && one.waitingFor === 'system-answers',
      40,
    );
    expect(view).toMatchObject({ status: 'gathering', round: 2 });
    expect(view.answers).toHaveLength(1);
  });

  it('has a supplement when the vendor responds again and staff have repeated the search', async () => {
    const down = opened('refuses-the-key');
    mailchimp.heal();
    await test.command(test.erik, down.reference, { type: 'retry-system', system: 'mailchimp' });
    const view = await test.driveUntil(down.reference, (one) => one.status === 'closed');
    expect(view.answers.map(({ round }) => round)).toEqual([1, 2]);
    const manifest = await fetchAnswer(down, 2);
    expect(manifest.round).toBe(2);
    expect(inManifest(manifest, 'mailchimp')).toMatchObject({ outcome: 'found' });
    expect(inManifest(manifest, 'mailchimp')!.records).toBeGreaterThan(0);
    expect(inManifest(manifest, 'hubspot')).toMatchObject({ outcome: 'found', deliveredIn: 1, files: 0 });
    await test.until(down.reference, ({ letters }) =>
      letters.some(({ code, sentAt }) => code === 'M24' && sentAt !== null),
    );
    expect(await lettersOf(down, 'M24')).toHaveLength(1);
    // The first answer can still be downloaded.
    expect((await fetchAnswer(down, 1)).round).toBe(1);
    expect(await statusOfExecution(down)).toBe('SUCCEEDED');
  });
});

describe('A request that is refused as a whole', () => {
  it('gets a letter that says why and where to complain, and its execution ends', async () => {
    const { reference } = opened('refused');
    expect(await statusOfExecution(opened('refused'))).toBe('RUNNING');
    await test.command(test.erik, reference, {
      type: 'refuse',
      scope: 'whole',
      ground: 'Art. 12(5)(b)',
      reason: 'Samma begäran har besvarats fyra gånger i år.',
    });
    // A refusal has no effect before a second person approves it.
    expect((await test.erik.case(reference)).status).toBe('identifying');
    const alone = test.command(test.erik, reference, { type: 'approve-proposal', proposal: 'proposal-1' });
    await expect(alone).rejects.toMatchObject({ status: 403, type: 'urn:utdrag:problem:second-person-required' });
    await test.command(test.maja, reference, { type: 'approve-proposal', proposal: 'proposal-1' });
    const view = await test.until(reference, ({ letters }) =>
      letters.some(({ code, sentAt }) => code === 'M6' && sentAt !== null),
    );
    expect(view.status).toBe('refused');
    const [letter = ''] = await lettersOf(opened('refused'), 'M6');
    expect(letter).toContain('Samma begäran har besvarats fyra gånger i år.');
    expect(letter).toContain('Integritetsskyddsmyndigheten');
    await expect.poll(async () => await statusOfExecution(opened('refused')), { timeout: 10_000 }).toBe('SUCCEEDED');
    expect((await test.erik.queue()).cases.map((one) => one.reference)).not.toContain(reference);
    const again = test.command(test.erik, reference, { type: 'extend', category: 'number', reason: 'x' });
    await expect(again).rejects.toMatchObject({ status: 409, type: 'urn:utdrag:problem:case-ended' });
  });
});

describe('The watch and reconcile', () => {
  it('start another execution for a case whose execution was stopped', async () => {
    const one = opened('throttles');
    const executionArn = `${test.system.addresses.workflowArn.replace(':stateMachine:', ':execution:')}:${one.reference}-1`;
    await executions.send(new StopExecutionCommand({ executionArn }));
    expect(await statusOfExecution(one)).toBe('ABORTED');
    // The function learns of the end by an event, and the next run starts another execution.
    await expect
      .poll(
        async () => {
          expect(await test.system.runNow('reconcile')).toMatchObject({ kind: 'returned' });
          return await statusOfExecution(one, 2).catch(() => 'missing');
        },
        { timeout: 20_000 },
      )
      .toBe('RUNNING');
    await manual(one);
    const view = await test.driveUntil(one.reference, ({ answers }) => answers.length === 1);
    expect(systemIn(view, 'mailchimp')).toMatchObject({ outcome: 'failed', reason: 'throttled' });
  });

  it('start no second execution while one runs', async () => {
    await test.system.runNow('reconcile');
    await test.system.runNow('reconcile');
    const { executions: all = [] } = await executions.send(
      new ListExecutionsCommand({ stateMachineArn: test.system.addresses.workflowArn, maxResults: 1000 }),
    );
    const seconds = all.filter(({ name = '' }) => !name.endsWith('-1')).map(({ name }) => name);
    expect(seconds).toEqual([`${opened('throttles').reference}-2`]);
  });
});

describe('Near the legal date', () => {
  let due: string;

  it('an extension moves it and tells the person why, once', async () => {
    const { reference } = opened('extended');
    const before = await test.erik.case(reference);
    due = before.unsuspendedDue;
    await test.command(test.erik, reference, {
      type: 'extend',
      category: 'complexity',
      reason: 'Uppgifterna ligger i flera arkiv på papper.',
    });
    const view = await test.until(reference, ({ letters }) =>
      letters.some(({ code, sentAt }) => code === 'M4' && sentAt !== null),
    );
    expect(view.due).toBe(before.extendedDue);
    expect(view.unsuspendedDue > before.unsuspendedDue).toBe(true);
    expect((await lettersOf(opened('extended'), 'M4')).join()).toContain('Uppgifterna ligger i flera arkiv på papper.');
    expect(await test.subject.status(reference, opened('extended').token)).toMatchObject({
      due: view.due,
      extended: true,
    });
    const again = test.command(test.erik, reference, { type: 'extend', category: 'number', reason: 'x' });
    await expect(again).rejects.toMatchObject({ status: 409, type: 'urn:utdrag:problem:already-extended' });
  });

  it('no search is ended four days before, but the log has warnings', async () => {
    const slow = opened('throttles-twice');
    await goTo(plusDays(due, -4), 'watch-deadlines');
    const view = await test.erik.case(slow.reference);
    expect(view).toMatchObject({ daysLeft: 4, status: 'gathering', waitingFor: 'system-answers' });
    expect(view.timeline.filter(({ type }) => type === 'deadline-warned')).toHaveLength(1);
    await test.system.runNow('watch-deadlines');
    const types = (await test.erik.case(slow.reference)).timeline.map(({ type }) => type);
    expect(types.filter((type) => type === 'deadline-warned')).toHaveLength(1);
    expect(types).not.toContain('cut-off-reached');
  });

  it('the results that exist are delivered three days before, with the manual system pending', async () => {
    const slow = opened('throttles-twice');
    await goTo(plusDays(due, -3), 'watch-deadlines');
    const view = await test.until(slow.reference, ({ waitingFor }) => waitingFor === 'release');
    expect(view.timeline.map(({ type }) => type)).toContain('cut-off-reached');
    await test.driveUntil(slow.reference, ({ answers }) => answers.length === 1);
    const manifest = await fetchAnswer(slow, 1);
    expect(inManifest(manifest, manualSystem)).toMatchObject({ outcome: 'pending', reasonCode: 'manual-search' });
    expect(inManifest(manifest, manualSystem)?.asOf).toBeUndefined();
    expect(inManifest(manifest, 'mailchimp')).toMatchObject({ outcome: 'found' });
    await test.until(slow.reference, ({ letters }) =>
      letters.some(({ code, sentAt }) => code === 'M8' && sentAt !== null),
    );
    expect((await lettersOf(slow, 'M8')).join()).toContain('Butikens pärmar');
  });

  it('a late result follows as a supplement', async () => {
    const slow = opened('throttles-twice');
    await manual(slow, 'found');
    const view = await test.driveUntil(slow.reference, (one) => one.status === 'closed');
    expect(view.answers).toHaveLength(2);
    const manifest = await fetchAnswer(slow, 2);
    expect(inManifest(manifest, manualSystem)).toMatchObject({ outcome: 'found', records: 1 });
    expect(inManifest(manifest, 'mailchimp')).toMatchObject({ deliveredIn: 1, files: 0 });
    await test.until(slow.reference, ({ letters }) =>
      letters.some(({ code, sentAt }) => code === 'M24' && sentAt !== null),
    );
  });

  it('the person gets a letter on the last day', async () => {
    await goTo(due, 'watch-deadlines');
    const silent = opened('silent');
    const view = await test.until(silent.reference, ({ letters }) =>
      letters.some(({ code, sentAt }) => code === 'STATUS' && sentAt !== null),
    );
    expect(view).toMatchObject({ daysLeft: 0, status: 'identifying' });
    expect(await lettersOf(silent, 'STATUS')).toHaveLength(1);
    // The person gets a letter if the search was ended and nothing was released, but not after a delivery or an
    // extension.
    expect(await lettersOf(opened('forbids'), 'STATUS')).toHaveLength(1);
    expect(await lettersOf(opened('throttles-twice'), 'STATUS')).toEqual([]);
    expect(await lettersOf(opened('extended'), 'STATUS')).toEqual([]);
    const watched = await goTo(plusDays(due, 1), 'watch-deadlines');
    expect(await lettersOf(silent, 'STATUS')).toHaveLength(1);
    expect((watched as { readonly late: number }).late).toBeGreaterThanOrEqual(2);
    const tooLate = test.command(test.erik, silent.reference, { type: 'extend', category: 'number', reason: 'x' });
    await expect(tooLate).rejects.toMatchObject({ status: 409, type: 'urn:utdrag:problem:too-late-to-extend' });
  });
});

describe('Stored data', () => {
  const count = async (bucket: string, reference: string): Promise<number> =>
    (await buckets.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: `${reference}/` }))).KeyCount ?? 0;
  const kept = async (reference: string): Promise<readonly boolean[]> => [
    (await count(names.buckets.findings, reference)) > 0,
    (await count(names.buckets.exports, reference)) > 0,
    (await count(names.buckets.anchors, reference)) > 0,
  ];
  const endedOn = async (): Promise<string> => {
    const { timeline } = await test.erik.case(opened('throttles-twice').reference);
    return timeline.find(({ type }) => type === 'case-closed')!.at.slice(0, 10);
  };

  it('are complete until their retention ends', async () => {
    const { reference } = opened('throttles-twice');
    await goTo(plusDays(await endedOn(), 29), 'purge-expired');
    expect(await kept(reference)).toEqual([true, true, true]);
  });

  it('lose findings and answers first; the person can no longer download', async () => {
    const slow = opened('throttles-twice');
    await goTo(plusDays(await endedOn(), 31), 'purge-expired');
    expect(await kept(slow.reference)).toEqual([false, false, true]);
    expect(await test.subject.status(slow.reference, slow.token)).toMatchObject({ status: 'closed' });
    await expect(test.subject.askForCode(slow.reference, slow.token)).rejects.toMatchObject({
      status: 409,
      type: 'urn:utdrag:problem:not-available',
    });
    const view = await test.erik.case(slow.reference);
    expect(view.contact).not.toBe('');
    expect(view.timeline.at(-1)).toMatchObject({ type: 'material-purged', by: 'clock' });
    // Nothing of an open case is erased, regardless of its age.
    expect((await kept(opened('forbids').reference))[0]).toBe(true);
  });

  it('lose the profile last; the log still verifies and identifies nobody', async () => {
    const slow = opened('throttles-twice');
    await goTo(plusDays(await endedOn(), 61), 'purge-expired');
    const view = await test.erik.case(slow.reference);
    expect(view).toMatchObject({ contact: '', claimed: [], message: null, status: 'closed' });
    const log = await test.rune.audit(slow.reference);
    expect(await verifyAudit(log)).toMatchObject({ ok: true });
    expect(log).not.toContain('throttles-twice');
    expect((await test.erik.case(opened('refused').reference)).contact).toBe('');
    expect((await test.erik.case(opened('forbids').reference)).contact).not.toBe('');
  });
});

describe('A vendor that does not respond at all', () => {
  it('is called again by the workflow, and recorded as failed when every attempt has timed out', async () => {
    const asked = (): number => mailchimp.requests().filter((one) => pathOf(emailOf('never')).test(one)).length;
    const before = hubspot.requests().length;
    hubspot.fail({ kind: 'hang', times: 1 });
    const never = await openProven('never', { kind: 'hang', times: always });
    await expect.poll(() => hubspot.requests().length, { timeout: 20_000 }).toBe(before + 1);
    for (const attempt of [1, 2, 3, 4]) {
      await expect.poll(asked, { timeout: 20_000, interval: 50 }).toBeGreaterThanOrEqual(attempt);
      // The first shift exceeds the timeout of the task (sixteen minutes). The later shifts exceed the wait before the
      // next try.
      test.system.clock.shift(961_000);
      const nextAttempt = (): number => {
        test.system.clock.shift(10_000);
        return asked();
      };
      if (attempt < 4) await expect.poll(nextAttempt, { timeout: 20_000, interval: 250 }).toBeGreaterThan(attempt);
      // The system that failed to respond once is searched again too. The test waits for the end of this search before
      // it moves the clock.
      if (attempt === 1) await test.until(never.reference, (view) => systemIn(view, 'hubspot')?.outcome === 'found');
    }
    const view = await test.until(never.reference, ({ waitingFor }) => waitingFor === 'system-answers');
    expect(systemIn(view, 'mailchimp')).toMatchObject({ outcome: 'failed', reason: 'search-broke-down' });
    expect(systemIn(view, 'hubspot')).toMatchObject({ outcome: 'found' });
  });
});

describe('In all these tests', () => {
  it('no scheduled function failed', () => {
    expect(test.failures).toEqual([]);
  });
});
