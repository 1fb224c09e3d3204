// Requests that do not come through the form or the API: requests that staff register, and requests by mail.
import { randomUUID } from 'node:crypto';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mostScanBytes, registeredSchema } from '#api/register.ts';
import type { CaseView } from '#api/staff.ts';
import { problemSchema } from '#api/problem.ts';
import { names } from '#infra/local/runner/environment.ts';
import type { Verdicts } from '#domain/mail/verdicts.ts';
import { passed, rawMail } from '../domain/mail/mail.ts';
import { manualSystem, organisationWith, startTestSystem, type RawAnswer, type TestSystem } from '../support/system.ts';

let test: TestSystem;
beforeAll(async () => {
  test = await startTestSystem({ organisation: organisationWith([manualSystem]) });
}, 60_000);
afterAll(async () => await test?.close());

const day = 86_400_000;
const ago = (days: number): string => new Date(test.system.clock.now() - days * day).toISOString();
const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj');

function letter(change: object = {}): object {
  return {
    controller: 'nordvik',
    rights: ['access'],
    language: 'sv',
    channel: 'post',
    receivedAt: ago(0),
    contact: { address: ['Åsa Berg', 'Exempelgatan 2', '111 22 Stockholm'] },
    ...change,
  };
}

async function register(
  body: unknown,
  { as = 'erik', key = randomUUID() }: { as?: keyof TestSystem['tokens']; key?: string } = {},
): Promise<RawAnswer> {
  return await test.http('POST', '/v1/cases', {
    body,
    headers: { authorization: `Bearer ${test.tokens[as]}`, 'idempotency-key': key },
  });
}

async function registered(change: object = {}): Promise<CaseView> {
  const answer = await register(letter(change));
  expect(answer.status).toBe(201);
  return await test.erik.case(registeredSchema.parse(JSON.parse(answer.text)).reference);
}

function problemOf({ status, text }: RawAnswer) {
  expect(text).not.toMatch(/Åsa|Exempelgatan|hemlig/);
  return { ...problemSchema.parse(JSON.parse(text)), status };
}

describe('A request by post', () => {
  it('is registered, gets its dates from its receipt, and its letters are printed and posted [000-13] [001-28] [004-30]', async () => {
    const view = await registered({ message: 'Jag vill ha ett registerutdrag.', receivedAt: ago(3) });
    expect(view).toMatchObject({ channel: 'post', hold: null, rights: ['access'], contact: '✉ •••' });
    expect(Date.parse(view.registeredAt) - Date.parse(view.receivedAt)).toBeGreaterThan(2.9 * day);
    expect(view.lettersToPost.map(({ code }) => code)).toContain('M1');
    await test.command(test.erik, view.reference, { type: 'record-posted', letter: 'M1' });
    const after = await test.erik.case(view.reference);
    expect(after.letters.find(({ code }) => code === 'M1')?.sentAt).not.toBeNull();
  });

  it('that was found late is late: its period began at its receipt', async () => {
    const view = await registered({ receivedAt: ago(40), channel: 'other', foundInOtherChannel: 'Supportchatten' });
    expect(view.daysLeft).toBeLessThan(0);
    expect(view.notes.map(({ text }) => text)).toEqual(['Supportchatten']);
  });

  it('is the same case when it is sent again, and the key cannot be used for another', async () => {
    const key = randomUUID();
    const one = letter();
    const [first, again] = [await register(one, { key }), await register(one, { key })];
    expect(JSON.parse(again.text)).toMatchObject({ reference: JSON.parse(first.text).reference });
    expect(problemOf(await register({ ...one, language: 'en' }, { key }))).toMatchObject({
      status: 409,
      type: 'urn:utdrag:problem:idempotency-key-reused',
    });
  });

  it('can be registered only by case workers who have signed in', async () => {
    expect(problemOf(await register(letter(), { as: 'rune' })).status).toBe(403);
    expect(problemOf(await register(letter(), { as: 'dana' })).status).toBe(403);
    const anonymous = await test.http('POST', '/v1/cases', { body: letter() });
    expect(anonymous.status).toBe(401);
  });

  it.each<[string, object, readonly string[]]>([
    ['no right', { rights: [] }, ['rights']],
    ['a field that is not known', { signature: 'hemlig' }, ['signature']],
    ['an unknown channel', { channel: 'hemlig' }, ['channel']],
    ['no contact', { contact: undefined }, ['contact']],
    ['a date without a time', { receivedAt: '2026-11-20' }, ['receivedAt']],
    ['a number that cannot be', { identifiers: [{ kind: 'phone', value: 'hemlig' }] }, ['identifiers[0].value']],
  ])('with %s is refused with its field, without a value', async (_, change, fields) => {
    const { status, errors = [] } = problemOf(await register(letter(change)));
    expect(status).toBe(400);
    expect(errors.map(({ field }) => field)).toEqual(fields);
  });

  it('is refused with a date in the future', async () => {
    const { errors } = problemOf(await register(letter({ receivedAt: ago(-1) })));
    const message = 'the date of arrival cannot be later than now';
    expect(errors).toEqual([{ field: 'receivedAt', message, rule: 'arrival-later-than-now' }]);
  });
});

describe('The scan of a letter', () => {
  const scanOf = (bytes: Buffer, mediaType = 'application/pdf') => ({
    scan: { mediaType, base64: bytes.toString('base64') },
  });
  const fetchScan = async (reference: string, as: keyof TestSystem['tokens'] = 'erik'): Promise<Response> =>
    await fetch(`${test.system.url}/v1/cases/${reference}/scan`, {
      headers: { authorization: `Bearer ${test.tokens[as]}` },
    });

  it('is downloaded as a file, never shown as a page', async () => {
    const { reference } = await registered(scanOf(pdf));
    const answer = await fetchScan(reference);
    expect(answer.status).toBe(200);
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(pdf);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="${reference}.pdf"`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; sandbox",
    });
  });

  it('is only for staff who work on the case; a case without a scan has none', async () => {
    const { reference } = await registered(scanOf(pdf));
    expect((await fetchScan(reference, 'rune')).status).toBe(403);
    expect((await fetchScan((await registered()).reference)).status).toBe(404);
    expect((await fetchScan('none-none-none-none')).status).toBe(404);
  });

  it('may have the stated maximum size, and no more', async () => {
    const bytes = Buffer.concat([Buffer.from('%PDF-'), Buffer.alloc(mostScanBytes - 5, 7)]);
    const { reference } = await registered(scanOf(bytes));
    expect((await (await fetchScan(reference)).arrayBuffer()).byteLength).toBe(mostScanBytes);
    const more = await register(letter(scanOf(Buffer.concat([bytes, Buffer.alloc(64)]))));
    expect(problemOf(more)).toMatchObject({ status: 400, errors: [{ field: 'scan.base64' }] });
    const huge = await register(letter(scanOf(Buffer.concat([bytes, Buffer.alloc(200_000)]))));
    expect(huge.status).toBe(413);
  });

  it('must be what it says: a page that is called a PDF is refused', async () => {
    const answer = await register(letter(scanOf(Buffer.from('<script>hemligt</script>'))));
    expect(problemOf(answer)).toMatchObject({ status: 400, errors: [{ field: 'scan.base64' }] });
  });
});

describe('A mail, as SES delivers it', () => {
  const s3 = () => new S3Client({ ...test.system.operator, endpoint: test.system.addresses.s3 });
  const place = (messageId: string) => ({ Bucket: names.buckets.mail, Key: `inbound/${messageId}` });
  const isKept = async (messageId: string): Promise<boolean> =>
    await s3()
      .send(new GetObjectCommand(place(messageId)))
      .then(
        () => true,
        () => false,
      );

  async function deliver(
    raw: Buffer,
    verdicts: Verdicts = passed,
    messageId = `m-${randomUUID()}`,
  ): Promise<{ outcome: string; reference: string; messageId: string }> {
    await s3().send(new PutObjectCommand({ ...place(messageId), Body: raw }));
    const timestamp = new Date(test.system.clock.now()).toISOString();
    const status = (verdict: string | null) => (verdict === null ? undefined : { status: verdict });
    const receipt = {
      timestamp,
      recipients: ['dataskydd@nordvik.example'],
      spfVerdict: status(verdicts.spf),
      dkimVerdict: status(verdicts.dkim),
      dmarcVerdict: status(verdicts.dmarc),
      virusVerdict: status(verdicts.virus),
      spamVerdict: status(verdicts.spam),
    };
    const result = await test.system.invoke('receive-mail', {
      Records: [{ eventSource: 'aws:ses', eventVersion: '1.0', ses: { mail: { messageId, timestamp }, receipt } }],
    });
    if (result.kind !== 'returned') throw new Error(`receive-mail: ${result.kind}`);
    const { outcome, caseId = '' } = result.payload as { outcome: string; caseId?: string };
    return { outcome, reference: caseId, messageId };
  }
  const from = (address: string) => ({ From: `Provare <${address}>` });
  const wish = 'Hej, jag vill ha ett registerutdrag med alla uppgifter ni har om mig.';
  const sentTo = (address: string) => test.system.ses.list().filter(({ to }) => to.includes(address));

  it('opens a case, is stored as long as its case, and a reply that withdraws it ends it, until the withdrawal is cancelled [000-06] [002-14]', async () => {
    const { outcome, reference, messageId } = await deliver(rawMail(wish, from('ida@example.org')));
    expect(outcome).toBe('opened');
    expect(await isKept(messageId)).toBe(true);
    const subject = { Subject: `Sv: (ärende ${reference})`, 'In-Reply-To': '<x@nordvik.example>' };
    const reply = async (text: string) => await deliver(rawMail(text, { ...from('ida@example.org'), ...subject }));
    expect(await reply('Jag tar tillbaka min begäran.')).toMatchObject({ outcome: 'attached', reference });
    expect(await test.erik.case(reference)).toMatchObject({ status: 'closed', ending: 'withdrawn', mayReopen: true });
    expect((await test.letters(reference)).map(({ code }) => code)).toContain('M27');
    expect(await reply('Jag har ångrat mig, fortsätt.')).toMatchObject({ outcome: 'attached', reference });
    expect(await test.erik.case(reference)).toMatchObject({ status: 'identifying', mayReopen: false });
  });

  it('with a virus is destroyed at once and its case is held; only a proven sender gets a letter', async () => {
    const infected = { ...passed, virus: 'FAIL' } as const;
    const proven = await deliver(rawMail(wish, from('lo@example.org')), infected);
    const forged = await deliver(rawMail(wish, from('offer@example.org')), { ...infected, dmarc: 'FAIL' });
    expect([await isKept(proven.messageId), await isKept(forged.messageId)]).toEqual([false, false]);
    expect(await test.erik.case(proven.reference)).toMatchObject({ status: 'held', hold: 'attachment-not-opened' });
    expect(await test.erik.case(forged.reference)).toMatchObject({ status: 'held', hold: 'infected-attachment' });
    expect((await test.letters(proven.reference)).map(({ code }) => code)).toEqual(['ATTACHMENT']);
    expect(sentTo('offer@example.org')).toEqual([]);
    // SES delivers the event again after the mail was erased.
    const again = await test.system.invoke('receive-mail', {
      Records: [
        {
          ses: {
            mail: { messageId: proven.messageId, timestamp: ago(0) },
            receipt: { recipients: [], virusVerdict: { status: 'FAIL' } },
          },
        },
      ],
    });
    expect(again).toMatchObject({ kind: 'returned', payload: { outcome: 'held', caseId: proven.reference } });
  });

  it('that also complains opens a second case, and both are acknowledged', async () => {
    const { reference } = await deliver(rawMail(`${wish} Jag klagar på hur ni arbetar.`, from('tor@example.org')));
    const view = await test.erik.case(reference);
    expect(view.splits).toMatchObject([{ matter: 'complaint' }]);
    await test.system.runNow('reconcile');
    expect((await test.letters(view.splits[0]?.case ?? '')).map(({ code }) => code)).toEqual(['M21']);
    expect(view.status).toBe('identifying');
  });

  it('that objects to marketing in a forged name is a task for staff, and nobody else gets a letter', async () => {
    const raw = rawMail('Sluta skicka reklam till mig.', from('ulf@example.org'));
    const { outcome, reference } = await deliver(raw, { ...passed, dmarc: 'FAIL' });
    expect(outcome).toBe('held');
    expect((await test.erik.case(reference)).notes[0]?.text).toContain('gör det nu');
    expect(sentTo('ulf@example.org')).toEqual([]);
    expect((await test.erik.queue()).cases.find((one) => one.reference === reference)).toMatchObject({
      waitingFor: 'staff-decision',
    });
  });
});

it('Nothing broke down', () => {
  expect(test.failures).toEqual([]);
});
