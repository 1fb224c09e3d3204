import { randomUUID } from 'node:crypto';
import type { Access, InvokeFunction, LocalClock, RunningEndpoint } from '../../endpoint.ts';
import { listen } from '../../http.ts';
import { jsonListener } from '../json-service.ts';
import { startEngine } from './engine.ts';
import { executionOperations } from './executions-api.ts';
import { openJournal } from './journal.ts';
import { machineOperations } from './machines-api.ts';
import { taskOperations } from './tasks-api.ts';
import { isOwnToken, makeToken } from './tokens.ts';

export interface StepFunctionsOptions {
  readonly access: Access;
  /** The folder of the engine's journal, which is all of its state. One engine at a time. */
  readonly folder: string;
  readonly clock: LocalClock;
  readonly invoke: InvokeFunction;
  /** Absent: any free port. */
  readonly port?: number;
}

const bodyLimitBytes = 4 * 1024 * 1024;

/**
 * Starts an endpoint that the AWS SDK's SFNClient talks to, and the engine behind it. Executions that the journal in
 * `folder` holds go on at once, from where they were when the process before ended, however it ended.
 * Throws when another process holds the folder.
 *
 * What a definition may use is what runs here exactly as on AWS (Standard, JSONata); CreateStateMachine refuses the rest
 * by name. Left open by AWS's documentation, and decided here: an answer by token counts even before the function that
 * was given the token has returned; a failing evaluation in a Catch is not caught again; a heartbeat is asked of tasks
 * with a token only. Not limited here: the time an expression takes, and the size of all variables together.
 */
export async function startStepFunctions(options: StepFunctionsOptions): Promise<RunningEndpoint> {
  const { access, clock, invoke } = options;
  const journal = openJournal(options.folder);
  const secret = journal.secret();
  const engine = startEngine({
    journal,
    clock,
    invoke,
    chance: { uuid: () => randomUUID(), token: () => makeToken(secret), fraction: Math.random },
    recordInvoke: (resource) => access.record({ principal: 'states', action: 'lambda:InvokeFunction', resource }),
  });
  const now = (): number => clock.now();
  const endpoint = await listen(
    jsonListener({
      access,
      signingName: 'states',
      target: 'AWSStepFunctions',
      version: '1.0',
      errorPrefix: 'com.amazonaws.states#',
      bodyLimit: bodyLimitBytes,
      operations: new Map([
        ...machineOperations(journal, now),
        ...executionOperations(journal, engine, now, randomUUID),
        ...taskOperations(engine, (token) => isOwnToken(secret, token)),
      ]),
    }),
    options.port,
  );
  return {
    url: endpoint.url,
    async close() {
      await endpoint.close();
      await engine.close();
      journal.close();
    },
  };
}
