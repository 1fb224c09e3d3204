import type { Readable } from 'node:stream';
import { DeleteObjectCommand, GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { eraseUnder } from './findings.ts';
import { upload } from './upload.ts';

/**
 * Identifies a package of a case. `round` is 1 for the answer, and 2 or more for a supplement. `attempt` counts the
 * packages of the round from 1.
 */
export interface AnswerId {
  readonly round: number;
  readonly attempt: number;
}

/** The packages of the cases. Each package is one S3 object. */
export interface Exports {
  put(caseId: string, answer: AnswerId, content: Readable): Promise<void>;
  /**
   * Makes a presigned URL from which anybody can download the package for `seconds` seconds. Once the package is
   * erased, the URL no longer works.
   */
  address(caseId: string, answer: AnswerId, seconds: number): Promise<string>;
  /** Erases one package. Its presigned URLs then no longer work. */
  eraseAnswer(caseId: string, answer: AnswerId): Promise<void>;
  erase(caseId: string): Promise<void>;
}

/** Stores packages in an S3 bucket. */
export function exportsStore(client: S3Client, bucket: string): Exports {
  const keyOf = (caseId: string, { round, attempt }: AnswerId): string =>
    `${caseId}/${round}${attempt === 1 ? '' : `-${attempt}`}.zip`;
  return {
    async put(caseId, answer, content) {
      await upload(client, {
        Bucket: bucket,
        Key: keyOf(caseId, answer),
        Body: content,
        ContentType: 'application/zip',
      });
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
      // The bucket has no versioning, so a deleted package cannot be restored.
      await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: keyOf(caseId, answer) }));
    },
    erase: async (caseId) => await eraseUnder(client, bucket, `${caseId}/`),
  };
}
