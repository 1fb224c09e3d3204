import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Policy } from '#domain/organisation/organisation.ts';
import { systemPrefixes } from '#store/findings.ts';
import type { Grantable } from './place.ts';
import { PrivateBucket, type Keeping } from './private-bucket.ts';

/**
 * The longest time for which findings and exports are kept. `purge-expired` erases them case by case, and this backstop
 * must never come first: a year for the case, which the law gives three months, and the days that the policy adds after
 * its end.
 */
export function backstop(policy: Policy): Duration {
  return Duration.days(366 + Math.max(policy.materialDays, policy.downloadDays));
}

// In a policy `?` is any one character. There are exactly as many as in the id of a case, so that the name of the
// system can only stand at one position of the key.
const anyCase = '????-????-????-????';

/** What searches have found. */
export class Findings extends PrivateBucket {
  constructor(scope: Construct, id: string, props: Keeping & { readonly policy: Policy }) {
    super(scope, id, { ...props, variable: 'FINDINGS_BUCKET', expiration: backstop(props.policy) });
  }

  /** The findings of one system, in any case. */
  ofSystem(system: string): Grantable {
    const patterns = systemPrefixes(anyCase, system).map((prefix) => `${prefix}*`);
    return {
      bind: (to, actions) => {
        this.allowUnder(
          to.role,
          actions,
          patterns,
          'The keys of findings begin with the id of their case, then their system.',
        );
        to.set('FINDINGS_BUCKET', this.bucket.bucketName);
      },
    };
  }
}
