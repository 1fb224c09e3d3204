import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  paginateListObjectsV2,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import type { Verdicts } from '#domain/mail/verdicts.ts';
import type { InvokeFunction, LocalClock } from '../../endpoint.ts';
import { messageIdOf } from './message-id.ts';
import { receiptEvent, receiptSchema, type Receipt } from './receipt.ts';
import { traceLines, type Envelope } from './trace-lines.ts';

/** One received mail: its bytes in pieces, and its envelope (sender and recipients). */
export interface IncomingMail extends Envelope {
  readonly pieces: readonly Uint8Array[];
}

export interface MailIntakeSettings {
  readonly s3: S3Client;
  /**
   * The bucket in which mails are stored. Each mail is stored as it came, after the header lines of `trace-lines.ts`.
   */
  readonly mailBucket: string;
  /**
   * The bucket for the receipts (`receipt.ts`) of mails that `receive-mail` has not handled yet. A receipt contains no
   * personal data. The bucket does not exist in the cloud.
   */
  readonly waitingBucket: string;
  readonly invoke: InvokeFunction;
  readonly verdicts: Verdicts;
  readonly clock: LocalClock;
  /** The secret key with which `message-id.ts` computes the id of a mail. Each data folder has its own key. */
  readonly key: string;
  /** Called if a mail could not be received. `what` says why, without personal data. */
  readonly onFailure: (what: string) => void;
}

export interface MailIntake {
  /** `taken`: the mail is stored, and `receive-mail` has handled it. `failed`: the sender must send the mail again. */
  take(mail: IncomingMail): Promise<'taken' | 'failed'>;
  /** Invokes `receive-mail` for the mails that an earlier process stored and then could not hand over. */
  takeUp(): Promise<void>;
  /** Stops `takeUp` after the mail that it is handling. Resolves when the mails in progress are done. */
  end(): Promise<void>;
}

/**
 * Handles a mail as the receipt rule of SES does: stores it in the mail bucket, then invokes `receive-mail`. A receipt
 * is put into the waiting bucket before the mail is stored, and is removed after the invocation. So after a kill the
 * next start finds the receipt, and invokes `receive-mail` for the stored mail with the same id.
 */
export function mailIntake(settings: MailIntakeSettings): MailIntake {
  const { s3, mailBucket, waitingBucket, invoke, verdicts, clock, key, onFailure } = settings;
  const underWay = new Map<string, Promise<'taken' | 'failed'>>();

  /** If the same mail comes twice at the same time, it is handled once, and both senders get the result. */
  async function once(messageId: string, work: () => Promise<'taken' | 'failed'>): Promise<'taken' | 'failed'> {
    const before = underWay.get(messageId);
    if (before !== undefined) return await before;
    const begun = work()
      .catch((error: unknown): 'failed' => {
        onFailure(`mail intake: ${nameOf(error)}`);
        return 'failed';
      })
      .finally(() => underWay.delete(messageId));
    underWay.set(messageId, begun);
    return await begun;
  }

  async function handOver(receipt: Receipt): Promise<'taken' | 'failed'> {
    const outcome = await invoke('receive-mail', receiptEvent(receipt));
    if (outcome.kind !== 'returned') {
      onFailure(`receive-mail: ${outcome.kind}`);
      return 'failed';
    }
    await s3.send(new DeleteObjectCommand({ Bucket: waitingBucket, Key: receipt.messageId }));
    return 'taken';
  }

  const mailPlace = (messageId: string): { Bucket: string; Key: string } => ({
    Bucket: mailBucket,
    Key: `inbound/${messageId}`,
  });

  async function take(mail: IncomingMail): Promise<'taken' | 'failed'> {
    const receivedAt = new Date(clock.now());
    const messageId = messageIdOf(mail, receivedAt, key);
    return await once(messageId, async () => {
      const receipt: Receipt = {
        messageId,
        receivedAt: receivedAt.toISOString(),
        recipients: [...mail.recipients],
        verdicts,
      };
      await s3.send(
        new PutObjectCommand({
          Bucket: waitingBucket,
          Key: messageId,
          Body: JSON.stringify(receiptSchema.parse(receipt)),
        }),
      );
      const lines = Buffer.from(traceLines(mail, messageId, receivedAt));
      // A blank line is written before a mail that begins with white space. Otherwise its first line would continue the
      // last header line in `lines`, because a continuation line begins with white space (RFC 5322).
      const first = mail.pieces.find(({ length }) => length > 0)?.[0];
      const between = first === 0x20 || first === 0x09 ? [Buffer.from('\r\n')] : [];
      await s3.send(
        new PutObjectCommand({ ...mailPlace(messageId), Body: Buffer.concat([lines, ...between, ...mail.pieces]) }),
      );
      return await handOver(receipt);
    });
  }

  async function takeUpOne(messageId: string): Promise<'taken' | 'failed'> {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: waitingBucket, Key: messageId }));
    const receipt = receiptSchema.parse(JSON.parse((await Body?.transformToString()) ?? ''));
    if (await isKept(s3, mailPlace(messageId))) return await handOver(receipt);
    // There is a receipt without a mail: the process was killed before it stored the mail, or after `receive-mail` had
    // handled and deleted the mail. So there is nothing to hand over.
    await s3.send(new DeleteObjectCommand({ Bucket: waitingBucket, Key: messageId }));
    return 'taken';
  }

  async function takeUpAll(): Promise<void> {
    const waiting: string[] = [];
    for await (const { Contents = [] } of paginateListObjectsV2({ client: s3 }, { Bucket: waitingBucket }))
      waiting.push(...Contents.flatMap(({ Key }) => (Key === undefined ? [] : [Key])));
    for (const messageId of waiting) {
      if (ended) return;
      await once(messageId, async () => await takeUpOne(messageId));
    }
  }

  let ended = false;
  let takingUp: Promise<void> = Promise.resolve();
  return {
    take,
    async takeUp() {
      takingUp = takeUpAll().catch((error: unknown) => onFailure(`mail intake: ${nameOf(error)}`));
      await takingUp;
    },
    async end() {
      ended = true;
      await Promise.all([takingUp, ...underWay.values()]);
    },
  };
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown error';
}

async function isKept(s3: S3Client, place: { readonly Bucket: string; readonly Key: string }): Promise<boolean> {
  try {
    await s3.send(new HeadObjectCommand(place));
    return true;
  } catch (error) {
    if (error instanceof Error && error.name === 'NotFound') return false;
    throw error;
  }
}
