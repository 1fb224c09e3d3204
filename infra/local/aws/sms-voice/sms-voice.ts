import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { jsonAnswer, jsonListener, jsonOperation, type JsonReply } from '../json-service.ts';
import type { Access, LocalClock, RunningEndpoint } from '../../endpoint.ts';
import { listen } from '../../http.ts';
import { openOutbox, sentFields, type Outbox } from '../outbox.ts';
import { sendTextMessageSchema, type SendTextMessageRequest } from './send-text-message-request.ts';

/** Errors with which a test can make one SMS fail, to see how the sender of codes handles them. */
export type SmsFault =
  /** ThrottlingException; the SMS is not accepted. */
  | 'throttled'
  /** Status 500; the SMS is not accepted. */
  | 'unavailable'
  /** ConflictException: the owner of the number has opted out of this sender. */
  | 'opted-out'
  /** ValidationException: the service does not send to this type of number. */
  | 'blocked'
  /** The SMS is accepted, and the connection is closed before the response. */
  | 'answer-lost';

/** One accepted SMS: from an origination identity (the sender) to a number in E.164. */
export type SmsRecord = Readonly<z.infer<typeof recordSchema>>;
const recordSchema = z.strictObject({ ...sentFields, from: z.string(), to: z.string(), text: z.string() });

export interface RunningSmsVoice extends RunningEndpoint {
  /** The accepted SMS, oldest first. */
  list(): readonly SmsRecord[];
}

interface SmsVoice {
  readonly access: Access;
  readonly clock: LocalClock;
  /** The origination identities (senders) that may send SMS. */
  readonly identities: ReadonlySet<string>;
  /**
   * A test can pass this function: the endpoint calls it with the number of each valid SMS, and the SMS fails with the
   * error that it returns.
   */
  readonly faults?: (to: string) => SmsFault | undefined;
}

/**
 * Starts AWS End User Messaging SMS (`pinpoint-sms-voice-v2`) on the loopback interface: `SendTextMessage`. Each
 * accepted SMS is a file in `folder`, for example `000001.json`; nothing is sent from the machine. The protocol is AWS
 * JSON 1.0; every request must be signed with a key of `access.keys`.
 */
export async function startSmsVoice(
  options: SmsVoice & { readonly folder: string; readonly port?: number },
): Promise<RunningSmsVoice> {
  const store = await openOutbox(options.folder, recordSchema, 'json');
  const server = await listen(
    jsonListener({
      access: options.access,
      signingName: 'sms-voice',
      target: 'PinpointSMSVoiceV2',
      version: '1.0',
      errorPrefix: 'com.amazonaws.pinpointsmsvoicev2#',
      bodyLimit: 64 * 1024,
      operations: new Map([
        [
          'SendTextMessage',
          jsonOperation(
            sendTextMessageSchema,
            ({ OriginationIdentity: from }) => from,
            async (request) => await sendTextMessage(options, store, request),
            (message) => failure(400, 'ValidationException', message, 'INVALID_PARAMETER'),
          ),
        ],
      ]),
    }),
    options.port,
  );
  return { ...server, list: () => store.list() };
}

async function sendTextMessage(
  service: SmsVoice,
  store: Outbox<SmsRecord>,
  { DestinationPhoneNumber: to, OriginationIdentity: from, MessageBody: text }: SendTextMessageRequest,
): Promise<JsonReply> {
  if (!service.identities.has(from))
    return failure(400, 'ResourceNotFoundException', 'There is no such origination identity.');

  const id = randomUUID();
  const accept = async (): Promise<void> =>
    await store.add({ id, from, to, text, acceptedAt: new Date(service.clock.now()).toISOString() });
  const fault = service.faults?.(to);
  switch (fault) {
    case 'throttled':
      return failure(400, 'ThrottlingException', 'Rate exceeded.');
    case 'unavailable':
      return failure(500, 'InternalServerException', 'Service unavailable.');
    case 'opted-out':
      return failure(400, 'ConflictException', 'Opted out.', 'DESTINATION_PHONE_NUMBER_OPTED_OUT');
    case 'blocked':
      return failure(400, 'ValidationException', 'Blocked.', 'DESTINATION_COUNTRY_BLOCKED');
    case 'answer-lost':
      await accept();
      return { kind: 'hang-up' };
    case undefined:
      await accept();
      return jsonAnswer({ MessageId: id });
  }
}

function failure(status: number, name: string, Message: string, Reason?: string): JsonReply {
  return { kind: 'error', status, name, fields: Reason === undefined ? { Message } : { Message, Reason } };
}
