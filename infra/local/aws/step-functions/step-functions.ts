import { createHash, randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Access, InvokeFunction, LocalClock, RunningEndpoint } from '../../endpoint.ts';
import { listen, readBody } from '../../http.ts';
import { authenticate, type RefusalCode } from '../signature/sigv4.ts';
import { region } from './arns.ts';
import { startEngine } from './engine.ts';
import { executionOperations } from './executions-api.ts';
import { openJournal } from './journal.ts';
import { parseJson } from './json.ts';
import { machineOperations } from './machines-api.ts';
import type { Operation } from './operation.ts';
import { refuse, type Reply } from './reply.ts';
import { taskOperations } from './tasks-api.ts';
import { isOwnToken, makeToken } from './tokens.ts';

export interface StepFunctionsOptions {
  readonly access: Access;
  /** Holds the engine's journal, which is all of its state. One engine at a time. */
  readonly folder: string;
  readonly clock: LocalClock;
  readonly invoke: InvokeFunction;
  /** Any free port when absent. */
  readonly port?: number;
}

const bodyLimitBytes = 4 * 1024 * 1024;

/**
 * Starts an endpoint that the AWS SDK's SFNClient talks to, and the engine behind it. Executions that the journal in
 * `folder` holds go on at once, from where they were when the process before ended, however it ended.
 * Throws when another process holds the folder.
 *
 * What a definition may use is what runs here exactly as on AWS (Standard, JSONata); CreateStateMachine refuses the rest
 * by name. Left open by AWS's documentation, and decided here: an answer by token counts even before the function that
 * was given the token has returned; a failing evaluation in a Catch is not caught again; a heartbeat is asked of tasks
 * with a token only. Not limited here: the time an expression takes, and the size of all variables together.
 */
export async function startStepFunctions(options: StepFunctionsOptions): Promise<RunningEndpoint> {
  const { access, clock, invoke } = options;
  const journal = openJournal(options.folder);
  const secret = journal.secret();
  const engine = startEngine({
    journal,
    clock,
    invoke,
    chance: { uuid: () => randomUUID(), token: () => makeToken(secret), fraction: Math.random },
    recordInvoke: (resource) => access.record({ principal: 'states', action: 'lambda:InvokeFunction', resource }),
  });
  const now = (): number => clock.now();
  const operations: ReadonlyMap<string, Operation> = new Map([
    ...machineOperations(journal, now, randomUUID),
    ...executionOperations(journal, engine, now, randomUUID),
    ...taskOperations(engine, (token) => isOwnToken(secret, token)),
  ]);
  const endpoint = await listen((request, response) => {
    handle(request, access, operations).then(
      (reply) => send(response, reply),
      () => send(response, refuse('InternalFailure', 'The request could not be processed', 500)),
    );
  }, options.port);
  return {
    url: endpoint.url,
    async close() {
      await endpoint.close();
      await engine.close();
      journal.close();
    },
  };
}

async function handle(
  request: IncomingMessage,
  access: Access,
  operations: ReadonlyMap<string, Operation>,
): Promise<Reply> {
  const body = await readBody(request, bodyLimitBytes);
  if (body === undefined) return refuse('RequestEntityTooLarge', 'The request is too large', 413);
  const bodyHash = createHash('sha256').update(body).digest('hex');
  const { method = '', url: target = '', headers } = request;
  const caller = authenticate({ method, target, headers, bodyHash }, access.keys, Date.now());
  if (!caller.ok) return refuse(...refusalOf(caller.code));
  if (caller.presigned || caller.service !== 'states' || caller.region !== region || caller.signedPayload !== bodyHash)
    return refuse(...refusalOf('SignatureDoesNotMatch'));

  const name = /^AWSStepFunctions\.([A-Za-z]+)$/.exec(String(headers['x-amz-target']))?.[1] ?? '';
  const operation = operations.get(name);
  const parsed = parseJson(body.toString());
  if (operation === undefined || !parsed.ok) {
    access.record({ principal: caller.principal, action: `states:${name === '' ? 'Unknown' : name}`, resource: '*' });
    return operation === undefined
      ? refuse('UnknownOperationException', `The operation '${name}' is not supported locally`)
      : refuse('SerializationException', 'The request is not JSON');
  }
  access.record({
    principal: caller.principal,
    action: `states:${name}`,
    resource: operation.resource(parsed.value),
  });
  return operation.run(parsed.value);
}

function send(response: ServerResponse, reply: Reply): void {
  const body = reply.ok ? reply.body : { __type: `com.amazonaws.states#${reply.code}`, message: reply.message };
  response.writeHead(reply.ok ? 200 : reply.status, {
    'content-type': 'application/x-amz-json-1.0',
    'x-amzn-requestid': randomUUID(),
  });
  response.end(JSON.stringify(body));
}

function refusalOf(code: RefusalCode): [code: string, message: string, status: number] {
  switch (code) {
    case 'MissingAuthenticationToken':
      return ['MissingAuthenticationTokenException', 'Missing Authentication Token', 400];
    case 'IncompleteSignature':
      return ['IncompleteSignatureException', 'The signature is incomplete', 400];
    case 'InvalidAccessKeyId':
      return ['UnrecognizedClientException', 'The security token included in the request is invalid.', 400];
    case 'SignatureDoesNotMatch':
      return [
        'InvalidSignatureException',
        'The request signature we calculated does not match the signature you provided.',
        400,
      ];
    case 'RequestExpired':
      return ['InvalidSignatureException', 'Signature expired', 400];
  }
}
