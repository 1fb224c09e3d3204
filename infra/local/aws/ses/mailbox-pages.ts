import { html } from 'hono/html';
import type { Email } from 'postal-mime';
import type { SmsRecord } from '../sms-voice/sms-voice.ts';
import type { MailRecord } from './ses.ts';

type Html = ReturnType<typeof html>;

/** The page with the list of all mails and SMS, newest first. */
export function listPage(mails: readonly MailRecord[], texts: readonly SmsRecord[]): Html {
  const rows = [...mails.map((mail) => ({ at: mail.acceptedAt, row: mailRow(mail) })), ...texts.map(smsRow)]
    .toSorted((a, b) => b.at.localeCompare(a.at))
    .map(({ row }) => row);
  const count = [
    mails.length === 1 ? '1 mail' : `${mails.length} mails`,
    ...(texts.length === 0 ? [] : [`${texts.length} SMS`]),
  ].join(' and ');
  return page(
    'Mailbox',
    html`<header>
        <h1>Mailbox</h1>
        <p>
          ${rows.length === 0 ? 'Mails and SMS of the system will appear here.' : `${count}, newest first.`} Nothing leaves this
          computer. Load the page again to see new mail.
        </p>
      </header>
      <main>
        ${
          rows.length === 0
            ? html`<p class="empty">No mail yet.</p>`
            : html`<ul class="mails">
                ${rows}
              </ul>`
        }
      </main>`,
  );
}

function mailRow(mail: MailRecord): Html {
  return html`<li>
    <a href="/mail/${mail.id}">
      <span class="to">${mail.to.join(', ')}</span>
      <span class="subject">${mail.subject || 'No subject'}</span>
      ${when(mail.acceptedAt)}
    </a>
  </li>`;
}

function smsRow(sms: SmsRecord): { readonly at: string; readonly row: Html } {
  const row = html`<li>
    <a href="/sms/${sms.id}">
      <span class="to">${sms.to}</span>
      <span class="subject"><b class="sms">SMS</b> ${sms.text}</span>
      ${when(sms.acceptedAt)}
    </a>
  </li>`;
  return { at: sms.acceptedAt, row };
}

/** The page that shows one SMS. */
export function smsPage(sms: SmsRecord): Html {
  return page(
    `SMS to ${sms.to}`,
    html`<header>
        <nav><a href="/">← Mailbox</a></nav>
        <h1>SMS</h1>
        <dl>
          <dt>From</dt><dd>${sms.from}</dd>
          <dt>To</dt><dd>${sms.to}</dd>
          <dt>Sent</dt><dd>${when(sms.acceptedAt)}</dd>
        </dl>
      </header>
      <main>
        <pre>${sms.text}</pre>
      </main>`,
  );
}

/**
 * The page that shows one mail. The HTML of the mail can run no scripts and load nothing, and its links open in a new
 * tab.
 */
export function mailPage(record: MailRecord, mail: Email): Html {
  const language = mail.headers.find((header) => header.key === 'content-language')?.value.trim() ?? '';
  const lang = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(language) ? html` lang="${language}"` : '';
  const from = mail.from?.name ? `${mail.from.name} <${record.from}>` : record.from;
  return page(
    record.subject || 'No subject',
    html`<header>
        <nav><a href="/">← Mailbox</a></nav>
        <h1${lang}>${record.subject || 'No subject'}</h1>
        <dl>
          <dt>From</dt><dd>${from}</dd>
          <dt>To</dt><dd>${record.to.join(', ')}</dd>
          <dt>Sent</dt><dd>${when(record.acceptedAt)}</dd>
          ${
            mail.attachments.length === 0
              ? ''
              : html`<dt>Attached</dt>
                  <dd>${mail.attachments.map((file) => file.filename ?? 'unnamed').join(', ')}</dd>`
          }
        </dl>
      </header>
      <main>
        ${
          mail.html === undefined
            ? ''
            : html`<section aria-labelledby="html-part">
                <h2 id="html-part">As the recipient sees it</h2>
                <iframe
                  title="The mail"
                  sandbox="allow-popups allow-popups-to-escape-sandbox"
                  srcdoc="${`<!doctype html><base target="_blank">${mail.html}`}"
                ></iframe>
              </section>`
        }
        ${
          mail.text === undefined
            ? ''
            : html`<section aria-labelledby="text-part">
              <h2 id="text-part">Plain text</h2>
              <pre${lang}>${withLinks(mail.text)}</pre>
            </section>`
        }
        <p class="source"><a href="/mail/${record.id}/source" download>Download the source (.eml)</a></p>
      </main>`,
  );
}

/** The page that shows an error message, for example that the mail does not exist. */
export function problemPage(title: string, text: string): Html {
  return page(
    title,
    html`<header>
      <nav><a href="/">← Mailbox</a></nav>
      <h1>${title}</h1>
      <p>${text}</p>
    </header>`,
  );
}

function withLinks(text: string): readonly (string | Html)[] {
  return text
    .trim()
    .split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]}'])/)
    .map((part, index) =>
      index % 2 === 1 ? html`<a href="${part}" target="_blank" rel="noopener noreferrer">${part}</a>` : part,
    );
}

function when(time: string): Html {
  const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
  return html`<time datetime="${time}">${format.format(new Date(time))}</time>`;
}

function page(title: string, content: Html): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/mailbox.css" />
      </head>
      <body>
        ${content}
      </body>
    </html>`;
}
