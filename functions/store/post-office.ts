import { SendEmailCommand, type SESv2Client } from '@aws-sdk/client-sesv2';

/** A composed letter, as it is passed to SES. */
export interface OutgoingMail {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Header fields that mark the mail as automatic (RFC 3834), and give the ids of the case and of the letter. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Sends letters by mail. */
export interface PostOffice {
  /**
   * Resolves when SES has accepted the letter, with the id that SES gave to it. The mail has this id as the part of its
   * Message-ID before the @ (Amazon SES Developer Guide, "Email header fields").
   */
  send(mail: OutgoingMail): Promise<string>;
}

/** Sends letters by Amazon SES. */
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
