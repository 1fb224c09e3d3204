// Contract of SES as the product uses it. With AWS_ENDPOINT_URL_SESV2 (and ordinary AWS credentials) in the environment
// the same tests run against that endpoint; SES_CONTRACT_FROM then names an address that may send, and the mails go to
// the mailbox simulator.
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SendEmailCommand, SESv2Client, type SendEmailCommandInput } from '@aws-sdk/client-sesv2';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startSes, type RunningSes, type SesFault } from '#infra/local/aws/ses/ses.ts';
import { credentials, oneCaller, outcome, region, tamper } from '../dynamodb/signing.ts';
import { standingClock } from './clock.ts';

const elsewhere = process.env['AWS_ENDPOINT_URL_SESV2'];
const from = process.env['SES_CONTRACT_FROM'] ?? 'privacy@example.org';
const to = 'success@simulator.amazonses.com';
const { access, calls } = oneCaller();
const clock = standingClock('2026-11-03T08:00:00.000Z');
let fault: SesFault | undefined;
let folder: string;
let server: RunningSes | undefined;
let client: SESv2Client;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'ses-'));
  server = elsewhere === undefined ? await startSes({ access, folder, clock, faults: () => fault }) : undefined;
  client = connect();
});

beforeEach(() => {
  fault = undefined;
});

afterAll(async () => {
  client.destroy();
  await server?.close();
  await rm(folder, { recursive: true, force: true });
});

function connect(secretAccessKey?: string): SESv2Client {
  if (server === undefined)
    return new SESv2Client(
      secretAccessKey === undefined
        ? {}
        : { credentials: { accessKeyId: process.env['AWS_ACCESS_KEY_ID'] ?? '', secretAccessKey } },
    );
  return new SESv2Client({
    endpoint: server.url,
    region,
    credentials: { ...credentials, ...(secretAccessKey !== undefined && { secretAccessKey }) },
    retryMode: 'standard',
    maxAttempts: 1,
  });
}

const Charset = 'UTF-8';
const text = (words: string) => ({ Subject: { Data: words, Charset }, Body: { Text: { Data: words, Charset } } });
const simple = (change: Partial<SendEmailCommandInput> = {}): SendEmailCommandInput => ({
  FromEmailAddress: from,
  Destination: { ToAddresses: [to] },
  Content: { Simple: text('Your request has arrived') },
  ...change,
});
const send = (input: SendEmailCommandInput, by = client) => by.send(new SendEmailCommand(input));

describe('SendEmail', () => {
  it('accepts mails and names each with an id of its own', async () => {
    const ids = [(await send(simple())).MessageId, (await send(simple())).MessageId];
    expect(ids.every((id) => /^[\w-]+$/.test(id ?? ''))).toBe(true);
    expect(new Set(ids).size).toBe(2);
  });

  it.each([
    'astrid',
    'astrid@',
    '@example.org',
    'a b@example.org',
    'astrid@exa mple.org',
    'a@example.org, b@example.org',
    'b@example.org <a@example.org>',
    '<a@example.org> b',
    'åsa@example.org',
  ])('refuses the recipient "%s"', async (address) => {
    expect(await outcome(send(simple({ Destination: { ToAddresses: [address] } })))).toBe('BadRequestException');
  });

  it('refuses a mail without recipients, and one with 51', async () => {
    expect(await outcome(send(simple({ Destination: {} })))).toBe('BadRequestException');
    const many = Array.from({ length: 51 }, (_, number) => `success+${number}@simulator.amazonses.com`);
    expect(await outcome(send(simple({ Destination: { ToAddresses: many } })))).toBe('BadRequestException');
  });

  it.each(['To', 'Bcc', 'Message-ID', 'bad name', 'X:Y'])('refuses the custom header "%s"', async (Name) => {
    const Headers = [{ Name, Value: 'x@example.org' }];
    const input = simple({ Content: { Simple: { ...text('header'), Headers } } });
    expect(await outcome(send(input))).toBe('BadRequestException');
  });

  it('refuses a line break that would smuggle a header in', async () => {
    const Headers = [{ Name: 'X-Case', Value: 'one\r\nBcc: someone@example.com' }];
    expect(await outcome(send(simple({ Content: { Simple: { ...text('x'), Headers } } })))).toBe('BadRequestException');
    const subject = { ...text('x'), Subject: { Data: 'one\r\nBcc: someone@example.com' } };
    expect(await outcome(send(simple({ Content: { Simple: subject } })))).toBe('BadRequestException');
    const address = `Name\r\nBcc: someone@example.com <${to}>`;
    expect(await outcome(send(simple({ Destination: { ToAddresses: [address] } })))).toBe('BadRequestException');
  });
});

describe('requests that must not pass', () => {
  it('refuses a wrong secret', async () => {
    expect(await outcome(send(simple(), connect('a-wrong-secret')))).toMatch(/Signature/);
  });

  it('refuses an anonymous request', async () => {
    const url = server?.url ?? elsewhere!;
    const response = await fetch(`${url}/v2/email/outbound-emails`, { method: 'POST', body: '{}' });
    expect(response.status).toBe(403);
    expect(response.headers.get('x-amzn-errortype')).toMatch(/MissingAuthenticationToken/);
  });

  it('refuses a body that was changed after signing', async () => {
    const tampered = connect();
    tamper(tampered, { body: (sent) => sent.replace(to, 'bounce@simulator.amazonses.com') });
    expect(await outcome(send(simple(), tampered))).toMatch(/Signature/);
  });
});

describe.skipIf(elsewhere !== undefined)('the local SES', () => {
  const last = async () => {
    const record = server!.list().at(-1)!;
    const message = (await server!.read(record.id))!;
    return { record, message, mail: await PostalMime.parse(message) };
  };

  it('keeps a simple mail as the file that a mail server would hand over', async () => {
    clock.set('2026-11-05T09:30:00.000Z');
    const { MessageId } = await send({
      FromEmailAddress: '=?UTF-8?Q?F=C3=B6reningen?= <privacy@example.org>',
      Destination: { ToAddresses: ['astrid@example.com', 'bo@example.com'] },
      Content: {
        Simple: {
          Subject: { Data: 'Din begäran är mottagen', Charset },
          Body: {
            Text: { Data: 'Hej Åsa,\n.\nhttps://example.org/?a=1&b=2\n', Charset },
            Html: { Data: '<p>Hej Åsa</p>', Charset },
          },
          Headers: [{ Name: 'Content-Language', Value: 'sv' }],
        },
      },
    });
    const { record, message, mail } = await last();
    expect(record).toEqual({
      id: MessageId,
      number: server!.list().length,
      from: 'privacy@example.org',
      to: ['astrid@example.com', 'bo@example.com'],
      subject: 'Din begäran är mottagen',
      acceptedAt: '2026-11-05T09:30:00.000Z',
    });
    expect(mail).toMatchObject({
      from: { name: 'Föreningen', address: 'privacy@example.org' },
      to: [{ address: 'astrid@example.com' }, { address: 'bo@example.com' }],
      subject: 'Din begäran är mottagen',
      messageId: `<${MessageId}@eu-north-1.amazonses.com>`,
      date: '2026-11-05T09:30:00.000Z',
    });
    expect(mail.text?.trim()).toBe('Hej Åsa,\n.\nhttps://example.org/?a=1&b=2');
    expect(mail.html?.trim()).toBe('<p>Hej Åsa</p>');
    expect(mail.headers).toContainEqual(expect.objectContaining({ key: 'content-language', value: 'sv' }));
    expect(message.toString('latin1')).not.toMatch(/[^\r]\n|\r[^\n]|[^\x00-\x7f]/);
    const file = `${String(record.number).padStart(6, '0')}.eml`;
    expect(await readFile(path.join(folder, file))).toEqual(message);
  });

  it('refuses more than 10 MiB', async () => {
    const before = server!.list().length;
    const large = 'x'.repeat(76).concat('\n').repeat(140_000);
    const Simple = { Subject: { Data: 'large' }, Body: { Text: { Data: large } } };
    expect(await outcome(send(simple({ Content: { Simple } })))).toBe('BadRequestException');
    const Larger = { Subject: { Data: 'larger' }, Body: { Text: { Data: large.repeat(2) } } };
    expect(await outcome(send(simple({ Content: { Simple: Larger } })))).toBe('RequestEntityTooLargeException');
    expect(server!.list()).toHaveLength(before);
  });

  it('refuses what it would otherwise leave out', async () => {
    const inputs: SendEmailCommandInput[] = [
      simple({ Content: { Template: { TemplateName: 'welcome' } } }),
      simple({ Content: {} }),
      simple({ Content: { Raw: { Data: Buffer.from(`From: ${from}\nTo: ${to}\n\nx`) } } }),
      simple({ Destination: { ToAddresses: [to], BccAddresses: [to] } }),
      simple({ ReplyToAddresses: [from] }),
      simple({ EmailTags: [{ Name: 'a', Value: 'b' }] }),
      simple({ Content: { Simple: { Subject: { Data: 'Begäran' }, Body: { Text: { Data: 'x' } } } } }),
      simple({ Content: { Simple: { Subject: { Data: 'x' }, Body: {} } } }),
      simple({ FromEmailAddress: 'Föreningen <privacy@example.org>' }),
      simple({ FromEmailAddress: undefined }),
    ];
    for (const input of inputs) expect(await outcome(send(input))).toBe('BadRequestException');
  });

  it('does not repeat an address or a text in an error', async () => {
    const secretive = simple({ Destination: { ToAddresses: ['astrid.oberg at example.org'] } });
    const error = await send(secretive).catch((thrown: Error) => thrown);
    expect((error as Error).message).not.toMatch(/astrid|example/);
  });

  it('records the sender identity for every mail that it looked at', async () => {
    calls.length = 0;
    await send(simple({ FromEmailAddress: 'Name <privacy@example.org>' }));
    await outcome(send(simple(), connect('a-wrong-secret')));
    expect(calls).toEqual([{ principal: 'case-worker', action: 'ses:SendEmail', resource: 'privacy@example.org' }]);
  });

  it.each([
    ['throttled', 'TooManyRequestsException', 0],
    ['unavailable', 'InternalServiceErrorException', 0],
    ['rejected', 'MessageRejected', 0],
    ['answer-lost', 'TimeoutError', 1],
  ] as const)('can be made to fail: %s', async (kind, name, accepted) => {
    const before = server!.list().length;
    fault = kind;
    const ended = await outcome(send(simple()));
    if (kind === 'answer-lost') expect(ended).not.toBe('accepted');
    else expect(ended).toBe(name);
    expect(server!.list()).toHaveLength(before + accepted);
  });

  it('keeps mails and numbers after a restart, and never uses a number twice', async () => {
    const own = await mkdtemp(path.join(tmpdir(), 'ses-'));
    const open = () => startSes({ access, folder: own, clock });
    const sendTo = async (ses: RunningSes, subject: string) => {
      const sender = new SESv2Client({ endpoint: ses.url, region, credentials });
      await send(simple({ Content: { Simple: text(subject) } }), sender);
      sender.destroy();
    };
    const first = await open();
    await sendTo(first, 'one');
    await sendTo(first, 'two');
    await first.close();
    // Killed while accepting: number 3 between record and mail, number 4 before either was complete.
    await writeFile(path.join(own, '000003.json'), '{"half":');
    await writeFile(path.join(own, '000003.eml.part'), 'From: half');
    await writeFile(path.join(own, '000004.json.part'), '{');
    const second = await open();
    expect(second.list().map((mail) => mail.subject)).toEqual(['one', 'two']);
    await sendTo(second, 'three');
    expect(second.list().at(-1)).toMatchObject({ number: 5, subject: 'three' });
    expect((await second.read(second.list()[0]!.id))?.toString()).toContain('Subject: one');
    expect(await second.read('../000001')).toBeUndefined();
    await second.close();
    await rm(own, { recursive: true });
  });

  it('has every accepted mail whole after SIGKILL', async () => {
    const killed = path.join(folder, 'killed');
    await mkdir(killed);
    const sender = spawn(process.execPath, [path.join(import.meta.dirname, 'sender.ts'), killed], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let printed = '';
    for await (const part of sender.stdout) {
      printed += String(part);
      if (printed.split('\n').length > 60) sender.kill('SIGKILL');
    }
    const accepted = printed.split('\n').slice(0, -1);
    expect(accepted.length).toBeGreaterThanOrEqual(60);

    const again = await startSes({ access, folder: killed, clock });
    const kept = again.list();
    expect(kept.map((mail) => mail.subject)).toEqual(
      expect.arrayContaining(accepted.map((number) => `mail ${number}`)),
    );
    for (const record of kept) {
      const mail = await PostalMime.parse((await again.read(record.id))!);
      expect([mail.subject, mail.text?.trim().length]).toEqual([record.subject, 2000]);
    }
    expect(new Set(kept.map((mail) => mail.number)).size).toBe(kept.length);
    expect((await readdir(killed)).filter((name) => name.endsWith('.part'))).toEqual([]);
    await again.close();
  });
});
