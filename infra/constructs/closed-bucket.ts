import { BlockPublicAccess, Bucket, ObjectOwnership, type BucketProps, type IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';

/** A bucket without public access that accepts only TLS 1.2 or newer. */
export function closedBucket(scope: Construct, id: string, props: BucketProps): IBucket {
  const bucket: unknown = new Bucket(scope, id, {
    ...props,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
  });
  if (!isBucket(bucket)) throw new Error('the new construct is not a bucket');
  return bucket;
}

// A type guard is needed here: with the compiler option `exactOptionalPropertyTypes`, TypeScript finds that the class
// `Bucket` of the CDK does not match the interface `IBucket`.
function isBucket(bucket: unknown): bucket is IBucket {
  return bucket instanceof Bucket;
}
