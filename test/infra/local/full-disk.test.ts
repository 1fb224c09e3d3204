// Tests of each local endpoint that writes files: the disk is full and later has free space again. The SDK does not
// retry in these tests.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { PinpointSMSVoiceV2Client, SendTextMessageCommand } from '@aws-sdk/client-pinpoint-sms-voice-v2';
import {
  CreateMultipartUploadCommand,
  GetObjectCommand,
  PutObjectCommand,
  S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { SendEmailCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import { DescribeExecutionCommand, ListExecutionsCommand } from '@aws-sdk/client-sfn';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openLogFile } from '#infra/local/functions/log-file.ts';
import { startS3 } from '#infra/local/aws/s3/s3.ts';
import { startSes } from '#infra/local/aws/ses/ses.ts';
import { startSmsVoice } from '#infra/local/aws/sms-voice/sms-voice.ts';
import { mountSmallDisk, type SmallDisk } from '#test/support/small-disk.ts';
import { credentials, oneCaller, region } from './aws/dynamodb/signing.ts';
import { standingClock } from './aws/ses/clock.ts';
import { createMachine, startExecution, startRig } from './aws/step-functions/rig.ts';

const trial = mountSmallDisk(1 << 20);
if (typeof trial !== 'string') trial.unmount();
const refusal = typeof trial === 'string' ? ` (not run: ${trial})` : '';

const clock = standingClock('2026-11-03T08:00:00Z');

/** The result of a request: the HTTP status of the error, which the SDK would try again, or `done`. */
async function asked(asking: Promise<unknown>): Promise<number | 'done'> {
  try {
    await asking;
    return 'done';
  } catch (error) {
    return (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode ?? 0;
  }
}

describe.skipIf(refusal !== '')(`On a disk that is full${refusal}`, () => {
  let disk: SmallDisk;
  beforeEach(() => {
    const mounted = mountSmallDisk(16 << 20);
    if (typeof mounted === 'string') throw new Error(mounted);
    disk = mounted;
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
  });
  afterEach(() => {
    disk.unmount();
    vi.restoreAllMocks();
  });
  const inside = (name: string): string => path.join(disk.folder, name);
  const options = () => ({ access: oneCaller().access, clock });
  const client = (url: string) => ({ endpoint: url, region, credentials, maxAttempts: 1 });

  it('SES answers 500, keeps nothing of the mail, and works again once there is space', async () => {
    const server = await startSes({ ...options(), folder: inside('mail') });
    const ses = new SESv2Client(client(server.url));
    const mail = async (subject: string): Promise<number | 'done'> =>
      await asked(
        ses.send(
          new SendEmailCommand({
            FromEmailAddress: 'privacy@example.org',
            Destination: { ToAddresses: ['astrid@example.com'] },
            Content: { Simple: { Subject: { Data: subject }, Body: { Text: { Data: 'x'.repeat(20_000) } } } },
          }),
        ),
      );
    expect(await mail('before')).toBe('done');
    // First nothing fits; then the record of the mail fits and the mail does not.
    for (const left of [0, 4096, 8192]) {
      disk.fill(left);
      expect(await mail('meanwhile')).toBe(500);
      disk.free();
    }
    expect(readdirSync(inside('mail'))).toEqual(['000001.eml', '000001.json']);
    expect(await mail('after')).toBe('done');
    expect(server.list().map(({ subject }) => subject)).toEqual(['before', 'after']);
    await server.close();
    const again = await startSes({ ...options(), folder: inside('mail') });
    expect(again.list().map(({ subject }) => subject)).toEqual(['before', 'after']);
    await again.close();
  });

  it('the SMS service answers 500, keeps nothing of the SMS, and works again once there is space', async () => {
    const identities = new Set(['NORDVIK']);
    const server = await startSmsVoice({ ...options(), identities, folder: inside('sms') });
    const sms = new PinpointSMSVoiceV2Client(client(server.url));
    const send = async (text: string): Promise<number | 'done'> =>
      await asked(
        sms.send(
          new SendTextMessageCommand({
            DestinationPhoneNumber: '+46701740605',
            OriginationIdentity: 'NORDVIK',
            MessageBody: text,
            MessageType: 'TRANSACTIONAL',
          }),
        ),
      );
    expect(await send('before')).toBe('done');
    disk.fill(0);
    expect(await send('meanwhile')).toBe(500);
    disk.free();
    expect(readdirSync(inside('sms'))).toEqual(['000001.json']);
    expect(await send('after')).toBe('done');
    expect(server.list().map(({ text }) => text)).toEqual(['before', 'after']);
    await server.close();
  });

  it('S3 answers 503, keeps nothing of the object or the part, and works again once there is space', async () => {
    const server = await startS3({ access: options().access, folder: inside('s3') });
    server.ensureBucket('bucket');
    const s3 = new S3Client({ ...client(server.url), forcePathStyle: true });
    const Body = Buffer.alloc(200_000, 'a');
    const put = async (Key: string): Promise<number | 'done'> =>
      await asked(s3.send(new PutObjectCommand({ Bucket: 'bucket', Key, Body })));
    const { UploadId } = await s3.send(new CreateMultipartUploadCommand({ Bucket: 'bucket', Key: 'large' }));
    const part = async (): Promise<number | 'done'> =>
      await asked(s3.send(new UploadPartCommand({ Bucket: 'bucket', Key: 'large', UploadId, PartNumber: 1, Body })));
    expect(await put('before')).toBe('done');
    for (const left of [0, 4096, 100_000]) {
      disk.fill(left);
      expect(await put('meanwhile')).toBe(503);
      expect(await part()).toBe(503);
      expect((await s3.send(new GetObjectCommand({ Bucket: 'bucket', Key: 'before' }))).ContentLength).toBe(200_000);
      disk.free();
    }
    await vi.waitFor(
      () => {
        expect(readdirSync(inside('s3/incoming'))).toEqual([]);
        expect(readdirSync(inside('s3/blobs'))).toHaveLength(1);
      },
      { timeout: 30_000 },
    );
    expect(await put('meanwhile')).toBe('done');
    expect(await part()).toBe('done');
    await server.close();
  });

  it('Step Functions answers 500 to a start, and running executions continue by themselves once there is space', async () => {
    let release: (() => void) | undefined;
    const rig = await startRig({
      folder: inside('step-functions'),
      functions: {
        slow: async () => {
          await new Promise<void>((resolve) => (release = resolve));
          return { text: 'x'.repeat(30_000) };
        },
      },
    });
    const machine = await createMachine(rig, {
      QueryLanguage: 'JSONata',
      StartAt: 'Slow',
      States: {
        Slow: {
          Type: 'Task',
          Resource: 'arn:aws:states:::lambda:invoke',
          Arguments: { FunctionName: 'slow' },
          Output: '{% $states.result.Payload %}',
          End: true,
        },
      },
    });
    const arn = await startExecution(rig, machine);
    await vi.waitFor(() => expect(release).toBeDefined(), { timeout: 30_000 });
    disk.fill(0);
    expect(await asked(startExecution(rig, machine, 'x'.repeat(70_000)))).toBe(500);
    release?.();
    const status = async (): Promise<string | undefined> =>
      (await rig.client.send(new DescribeExecutionCommand({ executionArn: arn }))).status;
    expect(await status()).toBe('RUNNING');
    disk.free();
    await vi.waitFor(async () => expect(await status()).toBe('SUCCEEDED'), { timeout: 10_000 });
    const { executions } = await rig.client.send(new ListExecutionsCommand({ stateMachineArn: machine }));
    expect(executions).toHaveLength(1);
    await rig.stop();
  });

  it('the log of a function loses what does not fit, continues after it, and says how much is missing', async () => {
    const file = inside('function.log');
    const log = openLogFile(file, () => Date.parse('2026-11-03T08:00:00Z'));
    log.write('before\n');
    await vi.waitFor(() => expect(readFileSync(file, 'utf8')).toBe('before\n'), { timeout: 30_000 });
    disk.fill(0);
    log.write(`${'x'.repeat(9_999)}\n`);
    await log.close();
    disk.free();
    log.write('after\n');
    log.write('and on\n');
    await log.close();
    const lines = readFileSync(file, 'utf8').split('\n');
    expect(lines[0]).toBe('before');
    expect(lines.slice(-4)).toEqual([
      '{"time":"2026-11-03T08:00:00.000Z","type":"platform.logsDropped","record":{"reason":"the log could not be written","droppedBytes":10000}}',
      'after',
      'and on',
      '',
    ]);
  });
});
