// Tests of the local S3 itself, with requests that no SDK would send.
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { request, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import {
  CopyObjectCommand,
  CreateBucketCommand,
  DeleteBucketCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListBucketsCommand,
  ListMultipartUploadsCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  PutObjectTaggingCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startS3, type S3Endpoint } from '#infra/local/aws/s3/s3.ts';
import { refusalOf } from './s3-target.ts';
import { testKey } from './test-key.ts';

const Bucket = 'hostile';
let folder: string;
let endpoint: S3Endpoint;
let client: S3Client;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 's3-hostile-'));
  const keys = new Map([[testKey.accessKeyId, { name: 'tester', secretAccessKey: testKey.secretAccessKey }]]);
  endpoint = await startS3({ access: { keys, record: () => undefined }, folder: path.join(folder, 'data') });
  endpoint.ensureBucket(Bucket);
  client = new S3Client({ endpoint: endpoint.url, region: 'eu-north-1', credentials: testKey, maxAttempts: 1 });
  await client.send(new PutObjectCommand({ Bucket, Key: 'there', Body: 'x' }));
});
afterAll(async () => {
  client.destroy();
  await endpoint.close();
  await rm(folder, { recursive: true });
});

interface Raw {
  readonly method?: string;
  readonly headers?: Record<string, string | string[]>;
  readonly body?: string;
}

/** Sends the target unchanged: a client would resolve its dots or correct its encoding. */
async function raw(target: string, { method = 'GET', headers = {}, body = '' }: Raw = {}) {
  const { hostname, port } = new URL(endpoint.url);
  const sent = request({
    hostname,
    port,
    path: target,
    method,
    headers: { ...headers, 'content-length': String(body.length) },
  });
  sent.end(body);
  const [response] = (await once(sent, 'response')) as [
    NodeJS.ReadableStream & { statusCode: number; headers: IncomingHttpHeaders },
  ];
  let text = '';
  for await (const chunk of response) text += String(chunk);
  return { status: response.statusCode, headers: response.headers, text, code: /<Code>(\w+)<\/Code>/.exec(text)?.[1] };
}

describe('a path', () => {
  it.each([
    `/${Bucket}/../../etc/passwd`,
    `/${Bucket}/..%2f..%2fetc%2fpasswd`,
    `/${Bucket}/%2e%2e/other/key`,
    `/${Bucket}/a/../../b`,
    `/${Bucket}/%ff`,
    `/${Bucket}/%zz`,
    `/${Bucket}/a?x=%e0%a4`,
  ])('%s is refused', async (target) => {
    const reply = await raw(target);
    expect([reply.status, reply.code]).toEqual([400, 'InvalidURI']);
  });

  it.each(['/..', '/%2e%2e/x', '/A_b/x', '/ab/x', '/a..b/x', '/10.0.0.1/x', `/${'a'.repeat(64)}/x`])(
    '%s names no bucket',
    async (target) => {
      expect((await raw(target)).code).toBe('InvalidBucketName');
    },
  );

  it('out of the bucket is refused even if it is correctly signed, and nothing is written elsewhere', async () => {
    for (const Key of ['../../../escaped', '../other/escaped', 'a/../../escaped'])
      expect(
        (await refusalOf(client.send(new PutObjectCommand({ Bucket, Key, Body: 'x' })))).status,
      ).toBeGreaterThanOrEqual(400);
    expect(await readdir(folder)).toEqual(['data']);
    expect((await client.send(new ListObjectsV2Command({ Bucket }))).Contents?.map(({ Key }) => Key)).toEqual([
      'there',
    ]);
  });

  it('may hold a key of 1024 bytes and not of 1025', async () => {
    await client.send(new PutObjectCommand({ Bucket: 'hostile', Key: `${'å'.repeat(511)}xx`, Body: 'x' }));
    const long = client.send(new PutObjectCommand({ Bucket, Key: `${'å'.repeat(512)}x`, Body: 'x' }));
    expect(await refusalOf(long)).toEqual({ code: 'KeyTooLongError', status: 400 });
  });
});

describe('a request', () => {
  it('without a signature is refused with the XML of S3, which repeats nothing of the request', async () => {
    const reply = await raw(`/${Bucket}/some-name?list-type=2`);
    expect(reply.status).toBe(403);
    expect(reply.headers['content-type']).toBe('application/xml');
    expect(reply.text).toMatch(
      /^<\?xml version="1.0" encoding="UTF-8"\?>\n<Error><Code>AccessDenied<\/Code><Message>Access Denied<\/Message><RequestId>[0-9a-f-]+<\/RequestId><HostId>[0-9a-f-]+<\/HostId><\/Error>$/,
    );
    expect(reply.text).not.toContain('some-name');
    expect((await raw(`/${Bucket}/there`, { method: 'HEAD' })).text).toBe('');
  });

  it.each([
    ['Bearer abc', 'AuthorizationHeaderMalformed'],
    ['AWS AKIA:signature', 'AuthorizationHeaderMalformed'],
    ['AWS4-HMAC-SHA256 Credential=a/20260101/eu-north-1/s3/aws4_request', 'AuthorizationHeaderMalformed'],
    [
      `AWS4-HMAC-SHA256 Credential=${testKey.accessKeyId}/20260101/eu-north-1/s3/aws4_request, SignedHeaders=host;constructor;__proto__, Signature=${'0'.repeat(64)}`,
      'SignatureDoesNotMatch',
    ],
  ])('with the authorization "%s" is refused', async (authorization, code) => {
    expect((await raw(`/${Bucket}/there`, { headers: { authorization } })).code).toBe(code);
  });

  it('signed both ways, or for another service or region, is refused', async () => {
    const url = new URL(await getSignedUrl(client, new GetObjectCommand({ Bucket, Key: 'there' })));
    const target = `${url.pathname}${url.search}`;
    expect((await raw(target)).status).toBe(200);
    expect((await raw(target, { headers: { authorization: 'AWS4-HMAC-SHA256 x' } })).code).toBe('InvalidArgument');
    for (const [signingRegion, signingService] of [
      ['eu-west-1', 's3'],
      ['eu-north-1', 'dynamodb'],
    ] as const) {
      const other = new URL(
        await getSignedUrl(client, new GetObjectCommand({ Bucket, Key: 'there' }), { signingRegion, signingService }),
      );
      expect((await raw(`${other.pathname}${other.search}`)).code).toBe('AuthorizationQueryParametersError');
    }
  });

  it('for something that cannot be requested is NotImplemented', async () => {
    for (const method of ['PATCH', 'OPTIONS', 'POST', 'DELETE']) {
      const signed = changed((request) => {
        request.method = method;
      });
      expect(await refusalOf(signed.send(new ListObjectsV2Command({ Bucket })))).toEqual({
        code: 'NotImplemented',
        status: 501,
      });
      signed.destroy();
    }
    for (const more of [{ VersionId: 'v' }, { PartNumber: 1 }, { RequestPayer: 'requester' as const }])
      expect((await refusalOf(client.send(new GetObjectCommand({ Bucket, Key: 'there', ...more })))).status).toBe(501);
  });

  it.each([
    ['CopyObject', () => client.send(new CopyObjectCommand({ Bucket, Key: 'copy', CopySource: `${Bucket}/there` }))],
    ['CreateBucket', () => client.send(new CreateBucketCommand({ Bucket: 'another' }))],
    ['DeleteBucket', () => client.send(new DeleteBucketCommand({ Bucket }))],
    ['GetObjectTagging', () => client.send(new GetObjectTaggingCommand({ Bucket, Key: 'there' }))],
    ['HeadBucket', () => client.send(new HeadBucketCommand({ Bucket }))],
    ['ListBuckets', () => client.send(new ListBucketsCommand({}))],
    ['ListMultipartUploads', () => client.send(new ListMultipartUploadsCommand({ Bucket }))],
    [
      'PutObjectTagging',
      () => client.send(new PutObjectTaggingCommand({ Bucket, Key: 'there', Tagging: { TagSet: [] } })),
    ],
  ])('for %s is answered with 501, like every operation that does not exist here', async (_, send) => {
    expect((await refusalOf(send())).status).toBe(501);
  });

  it('cannot add a header to the response', async () => {
    const told = vi.spyOn(console, 'error');
    for (const ResponseContentDisposition of ['a\r\nset-cookie: b', 'a\nb', 'å 日本']) {
      const read = client.send(new GetObjectCommand({ Bucket, Key: 'there', ResponseContentDisposition }));
      expect(await refusalOf(read)).toEqual({ code: 'InvalidArgument', status: 400 });
    }
    expect(told).not.toHaveBeenCalled();
  });

  it('that is refused does not damage its connection', async () => {
    const single = new S3Client({
      endpoint: endpoint.url,
      region: 'eu-north-1',
      credentials: testKey,
      maxAttempts: 1,
      requestHandler: { httpAgent: { keepAlive: true, maxSockets: 1 } },
    });
    for (let n = 0; n < 5; n++) {
      const wrong = single.send(
        new PutObjectCommand({ Bucket, Key: 'no', Body: Buffer.alloc(3_000_000), ChecksumCRC32: 'AAAAAA==' }),
      );
      expect((await refusalOf(wrong)).code).toBe('BadDigest');
      expect(
        (
          await refusalOf(
            single.send(new PutObjectCommand({ Bucket: 'not-there', Key: 'no', Body: Buffer.alloc(3_000_000) })),
          )
        ).code,
      ).toBe('NoSuchBucket');
      expect((await single.send(new HeadObjectCommand({ Bucket, Key: 'there' }))).ContentLength).toBe(1);
    }
    single.destroy();
  });

  it('that is refused in the middle of its body is read to its end, so that the next request can follow', async () => {
    const signed = changed((request) => {
      request.headers['x-amz-decoded-content-length'] = '5000200';
    });
    let wire = '';
    signed.middlewareStack.add(
      () => async (args) => {
        const { method, path, query, headers } = args.request as Changeable & { path: string };
        const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
        wire = `${method} ${path}?${new URLSearchParams(query).toString()} HTTP/1.1\r\n${lines.join('')}\r\n`;
        throw new Error('this request is sent by hand');
      },
      { step: 'finalizeRequest', priority: 'low' },
    );
    const Body = Readable.from([Buffer.alloc(10)]);
    await signed.send(new PutObjectCommand({ Bucket, Key: 'no', Body, ContentLength: 10 })).catch(() => undefined);
    signed.destroy();

    const { hostname, port } = new URL(endpoint.url);
    const socket = connect(Number(port), hostname);
    const httpChunk = (text: string) => `${text.length.toString(16)}\r\n${text}\r\n`;
    const small = `64\r\n${'x'.repeat(100)}\r\n`;
    socket.write(wire + httpChunk(small + small) + httpChunk('y'.repeat(20_000_000)) + httpChunk(''));
    socket.write(`GET /${Bucket}/there HTTP/1.1\r\nhost: ${hostname}\r\nconnection: close\r\n\r\n`);
    let answers = '';
    for await (const chunk of socket) answers += String(chunk);
    expect([...answers.matchAll(/<Code>(\w+)<\/Code>/g)].map(([, code]) => code)).toEqual([
      'InvalidChunkSizeError',
      'AccessDenied',
    ]);
  });

  it.each([
    ['a document type', '<!DOCTYPE x><Delete/>', 'MalformedXML'],
    ['no keys', '<Delete></Delete>', 'MalformedXML'],
    ['too many keys', `<Delete>${'<Object><Key>a</Key></Object>'.repeat(1001)}</Delete>`, 'MalformedXML'],
    ['another document', '<Tagging><TagSet/></Tagging>', 'MalformedXML'],
    ['a version', '<Delete><Object><Key>a</Key><VersionId>b</VersionId></Object></Delete>', 'NotImplemented'],
    ['no checksum', '<Delete><Object><Key>there</Key></Object></Delete>', 'InvalidRequest'],
  ])('to delete many, with %s, deletes nothing', async (_, body, code) => {
    const signed = changed((request) => {
      request.method = 'POST';
      request.query = { delete: '' };
      request.body = body;
      request.headers['content-length'] = String(body.length);
    });
    expect((await refusalOf(signed.send(new ListObjectsV2Command({ Bucket })))).code).toBe(code);
    signed.destroy();
    expect((await client.send(new HeadObjectCommand({ Bucket, Key: 'there' }))).ContentLength).toBe(1);
  });
});

interface Changeable {
  method: string;
  query: Record<string, string>;
  headers: Record<string, string>;
  body: unknown;
}

/** A client that signs its requests after the change. */
function changed(change: (request: Changeable) => void): S3Client {
  const { url } = endpoint;
  const signed = new S3Client({ endpoint: url, region: 'eu-north-1', credentials: testKey, maxAttempts: 1 });
  signed.middlewareStack.add(
    (next) => (args) => {
      change(args.request as Changeable);
      return next(args);
    },
    { step: 'build', priority: 'low' },
  );
  return signed;
}
