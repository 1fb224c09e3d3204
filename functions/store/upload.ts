import type { Readable } from 'node:stream';
import type { PutObjectCommandInput, S3Client } from '@aws-sdk/client-s3';

/** Stores a stream of unknown length as one S3 object, in parts. If the stream fails, no object is stored. */
export async function upload(
  client: S3Client,
  params: Pick<PutObjectCommandInput, 'Bucket' | 'Key' | 'ContentType'> & { readonly Body: Readable },
): Promise<void> {
  // The library is imported here, because only two Lambda functions upload streams. With an import at the top of the
  // file, every function that can reach this file would load it.
  const { Upload } = await import('@aws-sdk/lib-storage');
  await new Upload({ client, params }).done();
}
