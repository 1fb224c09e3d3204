import { Duration } from 'aws-cdk-lib';
import { ObjectLockRetention } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { PrivateBucket, type Keeping } from './private-bucket.ts';

/**
 * Heads of the logs, where nobody of the system can take them back. They hold no personal data. Governance, not
 * compliance: whoever runs the account may lift it with a permission that no role here has, and that leaves a trace.
 */
export class Anchors extends PrivateBucket {
  constructor(scope: Construct, id: string, props: Keeping) {
    super(scope, id, {
      ...props,
      variable: 'ANCHORS_BUCKET',
      settings: {
        versioned: true,
        objectLockEnabled: true,
        // As long as the log itself is kept with its letters.
        objectLockDefaultRetention: ObjectLockRetention.governance(Duration.days(5 * 365)),
      },
    });
  }
}
