import MailComposer from 'nodemailer/lib/mail-composer';
import { readAddress } from './addresses.ts';
import type { SendEmailRequest } from './send-email-request.ts';

/** A mail that is ready to send: its envelope and its bytes. */
export interface ComposedMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  /** The mail in the format of RFC 5322, with CRLF line ends. */
  readonly message: Buffer;
}

export type Composition =
  | { readonly ok: true; readonly mail: ComposedMail }
  | { readonly ok: false; readonly message: string };

const recipientLimit = 50;
const messageLimit = 10 * 1024 * 1024;

/**
 * Builds the mail that SES would send. SES sets Date (UTC) and Message-ID, so this function sets them too, from
 * `stamp`. `stamp.messageId` has no angle brackets.
 */
export async function compose(
  request: SendEmailRequest,
  stamp: { readonly date: Date; readonly messageId: string },
): Promise<Composition> {
  const { Subject: subject, Body, Headers } = request.Content.Simple;
  const from = readAddress(request.FromEmailAddress);
  if (!from.ok) return from;
  const to: string[] = [];
  for (const text of request.Destination.ToAddresses) {
    const reading = readAddress(text);
    if (!reading.ok) return reading;
    to.push(reading.address.address);
  }
  if (to.length === 0) return { ok: false, message: 'Destination has no recipients.' };
  if (to.length > recipientLimit) return { ok: false, message: `Recipient count exceeds ${recipientLimit}.` };
  const message = await new MailComposer({
    from: from.address,
    to,
    subject,
    ...(Body.Text != null && { text: Body.Text }),
    ...(Body.Html != null && { html: Body.Html }),
    headers: (Headers ?? []).map(({ Name, Value }) => ({ key: Name, value: Value })),
    date: stamp.date,
    messageId: `<${stamp.messageId}>`,
    encoding: 'quoted-printable',
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
  if (message.length > messageLimit)
    return { ok: false, message: `Message length is more than ${messageLimit} bytes long: '${message.length}'.` };
  return { ok: true, mail: { from: from.address.address, to, subject, message } };
}
