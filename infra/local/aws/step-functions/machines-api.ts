import * as z from 'zod';
import { jsonAnswer, jsonError, jsonOperation, type JsonReply, type Operation } from '../json-service.ts';
import { isStatesArn, machineNameOf, stateMachineArn } from './arns.ts';
import { checkDefinition, describe } from './check.ts';
import type { Journal } from './journal.ts';
import type { StateMachine } from './model.ts';
import { seconds } from './timestamps.ts';

const roleArn = z.string().min(1).max(256);
const createInput = z.strictObject({
  name: z.string().min(1).max(80),
  definition: z.string(),
  roleArn,
  type: z.literal('STANDARD').optional(),
});
const updateInput = z.strictObject({
  stateMachineArn: z.string(),
  definition: z.string().optional(),
  roleArn: roleArn.optional(),
});

/** The operations that create and update state machines. `now` is the local clock in milliseconds. */
export function machineOperations(journal: Journal, now: () => number): ReadonlyMap<string, Operation> {
  function create(input: z.infer<typeof createInput>): JsonReply {
    if (invalidNames.test(input.name)) return jsonError('InvalidName', `Invalid Name: '${input.name}'`);
    const refused = refusalOf(input.definition);
    if (refused !== undefined) return refused;
    const arn = stateMachineArn(input.name);
    const existing = journal.machine(arn);
    if (existing !== undefined && existing.definition !== input.definition)
      return jsonError('StateMachineAlreadyExists', `State Machine Already Exists: '${arn}'`);
    const createdAt = existing?.createdAt ?? now();
    const { name, definition } = input;
    if (existing === undefined) journal.saveMachine({ arn, name, definition, roleArn: input.roleArn, createdAt });
    return jsonAnswer({ stateMachineArn: arn, creationDate: seconds(createdAt) });
  }

  function update(input: z.infer<typeof updateInput>): JsonReply {
    const machine = findMachine(journal, input.stateMachineArn);
    if ('kind' in machine) return machine;
    if (input.definition === undefined && input.roleArn === undefined)
      return jsonError(
        'MissingRequiredParameter',
        'Either the definition, the role ARN, the LoggingConfiguration, or the TracingConfiguration must be specified',
      );
    const definition = input.definition ?? machine.definition;
    const refused = refusalOf(definition);
    if (refused !== undefined) return refused;
    journal.saveMachine({ ...machine, definition, roleArn: input.roleArn ?? machine.roleArn });
    return jsonAnswer({ updateDate: seconds(now()) });
  }

  return new Map([
    ['CreateStateMachine', jsonOperation(createInput, ({ name }) => name, create)],
    ['UpdateStateMachine', jsonOperation(updateInput, (input) => machineNameOf(input.stateMachineArn), update)],
  ]);
}

/** Characters that the names of state machines and executions may not contain. */
export const invalidNames = /[\s<>{}[\]?*"#%\\^|~`$&,;:/\u0000-\u001f\u007f-\u009f]/;

/** The state machine with this ARN, or the error response if there is none. */
export function findMachine(journal: Journal, arn: string): StateMachine | JsonReply {
  if (!isStatesArn(arn, 'stateMachine')) return jsonError('InvalidArn', `Invalid Arn: 'Invalid ARN prefix: ${arn}'`);
  return journal.machine(arn) ?? jsonError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${arn}'`);
}

function refusalOf(definition: string): JsonReply | undefined {
  const checked = checkDefinition(definition);
  return checked.ok
    ? undefined
    : jsonError('InvalidDefinition', `Invalid State Machine Definition: '${describe(checked.diagnostics)}'`);
}
