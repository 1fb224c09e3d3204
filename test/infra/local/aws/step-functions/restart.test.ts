import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { SendTaskSuccessCommand, UpdateStateMachineCommand } from '@aws-sdk/client-sfn';
import { afterAll, describe, expect, it } from 'vitest';
import {
  createMachine,
  FunctionFailure,
  removeFolders,
  runToEnd,
  settle,
  startExecution,
  startRig,
  testClock,
  typesOf,
  type TestFunction,
} from './rig.ts';

afterAll(removeFolders);

const machine = (States: object, more: object = {}) => ({
  QueryLanguage: 'JSONata',
  StartAt: Object.keys(States)[0],
  States,
  ...more,
});
const call = (FunctionName: string, more: object = {}) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Arguments: { FunctionName, Payload: '{% $states.input %}' },
  Output: '{% $states.result.Payload %}',
  ...more,
});

describe('after a restart on the same folder', () => {
  it('continues with a journal of version 0.2.0, whose state machines had more columns', async () => {
    const before = await startRig();
    const arn = await createMachine(before, machine({ A: { Type: 'Pass', End: true } }));
    await before.stop();
    const journal = new DatabaseSync(join(before.folder, 'step-functions.sqlite'));
    journal.exec(`
      ALTER TABLE machine RENAME TO kept;
      CREATE TABLE machine (
        arn TEXT PRIMARY KEY, name TEXT NOT NULL, definition TEXT NOT NULL, roleArn TEXT NOT NULL,
        createdAt REAL NOT NULL, updatedAt REAL NOT NULL, revision TEXT NOT NULL, deleting INTEGER NOT NULL
      );
      INSERT INTO machine SELECT arn, name, definition, roleArn, createdAt, createdAt, 'r', 0 FROM kept;
      DROP TABLE kept;`);
    journal.close();
    const after = await startRig({ folder: before.folder });
    expect((await settle(after, await startExecution(after, arn))).status).toBe('SUCCEEDED');
    await createMachine(after, machine({ B: { Type: 'Pass', End: true } }), 'another');
    await after.stop();
  });

  it('continues with the token from before; finished steps are not run again, and the definition of its start applies', async () => {
    const functions: Record<string, TestFunction> = { work: () => 'worked', ask: () => null };
    const before = await startRig({ functions });
    const definition = machine({
      Work: call('work', { Assign: { kept: '{% $states.result.Payload %}' }, Next: 'Ask' }),
      Ask: {
        Type: 'Task',
        Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
        Arguments: { FunctionName: 'ask', Payload: { token: '{% $states.context.Task.Token %}' } },
        Next: 'Tell',
      },
      Tell: { Type: 'Pass', Output: '{% $kept & $string($states.input) %}', End: true },
    });
    const stateMachineArn = await createMachine(before, definition);
    const arn = await startExecution(before, stateMachineArn);
    await settle(before, arn);
    const { token } = before.invoked.find(({ name }) => name === 'ask')!.payload as { token: string };
    await before.client.send(
      new UpdateStateMachineCommand({
        stateMachineArn,
        definition: JSON.stringify(machine({ Other: { Type: 'Fail' } })),
      }),
    );

    const after = await before.restart();
    await settle(after, arn);
    await after.client.send(new SendTaskSuccessCommand({ taskToken: token, output: '7' }));
    const outcome = await runToEnd(after, arn);
    expect(outcome.output).toBe('"worked7"');
    expect(after.invoked).toEqual([]);
    await after.stop();
  });

  it('fires what became due meanwhile, in the order of the times: an earlier timeout wins', async () => {
    const before = await startRig();
    const nap = machine({ Nap: { Type: 'Wait', Seconds: 60, End: true } });
    const slept = await startExecution(before, await createMachine(before, nap, 'sleeper'));
    const late = await startExecution(before, await createMachine(before, { ...nap, TimeoutSeconds: 30 }, 'late'));
    const inTime = await startExecution(before, await createMachine(before, { ...nap, TimeoutSeconds: 90 }, 'in-time'));
    for (const arn of [slept, late, inTime]) await settle(before, arn);
    const { clock, folder } = before;
    await before.stop();
    clock.shift(3_600_000);
    const after = await startRig({ clock, folder });
    expect((await runToEnd(after, slept)).status).toBe('SUCCEEDED');
    expect((await runToEnd(after, late)).status).toBe('TIMED_OUT');
    expect((await runToEnd(after, inTime)).status).toBe('SUCCEEDED');
    await after.stop();
  });

  it('calls a function again that was running, with the same payload, and uses the first return of the new call', async () => {
    let calls = 0;
    const functions: Record<string, TestFunction> = {
      work: async (payload, clock) => {
        calls += 1;
        if (calls === 1) await clock.sleep(10_000);
        return { payload, call: calls };
      },
    };
    const before = await startRig({ functions });
    const arn = await startExecution(
      before,
      await createMachine(before, machine({ Work: call('work', { End: true }) })),
      { n: 1 },
    );
    await settle(before, arn);
    const after = await before.restart();
    const outcome = await runToEnd(after, arn);
    expect(JSON.parse(outcome.output ?? '')).toEqual({ payload: { n: 1 }, call: 2 });
    after.clock.shift(20_000);
    expect((await typesOf(after, arn)).filter((type) => type === 'TaskScheduled')).toHaveLength(1);
    await after.stop();
  });

  it('does not call a function whose timeout has passed meanwhile', async () => {
    const functions: Record<string, TestFunction> = { work: (_, clock) => clock.sleep(3_600_000) };
    const before = await startRig({ functions });
    const definition = machine({ Work: call('work', { TimeoutSeconds: 5, End: true }) });
    const arn = await startExecution(before, await createMachine(before, definition));
    await settle(before, arn);
    const { clock, folder } = before;
    await before.stop();
    clock.shift(6000);
    const after = await startRig({ functions, clock, folder });
    expect((await runToEnd(after, arn)).error).toBe('States.Timeout');
    expect(after.invoked).toEqual([]);
    await after.stop();
  });

  it('keeps the retry time that jitter has changed', async () => {
    const clock = testClock();
    const at: number[] = [];
    const functions: Record<string, TestFunction> = {
      work: (_, now) => {
        at.push(now.now());
        if (at.length === 1) throw new FunctionFailure('Boom', 'for the test');
        return 'done';
      },
    };
    const retry = { ErrorEquals: ['Boom'], IntervalSeconds: 3600, JitterStrategy: 'FULL' };
    let rig = await startRig({ functions, clock });
    const begun = clock.now();
    const arn = await startExecution(
      rig,
      await createMachine(rig, machine({ Work: call('work', { Retry: [retry], End: true }) })),
    );
    await settle(rig, arn);
    await rig.stop();
    const first = retryTimeIn(rig.folder);
    for (let count = 0; count < 5; count += 1) {
      rig = await startRig({ functions, clock, folder: rig.folder });
      await settle(rig, arn);
      await rig.stop();
      expect(retryTimeIn(rig.folder)).toBe(first);
    }
    rig = await startRig({ functions, clock, folder: rig.folder });
    clock.shift(first - begun - 1);
    expect((await settle(rig, arn)).status).toBe('RUNNING');
    clock.shift(1);
    expect((await runToEnd(rig, arn)).output).toBe('"done"');
    await rig.stop();
  });

  it('continues inside a Map: finished iterations keep their results, the others run', async () => {
    const functions: Record<string, TestFunction> = {
      work: async (payload, clock) => {
        if (Number(payload) > 2) await clock.sleep(60_000);
        return Number(payload) * 10;
      },
    };
    const definition = machine({
      Each: {
        Type: 'Map',
        MaxConcurrency: 2,
        ItemProcessor: { StartAt: 'Work', States: { Work: call('work', { End: true }) } },
        End: true,
      },
    });
    const before = await startRig({ functions });
    const arn = await startExecution(before, await createMachine(before, definition), [1, 2, 3, 4, 5]);
    await settle(before, arn);
    expect(before.invoked.map(({ payload }) => payload)).toEqual([1, 2, 3, 4]);
    const after = await before.restart();
    const outcome = await runToEnd(after, arn);
    expect(JSON.parse(outcome.output ?? '')).toEqual([10, 20, 30, 40, 50]);
    expect(new Set(after.invoked.map(({ payload }) => payload))).toEqual(new Set([3, 4, 5]));
    await after.stop();
  });

  it('calls a function once if the wait before it ended meanwhile', async () => {
    const functions: Record<string, TestFunction> = { ask: () => null };
    const before = await startRig({ functions });
    const definition = machine({
      Nap: { Type: 'Wait', Seconds: 60, Next: 'Ask' },
      Ask: { ...call('ask', { End: true }), Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken' },
    });
    const arn = await startExecution(before, await createMachine(before, definition));
    await settle(before, arn);
    const { clock, folder } = before;
    await before.stop();
    clock.shift(3_600_000);
    const after = await startRig({ functions, clock, folder });
    await settle(after, arn);
    expect(after.invoked).toHaveLength(1);
    expect((await typesOf(after, arn)).filter((type) => type === 'TaskSubmitted')).toHaveLength(1);
    await after.stop();
  });

  it('keeps nothing of a Map that has ended', async () => {
    const each = (factor: number, more: object) => ({
      Type: 'Map',
      ItemProcessor: {
        StartAt: `Times${factor}`,
        States: {
          [`Times${factor}`]: { Type: 'Wait', Seconds: 1, Output: `{% $states.input * ${factor} %}`, End: true },
        },
      },
      ...more,
    });
    const definition = machine({
      One: each(2, { Next: 'Nap' }),
      Nap: { Type: 'Wait', Seconds: 5, Next: 'Two' },
      Two: each(10, { End: true }),
    });
    const before = await startRig();
    const arn = await startExecution(before, await createMachine(before, definition), [1, 2, 3]);
    await settle(before, arn);
    before.clock.shift(1000);
    await settle(before, arn);
    expect(await typesOf(before, arn)).toContain('MapStateExited');
    const after = await before.restart();
    const outcome = await runToEnd(after, arn);
    expect(JSON.parse(outcome.output ?? '')).toEqual([20, 40, 60]);
    await after.stop();
  });

  it('leaves executions that have ended unchanged', async () => {
    const before = await startRig();
    const arn = await startExecution(before, await createMachine(before, machine({ A: { Type: 'Succeed' } })), {
      a: 1,
    });
    const ended = await settle(before, arn);
    const after = await before.restart();
    const again = await settle(after, arn);
    expect(again).toMatchObject({ status: 'SUCCEEDED', output: ended.output, stopDate: ended.stopDate });
    expect(await typesOf(after, arn)).toHaveLength(4);
    await after.stop();
  });
});

function retryTimeIn(folder: string): number {
  const database = new DatabaseSync(join(folder, 'step-functions.sqlite'), { readOnly: true });
  const row = database.prepare('SELECT body FROM thread').get() as { body: string };
  database.close();
  const { phase } = JSON.parse(row.body) as { phase: { kind: string; until: number } };
  expect(phase.kind).toBe('retry');
  return phase.until;
}
