import * as z from 'zod';
import { isStatesArn, stateMachineArn } from './arns.ts';
import { checkDefinition, describe } from './check.ts';
import type { Journal } from './journal.ts';
import type { StateMachine } from './model.ts';
import { answer, refuse, seconds, type Reply } from './reply.ts';
import { defineOperation, type Operation } from './operation.ts';

const roleArn = z.string().min(1).max(256);

/** Creating and updating state machines. `now` is the local clock in milliseconds. */
export function machineOperations(journal: Journal, now: () => number): ReadonlyMap<string, Operation> {
  return new Map<string, Operation>([
    [
      'CreateStateMachine',
      defineOperation(
        z.strictObject({
          name: z.string().min(1).max(80),
          definition: z.string(),
          roleArn,
          type: z.literal('STANDARD').optional(),
        }),
        (input) => {
          if (invalidNames.test(input.name)) return refuse('InvalidName', `Invalid Name: '${input.name}'`);
          const refused = refusalOf(input.definition);
          if (refused !== undefined) return refused;
          const arn = stateMachineArn(input.name);
          const existing = journal.machine(arn);
          if (existing !== undefined)
            return existing.definition === input.definition
              ? answer({ stateMachineArn: arn, creationDate: seconds(existing.createdAt) })
              : refuse('StateMachineAlreadyExists', `State Machine Already Exists: '${arn}'`);
          const createdAt = now();
          journal.saveMachine({ ...input, arn, createdAt });
          return answer({ stateMachineArn: arn, creationDate: seconds(createdAt) });
        },
        ({ name }) => name,
      ),
    ],
    [
      'UpdateStateMachine',
      defineOperation(
        z.strictObject({
          stateMachineArn: z.string(),
          definition: z.string().optional(),
          roleArn: roleArn.optional(),
        }),
        (input) => {
          const machine = findMachine(journal, input.stateMachineArn);
          if ('ok' in machine) return machine;
          if (input.definition === undefined && input.roleArn === undefined)
            return refuse(
              'MissingRequiredParameter',
              'Either the definition, the role ARN, the LoggingConfiguration, or the TracingConfiguration must be specified',
            );
          const definition = input.definition ?? machine.definition;
          const refused = refusalOf(definition);
          if (refused !== undefined) return refused;
          journal.saveMachine({ ...machine, definition, roleArn: input.roleArn ?? machine.roleArn });
          return answer({ updateDate: seconds(now()) });
        },
      ),
    ],
  ]);
}

/** Characters that no state machine and no execution may have in its name. */
export const invalidNames = /[\s<>{}[\]?*"#%\\^|~`$&,;:/\u0000-\u001f\u007f-\u009f]/;

/** The state machine, or why it is not there. */
export function findMachine(journal: Journal, arn: string): StateMachine | Reply {
  if (!isStatesArn(arn, 'stateMachine')) return refuse('InvalidArn', `Invalid Arn: 'Invalid ARN prefix: ${arn}'`);
  return journal.machine(arn) ?? refuse('StateMachineDoesNotExist', `State Machine Does Not Exist: '${arn}'`);
}

function refusalOf(definition: string): Reply | undefined {
  const checked = checkDefinition(definition);
  return checked.ok
    ? undefined
    : refuse('InvalidDefinition', `Invalid State Machine Definition: '${describe(checked.diagnostics)}'`);
}
