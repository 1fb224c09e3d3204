import {
  DescribeExecutionCommand,
  SendTaskSuccessCommand,
  StartExecutionCommand,
  StopExecutionCommand,
  type SFNClient,
} from '@aws-sdk/client-sfn';
import * as z from 'zod';

/**
 * The version `v` in the input of an execution. It is raised when running executions of the previous version cannot
 * continue with the new functions. Executions of version 1 know no search orders (`domain/findings/search-order.ts`).
 */
export const executionVersion = 2;
const executionInputSchema = z.looseObject({ v: z.number().int() });

/** Starts and stops the executions of the Step Functions workflow. */
export interface Workflow {
  /** Starts execution number `n` of a case. If it was started before, nothing happens. */
  start(caseId: string, n: number): Promise<void>;
  /** Whether execution number `n` of a case is still running, and can continue with the functions of this version. */
  isRunning(caseId: string, n: number): Promise<boolean>;
  /** Stops execution number `n` of a case. If it has ended or does not exist, nothing happens. */
  stop(caseId: string, n: number): Promise<void>;
  /** Ends a wait. If the token was used before or has expired, nothing happens. */
  signal(token: string): Promise<void>;
}

/** Makes a `Workflow` for the state machine with this ARN. */
export function workflow(client: SFNClient, arn: string): Workflow {
  const nameOf = (caseId: string, n: number): string => `${caseId}-${n}`;
  const arnOf = (caseId: string, n: number): string =>
    `${arn.replace(':stateMachine:', ':execution:')}:${nameOf(caseId, n)}`;
  return {
    async start(caseId, n) {
      try {
        await client.send(
          new StartExecutionCommand({
            stateMachineArn: arn,
            name: nameOf(caseId, n),
            input: JSON.stringify({ v: executionVersion, caseId, n }),
          }),
        );
      } catch (error) {
        if (!(error instanceof Error && error.name === 'ExecutionAlreadyExists')) throw error;
      }
    },
    async isRunning(caseId, n) {
      const executionArn = arnOf(caseId, n);
      try {
        const { status, input = '{}' } = await client.send(new DescribeExecutionCommand({ executionArn }));
        const { v } = executionInputSchema.parse(JSON.parse(input));
        return v === executionVersion && (status === 'RUNNING' || status === 'PENDING_REDRIVE');
      } catch (error) {
        if (error instanceof Error && error.name === 'ExecutionDoesNotExist') return false;
        throw error;
      }
    },
    async stop(caseId, n) {
      try {
        await client.send(new StopExecutionCommand({ executionArn: arnOf(caseId, n) }));
      } catch (error) {
        if (!(error instanceof Error && error.name === 'ExecutionDoesNotExist')) throw error;
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
