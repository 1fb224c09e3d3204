import { randomUUID } from 'node:crypto';
import {
  CreateStateMachineCommand,
  DeleteStateMachineCommand,
  DescribeExecutionCommand,
  DescribeStateMachineCommand,
  DescribeStateMachineForExecutionCommand,
  GetExecutionHistoryCommand,
  ListActivitiesCommand,
  ListExecutionsCommand,
  ListStateMachinesCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
  UpdateStateMachineCommand,
  ValidateStateMachineDefinitionCommand,
} from '@aws-sdk/client-sfn';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startStepFunctions } from '#infra/local/aws/step-functions/step-functions.ts';
import {
  createMachine,
  describeExecution,
  historyOf,
  play,
  removeFolders,
  roleArn,
  settle,
  startExecution,
  startRig,
  type Rig,
} from './rig.ts';

let rig: Rig;
beforeEach(async () => {
  rig = await startRig({ functions: { echo: (payload) => payload, ask: () => null } });
});
afterEach(() => rig.stop());
afterAll(removeFolders);

const machine = (States: object) => ({ QueryLanguage: 'JSONata', StartAt: Object.keys(States)[0], States });
const pass = machine({ A: { Type: 'Pass', End: true } });
const nap = machine({ Nap: { Type: 'Wait', Seconds: 600, End: true } });
const echo = machine({
  Call: { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Arguments: { FunctionName: 'echo' }, End: true },
});
const arnOf = (name: string) => `arn:aws:states:eu-north-1:000000000000:stateMachine:${name}`;

const listing = new ListExecutionsCommand({ stateMachineArn: arnOf('m') });

describe('state machines', () => {
  it('can be created again only with the same definition', async () => {
    const definition = JSON.stringify(pass);
    const created = await rig.client.send(new CreateStateMachineCommand({ name: 'm', definition, roleArn }));
    expect(created).toMatchObject({ stateMachineArn: arnOf('m'), creationDate: new Date(rig.clock.now()) });
    rig.clock.shift(1000);
    const again = await rig.client.send(new CreateStateMachineCommand({ name: 'm', definition, roleArn }));
    expect(again.creationDate).toEqual(created.creationDate);
    await expect(
      rig.client.send(new CreateStateMachineCommand({ name: 'm', definition: JSON.stringify(nap), roleArn })),
    ).rejects.toMatchObject({ name: 'StateMachineAlreadyExists' });
  });

  it('are updated for new executions; running ones keep the definition with which they started', async () => {
    const stateMachineArn = await createMachine(rig, nap, 'm');
    const running = await startExecution(rig, stateMachineArn);
    await settle(rig, running);
    const definition = JSON.stringify(pass);
    const updated = await rig.client.send(new UpdateStateMachineCommand({ stateMachineArn, definition }));
    expect(updated.updateDate).toEqual(new Date(rig.clock.now()));
    expect((await settle(rig, await startExecution(rig, stateMachineArn))).status).toBe('SUCCEEDED');
    expect((await describeExecution(rig, running)).status).toBe('RUNNING');
    await expect(rig.client.send(new UpdateStateMachineCommand({ stateMachineArn }))).rejects.toMatchObject({
      name: 'MissingRequiredParameter',
    });
  });

  it.each(['a b', 'a/b', 'a*', 'a\u0001', 'a{b}'])('cannot be named %j', async (name) => {
    await expect(createMachine(rig, pass, name)).rejects.toMatchObject({ name: 'InvalidName' });
  });
});

describe('executions', () => {
  it('start once per name: the same response for the same input while running, otherwise ExecutionAlreadyExists', async () => {
    const stateMachineArn = await createMachine(rig, nap, 'm');
    const start = (input: string) =>
      rig.client.send(new StartExecutionCommand({ stateMachineArn, name: 'case-1', input }));
    const first = await start('{"a": 1}');
    expect(first.executionArn).toBe('arn:aws:states:eu-north-1:000000000000:execution:m:case-1');
    rig.clock.shift(1000);
    expect(await start('{"a":1}')).toMatchObject({ executionArn: first.executionArn, startDate: first.startDate });
    await expect(start('{"a":2}')).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' });
    rig.clock.shift(600_000);
    await settle(rig, first.executionArn!);
    await expect(start('{"a":1}')).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' });
  });

  it('start once if the same start arrives many times at the same moment', async () => {
    const stateMachineArn = await createMachine(rig, echo, 'm');
    const starts = await Promise.allSettled(
      Array.from({ length: 10 }, () => startExecution(rig, stateMachineArn, {}, 'once')),
    );
    expect(starts.some(({ status }) => status === 'fulfilled')).toBe(true);
    await settle(rig, 'arn:aws:states:eu-north-1:000000000000:execution:m:once');
    expect(rig.invoked).toHaveLength(1);
  });

  it('are described with input, output and dates', async () => {
    const { arn, outcome } = await play(rig, pass, { a: 1 });
    expect(outcome).toMatchObject({
      executionArn: arn,
      status: 'SUCCEEDED',
      input: '{"a":1}',
      output: '{"a":1}',
      startDate: new Date(rig.clock.now()),
      stopDate: new Date(rig.clock.now()),
      redriveCount: 0,
    });
  });

  it('are listed newest first, by status, in pages', async () => {
    const stateMachineArn = await createMachine(rig, nap, 'm');
    const arns: string[] = [];
    for (let count = 0; count < 5; count += 1) arns.push(await startExecution(rig, stateMachineArn, {}, `e${count}`));
    await rig.client.send(new StopExecutionCommand({ executionArn: arns[1]!, error: 'E', cause: 'C' }));
    const list = (more: object) => rig.client.send(new ListExecutionsCommand({ stateMachineArn, ...more }));
    expect((await list({})).executions?.map(({ name }) => name)).toEqual(['e4', 'e3', 'e2', 'e1', 'e0']);
    expect((await list({ statusFilter: 'ABORTED' })).executions?.map(({ name }) => name)).toEqual(['e1']);
    const first = await list({ statusFilter: 'RUNNING', maxResults: 3 });
    expect(first.executions?.map(({ name }) => name)).toEqual(['e4', 'e3', 'e2']);
    const second = await list({ statusFilter: 'RUNNING', maxResults: 3, nextToken: first.nextToken });
    expect(second.executions?.map(({ name }) => name)).toEqual(['e0']);
    expect(second.nextToken).toBeUndefined();
  });

  it('are stopped with error and cause; stopping twice changes nothing', async () => {
    const executionArn = await startExecution(rig, await createMachine(rig, nap));
    await settle(rig, executionArn);
    const stopped = await rig.client.send(new StopExecutionCommand({ executionArn, error: 'E', cause: 'C' }));
    expect(stopped.stopDate).toEqual(new Date(rig.clock.now()));
    rig.clock.shift(900_000);
    const again = await rig.client.send(new StopExecutionCommand({ executionArn, error: 'Other' }));
    expect(again.stopDate).toEqual(stopped.stopDate);
    expect(await describeExecution(rig, executionArn)).toMatchObject({ status: 'ABORTED', error: 'E', cause: 'C' });
    expect((await historyOf(rig, executionArn)).at(-1)).toMatchObject({
      type: 'ExecutionAborted',
      executionAbortedEventDetails: { error: 'E', cause: 'C' },
    });
  });

  it.each<[string, string]>([
    ['no json', 'InvalidExecutionInput'],
    ['', 'InvalidExecutionInput'],
    [`"${'x'.repeat(262_143)}"`, 'ValidationException'],
  ])('refuse an input that is not JSON or is too large (%#)', async (input, name) => {
    const stateMachineArn = await createMachine(rig, pass);
    await expect(rig.client.send(new StartExecutionCommand({ stateMachineArn, input }))).rejects.toMatchObject({
      name,
    });
  });

  it('are not found under other names', async () => {
    const unknown = 'arn:aws:states:eu-north-1:000000000000:execution:m:none';
    await expect(describeExecution(rig, unknown)).rejects.toMatchObject({ name: 'ExecutionDoesNotExist' });
    await expect(describeExecution(rig, 'none')).rejects.toMatchObject({ name: 'InvalidArn' });
    await expect(startExecution(rig, arnOf('none'))).rejects.toMatchObject({ name: 'StateMachineDoesNotExist' });
    await expect(startExecution(rig, 'none')).rejects.toMatchObject({ name: 'InvalidArn' });
    await expect(rig.client.send(new ListExecutionsCommand({ stateMachineArn: arnOf('none') }))).rejects.toMatchObject({
      name: 'StateMachineDoesNotExist',
    });
  });
});

describe('history', () => {
  it('is read in pages, in both directions, in the form of the SDK', async () => {
    const { arn: executionArn } = await play(rig, echo, { a: 1 });
    const all = await historyOf(rig, executionArn);
    expect(all.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(all[0]).toMatchObject({
      timestamp: new Date(rig.clock.now()),
      type: 'ExecutionStarted',
      previousEventId: 0,
      executionStartedEventDetails: { input: '{"a":1}', inputDetails: { truncated: false }, roleArn },
    });
    expect(all[1]).toMatchObject({ stateEnteredEventDetails: { name: 'Call', input: '{"a":1}' } });
    expect(all[2]).toMatchObject({
      taskScheduledEventDetails: {
        resource: 'invoke',
        resourceType: 'lambda',
        region: 'eu-north-1',
        parameters: '{"FunctionName":"echo"}',
      },
    });
    const output = JSON.parse(all[4]?.taskSucceededEventDetails?.output ?? '') as Record<string, unknown>;
    expect(output).toMatchObject({ ExecutedVersion: '$LATEST', Payload: {}, StatusCode: 200 });
    expect(output['SdkHttpMetadata']).toMatchObject({ HttpStatusCode: 200 });

    const back: (number | undefined)[] = [];
    let nextToken: string | undefined;
    do {
      const page = await rig.client.send(
        new GetExecutionHistoryCommand({
          executionArn,
          reverseOrder: true,
          maxResults: 3,
          ...(nextToken ? { nextToken } : {}),
        }),
      );
      back.push(...(page.events ?? []).map(({ id }) => id));
      nextToken = page.nextToken;
    } while (nextToken !== undefined);
    expect(back).toEqual([7, 6, 5, 4, 3, 2, 1]);

    await expect(
      rig.client.send(new GetExecutionHistoryCommand({ executionArn, nextToken: 'x' })),
    ).rejects.toMatchObject({ name: 'InvalidToken' });
  });
});

describe('the endpoint', () => {
  it('records each call with the state machine, and each function that the engine calls', async () => {
    const stateMachineArn = await createMachine(rig, echo, 'm');
    const executionArn = await startExecution(rig, stateMachineArn);
    while ((await describeExecution(rig, executionArn)).status === 'RUNNING');
    await rig.client.send(new SendTaskSuccessCommand({ taskToken: 'none', output: '1' })).catch(() => undefined);
    const seen = rig.recorded.map(({ principal, action, resource }) => `${principal} ${action} ${resource}`);
    expect([...new Set(seen)].sort()).toEqual([
      'states lambda:InvokeFunction echo',
      'tester states:CreateStateMachine m',
      'tester states:DescribeExecution m',
      'tester states:SendTaskSuccess *',
      'tester states:StartExecution m',
    ]);
  });

  it('records the state machine whose task an answer is for', async () => {
    const States = {
      Ask: {
        Type: 'Task',
        Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
        Arguments: { FunctionName: 'ask', Payload: { token: '{% $states.context.Task.Token %}' } },
        End: true,
      },
    };
    await settle(rig, await startExecution(rig, await createMachine(rig, machine(States), 'asking')));
    const { token } = rig.invoked[0]!.payload as { token: string };
    await rig.client.send(new SendTaskSuccessCommand({ taskToken: token, output: '1' }));
    expect(rig.recorded.at(-1)).toEqual({ principal: 'tester', action: 'states:SendTaskSuccess', resource: 'asking' });
  });

  it.each<[string, object, string]>([
    [
      'another secret',
      { credentials: { accessKeyId: 'AKIALOCALTEST', secretAccessKey: 'wrong' } },
      'InvalidSignatureException',
    ],
    [
      'an unknown key',
      { credentials: { accessKeyId: 'AKIAUNKNOWN', secretAccessKey: 'x' } },
      'UnrecognizedClientException',
    ],
    ['another region', { region: 'us-east-1' }, 'InvalidSignatureException'],
  ])('refuses %s, and records nothing', async (_, options, name) => {
    const client = new SFNClient({
      endpoint: rig.url,
      region: 'eu-north-1',
      credentials: { accessKeyId: 'AKIALOCALTEST', secretAccessKey: 'not-a-secret' },
      maxAttempts: 1,
      ...options,
    });
    await expect(client.send(listing)).rejects.toMatchObject({ name });
    expect(rig.recorded).toEqual([]);
    client.destroy();
  });

  it('refuses a call without a signature, and one whose body is not the signed one', async () => {
    const headers = {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': 'AWSStepFunctions.ListExecutions',
    };
    const bare = await fetch(rig.url, { method: 'POST', headers, body: '{}' });
    expect(bare.status).toBe(400);
    expect(await bare.json()).toMatchObject({ __type: 'com.amazonaws.states#MissingAuthenticationTokenException' });

    rig.client.middlewareStack.add(
      (next) => async (args) => {
        const request = args.request as { body: string };
        request.body = request.body.replace('stateMachine:m', 'stateMachine:n');
        return next(args);
      },
      { step: 'finalizeRequest', priority: 'low', name: `tamper-${randomUUID()}` },
    );
    await expect(rig.client.send(listing)).rejects.toMatchObject({
      name: 'InvalidSignatureException',
    });
  });

  it.each([
    ['DeleteStateMachine', () => rig.client.send(new DeleteStateMachineCommand({ stateMachineArn: arnOf('m') }))],
    ['DescribeStateMachine', () => rig.client.send(new DescribeStateMachineCommand({ stateMachineArn: arnOf('m') }))],
    [
      'DescribeStateMachineForExecution',
      () => rig.client.send(new DescribeStateMachineForExecutionCommand({ executionArn: 'none' })),
    ],
    ['ListActivities', () => rig.client.send(new ListActivitiesCommand({}))],
    ['ListStateMachines', () => rig.client.send(new ListStateMachinesCommand({}))],
    [
      'ValidateStateMachineDefinition',
      () => rig.client.send(new ValidateStateMachineDefinitionCommand({ definition: '{}' })),
    ],
  ])('answers UnknownOperationException to %s', async (_, send) => {
    await expect(send()).rejects.toMatchObject({ name: 'UnknownOperationException' });
    expect(rig.recorded).toEqual([]);
  });

  it('answers ValidationException to a missing field, and to one that it would ignore', async () => {
    const executionArn = 'arn:aws:states:eu-north-1:000000000000:execution:m:none';
    const stateMachineArn = arnOf('m');
    for (const refused of [
      rig.client.send(new DescribeExecutionCommand({ executionArn: undefined })),
      rig.client.send(new DescribeExecutionCommand({ executionArn, includedData: 'METADATA_ONLY' })),
      rig.client.send(new GetExecutionHistoryCommand({ executionArn, includeExecutionData: false })),
      rig.client.send(new ListExecutionsCommand({ stateMachineArn, statusFilter: 'PENDING_REDRIVE' })),
      rig.client.send(
        new StartExecutionCommand({ stateMachineArn, traceHeader: 'Root=1-5759e988-bd862e3fe1be46a994272793' }),
      ),
    ])
      await expect(refused).rejects.toMatchObject({ name: 'ValidationException' });
  });

  it('does not share its folder', async () => {
    const second = startStepFunctions({
      access: { keys: new Map(), record: () => {} },
      folder: rig.folder,
      clock: rig.clock,
      invoke: async () => ({ kind: 'missing' }),
    });
    await expect(second).rejects.toThrow(/locked/);
  });
});
