import { randomBytes } from 'node:crypto';
import { S3Client } from '@aws-sdk/client-s3';
import middy from '@middy/core';
import * as z from 'zod';
import { receivedBefore, receiveMail, type Reception } from '#casework/intake/mail/receive-mail.ts';
import type { Verdicts } from '#domain/mail/verdicts.ts';
import { inboundMails, mailKey } from '#store/inbound-mails.ts';
import { readClock } from '../clock.ts';
import { caseworkEnvironment, readEnvironment } from '../environment.ts';
import { errorForLog, logger } from '../log.ts';
import { caseworkFrom, once } from '../wiring.ts';
import { mailEventSchema } from './event.ts';

const environment = readEnvironment({ ...caseworkEnvironment, MAIL_BUCKET: z.string().min(1) });
const casework = once(async () => await caseworkFrom(environment));
const mails = inboundMails(new S3Client({}), environment.MAIL_BUCKET);

/** A mail that SES has received and put in its place: opens a case, holds it, joins it to one, or nothing. */
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
  const work = await casework();
  const now = readClock();
  const reception =
    (await receivedBefore(work, { messageId, verdicts }, now)) ??
    (await receiveMail(
      work,
      environment.ORGANISATION,
      {
        raw: await mails.read(mailKey(messageId)),
        verdicts,
        receivedAt,
        messageId,
        recipients: ses.receipt.recipients,
      },
      randomBytes(32).toString('hex'),
      now,
    ));
  const { outcome, caseId, why } = reception;
  logger.info('mail received', { outcome, why, ...(caseId === undefined ? {} : { caseId }) });
  if (reception.mail === 'destroy')
    // What cannot be deleted now ends with its case, or with the bucket's own period; the case must not wait for it.
    await mails.destroy(mailKey(messageId)).catch((error: unknown) => {
      logger.error('a mail was left to its end', { messageId, ...errorForLog(error) });
    });
  return caseId === undefined ? { outcome } : { outcome, caseId };
});
