import { createHash } from 'node:crypto';
import { DynamoDBClient, ListTablesCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { SendEmailCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import { SendTaskSuccessCommand, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningEndpoint } from '#infra/local/endpoint.ts';
import { listen, readBody } from '#infra/local/http.ts';
import type { KeyRing } from '#infra/local/endpoint.ts';
import { authenticate, type SignedRequest } from '#infra/local/aws/signature/sigv4.ts';

const credentials = { accessKeyId: 'AKIASIGNERSIGNERSIGN', secretAccessKey: 'the secret of the signer' };
const keys = new Map([[credentials.accessKeyId, { name: 'signer', secretAccessKey: credentials.secretAccessKey }]]);

// A server that only records what came over the wire.
let server: RunningEndpoint;
let last: SignedRequest | undefined;
beforeAll(async () => {
  server = await listen((request, response) => {
    void readBody(request, 1_000_000).then((body = Buffer.alloc(0)) => {
      const { method = '', url: target = '', headers } = request;
      last = { method, target, headers, bodyHash: createHash('sha256').update(body).digest('hex') };
      response.writeHead(200, { 'content-length': '0' }).end();
    });
  });
});
afterAll(() => server.close());

const config = (more: { secretAccessKey?: string; accessKeyId?: string } = {}) => ({
  endpoint: server.url,
  region: 'eu-north-1',
  credentials: { ...credentials, ...more },
  maxAttempts: 1,
});

/** The call as it came over the wire. The error of the SDK about the empty response does not matter. */
async function capture(call: Promise<unknown>): Promise<SignedRequest> {
  last = undefined;
  await call.catch(() => undefined);
  if (last === undefined) throw new Error('nothing came over the wire');
  return last;
}

const s3 = (more = {}) => new S3Client(config(more));
const put = (Key: string, more = {}) =>
  capture(s3(more).send(new PutObjectCommand({ Bucket: 'bucket', Key, Body: 'body' })));
const check = (request: SignedRequest, now = Date.now()) => authenticate(request, keys, now);
const codeOf = (request: SignedRequest, now?: number) => {
  const answer = check(request, now);
  return answer.ok ? 'accepted' : answer.code;
};

const calls: Record<string, [service: string, call: () => Promise<unknown>]> = {
  's3 list': [
    's3',
    () => s3().send(new ListObjectsV2Command({ Bucket: 'bucket', Prefix: 'a b+c&d=e/å', Delimiter: '/' })),
  ],
  's3 put with metadata': [
    's3',
    () =>
      s3().send(new PutObjectCommand({ Bucket: 'bucket', Key: 'k', Body: 'x', Metadata: { a: '  two   spaces ' } })),
  ],
  dynamodb: ['dynamodb', () => new DynamoDBClient(config()).send(new ListTablesCommand({}))],
  'dynamodb put': [
    'dynamodb',
    () => new DynamoDBClient(config()).send(new PutItemCommand({ TableName: 't', Item: { pk: { S: 'å' } } })),
  ],
  sfn: ['states', () => new SFNClient(config()).send(new SendTaskSuccessCommand({ taskToken: 't', output: '{}' }))],
  sesv2: [
    'ses',
    () =>
      new SESv2Client(config()).send(
        new SendEmailCommand({ Content: { Raw: { Data: Buffer.from('mail') } }, FromEmailAddress: 'a@example.org' }),
      ),
  ],
};

describe('a request signed by the AWS SDK', () => {
  it.each(Object.keys(calls))('is accepted: %s', async (name) => {
    const [service, call] = calls[name] ?? [];
    if (call === undefined) throw new Error('no such call');
    expect(check(await capture(call()))).toMatchObject({
      ok: true,
      principal: 'signer',
      accessKeyId: credentials.accessKeyId,
      region: 'eu-north-1',
      service,
      presigned: false,
    });
  });

  it('is accepted for any object key, but only for the signed one', async () => {
    const client = s3();
    const key = fc.oneof(
      fc
        .string({ unit: 'binary', minLength: 1, maxLength: 30 })
        .filter((text) => text.isWellFormed() && !/(^|\/)\.*(\/|$)/.test(text)),
      fc.constantFrom('a b', 'a+b', 'a&b', 'a=b', 'a%20b', "!'()*~", 'åäö/日本/🦊', 'a//b', '?x=y', '#'),
    );
    await fc.assert(
      fc.asyncProperty(key, async (Key) => {
        const request = await capture(client.send(new PutObjectCommand({ Bucket: 'bucket', Key, Body: 'body' })));
        expect(codeOf(request)).toBe('accepted');
        expect(codeOf({ ...request, target: request.target.replace('/bucket/', '/bucket/x') })).toBe(
          'SignatureDoesNotMatch',
        );
        const url = new URL(await getSignedUrl(client, new GetObjectCommand({ Bucket: 'bucket', Key })));
        const headers = { host: url.host };
        const target = `${url.pathname}${url.search}`;
        expect(codeOf({ method: 'GET', target, headers, bodyHash: '' })).toBe('accepted');
      }),
      { numRuns: 50, interruptAfterTimeLimit: 5000 },
    );
  });

  it('is refused with a wrong secret or an unknown key', async () => {
    expect(codeOf(await put('k', { secretAccessKey: 'another' }))).toBe('SignatureDoesNotMatch');
    expect(codeOf(await put('k', { accessKeyId: 'AKIANOBODY' }))).toBe('InvalidAccessKeyId');
    expect(codeOf(await put('k', { accessKeyId: '__proto__' }))).toBe('InvalidAccessKeyId');
  });

  it('is refused if anything in it was changed', async () => {
    const request = await capture(
      s3().send(new PutObjectCommand({ Bucket: 'bucket', Key: 'k', Body: 'x', Metadata: { a: 'b' } })),
    );
    const withHeader = (name: string, value: string) => ({
      ...request,
      headers: { ...request.headers, [name]: value },
    });
    const changes: SignedRequest[] = [
      { ...request, method: 'DELETE' },
      { ...request, target: request.target.replace('/k', '/K') },
      { ...request, target: request.target.replace('/bucket/', '/other/') },
      { ...request, target: `${request.target}&tagging=` },
      { ...request, target: request.target.replace('x-id=PutObject', 'x-id=GetObject') },
      withHeader('host', 'elsewhere.example'),
      withHeader('x-amz-meta-a', 'c'),
      withHeader('x-amz-content-sha256', '0'.repeat(64)),
      withHeader('x-amz-checksum-crc32', 'AAAAAA=='),
      withHeader('x-amz-tagging', 'put=in'),
      withHeader('x-amz-copy-source', '/bucket/other'),
    ];
    for (const change of changes) expect(codeOf(change)).toBe('SignatureDoesNotMatch');
    const { 'x-amz-meta-a': _, ...without } = request.headers;
    expect(codeOf({ ...request, headers: without })).toBe('SignatureDoesNotMatch');
    expect(codeOf(request)).toBe('accepted');
  });

  it('tells which body was signed, given or not', async () => {
    const request = await capture(new DynamoDBClient(config()).send(new ListTablesCommand({})));
    expect(check(request)).toMatchObject({ ok: true, signedPayload: request.bodyHash });
    const { 'x-amz-content-sha256': stated, ...headers } = request.headers;
    expect(stated).toBe(request.bodyHash);
    const another = createHash('sha256').update('{"Limit":1}').digest('hex');
    expect(codeOf({ ...request, headers: { ...headers, 'x-amz-content-sha256': another } })).toBe(
      'SignatureDoesNotMatch',
    );
    expect(codeOf({ ...request, headers, bodyHash: another })).toBe('SignatureDoesNotMatch');
  });

  it('to DynamoDB or Step Functions cannot be changed into another action', async () => {
    const dynamo = await capture(new DynamoDBClient(config()).send(new ListTablesCommand({})));
    const states = await capture(
      new SFNClient(config()).send(
        new StartExecutionCommand({ stateMachineArn: 'arn:aws:states:eu-north-1:1:stateMachine:a' }),
      ),
    );
    for (const request of [dynamo, states]) {
      expect(codeOf(request)).toBe('accepted');
      const headers = { ...request.headers, 'x-amz-target': 'DynamoDB_20120810.DeleteTable' };
      expect(codeOf({ ...request, headers })).toBe('SignatureDoesNotMatch');
    }
  });

  it('is valid for a quarter of an hour', async () => {
    const request = await put('k');
    const minute = 60_000;
    expect(codeOf(request, Date.now() + 14 * minute)).toBe('accepted');
    expect(codeOf(request, Date.now() + 16 * minute)).toBe('RequestExpired');
    expect(codeOf(request, Date.now() - 14 * minute)).toBe('accepted');
    expect(codeOf(request, Date.now() - 16 * minute)).toBe('RequestExpired');
  });
});

describe('a caller whose clock is ahead of the machine’s', () => {
  const ahead = 40 * 86_400_000;
  const shifted = new Map(
    [...keys].map(([id, principal]) => [id, { ...principal, now: () => Date.now() + ahead }] as const),
  );
  const code = (request: SignedRequest, known: KeyRing = shifted) => {
    const answer = authenticate(request, known, Date.now());
    return answer.ok ? 'accepted' : answer.code;
  };
  const signedAt = async (days: number) =>
    await capture(
      new S3Client({ ...config(), systemClockOffset: days * 86_400_000 }).send(
        new PutObjectCommand({ Bucket: 'bucket', Key: 'k', Body: 'body' }),
      ),
    );

  it('may date its requests by its own clock, or by any time between the two clocks', async () => {
    for (const days of [0, 20, 40]) expect(code(await signedAt(days))).toBe('accepted');
    for (const days of [-1, 41]) expect(code(await signedAt(days))).toBe('RequestExpired');
    expect(code(await signedAt(40), keys)).toBe('RequestExpired');
  });

  it('signs addresses that are valid by its own clock only', async () => {
    const command = new GetObjectCommand({ Bucket: 'bucket', Key: 'k' });
    const presigned = async (signingDate: Date): Promise<SignedRequest> => {
      const url = new URL(await getSignedUrl(s3(), command, { expiresIn: 100, signingDate }));
      return { method: 'GET', target: `${url.pathname}${url.search}`, headers: { host: url.host }, bodyHash: '' };
    };
    expect(code(await presigned(new Date(Date.now() + ahead)))).toBe('accepted');
    expect(code(await presigned(new Date(Date.now() + ahead - 102_000)))).toBe('RequestExpired');
    expect(code(await presigned(new Date()))).toBe('RequestExpired');
  });
});

describe('a request that is not signed correctly', () => {
  it('is refused without any signature', () => {
    expect(codeOf({ method: 'GET', target: '/', headers: {}, bodyHash: '' })).toBe('MissingAuthenticationToken');
  });

  it.each([
    'Basic abc',
    '',
    'AWS4-HMAC-SHA256',
    `AWS4-HMAC-SHA256 Credential=${credentials.accessKeyId}/20260101/eu-north-1/s3, SignedHeaders=host, Signature=${'0'.repeat(64)}`,
    `AWS4-HMAC-SHA256 Credential=${credentials.accessKeyId}/20260101/eu-north-1/s3/aws4_request, SignedHeaders=x-amz-date, Signature=${'0'.repeat(64)}`,
    `AWS4-HMAC-SHA256 Credential=${credentials.accessKeyId}/20260101/eu-north-1/s3/aws4_request, SignedHeaders=host, Signature=0`,
  ])('is refused with the authorization "%s"', (authorization) => {
    const answer = codeOf({ method: 'GET', target: '/', headers: { host: 'h', authorization }, bodyHash: '' });
    expect(answer).toBe('IncompleteSignature');
  });

  it('is refused without a failure if it claims to have signed a header named like a property that every object has', () => {
    const authorization = `AWS4-HMAC-SHA256 Credential=${credentials.accessKeyId}/20260101/eu-north-1/s3/aws4_request, SignedHeaders=host;constructor;__proto__;toString, Signature=${'0'.repeat(64)}`;
    const answer = codeOf({ method: 'GET', target: '/', headers: { host: 'h', authorization }, bodyHash: '' });
    expect(answer).toBe('SignatureDoesNotMatch');
  });
});

describe('a presigned URL', () => {
  const presign = async (options: { expiresIn?: number; signingDate?: Date } = {}): Promise<SignedRequest> => {
    const command = new GetObjectCommand({
      Bucket: 'bucket',
      Key: 'å & b',
      ResponseContentDisposition: 'attachment; filename="a b"',
    });
    const url = new URL(await getSignedUrl(s3(), command, { expiresIn: 100, ...options }));
    return { method: 'GET', target: `${url.pathname}${url.search}`, headers: { host: url.host }, bodyHash: '' };
  };

  it('is accepted until it expires, and not before its time', async () => {
    const request = await presign();
    expect(check(request)).toMatchObject({
      ok: true,
      presigned: true,
      signedPayload: 'UNSIGNED-PAYLOAD',
      service: 's3',
    });
    expect(codeOf(request, Date.now() + 98_000)).toBe('accepted');
    expect(codeOf(request, Date.now() + 102_000)).toBe('RequestExpired');
    expect(codeOf(await presign({ signingDate: new Date(Date.now() + 20 * 60_000) }))).toBe('RequestExpired');
  });

  it.each([
    ['the key', '%20b', '%20c'],
    ['the expiry', 'X-Amz-Expires=100', 'X-Amz-Expires=1000'],
    ['a parameter', 'attachment', 'inline'],
    ['the time', /X-Amz-Date=(\d{8}T\d{5})(\d)/, 'X-Amz-Date=$19'],
    ['the signature', /X-Amz-Signature=../, 'X-Amz-Signature=zz'],
    ['the region', 'eu-north-1', 'eu-west-1'],
  ] as [string, string | RegExp, string][])('is refused with %s changed', async (_, from, to) => {
    const request = await presign({ signingDate: new Date('2026-01-01T00:00:00Z') });
    const target = request.target.replace(from, to);
    expect(target).not.toBe(request.target);
    const now = Date.parse('2026-01-01T00:00:10Z');
    expect(codeOf(request, now)).toBe('accepted');
    expect(codeOf({ ...request, target }, now)).toBe('SignatureDoesNotMatch');
  });

  it('is refused if a parameter or an x-amz header was added', async () => {
    const request = await presign();
    expect(codeOf({ ...request, target: `${request.target}&versionId=1` })).toBe('SignatureDoesNotMatch');
    const headers = { ...request.headers, 'x-amz-copy-source': '/bucket/other' };
    expect(codeOf({ ...request, method: 'GET', headers })).toBe('SignatureDoesNotMatch');
    expect(codeOf({ ...request, headers: { ...request.headers, range: 'bytes=0-1' } })).toBe('accepted');
  });

  it('is refused if it is valid for longer than a week, or for no time', async () => {
    const { target, ...request } = await presign();
    for (const seconds of ['604801', '0', '-1', '1.5', 'x', ''])
      expect(codeOf({ ...request, target: target.replace('Expires=100', `Expires=${seconds}`) })).toBe(
        'IncompleteSignature',
      );
  });
});
