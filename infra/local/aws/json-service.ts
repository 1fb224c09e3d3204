import type { RequestListener } from 'node:http';
import type * as z from 'zod';
import type { Access } from '../endpoint.ts';
import { Malformed, readJson } from './read-json.ts';
import { signedListener, type Answer } from './signature/signed-listener.ts';

/** A service that speaks AWS JSON: `POST /` with the operation in `x-amz-target`. */
export interface JsonService {
  readonly access: Access;
  /** What a signature, and an IAM action, names the service by, e.g. `states`. */
  readonly signingName: string;
  /** What stands before the operation in `x-amz-target`, e.g. `AWSStepFunctions`. */
  readonly target: string;
  readonly version: '1.0' | '1.1';
  /** What stands before the name of an error in `__type`. */
  readonly errorPrefix: string;
  /** Longest accepted body in bytes. */
  readonly bodyLimit: number;
  /** The operations that are here; any other is answered with `UnknownOperationException`, as AWS does. */
  readonly operations: ReadonlyMap<string, Operation>;
}

/** Reads the body of a call: what is to be done, or why it is refused. */
export type Operation = (body: string) => Asked | JsonReply;

export interface Asked {
  readonly kind: 'asked';
  /** What a policy would name; it is written down before `run`. */
  readonly resource: string;
  readonly run: () => Promise<JsonReply> | JsonReply;
}

export type JsonReply =
  | { readonly kind: 'answer'; readonly status: number; readonly body: string }
  /** `fields` stand beside the name of the error, e.g. `message`. */
  | {
      readonly kind: 'error';
      readonly status: number;
      readonly name: string;
      readonly fields: Readonly<Record<string, string>>;
    }
  /** The connection ends without an answer. */
  | { readonly kind: 'hang-up' };

/** The result of an operation; fields that are `undefined` are left out. */
export function jsonAnswer(body: object): JsonReply {
  return { kind: 'answer', status: 200, body: JSON.stringify(body) };
}

/** An error of the service with its text. */
export function jsonError(name: string, message: string, status = 400): JsonReply {
  return { kind: 'error', status, name, fields: { message } };
}

/** An operation whose input has to have the given shape; `invalid` makes the answer to any other. */
export function jsonOperation<T>(
  shape: z.ZodType<T>,
  resource: (input: T) => string,
  run: (input: T) => Promise<JsonReply> | JsonReply,
  invalid: (message: string) => JsonReply = (message) => jsonError('ValidationException', message),
): Operation {
  return (body) => {
    const input = readJson(body, shape);
    if (input instanceof Malformed)
      return input.isJson ? invalid(input.message) : jsonError('SerializationException', input.message);
    return { kind: 'asked', resource: resource(input), run: () => run(input) };
  };
}

/** Answers signed calls of the operations that are here. */
export function jsonListener(service: JsonService): RequestListener {
  const { access, signingName, bodyLimit } = service;
  const headers = { 'content-type': `application/x-amz-json-${service.version}` };
  const written = (reply: JsonReply): Answer | 'hang-up' => {
    switch (reply.kind) {
      case 'answer':
        return { status: reply.status, headers, body: reply.body };
      case 'error': {
        const body = JSON.stringify({ __type: `${service.errorPrefix}${reply.name}`, ...reply.fields });
        return { status: reply.status, headers, body };
      }
      case 'hang-up':
        return 'hang-up';
    }
  };
  return signedListener({
    keys: access.keys,
    signingName,
    bodyLimit,
    async answer({ principal, method, target: path, headers: sent, body }) {
      const [target, name = '', ...more] = String(sent['x-amz-target']).split('.');
      const operation = target === service.target && more.length === 0 ? service.operations.get(name) : undefined;
      if (method !== 'POST' || path !== '/' || operation === undefined)
        return written(jsonError('UnknownOperationException', 'The local cloud has no such operation.'));
      const asked = operation(body.toString());
      if (asked.kind !== 'asked') return written(asked);
      access.record({ principal, action: `${signingName}:${name}`, resource: asked.resource });
      return written(await asked.run());
    },
    refuse: ({ status, name, message }) => written(jsonError(name, message, status === 403 ? 400 : status)),
  });
}
