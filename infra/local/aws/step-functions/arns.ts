import { account, region } from '../region.ts';

/** Names of the local cloud's own resources. */
const prefix = `arn:aws:states:${region}:${account}`;

export function stateMachineArn(name: string): string {
  return `${prefix}:stateMachine:${name}`;
}

export function executionArn(machine: string, name: string): string {
  return `${prefix}:execution:${machine}:${name}`;
}

/** The last part of a state machine's ARN, or the machine's part of an execution's ARN; `*` for any other text. */
export function machineNameOf(arn: string): string {
  const parts = arn.split(':');
  return (parts[5] === 'stateMachine' || parts[5] === 'execution' ? parts[6] : undefined) ?? '*';
}

/** Whether a text has the shape of an ARN of this service. */
export function isStatesArn(arn: string, type: 'stateMachine' | 'execution'): boolean {
  const parts = arn.split(':');
  return (
    parts[0] === 'arn' && parts[2] === 'states' && parts[5] === type && parts.length >= (type === 'execution' ? 8 : 7)
  );
}

/** The name of a Lambda function that is given by name, partial ARN or ARN, with or without a qualifier. */
export function functionNameOf(name: string): string {
  const parts = name.split(':');
  const mark = parts.indexOf('function');
  return (mark === -1 ? parts[0] : parts[mark + 1]) ?? name;
}
