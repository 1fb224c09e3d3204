import { randomUUID } from 'node:crypto';
import type { Access, InvokeFunction, LocalClock, RunningEndpoint } from '../../endpoint.ts';
import { listen } from '../../http.ts';
import { jsonListener } from '../json-service.ts';
import { startEngine } from './engine.ts';
import { account, region } from '../region.ts';
import { executionOperations } from './executions-api.ts';
import { openJournal } from './journal.ts';
import type { Execution } from './model.ts';
import { machineOperations } from './machines-api.ts';
import { taskOperations } from './tasks-api.ts';
import { isOwnToken, makeToken } from './tokens.ts';

export interface StepFunctionsOptions {
  readonly access: Access;
  /** The folder of the journal, which contains all state of the engine. Only one engine at a time can have it open. */
  readonly folder: string;
  readonly clock: LocalClock;
  readonly invoke: InvokeFunction;
  /** Called with the event that AWS sends to EventBridge when an execution has ended. */
  readonly onEnd?: (event: object) => void;
  /** The port; if it is absent, the operating system chooses a free port. */
  readonly port?: number;
}

const bodyLimitBytes = 4 * 1024 * 1024;

/**
 * Starts an endpoint for the SFNClient of the AWS SDK, and the engine behind it. The executions in the journal continue
 * immediately, even if the previous process was killed. Throws if another process has the folder open.
 *
 * A definition may use only features that the engine runs exactly as AWS does (Standard, JSONata). For any other field
 * CreateStateMachine returns an error that names the field.
 *
 * AWS's documentation leaves three cases open. This engine handles them as follows:
 * - An answer with a task token is accepted even if the function that received the token is still running.
 * - If an expression in an entry of `Catch` fails, no other entry handles that failure: the thread fails.
 * - `HeartbeatSeconds` has an effect only on tasks with a token.
 *
 * Unlike AWS, this engine limits neither the time for one expression nor the size of all variables together.
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
    onEnd: (execution) => options.onEnd?.(endedEvent(execution)),
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

/** The event of EventBridge about an execution that has ended, with the fields that we use. */
function endedEvent({ arn, machineArn, status }: Execution): object {
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': 'Step Functions Execution Status Change',
    source: 'aws.states',
    account,
    region,
    resources: [arn],
    detail: { executionArn: arn, stateMachineArn: machineArn, name: arn.slice(arn.lastIndexOf(':') + 1), status },
  };
}
