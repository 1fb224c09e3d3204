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
  /** The folder of the engine's journal, which contains all state. Only one engine at a time may have it open. */
  readonly folder: string;
  readonly clock: LocalClock;
  readonly invoke: InvokeFunction;
  /** The port; absent: any free port. */
  readonly port?: number;
}

const bodyLimitBytes = 4 * 1024 * 1024;

/**
 * Starts an endpoint for the SFNClient of the AWS SDK, and the engine behind it. The executions in the journal continue
 * at once, even if the previous process was killed. Throws if another process has the folder open.
 *
 * A definition may use everything that the engine runs exactly as AWS does (Standard, JSONata). CreateStateMachine
 * refuses any other field by its name.
 *
 * AWS's documentation leaves three cases open, which are decided here:
 * - An answer with a task token counts even before the function that received the token has returned.
 * - If an evaluation in a Catch fails, no other Catch handles that failure.
 * - A heartbeat is required only for tasks with a token.
 *
 * Two quotas of AWS do not apply here: the time for one expression, and the size of all variables together.
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
