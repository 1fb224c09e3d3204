import { overrideParameters } from './attributes.ts';
import type { Operation } from './call.ts';
import { checksumHeader } from './checksum.ts';
import { listObjectsV2 } from './listing.ts';
import {
  abortMultipartUpload,
  completeMultipartUpload,
  createMultipartUpload,
  listParts,
  uploadPart,
} from './multipart.ts';
import { deleteObject, deleteObjects, getObject, headObject, putObject } from './objects.ts';
import { Refusal } from './refusal.ts';

interface Route {
  readonly method: string;
  readonly on: 'bucket' | 'object';
  /** A request with these parameters is a call of this operation. */
  readonly where: readonly string[];
  /** Query parameters that the operation supports besides those in `where`. */
  readonly query?: readonly string[];
  /** The `x-amz-` headers that the operation supports, besides the headers of the signature. */
  readonly headers?: readonly string[];
  readonly operation: Operation;
}

const bodyHeaders = [checksumHeader, 'x-amz-trailer', 'x-amz-decoded-content-length'];

/** The first route that matches is used, so a route with more parameters in `where` comes before a route with fewer. */
const routes: readonly Route[] = [
  {
    method: 'GET',
    on: 'bucket',
    where: ['list-type'],
    query: ['prefix', 'max-keys', 'continuation-token', 'encoding-type'],
    operation: listObjectsV2,
  },
  { method: 'POST', on: 'bucket', where: ['delete'], headers: bodyHeaders, operation: deleteObjects },
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
  { method: 'PUT', on: 'object', where: ['partNumber', 'uploadId'], headers: bodyHeaders, operation: uploadPart },
  { method: 'PUT', on: 'object', where: [], headers: bodyHeaders, operation: putObject },
  {
    method: 'POST',
    on: 'object',
    where: ['uploads'],
    headers: ['x-amz-checksum-algorithm'],
    operation: createMultipartUpload,
  },
  {
    method: 'POST',
    on: 'object',
    where: ['uploadId'],
    operation: completeMultipartUpload,
  },
  { method: 'DELETE', on: 'object', where: ['uploadId'], operation: abortMultipartUpload },
  { method: 'DELETE', on: 'object', where: [], operation: deleteObject },
];

const signing = [
  'x-amz-date',
  'x-amz-content-sha256',
  'x-amz-security-token',
  'x-amz-user-agent',
  'x-amz-sdk-checksum-algorithm',
];
/** The SDK adds this parameter with the name of the operation. S3 writes it only into its access log. */
const noise = ['x-id'];

/**
 * Finds the operation of a request. A request with an unsupported parameter or `x-amz-` header gets 501 NotImplemented,
 * because this endpoint would ignore the parameter or header.
 */
export function findOperation(
  method: string,
  on: 'bucket' | 'object',
  query: ReadonlyMap<string, string>,
  headers: ReadonlyMap<string, string>,
): Operation | Refusal {
  const route = routes.find(
    (route) => route.method === method && route.on === on && route.where.every((name) => query.has(name)),
  );
  if (route === undefined || (query.has('list-type') && query.get('list-type') !== '2'))
    return new Refusal('NotImplemented');
  const parameters = [...noise, ...route.where, ...(route.query ?? [])];
  const understood = [...signing, ...(route.headers ?? [])];
  const strangeParameter = [...query.keys()].some((name) => !parameters.includes(name));
  const strangeHeader = [...headers.keys()].some((name) => name.startsWith('x-amz-') && !understood.includes(name));
  return strangeParameter || strangeHeader ? new Refusal('NotImplemented') : route.operation;
}
