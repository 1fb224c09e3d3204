import { GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod';
import { canonical } from '#domain/canonical/canonical.ts';

const anchorSchema = z.strictObject({
  caseId: z.string(),
  seq: z.number().int().positive(),
  hash: z.string(),
  anchoredAt: z.iso.datetime(),
});
/**
 * The hash of the last commit that the log of a case, or the chain of its views, had at `anchoredAt`. Nobody can change a stored anchor. If
 * somebody later changes or removes commits, the log no longer matches the anchor.
 */
export type Anchor = Readonly<z.infer<typeof anchorSchema>>;

/**
 * A case has two chains: its log, and the views of its material. Each system that is reserved for its handlers has a
 * further chain of views.
 */
export type Chain = 'log' | 'views' | { readonly reserved: string };

export interface Anchors {
  /**
   * Stores the anchor and returns it. If commit `seq` of this chain has an anchor already, nothing is stored, and the
   * stored anchor is returned.
   */
  put(anchor: Anchor, chain?: Chain): Promise<Anchor>;
}

/** Stores anchors in an S3 bucket with object lock. */
export function anchors(client: S3Client, bucket: string): Anchors {
  return {
    async put(anchor, chain = 'log') {
      const folder = folderOf(anchor.caseId, chain);
      const key = `${folder}/${String(anchor.seq).padStart(8, '0')}.json`;
      try {
        await client.send(
          new PutObjectCommand({
            Bucket: bucket,
            Key: key,
            Body: canonical(anchorSchema.parse(anchor)),
            ContentType: 'application/json',
            IfNoneMatch: '*',
          }),
        );
        return anchor;
      } catch (error) {
        if (!(error instanceof Error && error.name === 'PreconditionFailed')) throw error;
        const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
        if (Body === undefined) throw new Error('an anchor has no content', { cause: error });
        return anchorSchema.parse(JSON.parse(await Body.transformToString('utf8')));
      }
    },
  };
}

function folderOf(caseId: string, chain: Chain): string {
  if (chain === 'log') return caseId;
  return chain === 'views' ? `${caseId}/views` : `${caseId}/reserved/${chain.reserved}/views`;
}
