import type { RequestListener } from 'node:http';
import type { KeyRing } from '../endpoint.ts';
import { signedListener, type Answer, type SignedCall } from './signature/signed-listener.ts';

/** A service that speaks AWS JSON: `POST /` with the operation in `x-amz-target`. */
export interface JsonService {
  readonly keys: KeyRing;
  /** What a signature names the service by, e.g. `states`. */
  readonly signingName: string;
  /** What stands before the operation in `x-amz-target`, e.g. `AWSStepFunctions`. */
  readonly target: string;
  readonly version: '1.0' | '1.1';
  /** What stands before the name of an error in `__type`. */
  readonly errorPrefix: string;
  /** Longest accepted body in bytes. */
  readonly bodyLimit: number;
  /** The operations that are here; any other is answered with `UnknownOperationException`, as AWS does. */
  readonly operations: { has(operation: string): boolean };
  readonly answer: (operation: string, call: SignedCall) => Promise<JsonReply> | JsonReply;
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

/** An error of the service with its text. */
export function jsonError(name: string, message: string, status = 400): JsonReply {
  return { kind: 'error', status, name, fields: { message } };
}

/** Answers signed calls of the operations that are here. */
export function jsonListener(service: JsonService): RequestListener {
  const headers = { 'content-type': `application/x-amz-json-${service.version}` };
  const written = (reply: JsonReply): Answer | 'hang-up' => {
    switch (reply.kind) {
      case 'answer':
        return { status: reply.status, headers, body: reply.body };
      case 'error':
        return {
          status: reply.status,
          headers,
          body: JSON.stringify({ __type: `${service.errorPrefix}${reply.name}`, ...reply.fields }),
        };
      case 'hang-up':
        return 'hang-up';
    }
  };
  return signedListener({
    keys: service.keys,
    signingName: service.signingName,
    bodyLimit: service.bodyLimit,
    async answer(call) {
      const [target, operation = '', ...more] = String(call.headers['x-amz-target']).split('.');
      const isKnown = target === service.target && more.length === 0 && service.operations.has(operation);
      if (call.method !== 'POST' || call.target !== '/' || !isKnown)
        return written(jsonError('UnknownOperationException', 'The local cloud has no such operation.'));
      return written(await service.answer(operation, call));
    },
    refuse: ({ status, name, message }) => written(jsonError(name, message, status === 403 ? 400 : status)),
  });
}
