import { Duration } from 'aws-cdk-lib';
import { ObjectLockRetention } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { PrivateBucket, type Keeping } from './private-bucket.ts';

/**
 * The hash of the last commit of each log. No role of the system can change these objects, and they contain no personal
 * data. The object lock is in governance mode. Only an administrator of the account can end the lock early, with a
 * permission that no role here has. AWS logs the use of that permission.
 */
export class Anchors extends PrivateBucket {
  constructor(scope: Construct, id: string, props: Keeping) {
    super(scope, id, {
      ...props,
      variable: 'ANCHORS_BUCKET',
      settings: {
        versioned: true,
        objectLockEnabled: true,
        // Five years, the same as `profileDays` of the demo organisation.
        objectLockDefaultRetention: ObjectLockRetention.governance(Duration.days(5 * 365)),
      },
    });
  }
}
