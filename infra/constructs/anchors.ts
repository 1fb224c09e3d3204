import { Duration } from 'aws-cdk-lib';
import { ObjectLockRetention } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { PrivateBucket, type Keeping } from './private-bucket.ts';

/**
 * The bucket with the anchors: the hash of the last commit of each log. The objects contain no personal data, and no
 * role of the system can change them. The object lock is in governance mode: only an administrator of the account with
 * the permission `s3:BypassGovernanceRetention` can end it early, and AWS logs that. No role of the system has this
 * permission.
 */
export class Anchors extends PrivateBucket {
  constructor(scope: Construct, id: string, props: Keeping) {
    super(scope, id, {
      ...props,
      variable: 'ANCHORS_BUCKET',
      settings: {
        versioned: true,
        objectLockEnabled: true,
        // Five years, like `profileDays` in `organisation.yaml`, the description of the demo organisation.
        objectLockDefaultRetention: ObjectLockRetention.governance(Duration.days(5 * 365)),
      },
    });
  }
}
