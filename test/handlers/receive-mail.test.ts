import { DeleteObjectCommand, GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it, onTestFinished } from 'vitest';
import { mailEventSchema } from '#handlers/receive-mail/event.ts';
import { inboundMails, mailKey, scanKey } from '#store/inbound-mails.ts';

function event(ses: object): object {
  return { Records: [{ eventSource: 'aws:ses', eventVersion: '1.0', ses }] };
}
const mail = { messageId: 'o3vrnil0e2ic28trm7dfhrc2v0clambda4nbp0g1', timestamp: '2026-03-02T09:00:00+01:00' };

describe('the event of a received mail', () => {
  it('contains the id, instants in UTC, recipients and verdicts', () => {
    const receipt = {
      timestamp: '2026-03-02T08:00:01.000Z',
      recipients: ['dataskydd@nordvik.example'],
      spfVerdict: { status: 'PASS' },
      dkimVerdict: { status: 'GRAY' },
      dmarcVerdict: { status: 'FAIL' },
      dmarcPolicy: 'reject',
      virusVerdict: { status: 'PROCESSING_FAILED' },
      spamVerdict: { status: 'PASS' },
      action: { type: 'Lambda' },
    };
    const [{ ses }] = mailEventSchema.parse(event({ mail, receipt })).Records;
    expect(ses.mail).toEqual({ messageId: mail.messageId, timestamp: '2026-03-02T08:00:00.000Z' });
    expect(ses.receipt).toEqual({
      timestamp: '2026-03-02T08:00:01.000Z',
      recipients: ['dataskydd@nordvik.example'],
      spfVerdict: 'PASS',
      dkimVerdict: 'GRAY',
      dmarcVerdict: 'FAIL',
      virusVerdict: 'PROCESSING_FAILED',
      spamVerdict: 'PASS',
    });
  });

  it.each([
    [undefined],
    [null],
    [{}],
    [{ status: null }],
    [{ status: 'pass' }],
    [{ status: 'SPLENDID' }],
    ['PASS'],
    [7],
  ])('a verdict of %j counts as missing', (dmarcVerdict) => {
    const [{ ses }] = mailEventSchema.parse(event({ mail, receipt: { dmarcVerdict } })).Records;
    expect(ses.receipt.dmarcVerdict).toBeNull();
    expect(ses.receipt.virusVerdict).toBeNull();
  });

  it.each(['', '../exports/x', 'a/b', 'a b', 'x'.repeat(201)])('the id %j is the id of no mail', (messageId) => {
    expect(mailEventSchema.safeParse(event({ mail: { ...mail, messageId }, receipt: {} })).success).toBe(false);
  });
});

describe('the object key of an original', () => {
  it('contains the id of the mail, or of the case of a scan', async () => {
    const s3 = mockClient(S3Client);
    onTestFinished(() => s3.restore());
    s3.on(GetObjectCommand, { Bucket: 'mail', Key: 'inbound/abc' }).resolves({
      Body: { transformToByteArray: async () => Buffer.from('From: a@example.org\r\n\r\n') } as never,
    });
    const mails = inboundMails(new S3Client({}), 'mail');
    expect(Buffer.from(await mails.read(mailKey('abc'))).toString()).toContain('a@example.org');
    await mails.destroy(mailKey('abc'));
    await mails.put(scanKey('case'), Buffer.from('%PDF-'), 'application/pdf');
    expect(s3.commandCalls(DeleteObjectCommand).map(({ args }) => args[0].input)).toEqual([
      { Bucket: 'mail', Key: 'inbound/abc' },
    ]);
    expect(s3.commandCalls(PutObjectCommand).map(({ args }) => args[0].input)).toMatchObject([
      { Bucket: 'mail', Key: 'scans/case', ContentType: 'application/pdf' },
    ]);
  });
});
