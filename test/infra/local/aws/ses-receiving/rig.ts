// Mail receiving on the real local S3, with a function that the test provides.
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DeleteObjectCommand, GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { createTransport, type SendMailOptions } from 'nodemailer';
import type SMTPConnection from 'nodemailer/lib/smtp-connection';
import type SMTPTransport from 'nodemailer/lib/smtp-transport';
import type { Verdicts } from '#domain/mail/verdicts.ts';
import { mailEventSchema } from '#handlers/receive-mail/event.ts';
import type { InvokeOutcome } from '#infra/local/endpoint.ts';
import { startS3 } from '#infra/local/aws/s3/s3.ts';
import { mailIntake, type MailIntake } from '#infra/local/aws/ses-receiving/intake.ts';
import { unchecked } from '#infra/local/aws/ses-receiving/receipt.ts';
import { startSmtp, type RunningSmtp, type SmtpLimits } from '#infra/local/aws/ses-receiving/smtp.ts';
import { standingClock } from '../ses/clock.ts';
import { testKey } from '../s3/test-key.ts';

export const ours = 'dataskydd@nordvik.example';
export const sender = 'Olle Test <olle@example.org>';
export const alsoOurs = 'Dataskydd@Öringe.example';
export const buckets = { mail: 'utdrag-mail', waiting: 'utdrag-mail-waiting' } as const;
export const returned: InvokeOutcome = { kind: 'returned', payload: { outcome: 'opened' } };

/** What the function got about one mail. */
export type Told = ReturnType<typeof mailEventSchema.parse>['Records'][0]['ses'];

export interface Rig {
  readonly smtp: RunningSmtp;
  readonly intake: MailIntake;
  readonly told: readonly Told[];
  readonly failures: readonly string[];
  /** What the function does with a mail; the test may replace it. */
  answer: () => Promise<InvokeOutcome>;
  /** The object keys in a bucket. */
  keys(bucket: string): Promise<readonly string[]>;
  /** The only mail that is stored. */
  kept(): Promise<string>;
  /** Makes the store fail, as a full disk would. */
  breakStore(): Promise<void>;
  /** What the function does with a mail that is no request. */
  destroyMail(): Promise<void>;
  send(mail: SendMailOptions): Promise<SMTPTransport.SentMessageInfo>;
  /** The responses in a conversation; of each, the last line. */
  dialogue(script: readonly Line[]): Promise<readonly string[]>;
  close(): Promise<void>;
}

export async function startStore(folder: string) {
  const keys = new Map([[testKey.accessKeyId, { name: 'runner', secretAccessKey: testKey.secretAccessKey }]]);
  const endpoint = await startS3({ access: { keys, record: () => undefined }, folder });
  for (const bucket of Object.values(buckets)) endpoint.ensureBucket(bucket);
  const client = new S3Client({ region: 'eu-north-1', credentials: testKey, endpoint: endpoint.url, maxAttempts: 1 });
  return { endpoint, client };
}

export async function startRig(
  options: { limits?: Partial<SmtpLimits>; folder?: string; verdicts?: Verdicts } = {},
): Promise<Rig> {
  const folder = options.folder ?? (await mkdtemp(path.join(tmpdir(), 'smtp-')));
  const { endpoint, client } = await startStore(folder);
  const told: Told[] = [];
  const failures: string[] = [];
  const intake = mailIntake({
    s3: client,
    mailBucket: buckets.mail,
    waitingBucket: buckets.waiting,
    clock: standingClock('2026-03-02T08:00:00Z'),
    key: 'a key',
    verdicts: options.verdicts ?? unchecked,
    onFailure: (what) => failures.push(what),
    async invoke(name, event) {
      if (name !== 'receive-mail') return { kind: 'missing' };
      told.push(mailEventSchema.parse(event).Records[0].ses);
      return await rig.answer();
    },
  });
  const smtp = await startSmtp({
    recipients: [ours, alsoOurs],
    intake,
    ...(options.limits === undefined ? {} : { limits: options.limits }),
  });
  let stopped = false;
  const keys = async (bucket: string): Promise<readonly string[]> =>
    ((await client.send(new ListObjectsV2Command({ Bucket: bucket }))).Contents ?? []).map(({ Key }) => Key ?? '');
  const rig: Rig = {
    smtp,
    intake,
    told,
    failures,
    answer: async () => returned,
    keys,
    async kept() {
      const [key, ...more] = await keys(buckets.mail);
      if (key === undefined || more.length > 0) throw new Error(`${more.length + (key === undefined ? 0 : 1)} mails`);
      const { Body } = await client.send(new GetObjectCommand({ Bucket: buckets.mail, Key: key }));
      return Buffer.from((await Body?.transformToByteArray()) ?? []).toString('latin1');
    },
    breakStore: async () => await endpoint.close(),
    async destroyMail() {
      for (const Key of await keys(buckets.mail))
        await client.send(new DeleteObjectCommand({ Bucket: buckets.mail, Key }));
    },
    async send(mail) {
      const transport = createTransport({ host: smtp.host, port: smtp.port, secure: false });
      return await transport.sendMail({ from: sender, to: ours, ...mail });
    },
    dialogue: async (script) => lastLines(await conversation(smtp.port, script)),
    async close() {
      if (stopped) return;
      stopped = true;
      await smtp.close();
      client.destroy();
      await endpoint.close().catch(() => undefined);
      if (options.folder === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
  return rig;
}

/**
 * What a client sends: a text, after which it waits for a response; bytes, after which it does not wait; a pause in
 * milliseconds.
 */
export type Line = string | Buffer | number;

/** Sends what no mail program would send, and returns all responses. It ends when the server or the script ends. */
export async function conversation(port: number, script: readonly Line[]): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  let text = '';
  socket.on('data', (data) => (text += data.toString('latin1')));
  socket.on('error', () => undefined);
  const until = async (wanted: () => boolean, milliseconds = 5_000): Promise<void> => {
    for (const end = Date.now() + milliseconds; !wanted() && !socket.closed && Date.now() < end;) await sleep(5);
  };
  await until(() => lastLines(text).length > 0);
  for (const line of script) {
    if (typeof line === 'number') {
      await until(() => false, line);
      continue;
    }
    const before = lastLines(text).length;
    socket.write(line);
    if (typeof line !== 'string') continue;
    await until(() => lastLines(text).length > before);
  }
  socket.destroy();
  return text;
}

function lastLines(text: string): readonly string[] {
  return text.split('\r\n').filter((line) => /^\d{3} /.test(line));
}

/** The text of a refusal as nodemailer reports it. */
export async function refusalOf(sending: Promise<unknown>): Promise<SMTPConnection.SMTPError> {
  try {
    await sending;
  } catch (error) {
    return error as SMTPConnection.SMTPError;
  }
  throw new Error('the mail was not refused');
}
