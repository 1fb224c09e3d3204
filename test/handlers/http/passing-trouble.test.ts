import {
  DynamoDBClient,
  InternalServerError,
  ListTablesCommand,
  ProvisionedThroughputExceededException,
  RequestLimitExceeded,
  ResourceNotFoundException,
  ThrottlingException,
} from '@aws-sdk/client-dynamodb';
import { SFNServiceException } from '@aws-sdk/client-sfn';
import { S3ServiceException } from '@aws-sdk/client-s3';
import middy from '@middy/core';
import { describe, expect, it } from 'vitest';
import { TooMuchTraffic } from '#casework/commit/commit-command.ts';
import { guard } from '#handlers/http/guard.ts';

const $metadata = {};

async function answered(error: Error) {
  const handler = middy(async () => await Promise.reject(error)).use(guard());
  return (await handler({}, {} as never)) as unknown as {
    readonly statusCode: number;
    readonly headers: Readonly<Record<string, string>>;
  };
}

describe('A request that fails', () => {
  it.each([
    ['others wrote at once', new TooMuchTraffic('overtaken')],
    ['the table has no room', new InternalServerError({ message: '', $metadata })],
    [
      'a partition of the table gets too many requests',
      new ProvisionedThroughputExceededException({ message: '', $metadata }),
    ],
    ['the account makes too many requests', new RequestLimitExceeded({ message: '', $metadata })],
    ['the table throttles', new ThrottlingException({ message: '', $metadata })],
    ['the workflow throttles', new SFNServiceException({ name: 'ThrottlingException', $fault: 'client', $metadata })],
    ['a bucket asks to slow down', new S3ServiceException({ name: 'SlowDown', $fault: 'server', $metadata })],
    ['a bucket has no room', new S3ServiceException({ name: 'ServiceUnavailable', $fault: 'server', $metadata })],
  ])('because %s is answered 503, with the time after which it is worth trying again', async (_, error) => {
    const { statusCode, headers } = await answered(error);
    expect([statusCode, headers['retry-after']]).toEqual([503, '30']);
  });

  it('because the table cannot be reached is answered 503', async () => {
    // Nothing listens on port 1 of the loopback interface.
    const client = new DynamoDBClient({
      endpoint: 'http://127.0.0.1:1',
      region: 'eu-north-1',
      credentials: { accessKeyId: 'x', secretAccessKey: 'x' },
      maxAttempts: 1,
    });
    const error = await client.send(new ListTablesCommand({})).catch((thrown: unknown) => thrown);
    expect(await answered(error as Error)).toMatchObject({ statusCode: 503, headers: { 'retry-after': '30' } });
  });

  it.each([
    ['a connection to somebody else that was refused', Object.assign(new Error('x'), { code: 'ECONNREFUSED' })],
    ['our own mistake', new TypeError('x is not a function')],
    ['a service that refuses what it was asked', new ResourceNotFoundException({ message: '', $metadata })],
  ])('by %s is answered 500', async (_, error) => {
    const { statusCode, headers } = await answered(error);
    expect([statusCode, headers['retry-after']]).toEqual([500, undefined]);
  });
});
