import { DeleteObjectCommand, GetObjectCommand, NoSuchKey, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';

/** Raw mails, where the mail service puts them, and scans of letters. */
export interface InboundMails {
  read(key: string): Promise<Uint8Array>;
  /** Like `read`; `undefined` if the object no longer exists. */
  find(key: string): Promise<Uint8Array | undefined>;
  put(key: string, content: Uint8Array, mediaType: string): Promise<void>;
  destroy(key: string): Promise<void>;
}

/** The key under which the mail service stores a mail, made from the mail's id. */
export function mailKey(messageId: string): string {
  return `inbound/${messageId}`;
}

/** Whether a key belongs to a mail, and not to a scan. */
export function isMailKey(key: string): boolean {
  return key.startsWith(mailKey(''));
}

/** The key of a registered request's scan. */
export function scanKey(caseId: string): string {
  return `scans/${caseId}`;
}

/** Mails and scans in their S3 bucket. */
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
