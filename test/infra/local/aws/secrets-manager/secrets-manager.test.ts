// Contract of Secrets Manager as the product uses it. With AWS_ENDPOINT_URL_SECRETS_MANAGER (and ordinary AWS
// credentials) in the environment the same tests run against that endpoint, which must then hold a secret named
// `utdrag/contract` with the string {"token":"contract"}.
import { GetSecretValueCommand, ListSecretsCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningEndpoint } from '#infra/local/endpoint.ts';
import { startSecretsManager } from '#infra/local/aws/secrets-manager/secrets-manager.ts';
import { credentials, oneCaller, outcome, region, tamper } from '../dynamodb/signing.ts';

const elsewhere = process.env['AWS_ENDPOINT_URL_SECRETS_MANAGER'];
const { access, calls } = oneCaller();
const secrets = new Map([
  ['utdrag/contract', '{"token":"contract"}'],
  ['utdrag/crm-system', 'ends with a hyphen and six letters'],
]);
let server: RunningEndpoint | undefined;
let client: SecretsManagerClient;

beforeAll(async () => {
  server = elsewhere === undefined ? await startSecretsManager({ access, secrets }) : undefined;
  client = connect();
});

afterAll(async () => {
  client.destroy();
  await server?.close();
});

function connect(secretAccessKey?: string): SecretsManagerClient {
  if (server === undefined)
    return new SecretsManagerClient(
      secretAccessKey === undefined
        ? {}
        : { credentials: { accessKeyId: process.env['AWS_ACCESS_KEY_ID'] ?? '', secretAccessKey } },
    );
  return new SecretsManagerClient({
    endpoint: server.url,
    region,
    credentials: { ...credentials, ...(secretAccessKey !== undefined && { secretAccessKey }) },
  });
}

const read = (SecretId: string, by = client) => by.send(new GetSecretValueCommand({ SecretId }));

describe('GetSecretValue', () => {
  it('answers a secret by its name and by the ARN that it gave', async () => {
    const byName = await read('utdrag/contract');
    expect(byName).toMatchObject({ Name: 'utdrag/contract', SecretString: '{"token":"contract"}' });
    expect(byName.VersionStages).toContain('AWSCURRENT');
    expect(await read(byName.ARN!)).toMatchObject({ Name: 'utdrag/contract', SecretString: '{"token":"contract"}' });
  });

  it('does not know a secret that is not there, nor another version', async () => {
    expect(await outcome(read('utdrag/absent'))).toBe('ResourceNotFoundException');
    const previous = new GetSecretValueCommand({ SecretId: 'utdrag/contract', VersionStage: 'NOT-A-STAGE' });
    expect(await outcome(client.send(previous))).toBe('ResourceNotFoundException');
  });
});

describe('requests that must not pass', () => {
  it('refuses a wrong secret access key', async () => {
    expect(await outcome(read('utdrag/contract', connect('a-wrong-secret')))).toBe('InvalidSignatureException');
  });

  it('refuses an anonymous request and shows nothing', async () => {
    const endpoint = client.config.endpointProvider({ Region: region, Endpoint: server?.url ?? elsewhere! });
    const response = await fetch(endpoint.url, {
      method: 'POST',
      headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': 'secretsmanager.GetSecretValue' },
      body: '{"SecretId":"utdrag/contract"}',
    });
    const text = await response.text();
    expect(response.status).toBe(400);
    expect(text).toContain('MissingAuthenticationTokenException');
    expect(text).not.toContain('token":"contract');
  });

  it('refuses a body that was changed after signing', async () => {
    const tampered = connect();
    tamper(tampered, { body: (text) => text.replace('absent', 'contract') });
    expect(await outcome(read('utdrag/absent', tampered))).toBe('InvalidSignatureException');
  });
});

describe.skipIf(elsewhere !== undefined)('the local Secrets Manager', () => {
  it('finds by full and partial ARN a name that itself ends like an ARN', async () => {
    const arn = 'arn:aws:secretsmanager:eu-north-1:123456789012:secret:utdrag/crm-system';
    expect((await read(arn)).Name).toBe('utdrag/crm-system');
    expect((await read(`${arn}-AbC123`)).Name).toBe('utdrag/crm-system');
    expect(await outcome(read('utdrag/contract-AbC123'))).toBe('ResourceNotFoundException');
  });

  it('sees a secret that is put in later', async () => {
    secrets.set('utdrag/later', 'now');
    expect((await read('utdrag/later')).SecretString).toBe('now');
  });

  it('does not know any other operation', async () => {
    expect(await outcome(client.send(new ListSecretsCommand({})))).toBe('UnknownOperationException');
  });

  it.each([
    ['', 'SerializationException'],
    ['{', 'SerializationException'],
    ['null', 'ValidationException'],
    ['[]', 'ValidationException'],
    ['{"SecretId":1}', 'ValidationException'],
    ['{"SecretId":"utdrag/contract","VersionId":"x"}', 'ValidationException'],
  ])('refuses the well signed body %s', async (body, name) => {
    const odd = connect();
    tamper(odd, { body: () => body }, 'before');
    expect(await outcome(read('utdrag/contract', odd))).toBe(name);
  });

  it('records the secret name, never its value, and nothing that was refused', async () => {
    calls.length = 0;
    await read('utdrag/contract');
    await outcome(read('utdrag/contract', connect('a-wrong-secret')));
    expect(calls).toEqual([
      { principal: 'case-worker', action: 'secretsmanager:GetSecretValue', resource: 'utdrag/contract' },
    ]);
  });
});
