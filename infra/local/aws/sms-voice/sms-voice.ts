import { randomUUID } from 'node:crypto';
import { signedListener, type Answer, type SignedCall } from '../signature/signed-listener.ts';
import type { Access, LocalClock, RunningEndpoint } from '../../endpoint.ts';
import { listen } from '../../http.ts';
import { readJson } from '../read-json.ts';
import { sendTextMessageSchema } from './send-text-message-request.ts';
import { openSmsStore, type SmsRecord, type SmsStore } from './sms-store.ts';

/** What may be made to go wrong with one SMS, to test the sender. */
export type SmsFault =
  /** ThrottlingException, nothing accepted. */
  | 'throttled'
  /** 500, nothing accepted. */
  | 'unavailable'
  /** ConflictException: whoever has the number wants no SMS from this sender. */
  | 'opted-out'
  /** ValidationException: the service sends nothing to such a number. */
  | 'blocked'
  /** The SMS is accepted, and the connection ends before the answer. */
  | 'answer-lost';

export interface RunningSmsVoice extends RunningEndpoint {
  /** Accepted SMS, oldest first. */
  list(): readonly SmsRecord[];
}

interface SmsVoice {
  readonly access: Access;
  readonly clock: LocalClock;
  /** The origination identities that the account has. */
  readonly identities: ReadonlySet<string>;
  /** Asked for each well-formed SMS, by its number. */
  readonly faults?: (to: string) => SmsFault | undefined;
}

/**
 * Starts AWS End User Messaging SMS (`pinpoint-sms-voice-v2`) on the loopback interface: `SendTextMessage`, each
 * accepted SMS a file `000001.json` in `folder`; nothing leaves the machine. Speaks AWS JSON 1.0; every request must be
 * signed with a key of `access.keys`.
 */
export async function startSmsVoice(
  options: SmsVoice & { readonly folder: string; readonly port?: number },
): Promise<RunningSmsVoice> {
  const store = await openSmsStore(options.folder);
  const server = await listen(
    signedListener({
      keys: options.access.keys,
      bodyLimit: 64 * 1024,
      answer: async (call) => await sendTextMessage(options, store, call),
      refuse: (fault) => failure(fault.status === 403 ? 400 : fault.status, fault.name, fault.message),
    }),
    options.port,
  );
  return { ...server, list: () => store.list() };
}

async function sendTextMessage(service: SmsVoice, store: SmsStore, call: SignedCall): Promise<Answer | 'hang-up'> {
  const target = String(call.headers['x-amz-target']);
  if (call.method !== 'POST' || call.target !== '/' || target !== 'PinpointSMSVoiceV2.SendTextMessage')
    return failure(400, 'UnknownOperationException', 'The local SMS service supports SendTextMessage only.');
  const request = readJson(call.body.toString(), sendTextMessageSchema);
  if (typeof request === 'string') return failure(400, 'ValidationException', request, 'INVALID_PARAMETER');
  const { DestinationPhoneNumber: to, OriginationIdentity: from, MessageBody: text } = request;
  service.access.record({ principal: call.principal, action: 'sms-voice:SendTextMessage', resource: from });
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
      return 'hang-up';
    case undefined:
      await accept();
      return { status: 200, headers: json, body: JSON.stringify({ MessageId: id }) };
  }
}

const json = { 'content-type': 'application/x-amz-json-1.0' };

function failure(status: number, name: string, message: string, reason?: string): Answer {
  const body = { __type: `com.amazonaws.pinpointsmsvoicev2#${name}`, Message: message };
  return { status, headers: json, body: JSON.stringify(reason === undefined ? body : { ...body, Reason: reason }) };
}
