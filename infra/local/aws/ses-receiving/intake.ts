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

/** A mail as it came over the wire, in pieces, and its envelope. */
export interface IncomingMail extends Envelope {
  readonly pieces: readonly Uint8Array[];
}

export interface MailIntakeSettings {
  readonly s3: S3Client;
  /** Where the mail service keeps raw mails. */
  readonly mailBucket: string;
  /** Where the receipts of mails stand that are not handed over yet: no part of the cloud, and without personal data. */
  readonly waitingBucket: string;
  readonly invoke: InvokeFunction;
  readonly verdicts: Verdicts;
  readonly clock: LocalClock;
  /** Secret of this data folder. */
  readonly key: string;
  /** Told when a mail could not be taken; without personal data. */
  readonly onFailure: (what: string) => void;
}

export interface MailIntake {
  /** `taken`: kept, and handed over. `failed`: the sender has to try again, and may. */
  take(mail: IncomingMail): Promise<'taken' | 'failed'>;
  /** Hands over what an earlier process kept and did not hand over. */
  takeUp(): Promise<void>;
  /** Takes nothing up any more, and comes back when what was begun is done. */
  end(): Promise<void>;
}

/**
 * Does with a mail what SES's receipt rule does: keeps it in the mail bucket, then tells `receive-mail`. The receipt
 * stands in the waiting bucket from before the mail is kept until it is handed over, so whenever the process dies, what
 * is kept is handed over at the next start, under the same id.
 */
export function mailIntake(settings: MailIntakeSettings): MailIntake {
  const { s3, mailBucket, waitingBucket, invoke, verdicts, clock, key, onFailure } = settings;
  const underWay = new Map<string, Promise<'taken' | 'failed'>>();

  /** Twice the same mail at the same time is one. */
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
      // A mail that begins with white space would go on in our last line.
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
    // The process died before the mail was kept, or after `receive-mail` had destroyed it: nothing is left to do.
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
