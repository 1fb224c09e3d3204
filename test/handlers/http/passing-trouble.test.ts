import { InternalServerError, ResourceNotFoundException } from '@aws-sdk/client-dynamodb';
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

describe('A request that breaks down', () => {
  it.each([
    ['others wrote at once', new TooMuchTraffic('overtaken')],
    ['the table has no room', new InternalServerError({ message: '', $metadata })],
    ['a bucket has no room', new S3ServiceException({ name: 'ServiceUnavailable', $fault: 'server', $metadata })],
  ])('where %s is answered 503, with the time after which it is worth asking again', async (_, error) => {
    const { statusCode, headers } = await answered(error);
    expect([statusCode, headers['retry-after']]).toEqual([503, '30']);
  });

  it.each([
    ['our own mistake', new TypeError('x is not a function')],
    ['a service that refuses what it was asked', new ResourceNotFoundException({ message: '', $metadata })],
  ])('by %s is answered 500', async (_, error) => {
    const { statusCode, headers } = await answered(error);
    expect([statusCode, headers['retry-after']]).toEqual([500, undefined]);
  });
});
