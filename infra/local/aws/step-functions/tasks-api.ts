import * as z from 'zod';
import { machineNameOf } from './arns.ts';
import type { Answer, Engine } from './engine.ts';
import { parseJson } from './json.ts';
import { payloadLimitBytes } from './limits.ts';
import { defineOperation, type Operation } from './operation.ts';
import { answer, refuse, type Reply } from './reply.ts';

const taskToken = z.string().min(1).max(2048);

/** The operations that answer a task by its token. */
export function taskOperations(engine: Engine, isOwnToken: (token: string) => boolean): ReadonlyMap<string, Operation> {
  const give = async (token: string, given: Answer): Promise<Reply> => {
    if (await engine.answer(token, given)) return answer();
    return isOwnToken(token)
      ? refuse('TaskTimedOut', `Task Timed Out: 'Provided task does not exist anymore'`)
      : refuse('InvalidToken', `Invalid Token: 'Invalid token'`);
  };
  const machine = ({ taskToken: token }: { readonly taskToken: string }): string =>
    machineNameOf(engine.awaiting(token) ?? '');

  return new Map<string, Operation>([
    [
      'SendTaskSuccess',
      defineOperation(
        z.object({ taskToken, output: z.string() }),
        ({ taskToken: token, output }) => {
          const parsed = parseJson(output);
          if (!parsed.ok) return refuse('InvalidOutput', `Invalid Output: '${parsed.problem}'`);
          if (Buffer.byteLength(output) > payloadLimitBytes)
            return refuse(
              'ValidationException',
              `1 validation error detected: Value at 'output' failed to satisfy constraint: Member must have length less than or equal to ${payloadLimitBytes}`,
            );
          return give(token, { kind: 'success', output: parsed.value });
        },
        machine,
      ),
    ],
    [
      'SendTaskFailure',
      defineOperation(
        z.object({ taskToken, error: z.string().max(256).optional(), cause: z.string().max(32_768).optional() }),
        ({ taskToken: token, error, cause }) =>
          give(token, { kind: 'failure', error: error ?? null, cause: cause ?? null }),
        machine,
      ),
    ],
    [
      'SendTaskHeartbeat',
      defineOperation(z.object({ taskToken }), ({ taskToken: token }) => give(token, { kind: 'heartbeat' }), machine),
    ],
  ]);
}
