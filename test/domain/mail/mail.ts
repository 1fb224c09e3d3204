import { classifyMail, type Classification, type MailContext } from '#domain/mail/classify.ts';
import { parseMail } from '#domain/mail/parts/parse.ts';
import type { Verdicts } from '#domain/mail/verdicts.ts';

/** The receipt of a mail that passed every check. */
export const passed: Verdicts = { spf: 'PASS', dkim: 'PASS', dmarc: 'PASS', virus: 'PASS', spam: 'PASS' };

export const context: MailContext = {
  ours: ['nordvik.example'],
  receivedAt: '2026-03-02T08:00:00.000Z',
  timeZone: 'Europe/Stockholm',
  openCases: [],
};

/** A plain mail with the given header lines and text. */
export function rawMail(text: string, headers: Readonly<Record<string, string>> = {}): Buffer {
  const all = {
    From: 'Olle Test <olle@example.org>',
    To: 'dataskydd@nordvik.example',
    Subject: 'Hej',
    'Content-Type': 'text/plain; charset=utf-8',
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${text.replaceAll('\n', '\r\n')}\r\n`);
}

/** The same with an attached file. */
export function rawMailWithFile(text: string): Buffer {
  const parts = [
    `Content-Type: text/plain; charset=utf-8\r\n\r\n${text}`,
    'Content-Type: application/pdf\r\nContent-Disposition: attachment; filename=a.pdf\r\n\r\n%PDF-1.7',
  ];
  return rawMail(`--b\r\n${parts.join('\r\n--b\r\n')}\r\n--b--`, { 'Content-Type': 'multipart/mixed; boundary=b' });
}

/** Classifies a raw mail. If it cannot be read, the test fails. */
export async function classified(
  raw: Uint8Array,
  verdicts: Verdicts = passed,
  known: Partial<MailContext> = {},
): Promise<Classification> {
  const parsed = await parseMail(raw, verdicts.virus === 'FAIL' ? 'leave' : 'open');
  if (!parsed.ok) throw new Error(`the mail was not read: ${parsed.code}`);
  return classifyMail(parsed.mail, verdicts, { ...context, ...known });
}
