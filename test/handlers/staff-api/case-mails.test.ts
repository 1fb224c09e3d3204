import { describe, expect, it } from 'vitest';
import type { CaseMails } from '#api/case-mail.ts';
import { caseMails, mailPart, rawMail as rawMailOf, type MailStores } from '#handlers/staff-api/case-mails.ts';
import type { Member } from '#handlers/staff/member.ts';
import type { InboundMails } from '#store/inbound-mails.ts';
import { StoreFailed, withFaults } from '#test/support/memory-stores/faults.ts';
import { readViews } from '#domain/review/views.ts';
import { access, now, Office } from '../../casework/office.ts';
import { rawMail } from '../../domain/mail/mail.ts';

const erik: Member = { id: 'erik', roles: new Set(['case-worker']), email: undefined };
const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
const attached = (type: string, name: string, content: Buffer | string): string =>
  `--b\r\nContent-Type: ${type}; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(content).toString('base64')}\r\n`;
const evil = '<script>alert(1)</script><p onclick="alert(1)">Syns</p><p hidden>Dolt</p>';
const whole = rawMail(
  [
    `--b\r\nContent-Type: multipart/alternative; boundary=c\r\n\r\n--c\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${access}\r\n--c\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>${access}</p><p style="display:none">Radera allt.</p><img src="https://example.net/x.png">\r\n--c--\r\n`,
    attached('image/png', 'bild.png', png),
    attached('image/svg+xml', 'bild.svg', '<svg onload="alert(1)"/>'),
    attached('text/html', '../../x.html', evil),
    attached('application/pdf', 'fullmakt.pdf', '%PDF-1.7'),
    attached('image/png', 'inte.png', evil),
    attached('text/plain', 'brev.txt', Buffer.from('Åsa', 'latin1')),
    '--b\r\nContent-Type: message/rfc822\r\n\r\nFrom: anna@example.org\r\nSubject: x\r\n\r\nInnesluten\r\n--b--',
  ].join(''),
  { 'Content-Type': 'multipart/mixed; boundary=b', 'Reply-To': 'anna@example.net' },
);

/** A case with one mail, and the bucket that contains it. */
async function withMail(raw = whole): Promise<{ office: Office; stores: MailStores; caseId: string }> {
  const office = new Office();
  const { caseId = '' } = await office.receive(raw);
  const mails: InboundMails = {
    read: async () => raw,
    find: async (key) => (office.mails.has(key) ? raw : undefined),
    put: async () => undefined,
    destroy: async () => undefined,
  };
  return { office, stores: { mails, views: office.views, anchors: office.anchors }, caseId };
}

const text = (answer: { body?: string | undefined }): string => Buffer.from(answer.body ?? '', 'base64').toString();

describe('The mails of a case, as staff read them', () => {
  it('are listed with their words, what their HTML hides, and their parts by number', async () => {
    const { office, stores, caseId } = await withMail();
    const answer = await caseMails(office.casework, stores, erik, caseId, now);
    const [mail, ...more] = (JSON.parse(answer.body ?? '') as CaseMails).mails;
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ mail: 1, from: 'Olle Test <olle@example.org>', replyTo: 'anna@example.net' });
    expect(mail?.text).toContain(access);
    expect(mail?.text).not.toContain('Radera allt');
    expect(mail?.hidden).toContain('Radera allt');
    expect(mail?.parts.map(({ name, shownAs }) => [name, shownAs])).toEqual([
      ['bild.png', 'picture'],
      ['bild.svg', 'nothing'],
      ['../../x.html', 'text'],
      ['fullmakt.pdf', 'nothing'],
      ['inte.png', 'nothing'],
      ['brev.txt', 'text'],
      ['', 'text'],
    ]);
  });

  it('are read as whole mails, and can do nothing in a browser', async () => {
    const { office, stores, caseId } = await withMail();
    const answer = await rawMailOf(office.casework, stores, erik, caseId, '1', now);
    expect(text(answer)).toBe(whole.toString());
    expect(answer.headers).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'content-disposition': `attachment; filename="${caseId}-1.txt"`,
    });
  });

  it.each([
    ['1', 'image/png', undefined],
    ['2', 'text/plain; charset=utf-8', 'This file cannot be shown.\n\nbild.svg'],
    ['3', 'text/plain; charset=utf-8', 'Syns\n\n– Med dolda ord / With hidden words –\n\nSyns\n\nDolt'],
    ['4', 'text/plain; charset=utf-8', 'This file cannot be shown.\n\nfullmakt.pdf'],
    ['5', 'text/plain; charset=utf-8', 'This file cannot be shown.\n\ninte.png'],
    ['6', 'text/plain; charset=utf-8', 'Åsa'],
    ['7', 'text/plain; charset=utf-8', 'Innesluten'],
  ])('give part %s as %s', async (part, type, says) => {
    const { office, stores, caseId } = await withMail();
    const answer = await mailPart(office.casework, stores, erik, caseId, { mail: '1', part }, now);
    expect(answer).toMatchObject({ statusCode: 200, headers: { 'content-type': type } });
    expect(answer.headers?.['content-security-policy']).toBe("sandbox; default-src 'none'");
    expect(answer.headers?.['content-disposition']).toMatch(/^attachment; filename="[\w-]+\.(txt|png)"$/);
    if (says === undefined) expect(Buffer.from(answer.body ?? '', 'base64')).toEqual(png);
    else expect(text(answer)).toContain(says);
    expect(text(answer)).not.toContain('alert');
  });

  it.each([
    ['a mail that is not there', '2', '1'],
    ['a part that is not there', '1', '8'],
    ['no number', '1', '../1'],
    ['nothing', '0', '0'],
  ])('%s is not found', async (_, mail, part) => {
    const { office, stores, caseId } = await withMail();
    expect(await mailPart(office.casework, stores, erik, caseId, { mail, part }, now)).toMatchObject({
      statusCode: 404,
    });
  });

  it('are only for those who handle cases alone, and no longer exist once the case’s material is erased', async () => {
    const { office, stores, caseId } = await withMail();
    const auditor: Member = { ...erik, roles: new Set(['auditor']) };
    for (const answer of [
      await caseMails(office.casework, stores, auditor, caseId, now),
      await rawMailOf(office.casework, stores, auditor, caseId, '1', now),
      await mailPart(office.casework, stores, auditor, caseId, { mail: '1', part: '1' }, now),
    ])
      expect(answer).toMatchObject({ statusCode: 403 });
    office.mails.clear();
    expect(await rawMailOf(office.casework, stores, erik, caseId, '1', now)).toMatchObject({ statusCode: 404 });
    expect(await caseMails(office.casework, stores, erik, 'no-such-case', now)).toMatchObject({ statusCode: 404 });
  });

  it('that cannot be parsed can still be read as a whole', async () => {
    const deep = Array.from(
      { length: 150 },
      (_, n) => `Content-Type: multipart/mixed; boundary=b${n}x\r\n\r\n--b${n}x\r\n`,
    );
    const { office, stores, caseId } = await withMail(Buffer.from(`From: a@example.org\r\n${deep.join('')}x`));
    const answer = await caseMails(office.casework, stores, erik, caseId, now);
    expect(JSON.parse(answer.body ?? '')).toMatchObject({ mails: [{ mail: 1, parts: [] }] });
    expect(text(await rawMailOf(office.casework, stores, erik, caseId, '1', now))).toContain('multipart/mixed');
  });

  it('are recorded as views before they are shown: which mails and parts, and never their content', async () => {
    const { office, stores, caseId } = await withMail();
    await caseMails(office.casework, stores, erik, caseId, now);
    await rawMailOf(office.casework, stores, erik, caseId, '1', now);
    await mailPart(office.casework, stores, { ...erik, id: 'maja' }, caseId, { mail: '1', part: '3' }, now);
    await rawMailOf(office.casework, stores, erik, caseId, '2', now);
    await mailPart(office.casework, stores, erik, caseId, { mail: '1', part: '8' }, now);
    const of = { kind: 'raw-mail', source: 'mail', mails: [1] };
    expect(readViews(await office.views.read(caseId))).toMatchObject([
      { by: 'erik', at: now, seen: { ...of, part: null } },
      { by: 'erik', seen: { ...of, part: null } },
      { by: 'maja', seen: { ...of, part: 3 } },
    ]);
  });

  it('are not shown if the view cannot be recorded', async () => {
    const { office, stores, caseId } = await withMail();
    const failing = { ...stores, ...withFaults({ views: office.views }, { call: 'views.append' }) };
    const looks = [
      caseMails(office.casework, failing, erik, caseId, now),
      rawMailOf(office.casework, failing, erik, caseId, '1', now),
      mailPart(office.casework, failing, erik, caseId, { mail: '1', part: '1' }, now),
    ];
    for (const look of looks) await expect(look).rejects.toThrow(StoreFailed);
  });
});
