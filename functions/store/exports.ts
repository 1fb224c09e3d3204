import type { Readable } from 'node:stream';
import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { eraseUnder } from './findings.ts';

/** Assembled answers, one object per case and round. */
export interface Exports {
  put(caseId: string, round: number, content: Readable): Promise<void>;
  /** An address that gives the answer to whoever has it, for `seconds`. */
  address(caseId: string, round: number, seconds: number): Promise<string>;
  erase(caseId: string): Promise<void>;
}

/** Answers in their bucket. */
export function exportsStore(client: S3Client, bucket: string): Exports {
  const keyOf = (caseId: string, round: number): string => `${caseId}/${round}.zip`;
  return {
    async put(caseId, round, content) {
      await new Upload({
        client,
        params: { Bucket: bucket, Key: keyOf(caseId, round), Body: content, ContentType: 'application/zip' },
      }).done();
    },
    address: async (caseId, round, seconds) =>
      await getSignedUrl(
        client,
        new GetObjectCommand({
          Bucket: bucket,
          Key: keyOf(caseId, round),
          ResponseContentDisposition: `attachment; filename="utdrag-${caseId}${round === 1 ? '' : `-${round}`}.zip"`,
        }),
        { expiresIn: seconds },
      ),
    erase: async (caseId) => await eraseUnder(client, bucket, `${caseId}/`),
  };
}
