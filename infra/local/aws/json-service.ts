import type { RequestListener } from 'node:http';
import type * as z from 'zod';
import type { Access } from '../endpoint.ts';
import { Malformed, readJson } from './read-json.ts';
import { signedListener, type Answer } from './signature/signed-listener.ts';

/**
 * A service that uses the protocol AWS JSON: the request is `POST /`, and its header `x-amz-target` names the
 * operation, for example `AWSStepFunctions.StartExecution`.
 */
export interface JsonService {
  readonly access: Access;
  /** The name of the service in a signature and in an IAM action, for example `states`. */
  readonly signingName: string;
  /** The text before the operation in `x-amz-target`, for example `AWSStepFunctions`. */
  readonly target: string;
  readonly version: '1.0' | '1.1';
  /** The text that the service writes before the name of an error in the field `__type`, if any. */
  readonly errorPrefix: string;
  /** The longest body that is accepted, in bytes. */
  readonly bodyLimit: number;
  /** The supported operations. Any other operation gets `UnknownOperationException`, as in AWS. */
  readonly operations: ReadonlyMap<string, Operation>;
}

/** Reads the body of a call. Returns the call ready to run (`Asked`), or the error response. */
export type Operation = (body: string) => Asked | JsonReply;

export interface Asked {
  readonly kind: 'asked';
  /**
   * The resource of the call as an IAM policy names it. The call is recorded with this resource before `run` is called.
   */
  readonly resource: string;
  readonly run: () => Promise<JsonReply> | JsonReply;
}

export type JsonReply =
  | { readonly kind: 'answer'; readonly status: number; readonly body: string }
  /** An error response: the name of the error and `fields`, for example `message`. */
  | {
      readonly kind: 'error';
      readonly status: number;
      readonly name: string;
      readonly fields: Readonly<Record<string, string>>;
    }
  /** The service closes the connection without a response. */
  | { readonly kind: 'hang-up' };

/** A response with status 200. Fields of `body` with the value `undefined` are omitted. */
export function jsonAnswer(body: object): JsonReply {
  return { kind: 'answer', status: 200, body: JSON.stringify(body) };
}

/** An error response with a message. */
export function jsonError(name: string, message: string, status = 400): JsonReply {
  return { kind: 'error', status, name, fields: { message } };
}

/** Makes an operation from the schema of its input. If an input does not match, `invalid` makes the response. */
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
