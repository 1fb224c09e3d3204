import * as z from 'zod';
import type { Access, RunningEndpoint } from '../../endpoint.ts';
import { listen } from '../../http.ts';
import { jsonAnswer, jsonError, jsonListener, jsonOperation } from '../json-service.ts';
import { account, region } from '../region.ts';

const requestSchema = z.strictObject({
  SecretId: z.string().min(1).max(2048),
  VersionStage: z.string().nullish(),
});

/**
 * Starts a read-only Secrets Manager on the loopback interface: `GetSecretValue` by name or ARN, for the current
 * version (AWSCURRENT). The protocol is AWS JSON 1.1; every request must be signed with a key of `access.keys`. Each
 * call reads the map `secrets` again, so secrets can be added while the endpoint runs.
 */
export async function startSecretsManager(options: {
  readonly access: Access;
  /** The value of each secret (a text) by the name of the secret. */
  readonly secrets: ReadonlyMap<string, string>;
  readonly port?: number;
}): Promise<RunningEndpoint> {
  const { access, secrets } = options;
  const getSecretValue = jsonOperation(
    requestSchema,
    ({ SecretId }) => nameOf(SecretId, secrets),
    ({ SecretId, VersionStage }) => {
      const name = nameOf(SecretId, secrets);
      const value = secrets.get(name);
      if (value === undefined || (VersionStage ?? 'AWSCURRENT') !== 'AWSCURRENT')
        return jsonError('ResourceNotFoundException', "Secrets Manager can't find the specified secret.");
      const ARN = SecretId.startsWith('arn:') ? SecretId : arnOf(name);
      return jsonAnswer({ ARN, Name: name, SecretString: value, VersionStages: ['AWSCURRENT'] });
    },
  );
  return listen(
    jsonListener({
      access,
      signingName: 'secretsmanager',
      target: 'secretsmanager',
      version: '1.1',
      errorPrefix: '',
      bodyLimit: 64 * 1024,
      operations: new Map([['GetSecretValue', getSecretValue]]),
    }),
    options.port,
  );
}

/**
 * Finds the name of a secret in its id, which is the name, a full ARN or a partial ARN. A partial ARN ends with the
 * name. A full ARN ends with the name, a hyphen and six random characters.
 */
function nameOf(secretId: string, secrets: ReadonlyMap<string, string>): string {
  const name = /^arn:[^:]+:secretsmanager:[^:]+:\d{12}:secret:(.+)$/.exec(secretId)?.[1] ?? secretId;
  return name === secretId || secrets.has(name) ? name : name.replace(/-[A-Za-z0-9]{6}$/, '');
}

function arnOf(name: string): string {
  return `arn:aws:secretsmanager:${region}:${account}:secret:${name}-local0`;
}
