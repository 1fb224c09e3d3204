// The workflow of the cases in memory: one task that waits until its token comes back.
import { randomUUID } from 'node:crypto';
import type { Workflow } from '#store/workflow.ts';
import { namedError } from './table.ts';

export interface MemoryWorkflow extends Workflow {
  /** The status of an execution, in the words of Step Functions. Throws if there is none. */
  status(caseId: string, n: number): string;
}

/** `onWait` gets the token of the waiting task, some time after the start of its execution. */
export function memoryWorkflow(onWait: (caseId: string, token: string) => void): MemoryWorkflow {
  const executions = new Map<string, { readonly token: string; ended: boolean }>();
  const nameOf = (caseId: string, n: number): string => `${caseId}-${n}`;
  return {
    async start(caseId, n) {
      // The name of an execution is taken for ever.
      if (executions.has(nameOf(caseId, n))) return;
      const token = randomUUID();
      executions.set(nameOf(caseId, n), { token, ended: false });
      setImmediate(() => onWait(caseId, token));
    },
    isRunning: async (caseId, n) => executions.get(nameOf(caseId, n))?.ended === false,
    async signal(token) {
      for (const execution of executions.values()) if (execution.token === token) execution.ended = true;
    },
    status(caseId, n) {
      const execution = executions.get(nameOf(caseId, n));
      if (execution === undefined) throw namedError('ExecutionDoesNotExist', 'there is no such execution');
      return execution.ended ? 'SUCCEEDED' : 'RUNNING';
    },
  };
}
