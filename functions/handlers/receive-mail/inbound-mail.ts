import { DeleteObjectCommand, GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';

/** Raw mails where the mail service puts them. */
export interface InboundMail {
  read(messageId: string): Promise<Uint8Array>;
  destroy(messageId: string): Promise<void>;
}

/** The mails in their bucket, under the id that the mail service gave them. */
export function inboundMail(client: S3Client, bucket: string): InboundMail {
  const place = (messageId: string): { Bucket: string; Key: string } => ({
    Bucket: bucket,
    Key: `inbound/${messageId}`,
  });
  return {
    async read(messageId) {
      const { Body } = await client.send(new GetObjectCommand(place(messageId)));
      if (Body === undefined) throw new Error('the mail has no content');
      return await Body.transformToByteArray();
    },
    async destroy(messageId) {
      await client.send(new DeleteObjectCommand(place(messageId)));
    },
  };
}
