import { hash, randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { KeyRing } from '../../endpoint.ts';
import { readBody } from '../../http.ts';
import { region } from '../region.ts';
import { authenticate, type RefusalCode } from './sigv4.ts';

/** A request whose signature and body have been checked. */
export interface SignedCall {
  readonly principal: string;
  readonly method: string;
  /** The request target as received, still percent-encoded. */
  readonly target: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * An error response. 403: the signature is wrong. 413: the body is too long. 500: the service failed. `name` is the
 * name of the error in AWS.
 */
export interface Fault {
  readonly status: 403 | 413 | 500;
  readonly name: string;
  readonly message: string;
}

export interface SignedService {
  readonly keys: KeyRing;
  /**
   * The name of the service in a signature, for example `dynamodb`. A signature for another service or region is
   * refused.
   */
  readonly signingName: string;
  /** The longest body that the service accepts, in bytes. */
  readonly bodyLimit: number;
  /** Returns the response of the service. For `hang-up` the connection is closed without a response. */
  readonly answer: (call: SignedCall) => Promise<Answer | 'hang-up'>;
  /** Writes an error in the error format of the service. */
  readonly refuse: (fault: Fault) => Answer | 'hang-up';
}

/**
 * Makes an HTTP listener that checks each request and passes it to the service. The listener passes on only a request
 * with a valid AWS Signature Version 4 and the body that was signed. The listener refuses unsigned payloads and
 * presigned URLs, because no service that uses this listener accepts them.
 */
export function signedListener(service: SignedService): RequestListener {
  return (request, response) => {
    void receive(service, request)
      .catch((error: unknown) => {
        if (request.destroyed && !request.complete) return 'hang-up' as const;
        // Logs only the name of the error, because its message may contain data from the request.
        console.error(`local cloud: ${error instanceof Error ? error.name : 'unknown error'} in an endpoint`);
        return service.refuse({ status: 500, name: 'InternalServerError', message: 'The local service failed.' });
      })
      .then((answer) => send(response, answer));
  };
}

async function receive(service: SignedService, request: IncomingMessage): Promise<Answer | 'hang-up'> {
  const body = await readBody(request, service.bodyLimit);
  if (body === undefined)
    return service.refuse({
      status: 413,
      name: 'RequestEntityTooLargeException',
      message: `The request is longer than ${service.bodyLimit} bytes.`,
    });
  const { method = '', url: target = '', headers } = request;
  const bodyHash = hash('sha256', body, 'hex');
  const authentication = authenticate({ method, target, headers, bodyHash }, service.keys, Date.now());
  if (!authentication.ok) return service.refuse(refusal(authentication.code));
  const isForHere = authentication.service === service.signingName && authentication.region === region;
  if (!isForHere || authentication.signedPayload !== bodyHash) return service.refuse(refusal('SignatureDoesNotMatch'));
  return service.answer({ principal: authentication.principal, method, target, headers, body });
}

/** The names and messages with which AWS services that speak JSON refuse a signature. */
const refusals: Readonly<Record<RefusalCode, readonly [name: string, message: string]>> = {
  MissingAuthenticationToken: ['MissingAuthenticationTokenException', 'Request is missing Authentication Token'],
  IncompleteSignature: ['IncompleteSignatureException', 'The request signature does not conform to AWS standards.'],
  InvalidAccessKeyId: ['UnrecognizedClientException', 'The security token included in the request is invalid.'],
  SignatureDoesNotMatch: [
    'InvalidSignatureException',
    'The request signature we calculated does not match the signature you provided.',
  ],
  RequestExpired: ['InvalidSignatureException', 'Signature expired.'],
};

function refusal(code: RefusalCode): Fault {
  const [name, message] = refusals[code];
  return { status: 403, name, message };
}

function send(response: ServerResponse, answer: Answer | 'hang-up'): void {
  if (answer === 'hang-up') {
    response.destroy();
    return;
  }
  response.writeHead(answer.status, {
    ...answer.headers,
    'x-amzn-requestid': randomUUID(),
    'content-length': Buffer.byteLength(answer.body),
  });
  response.end(answer.body);
}
