import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { createTransport } from 'nodemailer';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { parseMail } from '#domain/mail/parts/parse.ts';
import { alsoOurs, buckets, conversation, ours, refusalOf, startRig, type Rig } from './rig.ts';

let rig: Rig;
afterEach(async () => await rig?.close());

const hello = ['EHLO client.example.org\r\n', 'MAIL FROM:<olle@example.org>\r\n'];
const codes = (answers: readonly string[]): readonly string[] => answers.map((line) => line.slice(0, 3));

async function nothingHappened(): Promise<void> {
  expect(rig.told).toEqual([]);
  expect(await rig.keys(buckets.mail)).toEqual([]);
  expect(await rig.keys(buckets.waiting)).toEqual([]);
}

describe('A mail to a controller', () => {
  it('is stored where the mail service would store it, and the function is invoked as the mail service would', async () => {
    rig = await startRig();
    const { response } = await rig.send({
      subject: 'Registerutdrag',
      text: 'Hej',
      envelope: { from: 'e@example.org', to: ours },
    });
    expect(response).toMatch(/^250 /);
    expect(rig.told).toHaveLength(1);
    const [{ mail, receipt }] = rig.told as [(typeof rig.told)[0]];
    expect(receipt).toEqual({
      timestamp: '2026-03-02T08:00:00.000Z',
      recipients: [ours],
      spfVerdict: 'GRAY',
      dkimVerdict: 'GRAY',
      dmarcVerdict: 'GRAY',
      virusVerdict: 'DISABLED',
      spamVerdict: 'DISABLED',
    });
    expect(await rig.keys(buckets.mail)).toEqual([`inbound/${mail.messageId}`]);
    expect(await rig.keys(buckets.waiting)).toEqual([]);
    const lines = (await rig.kept()).split('\r\n');
    expect(lines.slice(0, 5)).toEqual([
      'Return-Path: <e@example.org>',
      expect.stringMatching(/^Received: from [\w.[\]-]+ \(\[127\.0\.0\.1\]\)$/),
      ` by localhost with SMTP id ${mail.messageId}`,
      ` for ${ours};`,
      ' Mon, 02 Mar 2026 08:00:00 +0000 (UTC)',
    ]);
  });

  it('is stored byte for byte: 8-bit characters, lines that start with a dot, long lines, no end of line', async () => {
    rig = await startRig();
    const body = Buffer.concat([
      Buffer.from('From: olle@example.org\r\nMessage-ID: <1@example.org>\r\n\r\n.\r\n..\r\n.hej.\r\n\r\n.', 'latin1'),
      Buffer.from([0xe5, 0xe4, 0xf6, 0x00, 0xff, 0x0a]),
      Buffer.from('x'.repeat(5_000)),
    ]);
    await rig.send({ raw: body, envelope: { from: 'olle@example.org', to: ours } });
    const kept = await rig.kept();
    // A client ends the last line, because DATA can only be ended after a line.
    expect(kept.slice(kept.indexOf('From: '))).toBe(`${body.toString('latin1').replace(/(?<!\r)\n/g, '\r\n')}\r\n`);
  });

  it('keeps what it says in any code page, and its attachments', async () => {
    rig = await startRig();
    const file = randomBytes(200_000);
    await rig.send({
      subject: 'Begäran om utdrag – åäö',
      text: 'Vad vet ni om mig? Åsa',
      attachments: [{ filename: 'legitimation.pdf', content: file }],
    });
    const parsed = await parseMail(Buffer.from(await rig.kept(), 'latin1'), 'open');
    expect(parsed).toMatchObject({ ok: true, mail: { subject: 'Begäran om utdrag – åäö', attachments: 1 } });
    expect((await rig.kept()).replaceAll(/\s/g, '')).toContain(file.toString('base64'));
  });

  it('may come from an address with other letters than a to z', async () => {
    rig = await startRig();
    const { response } = await rig.send({ from: 'åsa@exämple.example', text: 'Hej' });
    expect(response).toMatch(/^250 /);
    expect(Buffer.from(await rig.kept(), 'latin1').toString()).toContain('Return-Path: <åsa@exämple.example>');
  });

  it('without a sender in its envelope says so in its first line, whatever the mail itself says', async () => {
    rig = await startRig();
    await rig.dialogue([
      'EHLO client.example.org\r\n',
      'MAIL FROM:<>\r\n',
      `RCPT TO:<${ours}>\r\n`,
      'DATA\r\n',
      'Return-Path: <somebody@example.org>\r\n\r\nHej\r\n.\r\n',
    ]);
    expect((await rig.kept()).startsWith('Return-Path: <>\r\n')).toBe(true);
  });

  it('cannot continue our own header lines, nor add lines with the name of its client', async () => {
    rig = await startRig();
    const answers = await rig.dialogue([
      'EHLO (x)for<a@example.org>;\r\n',
      'MAIL FROM:<olle@example.org>\r\n',
      `RCPT TO:<${ours}>\r\n`,
      'DATA\r\n',
      ' for somebody@example.org; Mon, 01 Jan 2024 00:00:00 +0000\r\n\r\nHej\r\n.\r\n',
    ]);
    expect(codes(answers).at(-1)).toBe('250');
    const [header = ''] = (await rig.kept()).split('\r\n\r\n');
    expect(header).toContain('Received: from unknown ');
    expect(header).not.toContain('example.org;');
  });

  it('of almost the greatest size is accepted; the function can read that much', async () => {
    rig = await startRig();
    const raw = Buffer.concat([
      Buffer.from('From: olle@example.org\r\nMessage-ID: <1@example.org>\r\n\r\n'),
      Buffer.alloc(39 * 1024 * 1024, `${'x'.repeat(998)}\r\n`),
    ]);
    await rig.send({ raw, envelope: { from: 'olle@example.org', to: ours } });
    const kept = Buffer.from(await rig.kept(), 'latin1');
    expect(kept.length).toBeGreaterThan(raw.length);
    expect(await parseMail(kept, 'open')).toMatchObject({ ok: true });
  });
});

describe('A mail that is refused', () => {
  it.each([
    ['to somebody who is not ours', 'maja@example.org'],
    ['to nobody at a domain of ours', 'nobody@nordvik.example'],
    ['through us to another', '@nordvik.example:maja@example.org'],
    ['with our address as part of another', 'dataskydd@nordvik.example.example.org'],
    ['by the old way through us', 'maja%example.org@nordvik.example'],
    ['to the postmaster, who is not here', 'postmaster'],
  ])('%s is refused at once, and nothing is relayed', async (_, to) => {
    rig = await startRig();
    const answers = await rig.dialogue([...hello, `RCPT TO:<${to}>\r\n`, 'DATA\r\n']);
    expect(codes(answers)).toEqual(['220', '250', '250', '550', '503']);
    expect(answers.join()).not.toContain(to);
    await nothingHappened();
  });

  it.each(['AUTH PLAIN AGEAYg==', 'STARTTLS', 'XCLIENT ADDR=1.2.3.4', 'EXPN all', 'TURN', 'WIZ x', 'SHELL'])(
    'cannot be sent otherwise: %s is not a command here',
    async (command) => {
      rig = await startRig();
      const [greeting, ehlo, answer] = await rig.dialogue(['EHLO client.example.org\r\n', `${command}\r\n`]);
      expect(codes([greeting!, ehlo!, answer!])).toEqual(['220', '250', '500']);
    },
  );

  it('is refused unread if it says that it is too large, and is not stored if it turns out to be', async () => {
    rig = await startRig({ limits: { mail: 10_000 } });
    expect(await refusalOf(rig.send({ text: 'x'.repeat(20_000) }))).toMatchObject({ responseCode: 552 });
    const long = 'x'.repeat(76);
    const answers = await rig.dialogue([
      ...hello,
      `RCPT TO:<${ours}>\r\n`,
      'DATA\r\n',
      `Subject: x\r\n\r\n${`${long}\r\n`.repeat(1_000)}.\r\n`,
      'NOOP\r\n',
    ]);
    expect(codes(answers).slice(-2)).toEqual(['552', '250']);
    await nothingHappened();
  });

  it('because it was interrupted leaves nothing', async () => {
    rig = await startRig();
    await rig.dialogue([...hello, `RCPT TO:<${ours}>\r\n`, 'DATA\r\n', Buffer.from('Subject: Registerut'), 100]);
    await sleep(100);
    await nothingHappened();
    expect(rig.failures).toEqual([]);
    await rig.send({ text: 'Hej' });
    expect(rig.told).toHaveLength(1);
  });

  it('because its client is idle, or sends without end, leaves nothing', async () => {
    rig = await startRig({ limits: { idle: 300, connection: 900 } });
    const idle = await rig.dialogue([...hello, 5_000]);
    expect(codes(idle)).toEqual(['220', '250', '250', '421']);
    const trickle = Array.from({ length: 30 }, (): [Buffer, number] => [Buffer.from('x'), 100]).flat();
    const begun = Date.now();
    const slow = rig.dialogue([...hello, `RCPT TO:<${ours}>\r\n`, 'DATA\r\n', ...trickle, '\r\n.\r\n']);
    expect(codes(await slow)).toEqual(['220', '250', '250', '250', '354']);
    expect(Date.now() - begun).toBeLessThan(4_000);
    await nothingHappened();
  });

  it('because too many clients are connected may be sent later', async () => {
    rig = await startRig({ limits: { clients: 2 } });
    const busy = [connect(rig.smtp.port, rig.smtp.host), connect(rig.smtp.port, rig.smtp.host)];
    // Each of the two was greeted.
    await Promise.all(busy.map(async (socket) => await once(socket, 'data')));
    expect(codes(await rig.dialogue(hello))).toEqual(['421']);
    for (const socket of busy) socket.destroy();
    await vi.waitFor(async () => expect((await rig.send({ text: 'Hej' })).response).toMatch(/^250 /), 5_000);
  });
});

describe('Recipients', () => {
  it('of whom one is ours: the mail is accepted for that one, and the sender is told about the other', async () => {
    rig = await startRig();
    const { accepted, rejected } = await rig.send({ to: ['maja@example.org', ours], text: 'Hej' });
    expect({ accepted, rejected }).toEqual({ accepted: [ours], rejected: ['maja@example.org'] });
    expect(rig.told[0]?.receipt.recipients).toEqual([ours]);
    expect(await rig.kept()).toContain(`for ${ours};`);
  });

  it('are recognised in any spelling of the same address, and passed on as the organisation writes them', async () => {
    rig = await startRig();
    await rig.send({ to: ['DATASKYDD@Nordvik.Example', 'dataskydd@xn--ringe-iua.example'], text: 'Hej' });
    expect(rig.told[0]?.receipt.recipients).toEqual([ours, alsoOurs]);
    // A reader of the mail must not see a blind copy.
    expect(await rig.kept()).not.toMatch(/^ for /m);
  });

  it('are a hundred at most', async () => {
    rig = await startRig({ limits: { recipients: 1 } });
    const { rejectedErrors } = await rig.send({ to: [ours, alsoOurs], text: 'Hej' });
    expect(rejectedErrors?.map(({ responseCode }) => responseCode)).toEqual([452]);
    expect(rig.told[0]?.receipt.recipients).toEqual([ours]);
  });

  it('who are not ours can be many, and the mail is still accepted', async () => {
    rig = await startRig();
    const others = Array.from({ length: 300 }, (_, index) => `person-${index}@example.org`);
    const { accepted, rejected } = await rig.send({ to: [...others, ours], text: 'Hej' });
    expect({ accepted, rejected: rejected.length }).toEqual({ accepted: [ours], rejected: 300 });
  });
});

describe('A connection', () => {
  it('offers long mails, 8-bit mails, international addresses and pipelining, and neither TLS nor signing in', async () => {
    rig = await startRig();
    const text = await conversation(rig.smtp.port, ['EHLO client.example.org\r\n']);
    const offers = text.split('\r\n').map((line) => line.slice(4));
    expect(offers).toEqual(expect.arrayContaining(['PIPELINING', '8BITMIME', 'SMTPUTF8', 'SIZE 41934848']));
    expect(offers.join()).not.toMatch(/AUTH|STARTTLS/);
  });

  it('carries several mails, one after the other, and all of them in one breath', async () => {
    rig = await startRig();
    const transport = createTransport({ host: rig.smtp.host, port: rig.smtp.port, pool: true, maxConnections: 1 });
    for (const subject of ['a', 'b', 'c']) await transport.sendMail({ from: 'olle@example.org', to: ours, subject });
    transport.close();
    const one = (id: number): string =>
      `MAIL FROM:<olle@example.org>\r\nRCPT TO:<${ours}>\r\nDATA\r\nMessage-ID: <${id}@example.org>\r\n\r\n${id}\r\n.\r\n`;
    await rig.dialogue(['EHLO client.example.org\r\n', one(1) + one(2), 'QUIT\r\n', 2_000]);
    await vi.waitFor(() => expect(new Set(rig.told.map(({ mail }) => mail.messageId)).size).toBe(5), 5_000);
  });

  it('is possible only from this machine', async () => {
    rig = await startRig();
    expect(rig.smtp.host).toBe('127.0.0.1');
    const transport = createTransport({ host: '::1', port: rig.smtp.port, connectionTimeout: 1_000 });
    await expect(transport.sendMail({ from: 'olle@example.org', to: ours })).rejects.toThrow();
  });

  it('that is idle does not delay the stop', async () => {
    rig = await startRig();
    const idle = rig.dialogue([...hello, 10_000]);
    await sleep(100);
    const begun = Date.now();
    await rig.close();
    expect(Date.now() - begun).toBeLessThan(3_000);
    await idle;
  });
});
