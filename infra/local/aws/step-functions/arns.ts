import { account, region } from '../region.ts';

/** The start of every ARN of Step Functions in the local cloud. */
const prefix = `arn:aws:states:${region}:${account}`;

export function stateMachineArn(name: string): string {
  return `${prefix}:stateMachine:${name}`;
}

export function executionArn(machine: string, name: string): string {
  return `${prefix}:execution:${machine}:${name}`;
}

/**
 * Returns the name of a state machine, read from its ARN or from the ARN of one of its executions. Returns `*` for any
 * other text.
 */
export function machineNameOf(arn: string): string {
  const parts = arn.split(':');
  return (parts[5] === 'stateMachine' || parts[5] === 'execution' ? parts[6] : undefined) ?? '*';
}

/** Whether a text has the form of an ARN of Step Functions. */
export function isStatesArn(arn: string, type: 'stateMachine' | 'execution'): boolean {
  const parts = arn.split(':');
  return (
    parts[0] === 'arn' && parts[2] === 'states' && parts[5] === type && parts.length >= (type === 'execution' ? 8 : 7)
  );
}

/** The name of a Lambda function, read from a name, a partial ARN or an ARN, with or without a qualifier. */
export function functionNameOf(name: string): string {
  const parts = name.split(':');
  const mark = parts.indexOf('function');
  return (mark === -1 ? parts[0] : parts[mark + 1]) ?? name;
}
