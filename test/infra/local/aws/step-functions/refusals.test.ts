import { CreateStateMachineCommand, UpdateStateMachineCommand } from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMachine, removeFolders, roleArn, startRig, type Rig } from './rig.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(async () => {
  await rig.stop();
  removeFolders();
});

const machine = (States: object, more: object = {}) => ({
  QueryLanguage: 'JSONata',
  StartAt: Object.keys(States)[0] ?? 'A',
  States,
  ...more,
});
const pass = { Type: 'Pass', End: true };
const task = (more: object = {}) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Arguments: { FunctionName: 'f' },
  End: true,
  ...more,
});
const mapOf = (more: object = {}, config?: object) => ({
  Type: 'Map',
  ItemProcessor: { ...(config === undefined ? {} : { ProcessorConfig: config }), StartAt: 'I', States: { I: pass } },
  End: true,
  ...more,
});
const output = (expression: string) => machine({ A: { ...pass, Output: `{% ${expression} %}` } });

let names = 0;
async function refusalOf(definition: unknown): Promise<string | undefined> {
  const text = typeof definition === 'string' ? definition : JSON.stringify(definition);
  try {
    await rig.client.send(new CreateStateMachineCommand({ name: `m${names++}`, definition: text, roleArn }));
    return undefined;
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'InvalidDefinition') throw error;
    return error.message;
  }
}

/** A Map or Parallel around a scope, without what follows it. */
function around(type: 'Map' | 'Parallel', scope: object): object {
  return type === 'Map' ? { Type: type, Items: [1], ItemProcessor: scope } : { Type: type, Branches: [scope] };
}

describe('a definition that AWS would run and this engine would not run exactly is refused by name', () => {
  it.each<[string, unknown, string]>([
    ['a machine without a query language', { StartAt: 'A', States: { A: pass } }, 'JSONPath'],
    ['a JSONPath machine', { QueryLanguage: 'JSONPath', StartAt: 'A', States: { A: pass } }, 'JSONPath'],
    ['a JSONPath state', machine({ A: { ...pass, QueryLanguage: 'JSONPath' } }), 'JSONPath'],
    ['a JSONPath field', machine({ A: { ...pass, ResultPath: '$.a' } }), "'ResultPath'"],
    ['a JSONPath field inside a branch', machine({ A: mapOf({ ItemsPath: '$.a' }) }), "'ItemsPath'"],
    [
      'a distributed Map',
      machine({ A: mapOf({}, { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' }) }),
      'Distributed Map',
    ],
    ['an ItemReader', machine({ A: mapOf({ ItemReader: {} }) }), "'ItemReader'"],
    ['a tolerated failure count', machine({ A: mapOf({ ToleratedFailureCount: 1 }) }), "'ToleratedFailureCount'"],
    [
      'an Iterator',
      machine({ A: { Type: 'Map', Iterator: { StartAt: 'I', States: { I: pass } }, End: true } }),
      "'Iterator'",
    ],
    ['another integration', machine({ A: task({ Resource: 'arn:aws:states:::sqs:sendMessage' }) }), 'sqs:sendMessage'],
    ['an SDK integration', machine({ A: task({ Resource: 'arn:aws:states:::aws-sdk:lambda:invoke' }) }), 'aws-sdk'],
    ['a .sync integration', machine({ A: task({ Resource: 'arn:aws:states:::states:startExecution.sync' }) }), '.sync'],
    [
      'an activity',
      machine({ A: task({ Resource: 'arn:aws:states:eu-north-1:000000000000:activity:a' }) }),
      'activity:a',
    ],
    ['credentials', machine({ A: task({ Credentials: { RoleArn: roleArn } }) }), "'Credentials'"],
    [
      'an asynchronous invocation',
      machine({ A: task({ Arguments: { FunctionName: 'f', InvocationType: 'Event' } }) }),
      "'InvocationType'",
    ],
    ['$now', output('$now()'), '$now'],
    ['$millis', output('$millis()'), '$millis'],
    ['$random', output('$random()'), '$random'],
    ['$uuid', output('$uuid()'), '$uuid'],
    ['$shuffle', output('$shuffle([1, 2])'), '$shuffle'],
    ['$eval', output(`$eval('1')`), '$eval'],
    ['a refused function behind a name', output('($f := $random; $f())'), '$random'],
    ['a refused function in a chain', output('$states.input ~> $uuid'), '$uuid'],
    ['a refused function inside a lambda', output('$map([1], function($v) { $now() })'), '$now'],
    ['a refused function inside a predicate', output('$states.input.a[b = $millis()]'), '$millis'],
    ['a refused function inside a transform', output('$states.input ~> |$|{"a": $uuid()}|'), '$uuid'],
    ['a refused function in a branch', machine({ A: { ...mapOf(), ItemSelector: { a: '{% $uuid() %}' } } }), '$uuid'],
    [
      'a refused function in a retried task',
      machine({ A: task({ Arguments: { FunctionName: '{% $string($random()) %}' } }) }),
      '$random',
    ],
  ])('%s', async (_, definition, feature) => {
    expect(await refusalOf(definition)).toContain(feature);
  });

  it('EXPRESS machines and versions of machines', async () => {
    const definition = JSON.stringify(machine({ A: pass }));
    for (const more of [{ type: 'EXPRESS' as const }, { publish: true }, { versionDescription: 'first' }])
      await expect(
        rig.client.send(new CreateStateMachineCommand({ name: 'more', definition, roleArn, ...more })),
      ).rejects.toMatchObject({ name: 'ValidationException' });
  });

  it('on update as on creation; the machine stays unchanged', async () => {
    const stateMachineArn = await createMachine(rig, machine({ A: pass }), 'updated');
    await expect(
      rig.client.send(
        new UpdateStateMachineCommand({ stateMachineArn, definition: JSON.stringify(output('$uuid()')) }),
      ),
    ).rejects.toMatchObject({ name: 'InvalidDefinition' });
  });
});

describe('a definition that AWS refuses is refused', () => {
  it.each<[string, unknown, string]>([
    ['no JSON', '{', ''],
    ['no object', '[]', 'must be a valid JSON object'],
    ['nothing required', {}, 'These fields are required: [States, StartAt]'],
    ['no states', machine({}, { StartAt: 'A' }), 'cannot be empty'],
    ['an unknown type', machine({ A: { Type: 'Loop', End: true } }), 'should have one of these values'],
    ['an unknown field', machine({ A: { ...pass, Nxt: 'B' } }), "'Nxt'"],
    ['a missing start', machine({ A: pass }, { StartAt: 'B' }), 'B'],
    ['a missing target', machine({ A: { Type: 'Pass', Next: 'B' } }), 'B'],
    ['a missing catch target', machine({ A: task({ Catch: [{ ErrorEquals: ['States.ALL'], Next: 'B' }] }) }), 'B'],
    [
      'a missing default',
      machine({ A: { Type: 'Choice', Choices: [{ Condition: true, Next: 'A' }], Default: 'B' } }),
      'B',
    ],
    [
      'a target outside of the branch',
      machine({
        A: { Type: 'Map', ItemProcessor: { StartAt: 'I', States: { I: { Type: 'Pass', Next: 'B' } } }, Next: 'B' },
        B: pass,
      }),
      'Missing transition target: B',
    ],
    ['an unreachable state', machine({ A: pass, B: pass }), 'not reachable'],
    ['neither Next nor End', machine({ A: { Type: 'Pass' } }), '[Next, End]'],
    ['both Next and End', machine({ A: { Type: 'Pass', Next: 'A', End: true } }), '[Next, End]'],
    ['a state name used twice', machine({ A: mapOf({ Next: 'I', End: undefined }), I: pass }), 'more than once'],
    ['States.ALL not alone', machine({ A: task({ Retry: [{ ErrorEquals: ['States.ALL', 'E'] }] }) }), 'States.ALL'],
    [
      'States.ALL not last',
      machine({ A: task({ Retry: [{ ErrorEquals: ['States.ALL'] }, { ErrorEquals: ['E'] }] }) }),
      'States.ALL',
    ],
    ['a retry of a Pass', machine({ A: { ...pass, Retry: [] } }), "'Retry'"],
    ['a backoff below one', machine({ A: task({ Retry: [{ ErrorEquals: ['E'], BackoffRate: 0.5 }] }) }), 'BackoffRate'],
    ['no function name', machine({ A: task({ Arguments: { Payload: 1 } }) }), "'FunctionName'"],
    [
      'a heartbeat as long as the timeout',
      machine({ A: task({ TimeoutSeconds: 5, HeartbeatSeconds: 5 }) }),
      "'HeartbeatSeconds'",
    ],
    ['a timeout of zero', machine({ A: task({ TimeoutSeconds: 0 }) }), 'TimeoutSeconds'],
    ['a wait without a time', machine({ A: { Type: 'Wait', End: true } }), '[Seconds, Timestamp]'],
    [
      'a wait with two times',
      machine({ A: { Type: 'Wait', Seconds: 1, Timestamp: '2026-01-01T00:00:00Z', End: true } }),
      '[Seconds, Timestamp]',
    ],
    [
      'a timestamp that is none',
      machine({ A: { Type: 'Wait', Timestamp: '2026-02-30T00:00:00Z', End: true } }),
      'RFC3339',
    ],
    [
      'a condition that is a text',
      machine({ A: { Type: 'Choice', Choices: [{ Condition: 'yes', Next: 'A' }] } }),
      'Condition',
    ],
    ['an expression that does not close', machine({ A: { ...pass, Output: '{% 1' } }), "'%}'"],
    ['an expression that does not parse', output('1 +'), 'does not parse'],
    ['what only a newer JSONata knows', output('$states.input.a ?: 1'), 'does not parse'],
    [
      'an expression in a field that takes none',
      machine({ A: task({ Resource: '{% $states.input %}' }) }),
      'integration',
    ],
    ['a bare field at the top level', output('customer.name'), "'customer'"],
    ['$ at the top level', output('$.name'), "'$'"],
    ['$$ anywhere', output('$states.input[$$.a]'), "'$$'"],
    ['the variable states', machine({ A: { ...pass, Assign: { states: 1 } } }), "'states'"],
    ['a variable name with a dash', machine({ A: { ...pass, Assign: { 'a-b': 1 } } }), "'a-b'"],
    [
      'an outer variable assigned inside',
      machine({
        A: { Type: 'Pass', Assign: { x: 1 }, Next: 'M' },
        M: {
          Type: 'Map',
          Items: [1],
          ItemProcessor: { StartAt: 'I', States: { I: { ...pass, Assign: { x: 2 } } } },
          End: true,
        },
      }),
      "'x'",
    ],
    [
      'a variable assigned inside that the state around it has assigned when the flow leads back to it',
      machine({
        P: {
          Type: 'Parallel',
          Branches: [{ StartAt: 'B', States: { B: { ...pass, Assign: { x: 2 } } } }],
          Assign: { x: 1 },
          Next: 'Again',
        },
        Again: {
          Type: 'Choice',
          Choices: [{ Condition: '{% true %}', Next: 'P' }],
          Default: 'E',
        },
        E: { Type: 'Succeed' },
      }),
      "'x'",
    ],
    ['an empty Parallel', machine({ A: { Type: 'Parallel', Branches: [], End: true } }), 'cannot be empty'],
    ['a state name of 81 characters', machine({ ['a'.repeat(81)]: pass }), ''],
  ])('%s', async (_, definition, message) => {
    const refusal = await refusalOf(definition);
    expect(refusal).toBeDefined();
    expect(refusal).toContain(message);
  });
});

describe('what is allowed is not refused', () => {
  it.each<[string, unknown]>([
    [
      'a field of the context inside a path, a predicate, a sort, a group',
      output('$states.input.items[price > 1]^(>price).{"p": price, "q": $}'),
    ],
    ['$ inside a lambda over items', output('$states.input.items.($.a + b)')],
    [
      'comments everywhere',
      machine(
        { A: { ...task({ Comment: '{% not an expression', Retry: [{ Comment: 'c', ErrorEquals: ['E'] }] }) } },
        { Comment: 'c', Version: '1.0' },
      ),
    ],
    ['a text that only looks like an expression', machine({ A: { ...pass, Output: ' {% $now() %} ' } })],
    ['the word now as data', output(`$states.input.now & 'uuid' & $string(7)`)],
    [
      'a plain function ARN',
      machine({ A: { Type: 'Task', Resource: 'arn:aws:lambda:eu-north-1:000000000000:function:f:live', End: true } }),
    ],
    ...(['Parallel', 'Map'] as const).flatMap((type): [string, object][] => {
      const inside = { StartAt: 'X', States: { X: { ...pass, Assign: { inputVar: 1, resultVar: 1 } } } };
      const nested = { StartAt: 'N', States: { N: { ...around(type, inside), Assign: { inputVar: 2 }, End: true } } };
      const caught = { ErrorEquals: ['States.ALL'], Assign: { inputVar: 1, errorVar: 1 }, Next: 'F' };
      return [
        // As in `states-variables`, PARALLEL_CATCH_ERROR_VARIABLE_SAMPLING, of the cases recorded on AWS.
        [
          `a variable that a ${type} assigns where it catches an error, and what is inside as well`,
          machine({ P: { ...around(type, inside), Catch: [caught], End: true }, F: pass }),
        ],
        [
          `a variable that a ${type} assigns when it is left, and what is inside as well, however deep`,
          machine({ P: { ...around(type, nested), Assign: { inputVar: 1 }, Catch: [caught], End: true }, F: pass }),
        ],
      ];
    }),
    [
      'the same variable in two branches',
      machine({
        A: {
          Type: 'Parallel',
          Branches: [
            { StartAt: 'X', States: { X: { ...pass, Assign: { v: 1 } } } },
            { StartAt: 'Y', States: { Y: { ...pass, Assign: { v: 1 } } } },
          ],
          End: true,
        },
      }),
    ],
  ])('%s', async (_, definition) => {
    expect(await refusalOf(definition)).toBeUndefined();
  });
});
