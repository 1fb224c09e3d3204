import * as z from 'zod';
import { jsonAnswer, jsonError, jsonOperation, type JsonReply, type Operation } from '../json-service.ts';
import { machineNameOf } from './arns.ts';
import type { Answer, Engine } from './engine.ts';
import { parseJson } from './json.ts';
import { payloadLimitBytes } from './limits.ts';

const taskToken = z.string().min(1).max(2048);
const successInput = z.strictObject({
  taskToken,
  output: z.string().refine((text) => Buffer.byteLength(text) <= payloadLimitBytes, {
    error: `Member must have length less than or equal to ${payloadLimitBytes}`,
  }),
});
const failureInput = z.strictObject({
  taskToken,
  error: z.string().max(256).optional(),
  cause: z.string().max(32_768).optional(),
});
const heartbeatInput = z.strictObject({ taskToken });

/** The operations with which a caller answers a task: success, failure or heartbeat, with the task token. */
export function taskOperations(engine: Engine, isOwnToken: (token: string) => boolean): ReadonlyMap<string, Operation> {
  const give = async (token: string, given: Answer): Promise<JsonReply> => {
    if (await engine.answer(token, given)) return jsonAnswer({});
    return isOwnToken(token)
      ? jsonError('TaskTimedOut', `Task Timed Out: 'Provided task does not exist anymore'`)
      : jsonError('InvalidToken', `Invalid Token: 'Invalid token'`);
  };
  const machine = (input: { readonly taskToken: string }): string =>
    machineNameOf(engine.awaiting(input.taskToken) ?? '');

  const succeed = async (input: z.infer<typeof successInput>): Promise<JsonReply> => {
    const parsed = parseJson(input.output);
    return parsed.ok
      ? await give(input.taskToken, { kind: 'success', output: parsed.value })
      : jsonError('InvalidOutput', `Invalid Output: '${parsed.problem}'`);
  };
  const fail = async ({ taskToken: token, error, cause }: z.infer<typeof failureInput>) =>
    await give(token, { kind: 'failure', error: error ?? null, cause: cause ?? null });
  const beat = async ({ taskToken: token }: z.infer<typeof heartbeatInput>) => await give(token, { kind: 'heartbeat' });

  return new Map([
    ['SendTaskSuccess', jsonOperation(successInput, machine, succeed)],
    ['SendTaskFailure', jsonOperation(failureInput, machine, fail)],
    ['SendTaskHeartbeat', jsonOperation(heartbeatInput, machine, beat)],
  ]);
}
