import { randomBytes } from 'node:crypto';
import { S3Client } from '@aws-sdk/client-s3';
import middy from '@middy/core';
import * as z from 'zod';
import type { Casework } from '#casework/commit/casework.ts';
import type { ReceivedMail, receiveMail } from '#casework/intake/mail/receive-mail.ts';
import { receivedBefore, type Reception } from '#casework/intake/mail/reception.ts';
import type { Verdicts } from '#domain/mail/verdicts.ts';
import { inboundMails, mailKey } from '#store/inbound-mails.ts';
import { readClock } from '../clock.ts';
import { caseworkEnvironment, readEnvironment } from '../environment.ts';
import { errorForLog, logger } from '../log.ts';
import { once } from '../once.ts';
import { attemptsInBackground } from '../records.ts';
import { caseworkFrom, forOneEvent } from '../wiring.ts';
import { mailEventSchema } from './event.ts';

const environment = readEnvironment({ ...caseworkEnvironment, MAIL_BUCKET: z.string().min(1) });
const casework = once(async () => await caseworkFrom(environment, attemptsInBackground));
const mails = inboundMails(new S3Client({}), environment.MAIL_BUCKET);

/**
 * Lambda function for a mail that SES has received and stored. The mail opens a case, is held for staff, is added to a
 * case, is recorded as a bounce, or has no effect.
 */
export const handler = middy(async (event: unknown): Promise<Pick<Reception, 'outcome' | 'caseId'>> => {
  const [{ ses }] = mailEventSchema.parse(event).Records;
  const { messageId } = ses.mail;
  const receivedAt = ses.receipt.timestamp ?? ses.mail.timestamp;
  const verdicts: Verdicts = {
    spf: ses.receipt.spfVerdict,
    dkim: ses.receipt.dkimVerdict,
    dmarc: ses.receipt.dmarcVerdict,
    virus: ses.receipt.virusVerdict,
    spam: ses.receipt.spamVerdict,
  };
  const work = forOneEvent(await casework());
  const now = readClock();
  const before = await receivedBefore(work, { messageId, verdicts }, now);
  const reception =
    before ?? (await received(work, { verdicts, receivedAt, messageId, recipients: ses.receipt.recipients }, now));
  const { outcome, caseId, why } = reception;
  logger.info('mail received', { outcome, why, ...(caseId === undefined ? {} : { caseId }) });
  if (reception.mail === 'destroy')
    // The error is logged and not thrown: a mail that cannot be deleted now is erased later, with its case or by the
    // lifecycle rule of the bucket.
    await mails.destroy(mailKey(messageId)).catch((error: unknown) => {
      logger.error('a mail could not be deleted and is left to the lifecycle of its bucket', {
        messageId,
        ...errorForLog(error),
      });
    });
  return caseId === undefined ? { outcome } : { outcome, caseId };
});

/** Reads the mail from the bucket and handles it. */
async function received(work: Casework, mail: Omit<ReceivedMail, 'raw'>, now: string): Promise<Reception> {
  const [raw, receive] = await Promise.all([mails.read(mailKey(mail.messageId)), loadReceiveMail()]);
  return await receive(work, environment.ORGANISATION, { ...mail, raw }, randomBytes(32).toString('hex'), now);
}

/**
 * Loads the parser of mails and the words by which requests are recognised (290 KiB), while the mail is read from the
 * bucket. A mail that is delivered again needs neither.
 */
async function loadReceiveMail(): Promise<typeof receiveMail> {
  return (await import('#casework/intake/mail/receive-mail.ts')).receiveMail;
}
