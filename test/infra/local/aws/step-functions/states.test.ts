import { SendTaskFailureCommand, SendTaskHeartbeatCommand, SendTaskSuccessCommand } from '@aws-sdk/client-sfn';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import {
  createMachine,
  describeExecution,
  detailsOf,
  FunctionFailure,
  historyOf,
  play,
  removeFolders,
  runToEnd,
  settle,
  startExecution,
  startRig,
  typesOf,
  type Rig,
  type RigOptions,
} from './rig.ts';

const rigs: Rig[] = [];
async function rigWith(options: RigOptions = {}): Promise<Rig> {
  const rig = await startRig(options);
  rigs.push(rig);
  return rig;
}
afterEach(async () => {
  for (const rig of rigs.splice(0)) await rig.stop();
});
afterAll(removeFolders);

const invoke = 'arn:aws:states:::lambda:invoke';
const withToken = `${invoke}.waitForTaskToken`;
const machine = (States: object, more: object = {}) => ({
  QueryLanguage: 'JSONata',
  StartAt: Object.keys(States)[0],
  States,
  ...more,
});
const call = (FunctionName: string, more: object = {}) => ({
  Type: 'Task',
  Resource: invoke,
  Arguments: { FunctionName, Payload: '{% $states.input %}' },
  ...more,
});
const result = { Output: '{% $states.result.Payload %}' };
const fail = (errorType: string) => () => {
  throw new FunctionFailure(errorType, 'for the test');
};

describe('data flow', () => {
  it('evaluates Output and Assign with the same values, so only the next state sees an assigned variable', async () => {
    const rig = await rigWith();
    const { output, events } = await play(
      rig,
      machine({
        First: { Type: 'Pass', Assign: { x: 1 }, Next: 'Second' },
        Second: { Type: 'Pass', Assign: { x: '{% $x + 1 %}', y: '{% $x %}' }, Output: '{% $x %}', Next: 'Third' },
        Third: { Type: 'Pass', Output: { x: '{% $x %}', y: '{% $y %}', before: '{% $states.input %}' }, End: true },
      }),
    );
    expect(output).toEqual({ x: 2, y: 1, before: 1 });
    expect(detailsOf(events[4])['assignedVariables']).toEqual({ x: '2', y: '1' });
  });

  it('shows the context object, and its token only to a task that waits for one', async () => {
    const rig = await rigWith({ functions: { echo: (payload) => payload } });
    const { output, arn } = await play(
      rig,
      machine({ Look: { Type: 'Pass', Output: '{% $states.context %}', End: true } }),
      { a: 1 },
    );
    const started = new Date(rig.clock.now()).toISOString();
    const name = arn.split(':').at(-2);
    expect(output).toEqual({
      Execution: {
        Id: arn,
        Input: { a: 1 },
        Name: arn.split(':').at(-1),
        RoleArn: 'arn:aws:iam::000000000000:role/workflow',
        StartTime: started,
        RedriveCount: 0,
      },
      State: { EnteredTime: started, Name: 'Look', RetryCount: 0 },
      StateMachine: {
        Id: `arn:aws:states:eu-north-1:000000000000:stateMachine:${name}`,
        Name: name,
      },
    });
  });

  it('gives inner scopes the variables of the outer ones; what an inner scope assigns stays in it', async () => {
    const rig = await rigWith();
    const { output } = await play(
      rig,
      machine({
        Set: { Type: 'Pass', Assign: { outer: 'o' }, Next: 'Each' },
        Each: {
          Type: 'Map',
          Items: [1, 2],
          ItemSelector: { n: '{% $states.context.Map.Item.Value %}', i: '{% $states.context.Map.Item.Index %}' },
          ItemProcessor: {
            StartAt: 'Keep',
            States: {
              Keep: { Type: 'Pass', Assign: { mine: '{% $states.input.n * 10 %}' }, Next: 'Tell' },
              Tell: {
                Type: 'Pass',
                Output: '{% $outer & $string($mine) & $string($states.context.Map.Item.Index) %}',
                End: true,
              },
            },
          },
          Next: 'After',
        },
        After: { Type: 'Pass', Output: { results: '{% $states.input %}', inner: '{% $exists($mine) %}' }, End: true },
      }),
    );
    expect(output).toEqual({ results: ['o100', 'o201'], inner: false });
  });

  it('runs the functions that AWS adds to JSONata', async () => {
    const rig = await rigWith();
    const { output } = await play(
      rig,
      machine({
        Use: {
          Type: 'Pass',
          Output: {
            parts: '{% $partition([1, 2, 3, 4, 5], 2) %}',
            down: '{% $range(5, 1, -2) %}',
            one: '{% $range(1, 9, 9) %}',
            hash: `{% $hash('abc', 'SHA-256') %}`,
            parsed: `{% $parse('{"a": [1]}') %}`,
          },
          End: true,
        },
      }),
    );
    expect(output).toEqual({
      parts: [[1, 2], [3, 4], [5]],
      down: [5, 3, 1],
      one: 1,
      hash: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
      parsed: { a: [1] },
    });
  });

  it.each([
    ['$partition([1], 0)', 'Output'],
    ['$range(1, 3, 0)', 'Output'],
    ['$range(1, 9999, 1)', 'Output'],
    [`$hash('abc', 'CRC')`, 'Output'],
    [`$parse('{')`, 'Output'],
    ['1/0', 'Output'],
    ['$sum', 'Output'],
    ['function($x){$x}', 'Output'],
    [`{'a': $sum}`, 'Output'],
    ['$states.input.nothing', 'Output'],
    ['$states.result', 'Output'],
    ['$states.errorOutput', 'Output'],
  ])('fails with States.QueryEvaluationError on %s', async (expression, location) => {
    const rig = await rigWith();
    const { outcome, events } = await play(
      rig,
      machine({ Use: { Type: 'Pass', Output: `{% ${expression} %}`, End: true } }),
    );
    expect(outcome.status).toBe('FAILED');
    expect(outcome.error).toBe('States.QueryEvaluationError');
    expect(detailsOf(events[2])).toMatchObject({ location, state: 'Use', error: 'States.QueryEvaluationError' });
  });
});

describe('functions', () => {
  it('sends a text payload unchanged, and nothing as an empty object', async () => {
    const rig = await rigWith({ functions: { echo: (payload) => payload } });
    for (const [payload, reached] of [
      ['[]', []],
      ['"x"', 'x'],
      [null, {}],
      [5, 5],
      [{ a: null }, { a: null }],
    ] as const) {
      const { output } = await play(
        rig,
        machine({
          Call: {
            Type: 'Task',
            Resource: invoke,
            Arguments: { FunctionName: 'arn:aws:lambda:eu-north-1:000000000000:function:echo:live', Payload: payload },
            ...result,
            End: true,
          },
        }),
      );
      expect(output).toEqual(reached);
    }
    const none = await play(
      rig,
      machine({ Call: { Type: 'Task', Resource: invoke, Arguments: { FunctionName: 'echo' }, ...result, End: true } }),
    );
    expect(none.output).toEqual({});
    expect(new Set(rig.invoked.map(({ name }) => name))).toEqual(new Set(['echo']));
  });

  it('reads a response as JSON writes it, and keeps the input whatever a function does to its payload', async () => {
    const rig = await rigWith({
      functions: {
        gaps: (payload) => {
          (payload as { a: number[] }).a.push(2);
          return { kept: 1, gone: undefined, at: new Date(0), list: [undefined] };
        },
        circle: () => {
          const circle: { self?: object } = {};
          circle.self = circle;
          return circle;
        },
      },
    });
    const plain = {
      Type: 'Task',
      Resource: 'arn:aws:lambda:eu-north-1:000000000000:function:gaps',
      Output: { input: '{% $states.input %}', result: '{% $states.result %}' },
      End: true,
    };
    const { output } = await play(rig, machine({ Call: plain }), { a: [1] });
    expect(output).toEqual({ input: { a: [1] }, result: { kept: 1, at: '1970-01-01T00:00:00.000Z', list: [null] } });
    const broken = await play(rig, machine({ Call: call('circle', { End: true }) }));
    expect(broken.outcome.error).toBe('Runtime.MarshalError');
  });

  it('fails as Lambda does when a text payload is not JSON, without calling the function', async () => {
    const rig = await rigWith({ functions: { echo: (payload) => payload } });
    const { outcome, types } = await play(
      rig,
      machine({
        Call: { Type: 'Task', Resource: invoke, Arguments: { FunctionName: 'echo', Payload: 'no json' }, End: true },
      }),
    );
    expect(outcome.error).toBe('Lambda.InvalidRequestContentException');
    expect(types).toContain('TaskFailed');
    expect(rig.invoked).toEqual([]);
  });

  it('fails with States.Runtime, which no wildcard catches, if an expression gives no function name', async () => {
    const rig = await rigWith();
    const { outcome } = await play(
      rig,
      machine({
        Call: {
          ...call('x'),
          Arguments: `{% {'FunctionName': 7} %}`,
          Retry: [{ ErrorEquals: ['States.ALL'] }],
          Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Caught' }],
          Next: 'Caught',
        },
        Caught: { Type: 'Pass', End: true },
      }),
    );
    expect(outcome).toMatchObject({ status: 'FAILED', error: 'States.Runtime' });
  });

  it('passes a function error on with its type, and an unknown function as Lambda.ResourceNotFoundException', async () => {
    const rig = await rigWith({ functions: { breaks: fail('Boom') } });
    const failed = await play(rig, machine({ Call: call('breaks', { End: true }) }));
    expect(failed.outcome.error).toBe('Boom');
    expect(JSON.parse(failed.outcome.cause ?? '')).toEqual({ errorType: 'Boom', errorMessage: 'for the test' });
    const missing = await play(rig, machine({ Call: call('nowhere', { End: true }) }));
    expect(missing.outcome.error).toBe('Lambda.ResourceNotFoundException');
  });

  it('reports a crash of the invocation itself as Lambda.Unknown', async () => {
    const rig = await rigWith({
      functions: {
        crashes: () => {
          throw new Error('not a function failure');
        },
      },
    });
    const { outcome } = await play(rig, machine({ Call: call('crashes', { End: true }) }));
    expect(outcome.error).toBe('Lambda.Unknown');
  });
});

describe('retries', () => {
  it('waits interval times backoff up to the maximum delay, counts tries for each retrier, and shows the count', async () => {
    const at: number[] = [];
    const counts: unknown[] = [];
    const rig = await rigWith({
      functions: {
        breaks: (payload, clock) => {
          at.push(clock.now());
          counts.push(payload);
          throw new FunctionFailure(at.length === 2 ? 'Other' : 'Boom', 'for the test');
        },
      },
    });
    const { outcome } = await play(
      rig,
      machine({
        Call: {
          Type: 'Task',
          Resource: invoke,
          Arguments: { FunctionName: 'breaks', Payload: '{% $states.context.State.RetryCount %}' },
          Retry: [
            { ErrorEquals: ['Boom'], IntervalSeconds: 2, BackoffRate: 3, MaxAttempts: 3, MaxDelaySeconds: 5 },
            { ErrorEquals: ['States.ALL'], IntervalSeconds: 1, MaxAttempts: 1 },
          ],
          End: true,
        },
      }),
    );
    expect(outcome.error).toBe('Boom');
    expect(at.map((time) => (time - at[0]!) / 1000)).toEqual([0, 2, 3, 8, 13]);
    expect(counts).toEqual([0, 1, 2, 3, 4]);
  });

  it('does not retry when MaxAttempts is 0, and never retries States.DataLimitExceeded by wildcard', async () => {
    const rig = await rigWith({ functions: { breaks: fail('Boom'), big: () => 'x'.repeat(262_144) } });
    await play(
      rig,
      machine({ Call: call('breaks', { Retry: [{ ErrorEquals: ['Boom'], MaxAttempts: 0 }], End: true }) }),
    );
    expect(rig.invoked).toHaveLength(1);
    const big = await play(
      rig,
      machine({ Call: call('big', { Retry: [{ ErrorEquals: ['States.ALL'] }], End: true }) }),
    );
    expect(rig.invoked).toHaveLength(2);
    expect(big.outcome.error).toBe('States.DataLimitExceeded');
  });

  it('keeps FULL jitter below the whole delay', async () => {
    const at: number[] = [];
    const rig = await rigWith({
      functions: {
        breaks: (_, clock) => {
          at.push(clock.now());
          throw new FunctionFailure('Boom', 'for the test');
        },
      },
    });
    const retry = {
      ErrorEquals: ['Boom'],
      IntervalSeconds: 4,
      BackoffRate: 1,
      MaxAttempts: 20,
      JitterStrategy: 'FULL',
    };
    await play(rig, machine({ Call: call('breaks', { Retry: [retry], End: true }) }));
    const delays = at.slice(1).map((time, index) => time - at[index]!);
    expect(delays).toHaveLength(20);
    // The clock of this test moves in whole seconds.
    expect(Math.max(...delays)).toBeLessThanOrEqual(4000);
    expect(new Set(delays).size).toBeGreaterThan(1);
  });
});

describe('catchers', () => {
  it('uses the first catcher that matches, with its Output and Assign', async () => {
    const rig = await rigWith({ functions: { breaks: fail('Boom') } });
    const { output } = await play(
      rig,
      machine({
        Call: call('breaks', {
          Catch: [
            { ErrorEquals: ['Other'], Next: 'Wrong' },
            {
              ErrorEquals: ['States.TaskFailed'],
              Assign: { failed: '{% $states.errorOutput.Error %}' },
              Output: { was: '{% $states.input %}', error: '{% $states.errorOutput.Error %}' },
              Next: 'Right',
            },
            { ErrorEquals: ['States.ALL'], Next: 'Wrong' },
          ],
          Next: 'Wrong',
        }),
        Right: { Type: 'Pass', Output: { in: '{% $states.input %}', failed: '{% $failed %}' }, End: true },
        Wrong: { Type: 'Fail' },
      }),
      { n: 1 },
    );
    expect(output).toEqual({ in: { was: { n: 1 }, error: 'Boom' }, failed: 'Boom' });
  });

  it('catches a timeout as States.Timeout but not as States.TaskFailed', async () => {
    const rig = await rigWith({ functions: { slow: (_, clock) => clock.sleep(60_000) } });
    const { output } = await play(
      rig,
      machine({
        Call: call('slow', {
          TimeoutSeconds: 3,
          Catch: [
            { ErrorEquals: ['States.TaskFailed'], Next: 'Wrong' },
            { ErrorEquals: ['States.Timeout'], Next: 'Right' },
          ],
          Next: 'Wrong',
        }),
        Right: { Type: 'Pass', End: true },
        Wrong: { Type: 'Fail' },
      }),
    );
    expect(output).toEqual({ Error: 'States.Timeout', Cause: '' });
  });

  it('catches a missed heartbeat as States.HeartbeatTimeout', async () => {
    const rig = await rigWith({ functions: { ask: () => null } });
    const { output } = await play(
      rig,
      machine({
        Ask: {
          ...call('ask'),
          Resource: withToken,
          HeartbeatSeconds: 2,
          Catch: [{ ErrorEquals: ['States.HeartbeatTimeout'], Next: 'Right' }],
          End: true,
        },
        Right: { Type: 'Pass', Output: 'caught', End: true },
      }),
    );
    expect(output).toBe('caught');
  });

  it('catches a failed evaluation of its own Output', async () => {
    const rig = await rigWith({ functions: { echo: (payload) => payload } });
    const { output } = await play(
      rig,
      machine({
        Call: call('echo', {
          Output: '{% $states.result.Payload.none %}',
          Catch: [{ ErrorEquals: ['States.QueryEvaluationError'], Output: 'caught', Next: 'Right' }],
          Next: 'Wrong',
        }),
        Right: { Type: 'Succeed' },
        Wrong: { Type: 'Fail' },
      }),
    );
    expect(output).toBe('caught');
  });
});

describe('waiting for an answer', () => {
  const asking = (more: object = {}) =>
    machine({
      Ask: {
        Type: 'Task',
        Resource: withToken,
        Arguments: { FunctionName: 'ask', Payload: { token: '{% $states.context.Task.Token %}' } },
        End: true,
        ...more,
      },
    });
  const tokensOf = (rig: Rig) => rig.invoked.map(({ payload }) => (payload as { token: string }).token);

  it('continues with the output of SendTaskSuccess; the second answer is TaskTimedOut', async () => {
    const rig = await rigWith({ functions: { ask: () => null } });
    const arn = await startExecution(rig, await createMachine(rig, asking()));
    await settle(rig, arn);
    const [taskToken = ''] = tokensOf(rig);
    const answer = () => rig.client.send(new SendTaskSuccessCommand({ taskToken, output: '{"yes":true}' }));
    await answer();
    expect((await runToEnd(rig, arn)).output).toBe('{"yes":true}');
    await expect(answer()).rejects.toMatchObject({ name: 'TaskTimedOut' });
    expect(await typesOf(rig, arn)).toEqual([
      'ExecutionStarted',
      'TaskStateEntered',
      'TaskScheduled',
      'TaskStarted',
      'TaskSubmitted',
      'TaskSucceeded',
      'TaskStateExited',
      'ExecutionSucceeded',
    ]);
  });

  it('accepts one of two answers that arrive together', async () => {
    const rig = await rigWith({ functions: { ask: () => null } });
    const arn = await startExecution(rig, await createMachine(rig, asking()));
    await settle(rig, arn);
    const [taskToken = ''] = tokensOf(rig);
    const answers = await Promise.allSettled([
      rig.client.send(new SendTaskSuccessCommand({ taskToken, output: '1' })),
      rig.client.send(new SendTaskSuccessCommand({ taskToken, output: '2' })),
      rig.client.send(new SendTaskFailureCommand({ taskToken, error: 'E' })),
    ]);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await typesOf(rig, arn)).filter((type) => type === 'TaskSucceeded' || type === 'TaskFailed')).toHaveLength(
      1,
    );
  });

  it('accepts the answer that the function itself sends before it returns', async () => {
    const rig = await rigWith({
      functions: {
        ask: async (payload) => {
          const { token } = payload as { token: string };
          await rig.client.send(new SendTaskSuccessCommand({ taskToken: token, output: '"early"' }));
          return 'late';
        },
      },
    });
    const { output } = await play(rig, asking());
    expect(output).toBe('early');
  });

  it('gives every retry its own token, and the old one is no longer valid', async () => {
    const rig = await rigWith({ functions: { ask: () => null } });
    const definition = asking({ Retry: [{ ErrorEquals: ['Again'], IntervalSeconds: 5 }] });
    const arn = await startExecution(rig, await createMachine(rig, definition));
    await settle(rig, arn);
    const [first = ''] = tokensOf(rig);
    await rig.client.send(new SendTaskFailureCommand({ taskToken: first, error: 'Again', cause: 'once more' }));
    await expect(rig.client.send(new SendTaskSuccessCommand({ taskToken: first, output: '1' }))).rejects.toMatchObject({
      name: 'TaskTimedOut',
    });
    rig.clock.shift(5000);
    await settle(rig, arn);
    const [, second = ''] = tokensOf(rig);
    expect(second).not.toBe('');
    expect(second).not.toBe(first);
    await rig.client.send(new SendTaskSuccessCommand({ taskToken: second, output: '2' }));
    expect((await runToEnd(rig, arn)).output).toBe('2');
  });

  it('is kept alive by heartbeats up to its timeout', async () => {
    const rig = await rigWith({ functions: { ask: () => null } });
    const arn = await startExecution(
      rig,
      await createMachine(rig, asking({ HeartbeatSeconds: 10, TimeoutSeconds: 25 })),
    );
    await settle(rig, arn);
    const [taskToken = ''] = tokensOf(rig);
    for (let beat = 0; beat < 2; beat += 1) {
      rig.clock.shift(9000);
      await rig.client.send(new SendTaskHeartbeatCommand({ taskToken }));
    }
    rig.clock.shift(6999);
    expect((await settle(rig, arn)).status).toBe('RUNNING');
    rig.clock.shift(1);
    expect((await settle(rig, arn)).error).toBe('States.Timeout');
  });

  it('refuses an answer that comes after the time, even if the timer has not fired yet', async () => {
    const rig = await rigWith({ functions: { ask: () => null } });
    const arn = await startExecution(rig, await createMachine(rig, asking({ TimeoutSeconds: 5 })));
    await settle(rig, arn);
    const [taskToken = ''] = tokensOf(rig);
    rig.clock.creep(5000);
    await expect(rig.client.send(new SendTaskSuccessCommand({ taskToken, output: '1' }))).rejects.toMatchObject({
      name: 'TaskTimedOut',
    });
    expect((await settle(rig, arn)).status).toBe('FAILED');
  });

  it('distinguishes a forged token from one that was once issued', async () => {
    const rig = await rigWith({ functions: { ask: () => null } });
    const arn = await startExecution(rig, await createMachine(rig, asking()));
    await settle(rig, arn);
    const [taskToken = ''] = tokensOf(rig);
    for (const forged of ['x', 'AAAA', `${taskToken}x`, taskToken.slice(1), Buffer.alloc(96).toString('base64')])
      await expect(
        rig.client.send(new SendTaskSuccessCommand({ taskToken: forged, output: '1' })),
      ).rejects.toMatchObject({ name: 'InvalidToken' });
    expect((await describeExecution(rig, arn)).status).toBe('RUNNING');
  });

  it('fails the task if the function fails that should request the answer', async () => {
    const rig = await rigWith({ functions: { ask: fail('Boom') } });
    const { outcome, types } = await play(rig, asking());
    expect(outcome.error).toBe('Boom');
    expect(types).not.toContain('TaskSubmitted');
  });
});

describe('Map and Parallel', () => {
  const each = (processor: object, more: object = {}) =>
    machine({
      Each: {
        Type: 'Map',
        ItemProcessor: { StartAt: Object.keys(processor)[0], States: processor },
        End: true,
        ...more,
      },
    });

  it('runs no more iterations in parallel than MaxConcurrency allows, and keeps the order of results', async () => {
    let now = 0;
    let most = 0;
    const rig = await rigWith({
      functions: {
        slow: async (payload, clock) => {
          now += 1;
          most = Math.max(most, now);
          await clock.sleep(1000 * (7 - Number(payload)));
          now -= 1;
          return `done ${String(payload)}`;
        },
      },
    });
    const definition = each({ Work: call('slow', { ...result, End: true }) }, { MaxConcurrency: 3 });
    const { output } = await play(rig, definition, [1, 2, 3, 4, 5, 6]);
    expect(output).toEqual([1, 2, 3, 4, 5, 6].map((n) => `done ${n}`));
    expect(most).toBe(3);
  });

  it('gives an empty array for no items, and for a Parallel an array of its branches', async () => {
    const rig = await rigWith();
    const empty = await play(rig, each({ Work: { Type: 'Pass', End: true } }), []);
    expect(empty.output).toEqual([]);
    expect(empty.types).toEqual([
      'ExecutionStarted',
      'MapStateEntered',
      'MapStateStarted',
      'MapStateSucceeded',
      'MapStateExited',
      'ExecutionSucceeded',
    ]);
    const branches = ['a', 'b'].map((name) => ({
      StartAt: name,
      States: { [name]: { Type: 'Pass', Output: name, End: true } },
    }));
    const parallel = await play(rig, machine({ Both: { Type: 'Parallel', Branches: branches, End: true } }));
    expect(parallel.output).toEqual(['a', 'b']);
  });

  it('aborts the running iterations if one fails: their functions are not awaited, their tokens become invalid', async () => {
    const rig = await rigWith({
      functions: {
        work: async (payload, clock) => {
          const { n } = payload as { n: number };
          if (n === 1) {
            await clock.sleep(2000);
            throw new FunctionFailure('Boom', 'for the test');
          }
          if (n === 2) await clock.sleep(3_600_000);
          return n;
        },
        ask: () => null,
      },
    });
    const payload = { n: '{% $states.input %}', token: '{% $states.context.Task.Token %}' };
    const definition = each(
      {
        Kind: {
          Type: 'Choice',
          Choices: [
            { Condition: '{% $states.input = 3 %}', Next: 'Ask' },
            { Condition: '{% $states.input = 4 %}', Next: 'Nap' },
          ],
          Default: 'Work',
        },
        Work: {
          Type: 'Task',
          Resource: invoke,
          Arguments: { FunctionName: 'work', Payload: { n: '{% $states.input %}' } },
          End: true,
        },
        Ask: { Type: 'Task', Resource: withToken, Arguments: { FunctionName: 'ask', Payload: payload }, End: true },
        Nap: { Type: 'Wait', Seconds: 600, End: true },
      },
      { Catch: [{ ErrorEquals: ['Boom'], Next: 'Caught' }], End: undefined, Next: 'Caught', MaxConcurrency: 4 },
    );
    const all = { ...definition, States: { ...definition.States, Caught: { Type: 'Pass', End: true } } };
    const begun = rig.clock.now();
    const { outcome, types, output } = await play(rig, all, [1, 2, 3, 4, 5]);
    expect(outcome.status).toBe('SUCCEEDED');
    expect(output).toMatchObject({ Error: 'Boom' });
    expect(rig.clock.now() - begun).toBeLessThan(10_000);
    expect(types.slice(types.indexOf('TaskFailed'))).toEqual([
      'TaskFailed',
      'MapIterationFailed',
      'TaskStateAborted',
      'MapIterationAborted',
      'TaskStateAborted',
      'MapIterationAborted',
      'TaskStateAborted',
      'MapIterationAborted',
      'WaitStateAborted',
      'MapStateFailed',
      'MapStateExited',
      'PassStateEntered',
      'PassStateExited',
      'ExecutionSucceeded',
    ]);
    const asked = rig.invoked.find(({ name }) => name === 'ask')?.payload as { token: string };
    await expect(
      rig.client.send(new SendTaskSuccessCommand({ taskToken: asked.token, output: '1' })),
    ).rejects.toMatchObject({ name: 'TaskTimedOut' });
    expect(rig.invoked.filter(({ payload: given }) => (given as { n: number }).n === 5)).toEqual([]);
  });

  it('starts a failed Map again as a whole if it has a retry', async () => {
    let failed = false;
    const rig = await rigWith({
      functions: {
        work: (payload) => {
          if (payload === 2 && !failed) {
            failed = true;
            throw new FunctionFailure('Boom', 'for the test');
          }
          return payload;
        },
      },
    });
    const definition = each(
      { Work: call('work', { ...result, End: true }) },
      { MaxConcurrency: 1, Retry: [{ ErrorEquals: ['States.ALL'], IntervalSeconds: 3 }] },
    );
    const { output, types } = await play(rig, definition, [1, 2, 3]);
    expect(output).toEqual([1, 2, 3]);
    expect(rig.invoked.map(({ payload }) => payload)).toEqual([1, 2, 1, 2, 3]);
    expect(types.filter((type) => type === 'MapStateStarted')).toHaveLength(2);
    expect(types).not.toContain('MapStateFailed');
  });

  it('aborts nested maps down to their open states', async () => {
    const rig = await rigWith({ functions: { ask: () => null } });
    const nap = { StartAt: 'Nap', States: { Nap: { Type: 'Wait', Seconds: 900, End: true } } };
    const definition = machine({
      Both: {
        Type: 'Parallel',
        Branches: [
          { StartAt: 'Inner', States: { Inner: { Type: 'Map', Items: [1, 2], ItemProcessor: nap, End: true } } },
          {
            StartAt: 'Soon',
            States: { Soon: { Type: 'Wait', Seconds: 1, Next: 'Break' }, Break: { Type: 'Fail', Error: 'E' } },
          },
        ],
        End: true,
      },
    });
    const { outcome, types } = await play(rig, definition);
    expect(outcome.error).toBe('E');
    expect(types.slice(types.indexOf('FailStateEntered'))).toEqual([
      'FailStateEntered',
      'MapIterationAborted',
      'WaitStateAborted',
      'MapIterationAborted',
      'WaitStateAborted',
      'MapStateAborted',
      'ParallelStateFailed',
      'ExecutionFailed',
    ]);
  });

  it('fails the Map if a selector cannot be evaluated', async () => {
    const rig = await rigWith();
    const definition = each(
      { Work: { Type: 'Pass', End: true } },
      { ItemSelector: { a: '{% $states.context.Map.Item.Value.a %}' } },
    );
    const { outcome, types } = await play(rig, definition, [{ a: 1 }, { b: 1 }]);
    expect(outcome.error).toBe('States.QueryEvaluationError');
    expect(types.slice(-3)).toEqual(['EvaluationFailed', 'MapStateFailed', 'ExecutionFailed'].map((type) => type));
  });
});

describe('time and limits', () => {
  it('waits until a timestamp with an offset, and does not wait for one in the past', async () => {
    const rig = await rigWith();
    const until = new Date(rig.clock.now() + 5000).toISOString().replace('Z', '');
    const offset = new Date(rig.clock.now() + 5000 + 2 * 3_600_000).toISOString().replace('Z', '+02:00');
    const begun = rig.clock.now();
    const definition = (Timestamp: string) => machine({ Nap: { Type: 'Wait', Timestamp, End: true } });
    await play(rig, definition(offset));
    expect(rig.clock.now() - begun).toBe(5000);
    await play(rig, definition(`${until}Z`));
    expect(rig.clock.now() - begun).toBe(5000);
  });

  it.each(['-1', '1.5', `'5'`, '100000000'])('refuses to wait %s seconds', async (value) => {
    const rig = await rigWith();
    const { outcome } = await play(rig, machine({ Nap: { Type: 'Wait', Seconds: `{% ${value} %}`, End: true } }));
    expect(outcome.error).toBe('States.QueryEvaluationError');
  });

  it('ends an execution at its own timeout', async () => {
    const rig = await rigWith({ functions: { slow: (_, clock) => clock.sleep(60_000) } });
    const { outcome, types } = await play(rig, machine({ Call: call('slow', { End: true }) }, { TimeoutSeconds: 4 }));
    expect(outcome.status).toBe('TIMED_OUT');
    expect(types.at(-1)).toBe('ExecutionTimedOut');
  });

  it('fails with States.DataLimitExceeded above 262,144 bytes, and not at this size', async () => {
    const rig = await rigWith();
    const definition = machine({ Grow: { Type: 'Pass', Output: `{% $pad('', $states.input, 'ä') %}`, End: true } });
    // Two bytes a letter, and two quotes.
    expect((await play(rig, definition, 131_071)).outcome.status).toBe('SUCCEEDED');
    const over = await play(rig, definition, 131_072);
    expect(over.outcome).toMatchObject({ status: 'FAILED', error: 'States.DataLimitExceeded' });
  });

  it('fails when there are 25,000 events, and the last one says so', async () => {
    const rig = await rigWith();
    const loop = machine({
      A: { Type: 'Pass', Next: 'B' },
      B: { Type: 'Choice', Choices: [{ Condition: '{% $exists($never) %}', Next: 'C' }], Default: 'A' },
      C: { Type: 'Succeed' },
    });
    const { outcome, events } = await play(rig, loop);
    expect(outcome).toMatchObject({ status: 'FAILED', error: 'States.Runtime' });
    expect(events).toHaveLength(25_000);
    expect(events.at(-1)).toMatchObject({ id: 25_000, type: 'ExecutionFailed' });
  });

  it('fails with States.Runtime if no choice matches', async () => {
    const rig = await rigWith();
    const definition = machine({
      Pick: { Type: 'Choice', Choices: [{ Condition: '{% $states.input.a = 1 %}', Next: 'One' }] },
      One: { Type: 'Succeed' },
    });
    expect((await play(rig, definition)).outcome.error).toBe('States.Runtime');
  });

  it('connects every event to the one before it, as recorded on AWS', async () => {
    const rig = await rigWith({ functions: { echo: (payload) => payload } });
    const definition = machine({
      Set: { Type: 'Pass', Next: 'Each' },
      Each: {
        Type: 'Map',
        Items: [1, 2],
        MaxConcurrency: 1,
        ItemProcessor: { StartAt: 'Inner', States: { Inner: { Type: 'Pass', End: true } } },
        End: true,
      },
    });
    const { arn } = await play(rig, definition);
    const chain = (await historyOf(rig, arn)).map(({ id, previousEventId }) => [id, previousEventId]);
    // prettier-ignore
    expect(chain).toEqual([
      [1, 0], [2, 0], [3, 2], [4, 3], [5, 4], [6, 5], [7, 6], [8, 7], [9, 8], [10, 8],
      [11, 10], [12, 11], [13, 12], [14, 12], [15, 12], [16, 15],
    ]);
  });
});
