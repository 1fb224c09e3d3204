/** The SMTP envelope of a mail: its sender, its recipients and the client. */
export interface Envelope {
  /** The sender in MAIL FROM; empty for a bounce, because nobody replies to a bounce. */
  readonly from: string;
  /** The recipients that are addresses of the controllers; never empty. */
  readonly recipients: readonly string[];
  /** The name that the SMTP client gave in EHLO or HELO. */
  readonly client: string;
}

/**
 * The header lines that a receiving server adds to a mail. Return-Path distinguishes a bounce (empty) from a person's
 * mail. Received contains the time of receipt. If the mail has only one recipient, Received also contains this
 * recipient.
 */
export function traceLines({ from, recipients, client }: Envelope, messageId: string, receivedAt: Date): string {
  const [recipient = '', ...more] = recipients;
  const host = /^[\w.:[\]-]{1,255}$/.test(client) ? client : 'unknown';
  const when = receivedAt.toUTCString().replace('GMT', '+0000 (UTC)');
  const lines = [
    `Return-Path: <${from}>`,
    `Received: from ${host} ([127.0.0.1])`,
    ` by localhost with SMTP id ${messageId}${more.length === 0 ? '' : ';'}`,
    ...(more.length === 0 ? [` for ${recipient};`] : []),
    ` ${when}`,
  ];
  return lines.map((line) => `${line}\r\n`).join('');
}
