import { SendTextMessageCommand, type PinpointSMSVoiceV2Client } from '@aws-sdk/client-pinpoint-sms-voice-v2';

/** An SMS ready to send. */
export interface OutgoingSms {
  /** The controller's origination identity: a sender id, or the id of a number or a pool. */
  readonly from: string;
  /** E.164. */
  readonly to: string;
  readonly text: string;
  /** The SMS may be delivered for this many minutes after it was sent. */
  readonly minutes: number;
}

/** Sends SMS through the SMS service. */
export interface SmsService {
  /** Resolves when the service has accepted the SMS. */
  send(sms: OutgoingSms): Promise<void>;
}

/** Sends SMS with AWS End User Messaging SMS. */
export function smsService(client: PinpointSMSVoiceV2Client): SmsService {
  return {
    async send({ from, to, text, minutes }) {
      await client.send(
        new SendTextMessageCommand({
          DestinationPhoneNumber: to,
          OriginationIdentity: from,
          MessageBody: text,
          MessageType: 'TRANSACTIONAL',
          // After this time the code has expired, so the SMS is no longer delivered.
          TimeToLive: minutes * 60,
        }),
      );
    },
  };
}
