import { SendTextMessageCommand, type PinpointSMSVoiceV2Client } from '@aws-sdk/client-pinpoint-sms-voice-v2';

/** A composed SMS, as it is passed to AWS. */
export interface OutgoingSms {
  /**
   * The sender of the SMS in AWS End User Messaging: a sender id, or the id of a telephone number or of a pool of
   * numbers.
   */
  readonly from: string;
  /** E.164. */
  readonly to: string;
  readonly text: string;
  /** For how many minutes after sending the network may deliver the SMS. */
  readonly minutes: number;
}

/** Sends codes by SMS. */
export interface SmsService {
  /** Resolves when AWS has accepted the SMS. */
  send(sms: OutgoingSms): Promise<void>;
}

/** Sends SMS by AWS End User Messaging SMS. */
export function smsService(client: PinpointSMSVoiceV2Client): SmsService {
  return {
    async send({ from, to, text, minutes }) {
      await client.send(
        new SendTextMessageCommand({
          DestinationPhoneNumber: to,
          OriginationIdentity: from,
          MessageBody: text,
          MessageType: 'TRANSACTIONAL',
          // In seconds. After this time the code has expired, so the network must not deliver the SMS any more.
          TimeToLive: minutes * 60,
        }),
      );
    },
  };
}
