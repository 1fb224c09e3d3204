// The mail service and the SMS service in memory. They can fail with the same errors as the local services.
import { randomUUID } from 'node:crypto';
import { ConflictException, ThrottlingException, ValidationException } from '@aws-sdk/client-pinpoint-sms-voice-v2';
import { MessageRejected, TooManyRequestsException } from '@aws-sdk/client-sesv2';
import type { SesFault } from '#infra/local/aws/ses/ses.ts';
import type { SmsFault, SmsRecord } from '#infra/local/aws/sms-voice/sms-voice.ts';
import type { OutgoingMail, PostOffice } from '#store/post-office.ts';
import type { SmsService } from '#store/sms-service.ts';
import { namedError } from './table.ts';

export interface MemoryPost extends PostOffice {
  /** The accepted mails, oldest first. */
  readonly accepted: readonly (OutgoingMail & { readonly id: string })[];
}

/** A mail service whose `fault` says whether the next mail fails. */
export function memoryPost(fault: () => SesFault | undefined): MemoryPost {
  const accepted: (OutgoingMail & { readonly id: string })[] = [];
  return {
    accepted,
    async send(mail) {
      const id = randomUUID();
      const failure = fault();
      if (failure === undefined || failure === 'answer-lost') accepted.push({ ...mail, id });
      switch (failure) {
        case 'throttled':
          throw new TooManyRequestsException({ message: 'Maximum sending rate exceeded.', $metadata: answered(429) });
        case 'unavailable':
          throw unavailable('InternalServiceErrorException');
        case 'rejected':
          throw new MessageRejected({ message: 'The message was rejected.', $metadata: answered(400) });
        case 'answer-lost':
          throw lost();
        case undefined:
          return id;
      }
    },
  };
}

export interface MemorySms extends SmsService {
  /** The accepted SMS, oldest first. */
  readonly accepted: readonly SmsRecord[];
}

/** An SMS service whose `fault` says whether the next SMS fails. */
export function memorySms(fault: () => SmsFault | undefined): MemorySms {
  const accepted: SmsRecord[] = [];
  return {
    accepted,
    async send({ from, to, text }) {
      const failure = fault();
      if (failure === undefined || failure === 'answer-lost')
        accepted.push({
          id: randomUUID(),
          number: accepted.length + 1,
          from,
          to,
          text,
          acceptedAt: new Date().toISOString(),
        });
      switch (failure) {
        case 'throttled':
          throw new ThrottlingException({ message: 'Rate exceeded.', $metadata: answered(400) });
        case 'unavailable':
          throw unavailable('InternalServerException');
        case 'opted-out':
          throw new ConflictException({
            message: 'Opted out.',
            Reason: 'DESTINATION_PHONE_NUMBER_OPTED_OUT',
            $metadata: answered(400),
          });
        case 'blocked':
          throw new ValidationException({
            message: 'Blocked.',
            Reason: 'DESTINATION_COUNTRY_BLOCKED',
            $metadata: answered(400),
          });
        case 'answer-lost':
          throw lost();
        case undefined:
          return;
      }
    },
  };
}

function answered(httpStatusCode: number): { readonly httpStatusCode: number } {
  return { httpStatusCode };
}

function unavailable(name: string): Error {
  return Object.assign(namedError(name, 'Service unavailable.'), { $fault: 'server', $metadata: answered(500) });
}

/** The service has accepted the message, but the connection ended before its response came. */
function lost(): Error {
  return Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
}
