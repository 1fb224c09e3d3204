// Cases that the deployed definition handles on the local workflow engine, with the real steps and stores in memory.
// Each system responds after a given time, and each call to the log takes a few milliseconds, as over a network.
import { commands } from '#test/domain/case/case-book.ts';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  GetExecutionHistoryCommand,
  SFNClient,
} from '@aws-sdk/client-sfn';
import { prepareReview } from '#casework/review/prepare-review.ts';
import { assembleExport } from '#casework/answer/assemble-export.ts';
import type { Settling } from '#casework/commit/casework.ts';
import { commitCommand, loadCase, TooMuchTraffic } from '#casework/commit/commit-command.ts';
import { rememberedLog } from '#casework/commit/remembered-log.ts';
import { settleCase } from '#casework/commit/settle-case.ts';
import { sheetFacts } from '#casework/review/sheet.ts';
import { resourcesOf } from '#casework/search/resources-of.ts';
import { searchSystem } from '#casework/search/search-system.ts';
import { verifyIdentity } from '#casework/subject/subject-actions.ts';
import { awaitCondition } from '#casework/workflow/await-condition.ts';
import { takeStep, type Searching } from '#casework/workflow/take-step.ts';
import { defineConnector, type AnyConnector } from '#connectors/sdk/connector.ts';
import { field, given } from '#connectors/sdk/field.ts';
import { own } from '#connectors/sdk/identifying.ts';
import { kindsOf } from '#connectors/sdk/kinds-of.ts';
import { fieldsOf } from '#connectors/sdk/vendor-values.ts';
import type { Command } from '#domain/case/command.ts';
import { searchOf, type OpenedCase } from '#domain/case/state.ts';
import type { Organisation } from '#domain/organisation/organisation.ts';
import { startStepFunctions } from '#infra/local/aws/step-functions/step-functions.ts';
import { workflow } from '#store/workflow.ts';
import { assembleExportSchema, awaitConditionSchema, caseStepSchema, searchSystemSchema } from '#workflows/payloads.ts';
import { start, startRig } from '../casework/rig.ts';
import { plainConnector } from '../connectors/plain-connector.ts';
import { deployedText } from '../workflows/definition.ts';

const region = 'eu-north-1';
const key = { accessKeyId: 'AKLOCALBENCH', secretAccessKey: 'a-secret-of-the-bench' };
const phones = ['+46701740605', '+46701740606'];
const now = (): string => start;

/** A state that an execution entered, and when (milliseconds). */
export interface Entered {
  readonly state: string;
  readonly at: number;
}

export interface Driven {
  readonly history: readonly Entered[];
  readonly events: number;
  /** The largest input or output of a state, in bytes. */
  readonly largestStateBytes: number;
}

export interface Bench {
  /** Opens a case, and acts as the person and staff until it is closed. */
  drive(): Promise<Driven>;
  /**
   * Counts the commits in all, the commits that lost against another process, and the tasks that failed because of
   * that.
   */
  readonly counts: { commits: number; conflicts: number; tasksFailed: number; errors: number };
  close(): Promise<void>;
}

/**
 * `times` says how long the search of each system takes, in milliseconds. Each case is searched in three waves if the
 * first system teaches identifiers, otherwise in one.
 */
export async function startBench(times: readonly number[], { teaches }: { readonly teaches: boolean }): Promise<Bench> {
  const counts = { commits: 0, conflicts: 0, tasksFailed: 0, errors: 0 };
  const folder = await mkdtemp(path.join(tmpdir(), 'bench-'));
  const connectors = times.map((milliseconds, index) => slow(`system-${index}`, milliseconds, teaches && index === 0));
  const rig = await startRig({ approveSearch: 'automatic' });
  const systems = connectors.map(({ id }) => systemOf(rig.organisation, id));
  const organisation: Organisation = { ...rig.organisation, systems, activities: [] };
  const searching: Searching = {
    functions: Object.fromEntries(connectors.map(({ id }) => [id, `search-${id}`])),
    orders: rig.orders,
    kindsOf: (system) => kindsOf(named(connectors, system)),
  };
  const { log } = rig.alone;
  const far = async (): Promise<void> => await sleep(2 + Math.random() * 8);
  const remote: Settling = {
    ...rig.alone,
    organisation,
    organisationAt: async () => organisation,
    attempts: 20,
    pause: async (milliseconds) => await sleep(milliseconds),
    log: {
      read: async (caseId) => (await far(), await log.read(caseId)),
      load: async (caseId) => (await far(), await log.load(caseId)),
      loadAgain: async (caseId) => (await far(), await log.loadAgain(caseId)),
      loadWhole: async (caseId) => (await far(), await log.loadWhole(caseId)),
      begins: log.begins,
      keepSnapshot: async (caseId, snapshot) => (await far(), await log.keepSnapshot(caseId, snapshot)),
      eraseSnapshot: async (caseId) => (await far(), await log.eraseSnapshot(caseId)),
      async append(caseId, commit, owedAt) {
        await far();
        const written = await log.append(caseId, commit, owedAt);
        counts[written === 'written' ? 'commits' : 'conflicts'] += 1;
        if (written === 'written') settleSoon(caseId);
        return written;
      },
    },
  };
  let engine: Settling = remote;
  let people = 0;
  const settlings = new Map<string, { again: boolean }>();
  /**
   * Settles the case as the stream of the table does: one call at a time, and one more for the commits that were made
   * during the call.
   */
  const settleSoon = (caseId: string): void => {
    const running = settlings.get(caseId);
    if (running !== undefined) {
      running.again = true;
      return;
    }
    const mine = { again: true };
    settlings.set(caseId, mine);
    void (async () => {
      for (; mine.again;) {
        mine.again = false;
        await settleCase(engine, caseId, start).catch(() => (counts.errors += 1));
      }
      settlings.delete(caseId);
    })();
  };
  /** Each invocation reads the log of its case once, as a Lambda function does. */
  const once = (): Settling => ({ ...engine, log: rememberedLog(engine.log) });
  const invoke = async (name: string, payload: unknown): Promise<unknown> => {
    if (name === 'await-condition') {
      await awaitCondition(once(), awaitConditionSchema.parse(payload), start);
      return {};
    }
    if (name === 'assemble-export') {
      const { caseId, round, make } = assembleExportSchema.parse(payload);
      const { findings, sheets, exports } = rig;
      const { organisationAt } = engine;
      const means = { records: once(), findings, sheets, exports, connectors, organisationAt };
      if (make === 'review-sheet')
        await prepareReview({ ...means, resources: resourcesOf(connectors) }, { caseId, round });
      else await assembleExport(means, { caseId, round }, start);
      return {};
    }
    if (name === 'case-step') {
      const taken = await takeStep(once(), rig, rig.findings, searching, caseStepSchema.parse(payload), start);
      if (!taken.ok) throw new Error(taken.code);
      return taken.output;
    }
    const { caseId, system, wave, run } = searchSystemSchema.parse(payload);
    const surroundings = {
      fetch,
      sleep,
      elapsed: () => performance.now(),
      random: Math.random,
      timeLeft: () => 900_000,
    };
    const installation = { settings: {}, secret: {} };
    const means = {
      findings: rig.findings,
      orders: rig.orders,
      connector: named(connectors, system),
      installation,
      surroundings,
      now,
    };
    return { end: await searchSystem(means, { caseId, system, wave, run }, start) };
  };
  const endpoint = await startStepFunctions({
    access: {
      keys: new Map([[key.accessKeyId, { name: 'bench', secretAccessKey: key.secretAccessKey }]]),
      record: () => undefined,
    },
    folder,
    clock: { now: () => Date.now(), onShift: () => () => undefined },
    async invoke(name, payload) {
      try {
        return { kind: 'returned', payload: (await invoke(name, payload)) ?? null };
      } catch (error) {
        counts[error instanceof TooMuchTraffic ? 'tasksFailed' : 'errors'] += 1;
        const { name: errorType, message: errorMessage } = error instanceof Error ? error : new Error(String(error));
        return { kind: 'failed', errorType, errorMessage };
      }
    },
  });
  const client = new SFNClient({ endpoint: endpoint.url, region, credentials: key });
  const { stateMachineArn = '' } = await client.send(
    new CreateStateMachineCommand({
      name: 'access-request',
      definition: deployedText(),
      roleArn: 'arn:aws:iam::000000000000:role/bench',
    }),
  );
  engine = { ...remote, workflow: workflow(client, stateMachineArn) };

  const state = async (caseId: string): Promise<OpenedCase> => {
    const { state: found } = await loadCase(engine, caseId);
    if (found === undefined) throw new Error('there is no such case');
    return found;
  };
  const give = async (caseId: string, command: Command): Promise<void> => {
    const by = { kind: 'staff', id: 'ada' } as const;
    const given = await commitCommand(once(), caseId, { commandId: randomUUID(), by, command }, start);
    if (!given.ok) throw new Error(`${command.type}: ${given.code}`);
  };
  return {
    counts,
    async drive() {
      people += 1;
      const request = rig.request({ identifiers: [{ kind: 'email', value: `person-${people}@example.org` }] });
      const opened = await rig.open(randomUUID(), { with: once(), request });
      if (!opened.ok) throw new Error(opened.code);
      const { caseId } = opened;
      // The workflow sends the code.
      while (!(await rig.events(caseId)).some(({ type }) => type === 'code-issued')) await sleep(200);
      const proven = await verifyIdentity(once(), caseId, engine.keys.oneTimeCode(caseId, 'identity-1'), start);
      if (!proven.ok) throw new Error('the identity was not proven');
      const decided = new Set<string>();
      for (let at = await state(caseId); at.stage.kind !== 'closed'; at = await state(caseId)) {
        for (const { identifier, decision } of searchOf(at)?.learned ?? [])
          if (decision === null && at.stage.kind === 'gathering' && !decided.has(identifier.hash)) {
            decided.add(identifier.hash);
            await give(caseId, { type: 'decide-identifier', identifier: identifier.hash, accept: true });
          }
        if (at.stage.kind === 'reviewing') {
          // A member of staff who has seen the present sheet.
          const profile = await engine.profiles.get(caseId);
          if (profile === undefined) throw new Error('the case has no profile');
          const { findings, sheets } = rig;
          const reading = {
            findings,
            sheets,
            resources: resourcesOf(connectors),
            organisationAt: engine.organisationAt,
          };
          const { sheet } = await sheetFacts(reading, at, profile);
          await give(caseId, commands.release(1, { sheet }));
        }
        // Reading a case takes time that the cases need, so it is read seldom.
        await sleep(teaches ? 50 : 1000);
      }
      return await historyOf(client, `${stateMachineArn.replace(':stateMachine:', ':execution:')}:${caseId}-1`);
    },
    async close() {
      client.destroy();
      await endpoint.close();
      await rig.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/**
 * A system whose search takes this long. One system teaches a telephone number in the first wave and another one in the
 * second wave, so that there are three waves.
 */
function slow(id: string, milliseconds: number, teaches: boolean): AnyConnector {
  const fields = {
    email: field('E-post', 'E-mail', 'contact', given),
    phone: field('Telefon', 'Telephone', 'contact', given),
    other: field('Annan telefon', 'Other telephone', 'contact', given),
  };
  return defineConnector({
    ...plainConnector,
    id,
    accepts: ['email', 'phone'],
    learns: ['phone'],
    resources: { card: { title: plainConnector.title, fields } },
    identifying: { card: { email: own('email'), phone: own('phone'), other: own('phone') } },
    async *search({ identifiers }) {
      await sleep(milliseconds);
      const known = phones.findIndex((phone) => identifiers.some(({ value }) => value === phone));
      const next = phones[known + 1];
      const email = identifiers.find(({ kind }) => kind === 'email')?.value ?? null;
      const data = known < 0 ? { email } : { phone: phones[known] ?? null };
      const taught = teaches && next !== undefined ? { other: next } : {};
      yield {
        candidates: [
          { resource: 'card', id: `wave-${known + 2}`, data: fieldsOf(Object.entries({ ...data, ...taught })) },
        ],
        next: null,
      };
    },
  });
}

function systemOf(organisation: Organisation, id: string): Organisation['systems'][number] {
  const pattern = organisation.systems.find((system) => system.kind === 'connector');
  if (pattern?.kind !== 'connector') throw new Error('the organisation of the demo has no system with a connector');
  return { ...pattern, id, connector: id, secret: `utdrag/${id}` };
}

function named(connectors: readonly AnyConnector[], system: string): AnyConnector {
  const found = connectors.find(({ id }) => id === system);
  if (found === undefined) throw new Error('there is no such system');
  return found;
}

async function historyOf(client: SFNClient, executionArn: string): Promise<Driven> {
  while ((await client.send(new DescribeExecutionCommand({ executionArn }))).status === 'RUNNING') await sleep(200);
  const history: Entered[] = [];
  let [events, largestStateBytes, nextToken] = [0, 0, ''];
  do {
    const page = await client.send(
      new GetExecutionHistoryCommand({ executionArn, maxResults: 1000, ...(nextToken === '' ? {} : { nextToken }) }),
    );
    for (const event of page.events ?? []) {
      events += 1;
      const { name, input } = event.stateEnteredEventDetails ?? {};
      if (name !== undefined) history.push({ state: name, at: event.timestamp?.getTime() ?? 0 });
      for (const text of [input, event.stateExitedEventDetails?.output])
        largestStateBytes = Math.max(largestStateBytes, Buffer.byteLength(text ?? ''));
    }
    nextToken = page.nextToken ?? '';
  } while (nextToken !== '');
  return { history, events, largestStateBytes };
}
