import { spawn, type ChildProcess } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  GetExecutionHistoryCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { pause, roleArn } from './rig.ts';
import { isLong, randomFrom, seed } from '#test/support/random.ts';

const folder = mkdtempSync(join(tmpdir(), 'step-functions-kill-'));
const start = Date.now();
const kills = isLong ? 25 : 10;
const items = ['a', 'b', 'c'];
const stateMachineArn = 'arn:aws:states:eu-north-1:000000000000:stateMachine:killed';
const children = new Set<ChildProcess>();

const program = join(folder, 'kill-child.mjs');

/** Bundled, so that a process starts in a tenth of a second and works for most of its life. */
beforeAll(async () => {
  await build({
    entryPoints: [join(import.meta.dirname, 'kill-child.ts')],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
  });
});

afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

const key = '{% $states.context.Execution.Name & "/" & $states.context.Map.Item.Value %}';
const call = (FunctionName: string, Payload: object, more: object) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Arguments: { FunctionName, Payload },
  Output: '{% $states.result.Payload %}',
  ...more,
});
const definition = {
  QueryLanguage: 'JSONata',
  StartAt: 'First',
  States: {
    First: call('first', { key: '{% $states.context.Execution.Name %}' }, { Next: 'Each' }),
    Each: {
      Type: 'Map',
      Items: items,
      MaxConcurrency: 2,
      ItemProcessor: {
        StartAt: 'Flaky',
        States: {
          Flaky: call(
            'flaky',
            { key },
            {
              Retry: [{ ErrorEquals: ['Flaky'], IntervalSeconds: 1, JitterStrategy: 'FULL' }],
              Next: 'Nap',
            },
          ),
          Nap: { Type: 'Wait', Seconds: 1, Next: 'Ask' },
          Ask: {
            Type: 'Task',
            Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
            Arguments: { FunctionName: 'ask', Payload: { key, token: '{% $states.context.Task.Token %}' } },
            Assign: { answer: '{% $states.result %}' },
            Next: 'Last',
          },
          Last: call('last', { key }, { Output: '{% $states.result.Payload.key & "=" & $answer %}', End: true }),
        },
      },
      End: true,
    },
  },
};

interface Running {
  readonly child: ChildProcess;
  readonly client: Promise<SFNClient | undefined>;
}

function run(): Running {
  const child = spawn(process.execPath, [program, folder, String(start)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.add(child);
  const client = new Promise<SFNClient | undefined>((resolve) => {
    child.stdout?.once('data', (data: Buffer) =>
      resolve(
        new SFNClient({
          endpoint: data.toString().trim(),
          region: 'eu-north-1',
          credentials: { accessKeyId: 'AKIAKILL', secretAccessKey: 'kill' },
          maxAttempts: 1,
        }),
      ),
    );
    child.once('exit', () => resolve(undefined));
  });
  return { child, client };
}

async function kill({ child }: Running): Promise<void> {
  const exited = new Promise((resolve) => {
    child.once('exit', resolve);
  });
  child.kill('SIGKILL');
  await exited;
  children.delete(child);
}

let round = 0;
const arnOf = (n: number) => `arn:aws:states:eu-north-1:000000000000:execution:killed:round-${n}`;

/** Keeps the engine busy while it runs: starts one execution after the other, and answers each token. */
async function drive(client: SFNClient, until: () => boolean, last: boolean): Promise<void> {
  await client.send(new CreateStateMachineCommand({ name: 'killed', definition: JSON.stringify(definition), roleArn }));
  while (!until()) {
    const described = await client
      .send(new DescribeExecutionCommand({ executionArn: arnOf(round) }))
      .catch(named('ExecutionDoesNotExist'));
    if (described !== undefined && described.status !== 'RUNNING') {
      if (last) return;
      round += 1;
    }
    await client
      .send(new StartExecutionCommand({ stateMachineArn, name: `round-${round}`, input: '{}' }))
      .catch(named('ExecutionAlreadyExists'));
    for (const file of readdirSync(folder).filter(
      (name) => name.startsWith(`token-round-${round}_`) && !name.endsWith('.new'),
    )) {
      const taskToken = readFileSync(join(folder, file), 'utf8');
      const output = JSON.stringify(file.split('_')[1]!.toUpperCase());
      await client.send(new SendTaskSuccessCommand({ taskToken, output })).catch(named('TaskTimedOut'));
    }
    await pause(2);
  }
}

function named(name: string) {
  return (error: Error): undefined => {
    if (error.name !== name) throw error;
  };
}

/** The calls that the journal of a killed process records as returned: `function key` of each. */
function journalledAsDone(): Map<string, number> {
  const copy = mkdtempSync(join(tmpdir(), 'step-functions-copy-'));
  for (const name of ['step-functions.sqlite', 'step-functions.sqlite-wal'])
    if (existsSync(join(folder, name))) copyFileSync(join(folder, name), join(copy, name));
  const database = new DatabaseSync(join(copy, 'step-functions.sqlite'));
  const table = database.prepare(`SELECT 1 FROM sqlite_master WHERE name = 'event'`).get();
  const rows = (
    table === undefined
      ? []
      : database
          .prepare(`SELECT body FROM event WHERE body LIKE '%"TaskSucceeded"%' OR body LIKE '%"TaskSubmitted"%'`)
          .all()
  ) as { body: string }[];
  database.close();
  rmSync(copy, { recursive: true });
  const done = new Map<string, number>();
  for (const { body } of rows) {
    const event = JSON.parse(body) as Record<string, { output: string }>;
    const details = event['taskSucceededEventDetails'] ?? event['taskSubmittedEventDetails'];
    const output = JSON.parse(details?.output ?? 'null') as { Payload?: { name: string; key: string } };
    if (output.Payload === undefined) continue;
    const step = `${output.Payload.name} ${output.Payload.key}`;
    done.set(step, (done.get(step) ?? 0) + 1);
  }
  return done;
}

function effectsOf(step: string): number {
  const file = join(folder, 'effects.log');
  if (!existsSync(file)) return 0;
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line === step).length;
}

it(`survives ${kills} kills at any instant (UTDRAG_SEED=${seed}): same results, and no step repeated that the journal has as done`, async () => {
  const doneAt = new Map<string, number>();
  const random = randomFrom(seed);
  let killedWhileWorking = 0;
  for (let count = 0; count < kills; count += 1) {
    const running = run();
    // Every fifth process is killed during its start, the others during their work.
    if (count % 5 === 4) await pause(random() * 200);
    else {
      const client = await running.client;
      expect(client).toBeDefined();
      let over = false;
      const driven = drive(client!, () => over, false).catch(() => undefined);
      await pause(10 + random() * 250);
      killedWhileWorking += 1;
      over = true;
      await kill(running);
      await driven;
      client!.destroy();
    }
    if (running.child.exitCode === null && running.child.signalCode === null) await kill(running);
    for (const [step, times] of journalledAsDone()) {
      expect(times, step).toBe(1);
      if (!doneAt.has(step)) doneAt.set(step, effectsOf(step));
    }
  }
  const running = run();
  const client = await running.client;
  const deadline = Date.now() + 30_000;
  await drive(client!, () => Date.now() > deadline, true);

  for (let n = 0; n <= round; n += 1) {
    const outcome = await client!.send(new DescribeExecutionCommand({ executionArn: arnOf(n) }));
    expect(outcome.status, `round ${n}`).toBe('SUCCEEDED');
    expect(JSON.parse(outcome.output ?? '')).toEqual(items.map((item) => `round-${n}/${item}=${item.toUpperCase()}`));
    const { events = [] } = await client!.send(
      new GetExecutionHistoryCommand({ executionArn: arnOf(n), maxResults: 1000 }),
    );
    expect(events.map(({ id }) => id)).toEqual(events.map((_, index) => index + 1));
    expect(events.filter(({ type }) => type === 'TaskStateExited')).toHaveLength(1 + 3 * items.length);
  }
  client!.destroy();
  await kill(running);

  for (const [step, times] of doneAt) expect(effectsOf(step), `effects of ${step}`).toBe(times);
  console.log(
    `killed ${kills} times (${killedWhileWorking} while working): ${round + 1} executions, ${doneAt.size} steps seen as done before a kill`,
  );
  expect(killedWhileWorking).toBe((kills * 4) / 5);
  // At least some steps were done before a kill. How many depends on how busy the machine is.
  expect(doneAt.size).toBeGreaterThan(kills * 0.4);
});
