// Contract of AWS End User Messaging SMS as the product uses it. With AWS_ENDPOINT_URL_PINPOINT_SMS_VOICE_V2 (and
// ordinary AWS credentials) in the environment the same tests run against that endpoint; SMS_CONTRACT_FROM then names
// an origination identity of the account and SMS_CONTRACT_TO a verified or simulator number.
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  DescribePhoneNumbersCommand,
  PinpointSMSVoiceV2Client,
  SendTextMessageCommand,
  type SendTextMessageCommandInput,
} from '@aws-sdk/client-pinpoint-sms-voice-v2';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startSmsVoice, type RunningSmsVoice, type SmsFault } from '#infra/local/aws/sms-voice/sms-voice.ts';
import { credentials, oneCaller, outcome, region, tamper } from '../dynamodb/signing.ts';
import { standingClock } from '../ses/clock.ts';

const elsewhere = process.env['AWS_ENDPOINT_URL_PINPOINT_SMS_VOICE_V2'];
const from = process.env['SMS_CONTRACT_FROM'] ?? 'NORDVIK';
const to = process.env['SMS_CONTRACT_TO'] ?? '+46701740605';
const { access, calls } = oneCaller();
const clock = standingClock('2026-11-03T08:00:00.000Z');
const identities = new Set([from]);
let fault: SmsFault | undefined;
let folder: string;
let server: RunningSmsVoice | undefined;
let client: PinpointSMSVoiceV2Client;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'sms-'));
  server =
    elsewhere === undefined
      ? await startSmsVoice({ access, folder, clock, identities, faults: () => fault })
      : undefined;
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

function connect(secretAccessKey?: string): PinpointSMSVoiceV2Client {
  if (server === undefined)
    return new PinpointSMSVoiceV2Client(
      secretAccessKey === undefined
        ? {}
        : { credentials: { accessKeyId: process.env['AWS_ACCESS_KEY_ID'] ?? '', secretAccessKey } },
    );
  return new PinpointSMSVoiceV2Client({
    endpoint: server.url,
    region,
    credentials: { ...credentials, ...(secretAccessKey !== undefined && { secretAccessKey }) },
    retryMode: 'standard',
    maxAttempts: 1,
  });
}

const message = (change: Partial<SendTextMessageCommandInput> = {}): SendTextMessageCommandInput => ({
  DestinationPhoneNumber: to,
  OriginationIdentity: from,
  MessageBody: 'Nordvik Fritid AB: Din kod är 123456.',
  MessageType: 'TRANSACTIONAL',
  TimeToLive: 600,
  ...change,
});
const send = (input: SendTextMessageCommandInput, by = client) => by.send(new SendTextMessageCommand(input));

describe('SendTextMessage', () => {
  it('accepts an SMS and gives each its own id', async () => {
    const ids = [(await send(message())).MessageId, (await send(message())).MessageId];
    expect(ids.every((id) => /^[\w-]+$/.test(id ?? ''))).toBe(true);
    expect(new Set(ids).size).toBe(2);
  });

  it.each(['astrid', '0701740605', '46701740605x', '+0701740605', '+4670174060512345678', ''])(
    'refuses the number "%s"',
    async (number) => {
      expect(await outcome(send(message({ DestinationPhoneNumber: number })))).toBe('ValidationException');
    },
  );

  it('refuses an empty text, and one of more than 1600 characters', async () => {
    expect(await outcome(send(message({ MessageBody: '' })))).toBe('ValidationException');
    expect(await outcome(send(message({ MessageBody: 'x'.repeat(1601) })))).toBe('ValidationException');
  });

  it('refuses a sender that the account does not have', async () => {
    expect(await outcome(send(message({ OriginationIdentity: 'pool-0123456789abcdef0' })))).toBe(
      'ResourceNotFoundException',
    );
  });

  it('refuses a validity time that the service does not permit', async () => {
    expect(await outcome(send(message({ TimeToLive: 4 })))).toBe('ValidationException');
    expect(await outcome(send(message({ TimeToLive: 259_201 })))).toBe('ValidationException');
  });
});

describe('requests that must not pass', () => {
  it('refuses a wrong secret', async () => {
    expect(await outcome(send(message(), connect('a-wrong-secret')))).toMatch(/Signature/);
  });

  it('refuses a body that was changed after signing', async () => {
    const tampered = connect();
    tamper(tampered, { body: (sent) => sent.replace(to, '+46701740606') });
    expect(await outcome(send(message(), tampered))).toMatch(/Signature/);
  });
});

describe.skipIf(elsewhere !== undefined)('the local service', () => {
  it('refuses an anonymous request', async () => {
    const response = await fetch(server!.url, {
      method: 'POST',
      headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': 'PinpointSMSVoiceV2.SendTextMessage' },
      body: JSON.stringify(message()),
    });
    expect(response.status).toBe(400);
    expect(await response.text()).toMatch(/MissingAuthenticationToken/);
  });

  it('keeps an SMS as a file, with the time of the local clock', async () => {
    clock.set('2026-11-05T09:30:00.000Z');
    const { MessageId } = await send(message({ MessageBody: 'Kod: 654321 åäö' }));
    const record = server!.list().at(-1)!;
    expect(record).toEqual({
      id: MessageId,
      number: server!.list().length,
      from,
      to,
      text: 'Kod: 654321 åäö',
      acceptedAt: '2026-11-05T09:30:00.000Z',
    });
    const file = path.join(folder, `${String(record.number).padStart(6, '0')}.json`);
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(record);
  });

  it('refuses options that it would otherwise ignore, and other operations', async () => {
    for (const change of [
      { OriginationIdentity: undefined },
      { MessageType: undefined },
      { Keyword: 'NORDVIK' },
      { ConfigurationSetName: 'default' },
      { DryRun: true },
      { Context: { case: 'x' } },
    ])
      expect(await outcome(send(message(change)))).toBe('ValidationException');
    expect(await outcome(client.send(new DescribePhoneNumbersCommand({})))).toBe('UnknownOperationException');
  });

  it('does not repeat a number or a text in an error', async () => {
    const error = await send(message({ DestinationPhoneNumber: '0701740605', MessageBody: 'secret' })).catch(
      (thrown: Error) => thrown,
    );
    expect(JSON.stringify(error) + (error as Error).message).not.toMatch(/1740605|secret/);
  });

  it('records the sender of every SMS that it checked', async () => {
    calls.length = 0;
    await send(message());
    await outcome(send(message(), connect('a-wrong-secret')));
    expect(calls).toEqual([{ principal: 'case-worker', action: 'sms-voice:SendTextMessage', resource: from }]);
  });

  it.each([
    ['throttled', 'ThrottlingException', 0],
    ['unavailable', 'InternalServerException', 0],
    ['opted-out', 'ConflictException', 0],
    ['blocked', 'ValidationException', 0],
    ['answer-lost', undefined, 1],
  ] as const)('can be made to fail: %s', async (kind, name, accepted) => {
    const before = server!.list().length;
    fault = kind;
    const ended = await outcome(send(message()));
    if (name === undefined) expect(ended).not.toBe('accepted');
    else expect(ended).toBe(name);
    expect(server!.list()).toHaveLength(before + accepted);
  });

  it('says why a number gets nothing, as the service does', async () => {
    fault = 'opted-out';
    await expect(send(message())).rejects.toMatchObject({ Reason: 'DESTINATION_PHONE_NUMBER_OPTED_OUT' });
    fault = 'blocked';
    await expect(send(message())).rejects.toMatchObject({ Reason: 'DESTINATION_COUNTRY_BLOCKED' });
  });

  it('keeps SMS and numbers after a restart, and drops what was half written', async () => {
    const own = await mkdtemp(path.join(tmpdir(), 'sms-'));
    const open = async () => await startSmsVoice({ access, folder: own, clock, identities });
    const sendTo = async (service: RunningSmsVoice, MessageBody: string) => {
      const sender = new PinpointSMSVoiceV2Client({ endpoint: service.url, region, credentials });
      await send(message({ MessageBody }), sender);
      sender.destroy();
    };
    const first = await open();
    await sendTo(first, 'one');
    await first.close();
    await writeFile(path.join(own, '000002.json.part'), '{"half":');
    const second = await open();
    expect(second.list().map(({ text }) => text)).toEqual(['one']);
    await sendTo(second, 'two');
    expect(second.list().map(({ number, text }) => [number, text])).toEqual([
      [1, 'one'],
      [2, 'two'],
    ]);
    expect(await readdir(own)).toEqual(['000001.json', '000002.json']);
    await second.close();
    await rm(own, { recursive: true });
  });
});
