/** Who delivered a mail, and to whom. */
export interface Envelope {
  /** Empty if the sender wants no reply, as in a bounce. */
  readonly from: string;
  /** Addresses of ours; never empty. */
  readonly recipients: readonly string[];
  /** The name that the client gave. */
  readonly client: string;
}

/**
 * The lines that a receiving server puts before a mail: Return-Path (which distinguishes a bounce from a person's mail)
 * and Received, with the time of receipt and, if there is only one, the recipient.
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
