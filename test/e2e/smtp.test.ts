// Mail by SMTP to the whole system. Some mails open a case, some are added to a case, and some get no reply.
import { setTimeout as sleep } from 'node:timers/promises';
import { createTransport, type SendMailOptions } from 'nodemailer';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseMailsSchema } from '#api/case-mail.ts';
import type { CaseView } from '#api/staff.ts';
import { manualSystem, organisationWith, startTestSystem, type TestSystem } from '../support/system.ts';

const ours = 'dataskydd@nordvik.example';
const wish = 'Hej! Jag vill ha ett registerutdrag med alla personuppgifter som ni har om mig.';

let test: TestSystem;
beforeAll(async () => {
  test = await startTestSystem({ organisation: organisationWith([manualSystem]) });
}, 60_000);
afterAll(async () => await test?.close());

async function send(mail: SendMailOptions): Promise<string> {
  const { host, port } = test.system.smtp;
  const { response } = await createTransport({ host, port }).sendMail({ to: ours, ...mail });
  return response;
}

const cases = async (): Promise<readonly string[]> => (await test.erik.queue()).cases.map(({ reference }) => reference);

/** Waits until a mail was handled. Returns the cases that the mail has opened. */
async function openedBy(mail: SendMailOptions): Promise<readonly string[]> {
  const before = await cases();
  expect(await send(mail)).toMatch(/^250 /);
  return (await cases()).filter((reference) => !before.includes(reference));
}

async function openOne(mail: SendMailOptions): Promise<CaseView> {
  const [reference = '', ...more] = await openedBy(mail);
  expect(more).toEqual([]);
  return await test.erik.case(reference);
}

/** Returns the letters of a case from the mailbox, after the expected number was sent. */
async function letters(reference: string, atLeast = 1): Promise<readonly { code: string; id: string; raw: Buffer }[]> {
  for (let attempt = 1; attempt <= 100; attempt += 1) {
    const found = await Promise.all(
      test.system.ses.list().map(async ({ id }) => {
        const raw = (await test.system.ses.read(id)) ?? Buffer.alloc(0);
        const { headers, messageId = '' } = await PostalMime.parse(raw);
        const header = (name: string): string => headers.find(({ key }) => key === name)?.value ?? '';
        return { code: header('x-utdrag-letter').split('/')[0] ?? '', of: header('x-utdrag-case'), id: messageId, raw };
      }),
    );
    const own = found.filter(({ of }) => of === reference);
    if (own.length >= atLeast) return own;
    await sleep(100);
  }
  throw new Error('the letters did not come');
}

/** Resolves when no letter was sent for a while. */
async function quiet(): Promise<void> {
  for (let [before, same] = [-1, 0]; ;) {
    const sent = test.system.ses.list().length;
    same = sent === before ? same + 1 : 0;
    if (same === 5) return;
    before = sent;
    await sleep(200);
  }
}

describe('A request by SMTP', () => {
  it('opens a case whose sender is unproven, and is acknowledged; a reply is noted in it and opens no second case [000-06]', async () => {
    const from = 'Elin Test <elin@example.org>';
    const opened = await openOne({ from, subject: 'Registerutdrag', text: wish });
    expect(opened).toMatchObject({ channel: 'email', hold: null, rights: ['access'], language: 'sv' });
    expect(opened.message).toMatch(/^\(sender not proven\)/);
    const before = await letters(opened.reference, 2);
    expect(before.map(({ code }) => code)).toEqual(['M1', 'M23']);
    const [acknowledgement] = before;
    const { subject, to } = await PostalMime.parse(acknowledgement!.raw);
    expect(to?.[0]?.address).toBe('elin@example.org');

    const text = `Tack. Mitt kundnummer är K-104882.\n\nDen 2 mars skrev ni:\n> ${subject}`;
    expect(await openedBy({ from, subject: `Sv: ${subject}`, inReplyTo: acknowledgement!.id, text })).toEqual([]);
    const view = await test.erik.case(opened.reference);
    expect(view.notes.map((note) => note.text)).toEqual([expect.stringContaining('K-104882')]);
    // A note gets no reply. Otherwise two automatic systems could answer each other for ever.
    await quiet();
    expect(await letters(opened.reference)).toHaveLength(before.length);
  });

  it('that names the case of another person opens a separate case, and adds nothing to that case', async () => {
    const case1 = await openOne({ from: 'sara@example.org', subject: 'Registerutdrag', text: wish });
    const [letter] = await letters(case1.reference);
    const { subject } = await PostalMime.parse(letter!.raw);
    const case2 = await openOne({
      from: 'evert@example.org',
      subject: `Sv: ${subject}`,
      inReplyTo: letter!.id,
      text: wish,
    });
    expect(case2.reference).not.toBe(case1.reference);
    expect((await test.erik.case(case1.reference)).notes).toEqual([]);
  });

  it('that arrives twice, as after a lost response, is one case', async () => {
    const mail = {
      from: 'tova@example.org',
      messageId: '<tova@example.org>',
      date: new Date(),
      text: wish,
      subject: 'Utdrag',
    };
    const opened = await openOne(mail);
    expect(await openedBy(mail)).toEqual([]);
    expect((await test.erik.case(opened.reference)).notes).toEqual([]);
  });

  it('with an attachment is held, because this system does not scan for viruses', async () => {
    const attachments = [{ filename: 'fullmakt.pdf', content: Buffer.from('%PDF-1.7') }];
    const opened = await openOne({ from: 'nils@example.org', subject: 'Registerutdrag', text: wish, attachments });
    expect(opened).toMatchObject({ hold: 'not-scanned' });
    await quiet();
    // A held mail gets no reply.
    expect(test.system.ses.list().filter(({ to }) => to.includes('nils@example.org'))).toEqual([]);
  });

  it('is not proven by its own headers', async () => {
    const opened = await openOne({
      from: 'maj@example.org',
      subject: 'Registerutdrag',
      text: wish,
      headers: {
        'Authentication-Results': 'localhost; spf=pass; dkim=pass; dmarc=pass header.from=example.org',
        'X-SES-Virus-Verdict': 'PASS',
      },
    });
    expect(opened.message).toMatch(/^\(sender not proven\)/);
  });

  it('from somebody who made the same request before is noted in the open case', async () => {
    const from = 'Signe Test <signe@example.org>';
    const first = await openOne({ from, subject: 'Registerutdrag', text: wish });
    expect(await openedBy({ from, subject: 'Jag vill ha ett registerutdrag', text: '' })).toEqual([]);
    expect((await test.erik.case(first.reference)).notes).toHaveLength(1);
  });

  it('that a colleague forwards is held, because nobody has proven who wrote it', async () => {
    const text = `Se nedan.\n\n-----Ursprungligt meddelande-----\nFrån: Vera Test <vera@example.org>\nSkickat: den 2 mars 2026 09:15\nTill: kundtjanst@nordvik.example\nÄmne: Mina uppgifter\n\n${wish}\n`;
    const opened = await openOne({ from: 'Per <per@nordvik.example>', subject: 'VB: Mina uppgifter', text });
    expect(opened).toMatchObject({ hold: 'forwarded-by-colleague' });
  });

  it('from an address in letters that look like other letters is held', async () => {
    const raw = Buffer.from(
      [
        'From: =?utf-8?q?berit=40example=2Eorg?= <berit@xn--exmple-4nf.example>',
        'Subject: Registerutdrag',
        '',
        wish,
      ].join('\r\n'),
    );
    const opened = await openOne({ raw, envelope: { from: 'berit@example.org', to: ours } });
    expect(opened).toMatchObject({ hold: 'sender-ambiguous' });
  });

  it('in the name of two people is held, because nobody can tell whose it is', async () => {
    const raw = Buffer.from(
      [
        'From: a@example.org',
        'From: b@example.org',
        'Message-ID: <two@example.org>',
        'Subject: Registerutdrag',
        '',
        wish,
      ].join('\r\n'),
    );
    expect(await openOne({ raw, envelope: { from: 'a@example.org', to: ours } })).toMatchObject({
      hold: 'sender-ambiguous',
    });
  });
});

describe('Automatic mail', () => {
  const absent = 'Jag är ledig till måndag och läser inte min e-post.';
  it.each<[string, SendMailOptions]>([
    [
      'an automatic reply without a return path',
      { headers: { 'Auto-Submitted': 'auto-replied' }, envelope: { from: '', to: ours }, subject: 'Hej', text: absent },
    ],
    ['an absence by two signs', { headers: { 'X-Autoreply': 'yes' }, subject: 'Autosvar: semester', text: absent }],
    [
      'a digest by a list itself',
      {
        from: 'x-request@listor.example',
        headers: { 'List-Id': '<x.listor.example>' },
        subject: 'Digest',
        text: 'Skicka meddelanden till listan. Dagens ämnen: 1. Hur svarar ni på frågor?',
      },
    ],
    [
      'a bounce in which somebody asks',
      { from: 'MAILER-DAEMON@example.org', envelope: { from: '', to: ours }, subject: 'Undelivered', text: wish },
    ],
  ])('that a person may have written is held and gets no reply: %s', async (_, mail) => {
    const opened = await openOne({ from: 'robot@example.org', ...mail });
    expect(opened).toMatchObject({ status: 'held', letters: [] });
    await quiet();
    expect(test.system.ses.list().filter(({ to }) => /robot|request|mailer-daemon/i.test(to.join()))).toEqual([]);
  });

  it('that no person can have written, a delivery report, opens nothing and gets no reply', async () => {
    const raw = Buffer.from(
      [
        'From: MAILER-DAEMON@example.org',
        'Subject: Undelivered Mail Returned to Sender',
        'MIME-Version: 1.0',
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
        '',
        '--b',
        'Content-Type: text/plain',
        '',
        'Your message could not be delivered to one or more recipients.',
        '--b',
        'Content-Type: message/delivery-status',
        '',
        'Reporting-MTA: dns; mx.example.org',
        '',
        'Final-Recipient: rfc822; nobody@example.org',
        'Action: failed',
        'Status: 5.1.1',
        '--b--',
        '',
      ].join('\r\n'),
    );
    expect(await openedBy({ raw, envelope: { from: '', to: ours } })).toEqual([]);
    await quiet();
  });

  it.each<[string, SendMailOptions, string]>([
    [
      'auto-generated',
      { headers: { 'Auto-Submitted': 'auto-generated' }, subject: 'Hej', text: wish },
      'maybe-automatic',
    ],
    ['without a return path', { envelope: { from: '', to: ours }, subject: 'Utdrag', text: wish }, 'maybe-automatic'],
    [
      'bulk',
      { headers: { Precedence: 'bulk' }, subject: 'Vårens nyheter', text: 'Nu är jackorna här.' },
      'maybe-automatic',
    ],
    ['by a list', { headers: { 'List-Id': '<x.listor.example>' }, subject: 'Utdrag', text: wish }, 'requester-unknown'],
    ['by a colleague', { from: 'per@nordvik.example', subject: 'VB: Utdrag', text: wish }, 'requester-unknown'],
    [
      'from where no mail of ours goes',
      { from: 'Åsa <åsa@exempel.example>', subject: 'Utdrag', text: wish },
      'sender-not-reachable',
    ],
  ])('differs from mail that is only marked so, which is held and gets no reply: %s', async (name, mail, hold) => {
    const opened = await openOne({ from: `robot.${name.replaceAll(' ', '.')}@example.org`, ...mail });
    expect(opened).toMatchObject({ status: 'held', hold });
    await quiet();
    expect(test.system.ses.list().filter(({ to }) => /robot|per@|exempel/i.test(to.join()))).toEqual([]);
  });

  it('does not include another name with the address of an open case, which is another person', async () => {
    const ek = (name: string): SendMailOptions => ({
      from: `${name} <familjen.ek@example.org>`,
      subject: 'Registerutdrag',
      text: `Hej,\n\nJag heter ${name} och vill veta vilka personuppgifter ni har om mig.\n\nMvh\n${name}`,
    });
    const first = await openOne(ek('Åsa Ek'));
    const second = await openOne(ek('Bo Ek'));
    expect([first.hold, second.hold]).toEqual([null, null]);
    expect((await test.erik.case(first.reference)).notes).toEqual([]);
  });

  it('does not loop: a returned letter of ours opens nothing and gets no reply', async () => {
    const opened = await openOne({ from: 'ebbe@example.org', subject: 'Registerutdrag', text: wish });
    const own = await letters(opened.reference, 2);
    for (const { raw } of own)
      for (const from of [ours, '']) expect(await openedBy({ raw, envelope: { from, to: ours } })).toEqual([]);
    await quiet();
    expect(await letters(opened.reference)).toHaveLength(own.length);
    expect((await test.erik.case(opened.reference)).notes).toEqual([]);
  });
});

describe('The mails of a case', () => {
  it('are read by staff as plain text, with their attachments', async () => {
    const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    const opened = await openOne({
      from: 'lova@example.org',
      subject: 'Registerutdrag',
      text: wish,
      html: `<p>${wish}</p><script>alert(1)</script>`,
      attachments: [{ filename: 'bild.png', content: png }],
    });
    const read = async (target: string) =>
      await test.http('GET', `/v1/cases/${opened.reference}/mails${target}`, {
        headers: { authorization: `Bearer ${test.tokens.erik}` },
      });
    const { mails } = caseMailsSchema.parse(JSON.parse((await read('')).text));
    expect(mails).toMatchObject([
      { mail: 1, subject: 'Registerutdrag', parts: [{ name: 'bild.png', shownAs: 'picture' }] },
    ]);
    const raw = await read('/1');
    expect(raw.status).toBe(200);
    expect(raw.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(raw.headers.get('content-security-policy')).toBe("sandbox; default-src 'none'");
    expect(raw.text).toContain('<script>');
    expect((await read('/1/parts/1')).headers.get('content-type')).toBe('image/png');
    expect((await read('/1/parts/2')).status).toBe(404);
    expect((await test.http('GET', `/v1/cases/${opened.reference}/mails`)).status).toBe(401);
  });
});

it('Nothing broke down', () => {
  expect(test.failures).toEqual([]);
});
