import { Duration } from 'aws-cdk-lib';
import { ObjectLockRetention } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { PrivateBucket, type Keeping } from './private-bucket.ts';

/**
 * The last hashes of the logs, which no role of the system can change. They hold no personal data. Governance mode, not
 * compliance mode: an administrator of the account can lift it with a permission that no role here has, and that use is
 * logged.
 */
export class Anchors extends PrivateBucket {
  constructor(scope: Construct, id: string, props: Keeping) {
    super(scope, id, {
      ...props,
      variable: 'ANCHORS_BUCKET',
      settings: {
        versioned: true,
        objectLockEnabled: true,
        // As long as the log itself and its letters are kept.
        objectLockDefaultRetention: ObjectLockRetention.governance(Duration.days(5 * 365)),
      },
    });
  }
}
