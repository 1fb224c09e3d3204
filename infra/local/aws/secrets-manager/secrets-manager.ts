import * as z from 'zod';
import { signedListener, type Answer, type SignedCall } from '../signature/signed-listener.ts';
import type { Access, RunningEndpoint } from '../../endpoint.ts';
import { listen } from '../../http.ts';

const requestSchema = z.strictObject({
  SecretId: z.string().min(1).max(2048),
  VersionStage: z.string().nullish(),
});

/**
 * Starts Secrets Manager on the loopback interface, for reading only: `GetSecretValue` by name or ARN, AWSCURRENT.
 * Speaks AWS JSON 1.1; every request must be signed with a key of `access.keys`.
 * `secrets` is read at each call, so a value put into the map later is seen.
 */
export async function startSecretsManager(options: {
  readonly access: Access;
  /** Secret name to secret string. */
  readonly secrets: ReadonlyMap<string, string>;
  readonly port?: number;
}): Promise<RunningEndpoint> {
  return listen(
    signedListener({
      keys: options.access.keys,
      bodyLimit: 64 * 1024,
      answer: (call) => Promise.resolve(answer(options.access, options.secrets, call)),
      refuse: (fault) => failure(fault.status === 403 ? 400 : fault.status, fault.name, fault.message),
    }),
    options.port,
  );
}

function answer(access: Access, secrets: ReadonlyMap<string, string>, call: SignedCall): Answer {
  const operation = /^secretsmanager\.([A-Za-z]+)$/.exec(String(call.headers['x-amz-target']))?.[1];
  if (call.method !== 'POST' || call.target !== '/' || operation !== 'GetSecretValue')
    return failure(400, 'UnknownOperationException', 'The local Secrets Manager supports GetSecretValue only.');
  const request = readRequest(call.body.toString());
  if (request === undefined)
    return failure(400, 'ValidationException', 'The local Secrets Manager takes SecretId and VersionStage only.');
  const name = nameOf(request.SecretId, secrets);
  access.record({ principal: call.principal, action: 'secretsmanager:GetSecretValue', resource: name });
  const value = secrets.get(name);
  if (value === undefined || (request.VersionStage ?? 'AWSCURRENT') !== 'AWSCURRENT')
    return failure(400, 'ResourceNotFoundException', "Secrets Manager can't find the specified secret.");
  return {
    status: 200,
    headers: json,
    body: JSON.stringify({
      ARN: request.SecretId.startsWith('arn:') ? request.SecretId : arnOf(name),
      Name: name,
      SecretString: value,
      VersionStages: ['AWSCURRENT'],
    }),
  };
}

function readRequest(text: string): z.infer<typeof requestSchema> | undefined {
  try {
    return requestSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** A full ARN ends with a hyphen and six random characters after the name; a partial ARN ends with the name itself. */
function nameOf(secretId: string, secrets: ReadonlyMap<string, string>): string {
  const name = /^arn:[^:]+:secretsmanager:[^:]+:\d{12}:secret:(.+)$/.exec(secretId)?.[1] ?? secretId;
  return name === secretId || secrets.has(name) ? name : name.replace(/-[A-Za-z0-9]{6}$/, '');
}

function arnOf(name: string): string {
  return `arn:aws:secretsmanager:eu-north-1:000000000000:secret:${name}-local0`;
}

const json = { 'content-type': 'application/x-amz-json-1.1' };

function failure(status: number, name: string, message: string): Answer {
  return { status, headers: json, body: JSON.stringify({ __type: name, message }) };
}
