import { SendEmailCommand, type SESv2Client } from '@aws-sdk/client-sesv2';

/** A letter ready to send. */
export interface OutgoingMail {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Our own header fields, for threading and to mark the mail as automatic (RFC 3834). */
  readonly headers: Readonly<Record<string, string>>;
}

/** Sends letters through the mail service. */
export interface PostOffice {
  /**
   * Resolves when the mail service has accepted the letter. The result is the id that the service gave the letter: the
   * part before the @ of its Message-ID (Amazon SES Developer Guide, "Email header fields").
   */
  send(mail: OutgoingMail): Promise<string>;
}

/** Sends letters with Amazon SES. */
export function postOffice(client: SESv2Client): PostOffice {
  return {
    async send(mail) {
      const { MessageId } = await client.send(
        new SendEmailCommand({
          FromEmailAddress: mail.from,
          Destination: { ToAddresses: [mail.to] },
          Content: {
            Simple: {
              Subject: { Data: mail.subject, Charset: 'UTF-8' },
              Body: {
                Text: { Data: mail.text, Charset: 'UTF-8' },
                Html: { Data: mail.html, Charset: 'UTF-8' },
              },
              Headers: Object.entries(mail.headers).map(([Name, Value]) => ({ Name, Value })),
            },
          },
        }),
      );
      if (MessageId === undefined) throw new Error('the mail service accepted a letter but returned no id');
      return MessageId;
    },
  };
}
