import * as z from 'zod';
import { jsonAnswer, jsonError, jsonOperation, type JsonReply, type Operation } from '../json-service.ts';
import { executionArn, isStatesArn, machineNameOf } from './arns.ts';
import { loadDefinition } from './check.ts';
import type { Engine } from './engine.ts';
import type { Journal } from './journal.ts';
import { parseJson } from './json.ts';
import { payloadLimitBytes } from './limits.ts';
import { findMachine, invalidNames } from './machines-api.ts';
import { statusSchema, type Execution } from './model.ts';
import { pageOf, paging } from './pages.ts';
import { seconds } from './timestamps.ts';

const startInput = z.strictObject({
  stateMachineArn: z.string(),
  name: z.string().min(1).max(80).optional(),
  input: z
    .string()
    .refine((text) => Buffer.byteLength(text) <= payloadLimitBytes, {
      error: `Member must have length less than or equal to ${payloadLimitBytes}`,
    })
    .optional(),
});
const stopInput = z.strictObject({
  executionArn: z.string(),
  error: z.string().max(256).optional(),
  cause: z.string().max(32_768).optional(),
});
const describeInput = z.strictObject({ executionArn: z.string() });
const listInput = z.strictObject({ stateMachineArn: z.string(), statusFilter: statusSchema.optional(), ...paging });
const historyInput = z.strictObject({
  executionArn: z.string(),
  reverseOrder: z.boolean().optional(),
  ...paging,
});

/** The operations that start, stop and inspect executions. `now` is the local clock in milliseconds. */
export function executionOperations(
  journal: Journal,
  engine: Engine,
  now: () => number,
  uuid: () => string,
): ReadonlyMap<string, Operation> {
  function find(arn: string): Execution | JsonReply {
    if (!isStatesArn(arn, 'execution')) return jsonError('InvalidArn', `Invalid Arn: 'Invalid ARN prefix: ${arn}'`);
    return journal.execution(arn) ?? jsonError('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`);
  }

  function start({ stateMachineArn, name = uuid(), input = '{}' }: z.infer<typeof startInput>): JsonReply {
    const machine = findMachine(journal, stateMachineArn);
    if ('kind' in machine) return machine;
    if (invalidNames.test(name)) return jsonError('InvalidName', `Invalid Name: '${name}'`);
    const parsed = parseJson(input);
    if (!parsed.ok)
      return jsonError('InvalidExecutionInput', `Invalid State Machine Execution Input: '${parsed.problem}'`);

    const arn = executionArn(machine.name, name);
    const existing = journal.execution(arn);
    if (existing !== undefined)
      return existing.status === 'RUNNING' && sameJson(existing.input, input)
        ? jsonAnswer({ executionArn: arn, startDate: seconds(existing.startedAt) })
        : jsonError('ExecutionAlreadyExists', `Execution Already Exists: '${arn}'`);
    const startedAt = now();
    const { timeoutSeconds } = loadDefinition(machine.definition);
    engine.start({
      arn,
      name,
      machineArn: machine.arn,
      machineName: machine.name,
      roleArn: machine.roleArn,
      definition: machine.definition,
      input,
      startedAt,
      timeoutAt: timeoutSeconds === undefined ? null : startedAt + timeoutSeconds * 1000,
      status: 'RUNNING',
      stoppedAt: null,
      output: null,
      error: null,
      cause: null,
      nextEvent: 2,
      nextThread: 1,
    });
    return jsonAnswer({ executionArn: arn, startDate: seconds(startedAt) });
  }

  async function stop({ executionArn: arn, error, cause }: z.infer<typeof stopInput>): Promise<JsonReply> {
    const execution = find(arn);
    if ('kind' in execution) return execution;
    await engine.stop(arn, error ?? null, cause ?? null);
    return jsonAnswer({ stopDate: seconds(journal.execution(arn)?.stoppedAt ?? now()) });
  }

  function describe({ executionArn: arn }: z.infer<typeof describeInput>): JsonReply {
    const execution = find(arn);
    if ('kind' in execution) return execution;
    const { input, output, error, cause } = execution;
    return jsonAnswer({
      ...listItem(execution),
      input,
      inputDetails: { included: true },
      ...(output === null ? {} : { output, outputDetails: { included: true } }),
      error: error ?? undefined,
      cause: cause ?? undefined,
    });
  }

  function list(request: z.infer<typeof listInput>): JsonReply {
    const machine = findMachine(journal, request.stateMachineArn);
    if ('kind' in machine) return machine;
    const page = pageOf(request);
    if ('kind' in page) return page;
    const { rows, next } = journal.executions(machine.arn, request.statusFilter, page.from, page.limit);
    return jsonAnswer({ executions: rows.map(listItem), nextToken: page.tokenFor(next) });
  }

  function history(request: z.infer<typeof historyInput>): JsonReply {
    const execution = find(request.executionArn);
    if ('kind' in execution) return execution;
    const page = pageOf(request);
    if ('kind' in page) return page;
    const { rows, next } = journal.events(execution.arn, request.reverseOrder === true, page.from, page.limit);
    return jsonAnswer({ events: rows, nextToken: page.tokenFor(next) });
  }

  const ofMachine = (input: { readonly stateMachineArn: string }): string => machineNameOf(input.stateMachineArn);
  const ofExecution = (input: { readonly executionArn: string }): string => machineNameOf(input.executionArn);
  return new Map([
    ['StartExecution', jsonOperation(startInput, ofMachine, start)],
    ['StopExecution', jsonOperation(stopInput, ofExecution, stop)],
    ['DescribeExecution', jsonOperation(describeInput, ofExecution, describe)],
    ['ListExecutions', jsonOperation(listInput, ofMachine, list)],
    ['GetExecutionHistory', jsonOperation(historyInput, ofExecution, history)],
  ]);
}

function listItem(execution: Execution): object {
  return {
    executionArn: execution.arn,
    stateMachineArn: execution.machineArn,
    name: execution.name,
    status: execution.status,
    startDate: seconds(execution.startedAt),
    redriveCount: 0,
    ...(execution.stoppedAt === null ? {} : { stopDate: seconds(execution.stoppedAt) }),
  };
}

function sameJson(left: string, right: string): boolean {
  const [a, b] = [parseJson(left), parseJson(right)];
  return a.ok && b.ok && JSON.stringify(a.value) === JSON.stringify(b.value);
}
