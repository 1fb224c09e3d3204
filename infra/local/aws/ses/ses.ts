import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { signedListener, type Answer, type SignedCall } from '../signature/signed-listener.ts';
import type { Access, LocalClock, RunningEndpoint } from '../../endpoint.ts';
import { listen } from '../../http.ts';
import { openOutbox, sentFields, type Outbox } from '../outbox.ts';
import { Malformed, readJson } from '../read-json.ts';
import { region } from '../region.ts';
import { compose } from './compose.ts';
import { sendEmailSchema } from './send-email-request.ts';

// The longest request in bytes: enough for a mail of 10 MiB, which is longer as JSON.
const bodyLimit = 16 * 1024 * 1024;

/** Errors with which a test can make one mail fail, to see how the sender of letters handles them. */
export type SesFault =
  /** Status 429; the mail is not accepted. */
  | 'throttled'
  /** Status 500; the mail is not accepted. */
  | 'unavailable'
  /** Status 400 MessageRejected; the mail is not accepted. */
  | 'rejected'
  /** The mail is accepted, and the connection is closed before the response. */
  | 'answer-lost';

const recordSchema = z.object({ ...sentFields, from: z.string(), to: z.array(z.string()), subject: z.string() });
/** The facts about one accepted mail, without its content. */
export type MailRecord = Readonly<z.infer<typeof recordSchema>>;

export interface RunningSes extends RunningEndpoint {
  /** The accepted mails, oldest first. */
  list(): readonly MailRecord[];
  /** The bytes of one mail, or `undefined` if there is none with that id. */
  read(id: string): Promise<Buffer | undefined>;
}

/**
 * Starts SES v2 on the loopback interface: `SendEmail` with Simple content. Each accepted mail is a file in `folder`,
 * for example `000001.eml`. Every request must be signed with a key of `access.keys`. A test can pass `faults`: the
 * endpoint calls it with the recipients of each valid mail, and the mail fails with the error that it returns.
 */
export async function startSes(options: {
  readonly access: Access;
  readonly folder: string;
  readonly clock: LocalClock;
  readonly port?: number;
  readonly faults?: (to: readonly string[]) => SesFault | undefined;
}): Promise<RunningSes> {
  const store = await openOutbox(options.folder, recordSchema, 'eml');
  const server = await listen(
    signedListener({
      keys: options.access.keys,
      signingName: 'ses',
      bodyLimit,
      answer: (call) => sendEmail({ ...options, store }, call),
      refuse: (fault) => failure(fault.status, fault.name, fault.message),
    }),
    options.port,
  );
  return { ...server, list: () => store.list(), read: (id) => store.read(id) };
}

async function sendEmail(
  ses: Omit<Parameters<typeof startSes>[0], 'folder' | 'port'> & { readonly store: Outbox<MailRecord> },
  call: SignedCall,
): Promise<Answer | 'hang-up'> {
  if (call.method !== 'POST' || call.target !== '/v2/email/outbound-emails')
    return failure(404, 'UnknownOperationException', 'The local SES supports SendEmail only.');
  const request = readJson(call.body.toString(), sendEmailSchema);
  if (request instanceof Malformed) return failure(400, 'BadRequestException', request.message);

  const id = `local-${randomUUID()}`;
  const date = new Date(ses.clock.now());
  const composition = await compose(request, { date, messageId: `${id}@${region}.amazonses.com` });
  if (!composition.ok) return failure(400, 'BadRequestException', composition.message);
  const { from, to, subject, message } = composition.mail;
  ses.access.record({ principal: call.principal, action: 'ses:SendEmail', resource: from });

  const accept = () => ses.store.add({ id, from, to: [...to], subject, acceptedAt: date.toISOString() }, message);
  const fault = ses.faults?.(to);
  switch (fault) {
    case 'throttled':
      return failure(429, 'TooManyRequestsException', 'Maximum sending rate exceeded.');
    case 'unavailable':
      return failure(500, 'InternalServiceErrorException', 'Service unavailable.');
    case 'rejected':
      return failure(400, 'MessageRejected', 'The message was rejected.');
    case 'answer-lost':
      await accept();
      return 'hang-up';
    case undefined:
      await accept();
      return { status: 200, headers: json, body: JSON.stringify({ MessageId: id }) };
  }
}

const json = { 'content-type': 'application/json' };

function failure(status: number, name: string, message: string): Answer {
  return { status, headers: { ...json, 'x-amzn-errortype': name }, body: JSON.stringify({ message }) };
}
