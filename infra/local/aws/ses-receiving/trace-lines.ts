/** Who handed a mail over, and for whom. */
export interface Envelope {
  /** Empty where the sender wants no answer, as of a bounce. */
  readonly from: string;
  /** Addresses of ours; never empty. */
  readonly recipients: readonly string[];
  /** What the client called itself. */
  readonly client: string;
}

/**
 * The lines that a receiving server puts before a mail: Return-Path (which tells a bounce from what a person sent) and
 * Received, with the receipt's time and, where there is one only, the recipient.
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
