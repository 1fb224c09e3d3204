import { DeleteObjectCommand, GetObjectCommand, NoSuchKey, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';

/** Mails as they arrived, which SES writes into the bucket, and scans of requests that staff registered. */
export interface InboundMails {
  read(key: string): Promise<Uint8Array>;
  /** Like `read`, but returns `undefined` if the object does not exist. */
  find(key: string): Promise<Uint8Array | undefined>;
  put(key: string, content: Uint8Array, mediaType: string): Promise<void>;
  destroy(key: string): Promise<void>;
}

/** The S3 key under which SES stores a mail. `messageId` is the id that SES gave to the mail. */
export function mailKey(messageId: string): string {
  return `inbound/${messageId}`;
}

/** Whether the S3 key is that of a mail. Any other key in the bucket is that of a scan. */
export function isMailKey(key: string): boolean {
  return key.startsWith(mailKey(''));
}

/** The S3 key of the scan of a request that staff registered, such as a letter. */
export function scanKey(caseId: string): string {
  return `scans/${caseId}`;
}

/** Reads and writes mails and scans in an S3 bucket. */
export function inboundMails(client: S3Client, bucket: string): InboundMails {
  const read = async (key: string): Promise<Uint8Array> => {
    const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
    if (Body === undefined) throw new Error('a stored mail or scan has no content');
    return await Body.transformToByteArray();
  };
  return {
    read,
    async find(key) {
      try {
        return await read(key);
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined;
        throw error;
      }
    },
    async put(key, content, mediaType) {
      await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: content, ContentType: mediaType }));
    },
    async destroy(key) {
      await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }));
    },
  };
}
