import type { Readable } from 'node:stream';
import { DeleteObjectCommand, GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { eraseUnder } from './findings.ts';

/** Which package of a case: of a round, and of that the how many-th, from 1. */
export interface AnswerId {
  readonly round: number;
  readonly attempt: number;
}

/** Assembled answers, one object per case, round and attempt. */
export interface Exports {
  put(caseId: string, answer: AnswerId, content: Readable): Promise<void>;
  /** An address that gives the answer to whoever has it, for `seconds`, as long as it is not erased. */
  address(caseId: string, answer: AnswerId, seconds: number): Promise<string>;
  /** Erases one package; an address that was given out for it opens nothing any more. */
  eraseAnswer(caseId: string, answer: AnswerId): Promise<void>;
  erase(caseId: string): Promise<void>;
}

/** Answers in their bucket. */
export function exportsStore(client: S3Client, bucket: string): Exports {
  const keyOf = (caseId: string, { round, attempt }: AnswerId): string =>
    `${caseId}/${round}${attempt === 1 ? '' : `-${attempt}`}.zip`;
  return {
    async put(caseId, answer, content) {
      await new Upload({
        client,
        params: { Bucket: bucket, Key: keyOf(caseId, answer), Body: content, ContentType: 'application/zip' },
      }).done();
    },
    address: async (caseId, answer, seconds) =>
      await getSignedUrl(
        client,
        new GetObjectCommand({
          Bucket: bucket,
          Key: keyOf(caseId, answer),
          ResponseContentDisposition: `attachment; filename="utdrag-${caseId}${answer.round === 1 ? '' : `-${answer.round}`}.zip"`,
        }),
        { expiresIn: seconds },
      ),
    async eraseAnswer(caseId, answer) {
      // The bucket keeps no earlier versions: what is deleted is gone.
      await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: keyOf(caseId, answer) }));
    },
    erase: async (caseId) => await eraseUnder(client, bucket, `${caseId}/`),
  };
}
