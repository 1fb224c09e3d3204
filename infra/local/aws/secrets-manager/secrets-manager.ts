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

/** A full ARN ends with a hyphen and six random characters after the name; a partial ARN ends with the name itself. */
function nameOf(secretId: string, secrets: ReadonlyMap<string, string>): string {
  const name = /^arn:[^:]+:secretsmanager:[^:]+:\d{12}:secret:(.+)$/.exec(secretId)?.[1] ?? secretId;
  return name === secretId || secrets.has(name) ? name : name.replace(/-[A-Za-z0-9]{6}$/, '');
}

function arnOf(name: string): string {
  return `arn:aws:secretsmanager:${region}:${account}:secret:${name}-local0`;
}
