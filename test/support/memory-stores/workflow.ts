// Step Functions in memory, for the workflow of cases. Each execution has one waiting task, which ends when its task
// token is sent.
import { randomUUID } from 'node:crypto';
import type { Workflow } from '#store/workflow.ts';
import { namedError } from './table.ts';

export interface MemoryWorkflow extends Workflow {
  /** The status of an execution, in the words of Step Functions. Throws if there is none. */
  status(caseId: string, n: number): string;
  /** Starts an execution as version 0.2.0 did. `isRunning` answers false for it, so `reconcile` replaces it. */
  startEarlier(caseId: string, n: number): Promise<void>;
}

/** `onWait` gets the token of the waiting task, some time after the start of its execution. */
export function memoryWorkflow(onWait: (caseId: string, token: string) => void): MemoryWorkflow {
  const executions = new Map<string, { readonly token: string; readonly isEarlier: boolean; status: string }>();
  const nameOf = (caseId: string, n: number): string => `${caseId}-${n}`;
  const start = (caseId: string, n: number, isEarlier: boolean): void => {
    // As in Step Functions, a name is never used for a second execution.
    if (executions.has(nameOf(caseId, n))) return;
    const token = randomUUID();
    executions.set(nameOf(caseId, n), { token, isEarlier, status: 'RUNNING' });
    setImmediate(() => onWait(caseId, token));
  };
  return {
    start: async (caseId, n) => start(caseId, n, false),
    startEarlier: async (caseId, n) => start(caseId, n, true),
    async isRunning(caseId, n) {
      const execution = executions.get(nameOf(caseId, n));
      return execution?.status === 'RUNNING' && !execution.isEarlier;
    },
    async stop(caseId, n) {
      const execution = executions.get(nameOf(caseId, n));
      if (execution?.status === 'RUNNING') execution.status = 'ABORTED';
    },
    async signal(token) {
      for (const execution of executions.values())
        if (execution.token === token && execution.status === 'RUNNING') execution.status = 'SUCCEEDED';
    },
    status(caseId, n) {
      const execution = executions.get(nameOf(caseId, n));
      if (execution === undefined) throw namedError('ExecutionDoesNotExist', 'there is no such execution');
      return execution.status;
    },
  };
}
