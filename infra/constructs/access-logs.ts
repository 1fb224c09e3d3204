import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { BucketEncryption, type IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { closedBucket } from './closed-bucket.ts';

/**
 * The bucket for the access logs of the buckets with data. The logs contain IP addresses of people who downloaded an
 * answer, so S3 keeps the logs for only 90 days.
 */
export class AccessLogs extends Construct {
  readonly bucket: IBucket;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.bucket = closedBucket(this, 'Bucket', {
      // S3 cannot deliver access logs into a bucket that is encrypted with a customer-managed key.
      encryption: BucketEncryption.S3_MANAGED,
      removalPolicy: RemovalPolicy.RETAIN,
      lifecycleRules: [{ expiration: Duration.days(90), abortIncompleteMultipartUploadAfter: Duration.days(7) }],
    });
  }
}
