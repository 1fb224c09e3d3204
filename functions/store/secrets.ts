import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';

/** Reads a secret from Secrets Manager and parses it as JSON. The caller checks the value with a schema. */
export async function readSecret(client: SecretsManagerClient, name: string): Promise<unknown> {
  const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: name }));
  if (SecretString === undefined) throw new Error('the secret has no text value');
  const value: unknown = JSON.parse(SecretString);
  return value;
}
