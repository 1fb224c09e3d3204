import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningEndpoint } from '#infra/local/endpoint.ts';
import type { MailRecord } from '#infra/local/aws/ses/ses.ts';
import { startMailbox } from '#infra/local/aws/ses/mailbox.ts';
import type { SmsRecord } from '#infra/local/aws/sms-voice/sms-voice.ts';

const evil = '"><script>alert(1)</script>';
const mails = new Map<MailRecord, string>([
  [record(1, 'First'), 'Subject: First\r\nContent-Language: sv\r\n\r\nSe https://example.org/a?b=1&c=2. Hej!\r\n'],
  [
    record(2, evil),
    [
      `Subject: ${evil}`,
      `From: "${evil.replace('"', '')}" <a@example.org>`,
      'Content-Language: "><script>',
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      `text ${evil} javascript:alert(1)`,
      '--b',
      'Content-Type: text/html',
      '',
      `<p title="quoted">html</p>${evil}</iframe>`,
      '--b',
      'Content-Type: application/pdf; name="<script>.pdf"',
      'Content-Disposition: attachment; filename="<script>.pdf"',
      '',
      'x',
      '--b--',
    ].join('\r\n'),
  ],
]);
const texts: readonly SmsRecord[] = [
  {
    id: 'sms-1',
    number: 1,
    from: 'NORDVIK',
    to: '+46701740605',
    text: `code 123456 ${evil}`,
    acceptedAt: '2026-11-03T08:01:30.000Z',
  },
];
let mailbox: RunningEndpoint;

function record(number: number, subject: string): MailRecord {
  return {
    id: `local-${number}`,
    number,
    from: 'privacy@example.org',
    to: [`astrid${number}@example.com`],
    subject,
    acceptedAt: `2026-11-03T08:0${number}:00.000Z`,
  };
}

beforeAll(async () => {
  mailbox = await startMailbox({
    ses: {
      list: () => [...mails.keys()],
      read: async (id) => {
        const found = [...mails].find(([mail]) => mail.id === id);
        return found && Buffer.from(found[1]);
      },
    },
    sms: { list: () => texts },
  });
});

afterAll(() => mailbox.close());

const get = async (target: string) => {
  const response = await fetch(mailbox.url + target);
  return { response, text: await response.text() };
};

describe('the mailbox', () => {
  it('lists the mails, newest first, in a page that says its language', async () => {
    const { response, text } = await get('/');
    expect(response.status).toBe(200);
    expect(text).toContain('<html lang="en">');
    expect(text.indexOf('astrid2@example.com')).toBeLessThan(text.indexOf('astrid1@example.com'));
    expect(text).toContain('datetime="2026-11-03T08:01:00.000Z"');
    expect(text).toContain('href="/mail/local-1"');
  });

  it('lists the SMS among them, marked as such, and shows each on a page of its own', async () => {
    const { text } = await get('/');
    expect(text).toContain('2 mails and 1 SMS, newest first.');
    const places = ['astrid2@example.com', '+46701740605', 'astrid1@example.com'].map((to) => text.indexOf(to));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(text).toMatch(/href="\/sms\/sms-1".*<b class="sms">SMS<\/b> code 123456 &quot;&gt;&lt;script&gt;/s);
    const sms = await get('/sms/sms-1');
    expect(sms.response.status).toBe(200);
    expect(sms.text).toContain('NORDVIK');
    expect(sms.text).toContain('+46701740605');
    expect(sms.text).toContain('code 123456');
    expect(sms.text).not.toMatch(/<script/i);
    expect((await get('/sms/sms-2')).response.status).toBe(404);
  });

  it('says when there is no mail', async () => {
    const empty = await startMailbox({
      ses: { list: () => [], read: async () => undefined },
      sms: { list: () => [] },
    });
    expect(await (await fetch(empty.url)).text()).toContain('No mail yet.');
    await empty.close();
  });

  it('shows a mail in its own language, with web addresses as links without the full stop behind them', async () => {
    const { text } = await get('/mail/local-1');
    expect(text).toContain('<pre lang="sv">');
    expect(text).toMatch(/<a href="https:\/\/example\.org\/a\?b=1&amp;c=2"[^>]*>[^<]*<\/a>\. Hej!/);
    expect(text).not.toContain('<iframe');
  });

  it('escapes everything that a mail can contain', async () => {
    for (const target of ['/', '/mail/local-2']) {
      const { text } = await get(target);
      expect(text).not.toMatch(/<script/i);
      expect(text).toContain('&lt;script&gt;');
    }
    const { text } = await get('/mail/local-2');
    expect(text.match(/<\/iframe>/g)).toHaveLength(1);
    expect(text).not.toContain('href="javascript:');
    expect(text).toContain('&lt;script&gt;.pdf');
  });

  it('isolates the HTML part: a sandbox without scripts, with a policy that loads nothing', async () => {
    const { response, text } = await get('/mail/local-2');
    const sandbox = /<iframe[^>]*? sandbox="([^"]*)"/s.exec(text)?.[1];
    expect(sandbox).toBe('allow-popups allow-popups-to-escape-sandbox');
    expect(text).toMatch(/srcdoc="[^"]*&lt;p title=&quot;quoted&quot;&gt;html/);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/script-src|connect-src|https?:|\*/);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it('gives the source as a file', async () => {
    const { response, text } = await get('/mail/local-1/source');
    expect(response.headers.get('content-type')).toBe('message/rfc822');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="000001.eml"');
    expect(text).toBe([...mails.values()][0]);
  });

  it.each(['/mail/local-3', '/mail/', '/mail/..%2f..%2fetc', '/elsewhere', '/mail/local-1/other'])(
    'has nothing at %s',
    async (target) => {
      const { response, text } = await get(target);
      expect(response.status).toBe(404);
      expect(text).toContain('lang="en"');
    },
  );

  it('can only be read', async () => {
    const response = await fetch(mailbox.url, { method: 'POST' });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });

  it('shows nothing to a page of another host name that points to this server', async () => {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      request(mailbox.url, { headers: { host: 'evil.example' } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end();
    });
    expect(status).toBe(421);
  });
});
