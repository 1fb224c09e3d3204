// What a person wrote is never dropped without being read, whatever relays, lists, rules and mail programs made of it.
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { classified, passed } from './mail.ts';
import { runs } from '#test/support/random.ts';

const sentences = [
  'Jag vill veta vilka personuppgifter ni har om mig.',
  'Please delete my account and all my data.',
  'Hej, hur går det med min fråga?',
  'Kan någon ringa mig?',
  'Dzień dobry, proszę o przesłanie kopii moich danych.',
  'Jeg ønsker indsigt i mine oplysninger.',
  'Bitte löschen Sie meine Daten.',
  'Bonjour, quelles données avez-vous sur moi ?',
  'Я хочу знать, какие данные у вас есть обо мне.',
  'ok?',
];
/**
 * Fields that relays, rules, lists and filters add. One of them is one of two fields that only answering machines
 * write.
 */
const marks = [
  'Auto-Submitted: auto-generated',
  'Auto-Submitted: auto-notified',
  'Auto-Submitted: no',
  'Return-Path: <>',
  'Precedence: bulk',
  'Precedence: list',
  'Precedence: junk',
  'Precedence: first-class',
  'List-Id: <ombud.listor.example>',
  'List-Id: <dataskydd.nordvik.example>',
  'List-Unsubscribe: <https://example.org/u>',
  'X-Mailman-Version: 2.1',
  'X-Auto-Response-Suppress: All',
  'X-MS-Exchange-Generated-Message-Source: Mailbox Rules Agent',
  'X-Spam-Flag: YES',
  'Resent-From: <kundtjanst@nordvik.example>',
  'X-Loop: dataskydd@nordvik.example',
  'X-Utdrag-Letter: M1',
  'X-Utdrag-Case: 0123-4567-89ab-cdef',
  'In-Reply-To: <x@example.com>',
  'Reply-To: x@example.net',
];
const answers = ['Auto-Submitted: auto-replied', 'X-Autoreply: yes', 'X-Autorespond: yes', 'Precedence: auto_reply'];
const senders = [
  'Olle <olle@example.org>',
  'per@nordvik.example',
  'dataskydd@nordvik.example',
  'Anna via L <l@x.example>',
  'MAILER-DAEMON@mx.example',
  'a@example.org, b@example.org',
  'ö@example.org',
  '',
];
const subjects = ['', 'Hej', 'Registerutdrag', 'Re: Hej', 'VB: Fråga', 'Autosvar: borta', 'Automatic reply'];
const bodies: readonly ((words: string) => string)[] = [
  (words) => `Content-Type: text/plain; charset=utf-8\r\n\r\n${words}\r\n`,
  (words) => `Content-Type: text/html; charset=utf-8\r\n\r\n<p>${words}\r\n`,
  (words) =>
    `Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(`<div><b>${words}</div>`).toString('base64')}\r\n`,
  (words) =>
    `Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nNo HTML here.\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${words}\r\n--b--\r\n`,
  (words) =>
    `Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${words}\r\n--b--\r\n`,
  (words) =>
    `Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: message/rfc822\r\n\r\nFrom: x@example.org\r\n\r\n${words}\r\n--b--\r\n`,
  (words) => `Content-Type: text/plain; charset=x-unknown\r\n\r\n${words}\r\n`,
  (words) => `Content-Type: text/plain; charset=utf-8\r\n\r\n> ${words}\r\n`,
];
const verdict = fc.constantFrom('PASS', 'FAIL', 'GRAY', 'PROCESSING_FAILED', null);

it('What a person wrote is never dropped, unless it is certainly from an answering machine or a letter of ours', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...sentences),
      fc.uniqueArray(fc.constantFrom(...marks), { maxLength: 5 }),
      fc.option(fc.constantFrom(...answers)),
      fc.constantFrom(...senders),
      fc.constantFrom(...subjects),
      fc.constantFrom(...bodies),
      fc.record({ spf: verdict, dkim: verdict, dmarc: verdict, virus: verdict, spam: verdict }),
      async (words, some, answer, sender, subject, body, verdicts) => {
        const machine = answer !== null || subject.startsWith('Auto') || sender.startsWith('MAILER');
        // Two signs of a machine are enough if the mail requests nothing.
        const fields = machine ? (answer === null ? [] : [answer]) : some;
        if (answer !== null && (subject.startsWith('Auto') || sender.startsWith('MAILER'))) return;
        const head = [...fields, `From: ${sender}`, `Subject: ${subject}`].map((line) => `${line}\r\n`).join('');
        const raw = Buffer.from(`${head}${body(words)}`);
        const { disposition } = await classified(raw, verdicts);
        expect(disposition).not.toBe('no-case');
      },
    ),
    { numRuns: runs(2_000) },
  );
});

it('What a person requests is never dropped, whatever marks are on it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...sentences.slice(0, 2)),
      fc.uniqueArray(fc.constantFrom(...marks, ...answers), { maxLength: 8 }),
      fc.constantFrom(...subjects),
      fc.constantFrom(...bodies.slice(0, 4)),
      async (words, fields, subject, body) => {
        const head = [...fields, 'From: Olle <olle@example.org>', `Subject: ${subject}`].join('\r\n');
        const { disposition, rights } = await classified(Buffer.from(`${head}\r\n${body(words)}`), passed);
        expect(disposition).not.toBe('no-case');
        expect(rights).not.toContain('none');
      },
    ),
    { numRuns: runs(1_000) },
  );
});
