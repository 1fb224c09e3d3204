import * as z from 'zod';
import { isStatesArn, stateMachineArn } from './arns.ts';
import { checkDefinition, describe } from './check.ts';
import type { Journal } from './journal.ts';
import type { StateMachine } from './model.ts';
import { answer, refuse, seconds, type Reply } from './reply.ts';
import { unsupportedCode, type Diagnostic } from './unsupported.ts';
import { defineOperation, pageOf, paging, type Operation } from './operation.ts';

const roleArn = z.string().min(1).max(256);
const type = z.enum(['STANDARD', 'EXPRESS']).optional();
const arnInput = z.object({ stateMachineArn: z.string() });

/** Operations on state machines. `now` is the local clock in milliseconds. */
export function machineOperations(
  journal: Journal,
  now: () => number,
  uuid: () => string,
): ReadonlyMap<string, Operation> {
  const find = (arn: string): StateMachine | Reply => {
    if (!isStatesArn(arn, 'stateMachine')) return refuse('InvalidArn', `Invalid Arn: 'Invalid ARN prefix: ${arn}'`);
    return journal.machine(arn) ?? refuse('StateMachineDoesNotExist', `State Machine Does Not Exist: '${arn}'`);
  };

  return new Map<string, Operation>([
    [
      'CreateStateMachine',
      defineOperation(
        z.object({
          name: z.string().min(1).max(80),
          definition: z.string(),
          roleArn,
          type,
          publish: z.boolean().optional(),
          versionDescription: z.string().optional(),
        }),
        (input) => {
          if (/[\s<>{}[\]?*"#%\\^|~`$&,;:/\u0000-\u001f\u007f-\u009f]/.test(input.name))
            return refuse('InvalidName', `Invalid Name: '${input.name}'`);
          const refused = refusalOf(input.definition, input.type) ?? refusalOfVersions(input);
          if (refused !== undefined) return refused;
          const arn = stateMachineArn(input.name);
          const existing = journal.machine(arn);
          if (existing?.deleting === true) return refuse('StateMachineDeleting', `State Machine Deleting: '${arn}'`);
          if (existing !== undefined)
            return existing.definition === input.definition
              ? answer({ stateMachineArn: arn, creationDate: seconds(existing.createdAt) })
              : refuse('StateMachineAlreadyExists', `State Machine Already Exists: '${arn}'`);
          const createdAt = now();
          journal.saveMachine({
            arn,
            name: input.name,
            definition: input.definition,
            roleArn: input.roleArn,
            createdAt,
            updatedAt: createdAt,
            revision: uuid(),
            deleting: false,
          });
          return answer({ stateMachineArn: arn, creationDate: seconds(createdAt) });
        },
        ({ name }) => name,
      ),
    ],
    [
      'UpdateStateMachine',
      defineOperation(
        z.object({
          stateMachineArn: z.string(),
          definition: z.string().optional(),
          roleArn: roleArn.optional(),
          publish: z.boolean().optional(),
          versionDescription: z.string().optional(),
        }),
        (input) => {
          const machine = find(input.stateMachineArn);
          if ('ok' in machine) return machine;
          if (input.definition === undefined && input.roleArn === undefined)
            return refuse(
              'MissingRequiredParameter',
              'Either the definition, the role ARN, the LoggingConfiguration, or the TracingConfiguration must be specified',
            );
          const definition = input.definition ?? machine.definition;
          const refused = refusalOf(definition, undefined) ?? refusalOfVersions(input);
          if (refused !== undefined) return refused;
          if (machine.deleting) return refuse('StateMachineDeleting', `State Machine Deleting: '${machine.arn}'`);
          const updatedAt = now();
          const revision = uuid();
          journal.saveMachine({
            ...machine,
            definition,
            roleArn: input.roleArn ?? machine.roleArn,
            updatedAt,
            revision,
          });
          return answer({ updateDate: seconds(updatedAt), revisionId: revision });
        },
      ),
    ],
    [
      'DescribeStateMachine',
      defineOperation(arnInput, (input) => {
        const machine = find(input.stateMachineArn);
        if ('ok' in machine) return machine;
        return answer({
          stateMachineArn: machine.arn,
          name: machine.name,
          status: machine.deleting ? 'DELETING' : 'ACTIVE',
          definition: machine.definition,
          roleArn: machine.roleArn,
          type: 'STANDARD',
          creationDate: seconds(machine.createdAt),
          loggingConfiguration: { level: 'OFF', includeExecutionData: false },
          tracingConfiguration: { enabled: false },
          revisionId: machine.updatedAt === machine.createdAt ? undefined : machine.revision,
        });
      }),
    ],
    [
      'ListStateMachines',
      defineOperation(z.object(paging), (input) => {
        const page = pageOf(input);
        if ('ok' in page) return page;
        const { rows, next } = journal.machines(page.from ?? 0, page.limit);
        return answer({
          stateMachines: rows.map((machine) => ({
            stateMachineArn: machine.arn,
            name: machine.name,
            type: 'STANDARD',
            creationDate: seconds(machine.createdAt),
          })),
          nextToken: page.tokenFor(next),
        });
      }),
    ],
    [
      'DeleteStateMachine',
      defineOperation(arnInput, (input) => {
        const machine = find(input.stateMachineArn);
        if ('ok' in machine) return machine.ok || machine.code === 'InvalidArn' ? machine : answer();
        journal.saveMachine({ ...machine, deleting: true });
        journal.removeDeleted();
        return answer();
      }),
    ],
    [
      'ValidateStateMachineDefinition',
      defineOperation(
        z.object({ definition: z.string().min(1), type, maxResults: z.int().min(0).max(100).optional() }),
        (input) => {
          const all = diagnosticsOf(input.definition, input.type);
          const limit = input.maxResults === undefined || input.maxResults === 0 ? 100 : input.maxResults;
          return answer({
            result: all.length === 0 ? 'OK' : 'FAIL',
            diagnostics: all.slice(0, limit).map((each) => ({ severity: 'ERROR', ...each })),
            truncated: all.length > limit,
          });
        },
      ),
    ],
  ]);
}

function diagnosticsOf(definition: string, type: 'STANDARD' | 'EXPRESS' | undefined): readonly Diagnostic[] {
  if (type === 'EXPRESS') return [{ code: unsupportedCode, message: 'EXPRESS state machines are not supported' }];
  const checked = checkDefinition(definition);
  return checked.ok ? [] : checked.diagnostics;
}

function refusalOf(definition: string, type: 'STANDARD' | 'EXPRESS' | undefined): Reply | undefined {
  const found = diagnosticsOf(definition, type);
  return found.length === 0
    ? undefined
    : refuse('InvalidDefinition', `Invalid State Machine Definition: '${describe(found)}'`);
}

function refusalOfVersions(input: {
  readonly publish?: boolean | undefined;
  readonly versionDescription?: string | undefined;
}): Reply | undefined {
  return input.publish === true || input.versionDescription !== undefined
    ? refuse('ValidationException', 'State machine versions are not supported locally')
    : undefined;
}
