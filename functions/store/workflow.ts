import {
  DescribeExecutionCommand,
  SendTaskSuccessCommand,
  StartExecutionCommand,
  type SFNClient,
} from '@aws-sdk/client-sfn';

/** The Step Functions workflow of the cases. */
export interface Workflow {
  /** Starts execution number `n` of a case. A second call with the same number has no effect. */
  start(caseId: string, n: number): Promise<void>;
  /** Whether execution number `n` of a case is still running. */
  isRunning(caseId: string, n: number): Promise<boolean>;
  /** Ends a wait. If the token was used before or has expired, nothing happens. */
  signal(token: string): Promise<void>;
}

/** Makes a `Workflow` for the state machine with this ARN. */
export function workflow(client: SFNClient, arn: string): Workflow {
  const nameOf = (caseId: string, n: number): string => `${caseId}-${n}`;
  return {
    async start(caseId, n) {
      try {
        await client.send(
          new StartExecutionCommand({
            stateMachineArn: arn,
            name: nameOf(caseId, n),
            input: JSON.stringify({ v: 1, caseId, n }),
          }),
        );
      } catch (error) {
        if (!(error instanceof Error && error.name === 'ExecutionAlreadyExists')) throw error;
      }
    },
    async isRunning(caseId, n) {
      const executionArn = `${arn.replace(':stateMachine:', ':execution:')}:${nameOf(caseId, n)}`;
      try {
        const { status } = await client.send(new DescribeExecutionCommand({ executionArn }));
        return status === 'RUNNING' || status === 'PENDING_REDRIVE';
      } catch (error) {
        if (error instanceof Error && error.name === 'ExecutionDoesNotExist') return false;
        throw error;
      }
    },
    async signal(token) {
      try {
        await client.send(new SendTaskSuccessCommand({ taskToken: token, output: '{}' }));
      } catch (error) {
        if (!(error instanceof Error && ['TaskTimedOut', 'TaskDoesNotExist', 'InvalidToken'].includes(error.name)))
          throw error;
      }
    },
  };
}
