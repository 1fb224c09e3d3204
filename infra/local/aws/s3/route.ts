import { overrideParameters } from './attributes.ts';
import { createBucket, headBucket } from './buckets.ts';
import type { Operation } from './call.ts';
import { algorithms, checksumHeader } from './checksum.ts';
import { copyObject } from './copy.ts';
import { listObjectsV2 } from './listing.ts';
import {
  abortMultipartUpload,
  completeMultipartUpload,
  createMultipartUpload,
  listMultipartUploads,
  listParts,
  uploadPart,
} from './multipart.ts';
import { deleteObject, deleteObjects, getObject, headObject, putObject } from './objects.ts';
import { Refusal } from './refusal.ts';
import { getObjectTagging, putObjectTagging } from './tagging.ts';

interface Route {
  readonly method: string;
  readonly on: 'bucket' | 'object';
  /** Parameters that make a request this operation. */
  readonly where: readonly string[];
  /** Other parameters that it understands. */
  readonly query?: readonly string[];
  /** `x-amz-` headers that it understands, besides those of signing and of checksums; a name may end in `*`. */
  readonly headers?: readonly string[];
  readonly operation: Operation;
}

const bodyHeaders = [...algorithms.map(checksumHeader), 'x-amz-trailer', 'x-amz-decoded-content-length'];
const describing = ['x-amz-meta-*', 'x-amz-tagging'];

/** More particular ones first. */
const routes: readonly Route[] = [
  { method: 'HEAD', on: 'bucket', where: [], operation: headBucket },
  {
    method: 'GET',
    on: 'bucket',
    where: ['uploads'],
    query: ['prefix', 'encoding-type', 'max-uploads', 'key-marker', 'upload-id-marker'],
    operation: listMultipartUploads,
  },
  {
    method: 'GET',
    on: 'bucket',
    where: ['list-type'],
    query: ['prefix', 'delimiter', 'max-keys', 'continuation-token', 'start-after', 'encoding-type'],
    operation: listObjectsV2,
  },
  { method: 'POST', on: 'bucket', where: ['delete'], headers: bodyHeaders, operation: deleteObjects },
  { method: 'PUT', on: 'bucket', where: [], headers: bodyHeaders, operation: createBucket },
  { method: 'GET', on: 'object', where: ['tagging'], operation: getObjectTagging },
  {
    method: 'GET',
    on: 'object',
    where: ['uploadId'],
    query: ['max-parts', 'part-number-marker'],
    operation: listParts,
  },
  {
    method: 'GET',
    on: 'object',
    where: [],
    query: overrideParameters,
    headers: ['x-amz-checksum-mode'],
    operation: getObject,
  },
  {
    method: 'HEAD',
    on: 'object',
    where: [],
    query: overrideParameters,
    headers: ['x-amz-checksum-mode'],
    operation: headObject,
  },
  { method: 'PUT', on: 'object', where: ['tagging'], headers: bodyHeaders, operation: putObjectTagging },
  { method: 'PUT', on: 'object', where: ['partNumber', 'uploadId'], headers: bodyHeaders, operation: uploadPart },
  { method: 'PUT', on: 'object', where: [], headers: [...bodyHeaders, ...describing], operation: putObject },
  {
    method: 'POST',
    on: 'object',
    where: ['uploads'],
    headers: [...describing, 'x-amz-checksum-algorithm', 'x-amz-checksum-type'],
    operation: createMultipartUpload,
  },
  {
    method: 'POST',
    on: 'object',
    where: ['uploadId'],
    headers: [...bodyHeaders, 'x-amz-checksum-type', 'x-amz-mp-object-size'],
    operation: completeMultipartUpload,
  },
  { method: 'DELETE', on: 'object', where: ['uploadId'], operation: abortMultipartUpload },
  { method: 'DELETE', on: 'object', where: [], operation: deleteObject },
];

const copyRoute: Route = {
  method: 'PUT',
  on: 'object',
  where: [],
  headers: [
    ...describing,
    'x-amz-copy-source',
    'x-amz-copy-source-if-*',
    'x-amz-metadata-directive',
    'x-amz-tagging-directive',
    'x-amz-checksum-algorithm',
  ],
  operation: copyObject,
};

const signing = [
  'x-amz-date',
  'x-amz-content-sha256',
  'x-amz-security-token',
  'x-amz-user-agent',
  'x-amz-sdk-checksum-algorithm',
];
/** The parameter with which the SDK says, for the access log, what it is calling. */
const noise = ['x-id'];

/**
 * The operation that a request asks for. A parameter or an `x-amz-` header that it does not understand is a request
 * for something else, and so not implemented.
 */
export function findOperation(
  method: string,
  on: 'bucket' | 'object',
  query: ReadonlyMap<string, string>,
  headers: ReadonlyMap<string, string>,
): Operation | Refusal {
  const route =
    headers.has('x-amz-copy-source') && method === 'PUT' && on === 'object'
      ? copyRoute
      : routes.find(
          (route) => route.method === method && route.on === on && route.where.every((name) => query.has(name)),
        );
  if (route === undefined || (query.has('list-type') && query.get('list-type') !== '2'))
    return new Refusal('NotImplemented');
  const parameters = [...noise, ...route.where, ...(route.query ?? [])];
  const understood = [...signing, ...(route.headers ?? [])];
  const strangeParameter = [...query.keys()].some((name) => !parameters.includes(name));
  const strangeHeader = [...headers.keys()].some(
    (name) =>
      name.startsWith('x-amz-') &&
      !understood.some((known) => (known.endsWith('*') ? name.startsWith(known.slice(0, -1)) : name === known)),
  );
  return strangeParameter || strangeHeader ? new Refusal('NotImplemented') : route.operation;
}
