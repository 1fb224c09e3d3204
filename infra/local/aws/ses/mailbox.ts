import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import PostalMime from 'postal-mime';
import type { RunningEndpoint } from '../../endpoint.ts';
import { listen } from '../../http.ts';
import { fileName } from '../outbox.ts';
import type { RunningSmsVoice } from '../sms-voice/sms-voice.ts';
import { listPage, mailPage, problemPage, smsPage } from './mailbox-pages.ts';
import type { RunningSes } from './ses.ts';

interface Page {
  readonly status: 200 | 404 | 405 | 421 | 500;
  readonly type: 'text/html; charset=utf-8' | 'text/css; charset=utf-8' | 'message/rfc822';
  readonly body: string | Buffer;
  readonly fileName?: string;
}

// The content security policy of the mailbox. The policy also applies to the srcdoc frame with the HTML of the mail.
// The policy allows inline styles and embedded pictures. The policy allows no scripts and no requests, so the sender
// does not learn that somebody opened the mail.
const policy = [
  "default-src 'none'",
  "style-src 'self' 'unsafe-inline'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

type Sent = { readonly ses: Pick<RunningSes, 'list' | 'read'>; readonly sms: Pick<RunningSmsVoice, 'list'> };

/**
 * Starts a web page with the sent mails and SMS on the loopback interface. The page has no JavaScript and no sign-in:
 * every user of this computer may read it.
 */
export async function startMailbox(options: Sent & { readonly port?: number }): Promise<RunningEndpoint> {
  const css = await readFile(path.join(import.meta.dirname, 'mailbox.css'), 'utf8');
  return listen((request, response) => {
    void answer(options, css, request)
      .catch((error: unknown) => {
        console.error(`local cloud: ${error instanceof Error ? error.name : 'unknown error'} in the mailbox`);
        return problem(500, 'This page failed', 'The mail could not be read.');
      })
      .then((page) => send(request, response, page));
  }, options.port);
}

async function answer({ ses, sms }: Sent, css: string, request: IncomingMessage): Promise<Page> {
  // The mailbox refuses requests with another Host header. Otherwise a website whose host name resolves to 127.0.0.1
  // (DNS rebinding) could read the mails.
  if (!/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(request.headers.host ?? ''))
    return problem(421, 'Wrong address', 'The mailbox answers at 127.0.0.1 only.');
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return problem(405, 'Not possible', 'The mailbox can only be read.');
  const [target = ''] = (request.url ?? '').split('?');
  if (target === '/') return shown(await listPage(ses.list().toReversed(), sms.list().toReversed()));
  if (target === '/mailbox.css') return { status: 200, type: 'text/css; charset=utf-8', body: css };

  const text = sms.list().find(({ id: sent }) => target === `/sms/${sent}`);
  if (text !== undefined) return shown(await smsPage(text));

  const [, id, source] = /^\/mail\/([\w-]+)(\/source)?$/.exec(target) ?? [];
  const record = ses.list().find((mail) => mail.id === id);
  const message = record && (await ses.read(record.id));
  if (record === undefined || message === undefined)
    return problem(404, 'Not found', 'There is no such mail in the mailbox.');
  if (source !== undefined)
    return { status: 200, type: 'message/rfc822', body: message, fileName: fileName(record, 'eml') };
  return shown(await mailPage(record, await PostalMime.parse(message)));
}

function shown(content: { toString(): string }): Page {
  return { status: 200, type: 'text/html; charset=utf-8', body: content.toString() };
}

async function problem(status: 404 | 405 | 421 | 500, title: string, text: string): Promise<Page> {
  return { ...shown(await problemPage(title, text)), status };
}

function send(request: IncomingMessage, response: ServerResponse, page: Page): void {
  response.writeHead(page.status, {
    'content-type': page.type,
    'content-length': Buffer.byteLength(page.body),
    'content-security-policy': policy,
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    ...(page.fileName !== undefined && { 'content-disposition': `attachment; filename="${page.fileName}"` }),
    ...(page.status === 405 && { allow: 'GET, HEAD' }),
  });
  response.end(request.method === 'HEAD' ? undefined : page.body);
}
