import type { RequestListener } from 'node:http';
import type * as z from 'zod';
import type { Access } from '../endpoint.ts';
import { Malformed, readJson } from './read-json.ts';
import { signedListener, type Answer } from './signature/signed-listener.ts';

/** A service that uses AWS JSON: `POST /` with the operation in `x-amz-target`. */
export interface JsonService {
  readonly access: Access;
  /** The name of the service in a signature and in an IAM action, for example `states`. */
  readonly signingName: string;
  /** The prefix of the operation in `x-amz-target`, for example `AWSStepFunctions`. */
  readonly target: string;
  readonly version: '1.0' | '1.1';
  /** The text before the name of an error in `__type`, if the service has one. */
  readonly errorPrefix: string;
  /** Longest accepted body in bytes. */
  readonly bodyLimit: number;
  /** The supported operations. Any other operation gets `UnknownOperationException`, as in AWS. */
  readonly operations: ReadonlyMap<string, Operation>;
}

/** Reads the body of a call. Returns a call that is ready to run, or the refusal. */
export type Operation = (body: string) => Asked | JsonReply;

export interface Asked {
  readonly kind: 'asked';
  /** The resource of the call, as an IAM policy names it. The call is recorded with it before `run` is called. */
  readonly resource: string;
  readonly run: () => Promise<JsonReply> | JsonReply;
}

export type JsonReply =
  | { readonly kind: 'answer'; readonly status: number; readonly body: string }
  /** The response has the name of the error and these `fields`, for example `message`. */
  | {
      readonly kind: 'error';
      readonly status: number;
      readonly name: string;
      readonly fields: Readonly<Record<string, string>>;
    }
  /** The service closes the connection without a response. */
  | { readonly kind: 'hang-up' };

/** The result of an operation; fields with the value `undefined` are omitted. */
export function jsonAnswer(body: object): JsonReply {
  return { kind: 'answer', status: 200, body: JSON.stringify(body) };
}

/** An error of the service with a message. */
export function jsonError(name: string, message: string, status = 400): JsonReply {
  return { kind: 'error', status, name, fields: { message } };
}

/** Makes an operation whose input must match a schema. `invalid` makes the response to an input that does not match. */
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

/** Makes an HTTP listener for the operations. The listener accepts only signed calls. */
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
        return written(jsonError('UnknownOperationException', 'The local cloud does not implement this operation.'));
      const asked = operation(body.toString());
      if (asked.kind !== 'asked') return written(asked);
      access.record({ principal, action: `${signingName}:${name}`, resource: asked.resource });
      return written(await asked.run());
    },
    refuse: ({ status, name, message }) => written(jsonError(name, message, status === 403 ? 400 : status)),
  });
}
