// A person reads a delivery report into which somebody wrote; one without such text opens no case.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classified } from '../mail.ts';

interface Report {
  readonly subject: string;
  readonly text: string;
  readonly diagnostic?: string;
  readonly type?: string;
  readonly returns?: string;
}

function report({ subject, text, diagnostic, type, returns }: Report): Buffer {
  const lines = [
    'From: MAILER-DAEMON@mx.example.org',
    'Return-Path: <>',
    `Subject: ${subject}`,
    'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
    '',
    '--b',
    `Content-Type: ${type ?? 'text/plain'}; charset=utf-8`,
    '',
    text,
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example.org',
    '',
    'Final-Recipient: rfc822; olle@example.org',
    'Action: failed',
    'Status: 5.1.1',
    `Diagnostic-Code: smtp; ${diagnostic ?? '550 5.1.1 <olle@example.org>: Recipient address rejected: User unknown'}`,
    '--b',
    'Content-Type: message/rfc822',
    '',
    returns ?? 'From: dataskydd@nordvik.example\nSubject: Din kod\n\nVi har tagit emot din begäran.',
    '--b--',
    '',
  ];
  return Buffer.from(lines.join('\n').replaceAll('\n', '\r\n'));
}

const generated: readonly Report[] = [
  {
    subject: 'Undelivered Mail Returned to Sender',
    text: `This is the mail system at host mx.example.org.

I'm sorry to have to inform you that your message could not
be delivered to one or more recipients. It's attached below.

For further assistance, please send mail to postmaster.

If you do so, please include this problem report. You can
delete your own text from the attached returned message.

                   The mail system

<olle@example.org>: host mail.example.org[192.0.2.1] said: 550 5.1.1
    <olle@example.org>: Recipient address rejected: User unknown (in
    reply to RCPT TO command)`,
  },
  {
    subject: 'Delivery Status Notification (Failure)',
    text: `An error occurred while trying to deliver the mail to the following recipients:
olle@example.org`,
  },
  {
    subject: 'Mail delivery failed: returning message to sender',
    text: `This message was created automatically by mail delivery software.

A message that you sent could not be delivered to one or more of its
recipients. This is a permanent error. The following address(es) failed:

  olle@example.org
    host mx.example.org [192.0.2.1]
    SMTP error from remote mail server after RCPT TO:<olle@example.org>:
    550 No such mailbox here`,
    diagnostic: '550 No such mailbox here',
  },
  {
    subject: 'Returned mail: see transcript for details',
    text: `The original message was received at Thu, 5 Mar 2026 10:01:00 +0100
from mail.example.com [192.0.2.1]

   ----- The following addresses had permanent fatal errors -----
<olle@example.org>
    (reason: 550 5.1.1 <olle@example.org>... User unknown)`,
  },
  {
    subject: 'Undeliverable: Din kod',
    text: `<html><body><p>Delivery has failed to these recipients or groups:</p><p><a href="mailto:olle@example.org">olle@example.org</a></p>
<p>The email address you entered couldn't be found. Please check the recipient's email address and try to resend the message. If the problem continues, please contact your email admin.</p></body></html>`,
    type: 'text/html',
  },
  {
    subject: 'Kan inte levereras: Din kod',
    text: 'Det gick inte att leverera till följande mottagare eller grupper:\n\nolle@example.org',
  },
  { subject: '', text: '' },
];

const human = [
  'Vad är det här? Ring mig.',
  'Leveransen har aldrig kommit fram.',
  'The recipient died in May. Please tell me what you hold.',
  'My delivery was wrong, who are you?',
  'Mottagaren är min mamma, hon har flyttat.',
  'You can delete my message.',
  'Please delete your own text about me.',
  'Mail from you: please stop.',
  'Delete the mailbox.',
  'Ich bin der Empfänger, was wollen Sie?',
  'Not me!',
  'Jag',
];

describe('A delivery report', () => {
  it.each(generated)('in generated words opens no case, and alerts its case: $subject', async (one) => {
    expect(await classified(report(one))).toMatchObject({ disposition: 'no-case', why: 'bounce', alertCase: true });
  });

  it('is held if somebody wrote a sentence into it, with any words and in any place', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...generated),
        fc.constantFrom(...human),
        fc.nat(),
        async (one, words, where) => {
          const isHtml = one.type === 'text/html';
          const lines = one.text.split('\n\n');
          const at = where % (lines.length + 1);
          const text = isHtml
            ? one.text.replace('<p>', `<p>${words}</p><p>`)
            : [...lines.slice(0, at), words, ...lines.slice(at)].join('\n\n');
          expect(await classified(report({ ...one, text }))).toMatchObject({ disposition: 'hold', alertCase: true });
        },
      ),
      { numRuns: 300 },
    );
  });

  it.each<[string, Report]>([
    ['in its subject', { subject: 'Ring mig', text: generated[0]?.text ?? '' }],
    [
      'hidden in its HTML',
      { subject: '', text: '<p>Your message could not be delivered.</p><p hidden>Ring mig</p>', type: 'text/html' },
    ],
    [
      'in a mail of somebody else that it returns',
      { subject: '', text: '', returns: 'From: a@example.org\n\nRing mig' },
    ],
  ])('is held if it contains words %s', async (_, one) => {
    expect(await classified(report(one))).toMatchObject({ disposition: 'hold' });
  });
});

describe('A letter of ours that comes back', () => {
  it('from somebody else may contain their words: it is held', async () => {
    const raw = Buffer.from('From: olle@example.org\r\nSubject: Din kod\r\n\r\nDet är inte jag!\r\n');
    expect(await classified(raw, undefined, { isOurLetter: true })).toMatchObject({ disposition: 'hold' });
  });
});

it.each([
  '550 Anna Berg is dead, contact her son about her data',
  '550 5.1.1 User unknown. Sluta skriva, det är fel person',
])('A report whose diagnostic field contains words of a person is held: %s', async (diagnostic) => {
  const { disposition } = await classified(report({ subject: 'Returned mail', text: 'User unknown', diagnostic }));
  expect(disposition).toBe('hold');
});
