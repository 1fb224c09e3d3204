import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createTransport } from 'nodemailer';
import { afterEach, describe, expect, it } from 'vitest';
import { messageIdOf } from '#infra/local/aws/ses-receiving/message-id.ts';
import { readVerdicts, receiptEvent, unchecked } from '#infra/local/aws/ses-receiving/receipt.ts';
import { mailEventSchema } from '#handlers/receive-mail/event.ts';
import { buckets, ours, refusalOf, returned, sender, startRig, type Rig } from './rig.ts';

let rig: Rig;
afterEach(async () => await rig?.close());

const mail = { messageId: '<1@example.org>', date: new Date(0), text: 'Hej' };
const ids = (): readonly string[] => rig.told.map(({ mail: { messageId } }) => messageId);

describe('A mail whose handling fails', () => {
  it.each([
    ['breaks down', { kind: 'failed', errorType: 'Error', errorMessage: 'x' }],
    ['is not there', { kind: 'missing' }],
  ] as const)(
    'is to be sent again if the function %s; then it is the same mail, and is handled once',
    async (_, outcome) => {
      rig = await startRig();
      rig.answer = async () => outcome;
      const { responseCode, response } = await refusalOf(rig.send(mail));
      expect(responseCode).toBe(451);
      expect(response).not.toContain('example');
      expect(rig.failures).toEqual([`receive-mail: ${outcome.kind}`]);
      rig.answer = async () => returned;
      await rig.send(mail);
      expect(ids()).toEqual([ids()[0], ids()[0]]);
      expect(await rig.keys(buckets.mail)).toEqual([`inbound/${ids()[0]}`]);
      expect(await rig.keys(buckets.waiting)).toEqual([]);
    },
  );

  it('is passed on at the next start if its sender has given up', async () => {
    rig = await startRig();
    rig.answer = async () => ({ kind: 'failed', errorType: 'Error', errorMessage: 'x' });
    await refusalOf(rig.send(mail));
    rig.answer = async () => returned;
    await rig.intake.takeUp();
    expect(rig.told[1]).toEqual(rig.told[0]);
    expect(await rig.keys(buckets.waiting)).toEqual([]);
  });

  it('is to be sent again if it cannot be stored, and the function is not invoked', async () => {
    rig = await startRig();
    await rig.breakStore();
    expect(await refusalOf(rig.send(mail))).toMatchObject({ responseCode: 451 });
    expect(rig.told).toEqual([]);
    expect(rig.failures).toEqual([expect.stringMatching(/^mail intake: \w+$/)]);
  });
});

describe('The same mail', () => {
  it('sent again has the same id, whatever happened to the response', async () => {
    rig = await startRig();
    await rig.send(mail);
    await rig.send(mail);
    expect(new Set(ids()).size).toBe(1);
  });

  it('sent twice at the same time is passed on once', async () => {
    rig = await startRig();
    let go: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (go = resolve));
    rig.answer = async () => {
      await held;
      return returned;
    };
    const sending = [rig.send(mail), rig.send(mail)];
    setTimeout(go, 700);
    for (const { response } of await Promise.all(sending)) expect(response).toMatch(/^250 /);
    expect(rig.told).toHaveLength(1);
  });

  const pieces = (text: string): readonly Buffer[] => [Buffer.from(text)];
  const from = 'olle@example.org';
  const monday = new Date('2026-03-02T08:00:00Z');
  const tuesday = new Date('2026-03-03T08:00:00Z');

  it('is identified by every byte, its sender and its recipients, and cannot be recognised without the key', () => {
    const one = { from, recipients: ['a@nordvik.example', ours], pieces: pieces('Message-ID: <1@x>\r\n\r\nHej') };
    const id = messageIdOf(one, monday, 'key');
    expect(id).toMatch(/^[0-9a-f]{40}$/);
    expect(messageIdOf(one, tuesday, 'key')).toBe(id);
    expect(messageIdOf({ ...one, recipients: one.recipients.toReversed() }, monday, 'key')).toBe(id);
    expect(
      messageIdOf({ ...one, pieces: [...pieces('Message-ID: <1@x>\r\n'), ...pieces('\r\nHej')] }, monday, 'key'),
    ).toBe(id);
    for (const other of [
      messageIdOf({ ...one, pieces: pieces('Message-ID: <2@x>\r\n\r\nHej') }, monday, 'key'),
      messageIdOf({ ...one, from: 'maja@example.org' }, monday, 'key'),
      messageIdOf({ ...one, recipients: [ours] }, monday, 'key'),
      messageIdOf(one, monday, 'another key'),
    ])
      expect(other).not.toBe(id);
  });

  it.each(['Subject: x\r\n\r\nMessage-ID: <1@x>', 'Message-ID: \r\n\r\nHej', 'X-Message-ID: <1@x>\r\n\r\nHej', 'Hej'])(
    'on another day counts as a new mail if it has nothing that identifies it: %j',
    (text) => {
      const one = { from, recipients: [ours], pieces: pieces(text) };
      expect(messageIdOf(one, monday, 'key')).toBe(messageIdOf(one, new Date('2026-03-02T23:59:00Z'), 'key'));
      expect(messageIdOf(one, monday, 'key')).not.toBe(messageIdOf(one, tuesday, 'key'));
    },
  );
});

describe('A process that is killed', () => {
  it.each(['before-keeping', 'before-telling', 'while-told', 'before-forgetting'] as const)(
    '%s loses nothing: what is stored is passed on at the next start, under the same id',
    async (instant) => {
      const folder = await mkdtemp(path.join(tmpdir(), 'smtp-kill-'));
      try {
        const child = spawn(process.execPath, [path.join(import.meta.dirname, 'killed.ts'), folder, instant], {
          stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
        });
        const [{ port }] = (await once(child, 'message')) as [{ port: number }];
        const gone = once(child, 'exit');
        const transport = createTransport({ host: '127.0.0.1', port });
        await refusalOf(transport.sendMail({ from: sender, to: ours, ...mail }));
        expect(await gone).toEqual([null, 'SIGKILL']);

        rig = await startRig({ folder });
        const [waiting = ''] = await rig.keys(buckets.waiting);
        await rig.intake.takeUp();
        const kept = await rig.keys(buckets.mail);
        expect(kept).toEqual(instant === 'before-keeping' ? [] : [`inbound/${waiting}`]);
        expect(ids()).toEqual(instant === 'before-keeping' ? [] : [waiting]);
        expect(await rig.keys(buckets.waiting)).toEqual([]);
        // The sender got no reply, so it sends the mail again.
        await rig.send(mail);
        expect(new Set(ids())).toEqual(new Set([waiting]));
        expect(await rig.keys(buckets.mail)).toEqual([`inbound/${waiting}`]);
        expect(rig.failures).toEqual([]);
      } finally {
        await rig?.close();
        await rm(folder, { recursive: true, force: true });
      }
    },
  );

  it('after the function destroyed the mail does not pass it on again', async () => {
    rig = await startRig();
    rig.answer = async () => {
      await rig.destroyMail();
      return { kind: 'failed', errorType: 'Sandbox.Timedout', errorMessage: 'x' };
    };
    await refusalOf(rig.send(mail));
    expect(await rig.keys(buckets.waiting)).toHaveLength(1);
    await rig.intake.takeUp();
    expect(rig.told).toHaveLength(1);
    expect(await rig.keys(buckets.waiting)).toEqual([]);
  });
});

describe('Verdicts', () => {
  it('of the operator are passed on with each mail; what the mail says about itself is not', async () => {
    rig = await startRig({ verdicts: { spf: 'FAIL', dkim: 'PASS', dmarc: null, virus: 'FAIL', spam: 'GRAY' } });
    await rig.send({ ...mail, headers: { 'X-SES-Virus-Verdict': 'PASS', 'Authentication-Results': 'x; dmarc=pass' } });
    expect(rig.told[0]?.receipt).toMatchObject({
      spfVerdict: 'FAIL',
      dkimVerdict: 'PASS',
      dmarcVerdict: null,
      virusVerdict: 'FAIL',
      spamVerdict: 'GRAY',
    });
  });

  it('are those that were given; an absent or unknown one is missing, also in the event', () => {
    const verdicts = readVerdicts('{"spf":"PASS","dmarc":"FAIL","virus":"CLEAN","spam":null}');
    expect(verdicts).toEqual({ spf: 'PASS', dkim: null, dmarc: 'FAIL', virus: null, spam: null });
    const event = receiptEvent({
      messageId: 'a',
      receivedAt: '2026-03-02T08:00:00.000Z',
      recipients: [ours],
      verdicts: verdicts ?? unchecked,
    });
    expect(JSON.stringify(event)).not.toMatch(/dkimVerdict|virusVerdict|spamVerdict/);
    const [{ ses }] = mailEventSchema.parse(event).Records;
    expect(ses.receipt).toMatchObject({
      spfVerdict: 'PASS',
      dkimVerdict: null,
      dmarcVerdict: 'FAIL',
      virusVerdict: null,
    });
  });

  it.each(['', 'PASS', '[]', '"PASS"', 'null', '{"spf":'])('that are no object are refused: %j', (text) => {
    expect(readVerdicts(text)).toBeUndefined();
  });
});
