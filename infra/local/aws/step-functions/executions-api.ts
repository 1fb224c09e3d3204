import * as z from 'zod';
import { executionArn, isStatesArn } from './arns.ts';
import { loadDefinition } from './check.ts';
import type { Engine } from './engine.ts';
import { withoutData } from './history.ts';
import type { Journal } from './journal.ts';
import { parseJson } from './json.ts';
import { payloadLimitBytes } from './limits.ts';
import { findMachine, invalidNames } from './machines-api.ts';
import { statusSchema, type Execution } from './model.ts';
import { defineOperation, pageOf, paging, type Operation } from './operation.ts';
import { answer, refuse, seconds, type Reply } from './reply.ts';

const input = z.string().refine((text) => Buffer.byteLength(text) <= payloadLimitBytes, {
  error: `Member must have length less than or equal to ${payloadLimitBytes}`,
});

/** Operations on executions. `now` is the local clock in milliseconds. */
export function executionOperations(
  journal: Journal,
  engine: Engine,
  now: () => number,
  uuid: () => string,
): ReadonlyMap<string, Operation> {
  const find = (arn: string): Execution | Reply => {
    if (!isStatesArn(arn, 'execution')) return refuse('InvalidArn', `Invalid Arn: 'Invalid ARN prefix: ${arn}'`);
    return journal.execution(arn) ?? refuse('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`);
  };

  return new Map<string, Operation>([
    [
      'StartExecution',
      defineOperation(
        z.object({ stateMachineArn: z.string(), name: z.string().min(1).max(80).optional(), input: input.optional() }),
        ({ stateMachineArn, name = uuid(), input: text = '{}' }) => {
          const machine = findMachine(journal, stateMachineArn);
          if ('ok' in machine) return machine;
          if (invalidNames.test(name)) return refuse('InvalidName', `Invalid Name: '${name}'`);
          const parsed = parseJson(text);
          if (!parsed.ok)
            return refuse('InvalidExecutionInput', `Invalid State Machine Execution Input: '${parsed.problem}'`);

          const arn = executionArn(machine.name, name);
          const existing = journal.execution(arn);
          if (existing !== undefined)
            return existing.status === 'RUNNING' && sameJson(existing.input, text)
              ? answer({ executionArn: arn, startDate: seconds(existing.startedAt) })
              : refuse('ExecutionAlreadyExists', `Execution Already Exists: '${arn}'`);
          const startedAt = now();
          const { timeoutSeconds } = loadDefinition(machine.definition);
          engine.start({
            arn,
            name,
            machineArn: machine.arn,
            machineName: machine.name,
            roleArn: machine.roleArn,
            definition: machine.definition,
            input: text,
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
          return answer({ executionArn: arn, startDate: seconds(startedAt) });
        },
      ),
    ],
    [
      'DescribeExecution',
      defineOperation(z.object({ executionArn: z.string() }), ({ executionArn: arn }) => {
        const execution = find(arn);
        if ('ok' in execution) return execution;
        const { status, output } = execution;
        return answer({
          ...listItem(execution),
          input: execution.input,
          inputDetails: { included: true },
          output: output ?? undefined,
          outputDetails: output === null ? undefined : { included: true },
          error: execution.error ?? undefined,
          cause: execution.cause ?? undefined,
          redriveStatus: 'NOT_REDRIVABLE',
          redriveStatusReason:
            status === 'RUNNING' || status === 'SUCCEEDED'
              ? `Execution is ${status} and cannot be redriven`
              : 'Redrive is not supported locally',
        });
      }),
    ],
    [
      'ListExecutions',
      defineOperation(
        z.object({
          stateMachineArn: z.string(),
          statusFilter: z.union([statusSchema, z.literal('PENDING_REDRIVE')]).optional(),
          ...paging,
        }),
        (request) => {
          const { stateMachineArn: arn, statusFilter } = request;
          const machine = findMachine(journal, arn);
          if ('ok' in machine) return machine;
          const page = pageOf(request);
          if ('ok' in page) return page;
          if (statusFilter === 'PENDING_REDRIVE') return answer({ executions: [] });
          const { rows, next } = journal.executions(
            arn,
            statusFilter,
            page.from ?? Number.MAX_SAFE_INTEGER,
            page.limit,
          );
          return answer({ executions: rows.map(listItem), nextToken: page.tokenFor(next) });
        },
      ),
    ],
    [
      'GetExecutionHistory',
      defineOperation(
        z.object({
          executionArn: z.string(),
          reverseOrder: z.boolean().optional(),
          includeExecutionData: z.boolean().optional(),
          ...paging,
        }),
        (request) => {
          const execution = find(request.executionArn);
          if ('ok' in execution) return execution;
          const page = pageOf(request);
          if ('ok' in page) return page;
          const reverse = request.reverseOrder === true;
          const first = reverse ? Number.MAX_SAFE_INTEGER : 1;
          const { rows, next } = journal.events(execution.arn, reverse, page.from ?? first, page.limit);
          return answer({
            events: request.includeExecutionData === false ? rows.map(withoutData) : rows,
            nextToken: page.tokenFor(next),
          });
        },
      ),
    ],
    [
      'StopExecution',
      defineOperation(
        z.object({
          executionArn: z.string(),
          error: z.string().max(256).optional(),
          cause: z.string().max(32_768).optional(),
        }),
        async ({ executionArn: arn, error, cause }) => {
          const execution = find(arn);
          if ('ok' in execution) return execution;
          await engine.stop(arn, error ?? null, cause ?? null);
          const stopped = journal.execution(arn);
          return answer({ stopDate: seconds(stopped?.stoppedAt ?? now()) });
        },
      ),
    ],
  ]);
}

function listItem(execution: Execution) {
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
