import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Policy } from '#domain/organisation/organisation.ts';
import { systemPrefixes } from '#store/findings.ts';
import type { Grantable } from './place.ts';
import { PrivateBucket, type Keeping } from './private-bucket.ts';

/**
 * How long findings and exports may lie at the most. `purge-expired` ends them by case; this is what stands behind it,
 * so it must never come first: a year for the case, which the law gives three months, and what policy adds to its end.
 */
export function backstop(policy: Policy): Duration {
  return Duration.days(366 + Math.max(policy.materialDays, policy.downloadDays));
}

// In a policy `?` is any one character: exactly as many as the id of a case has, so that the name of the system that
// follows stands at one place of the key only.
const anyCase = '????-????-????-????';

/** What searches have found. */
export class Findings extends PrivateBucket {
  constructor(scope: Construct, id: string, props: Keeping & { readonly policy: Policy }) {
    super(scope, id, { ...props, variable: 'FINDINGS_BUCKET', expiration: backstop(props.policy) });
  }

  /** The findings of one system, in whichever case. */
  ofSystem(system: string): Grantable {
    const patterns = systemPrefixes(anyCase, system).map((prefix) => `${prefix}*`);
    return {
      bind: (to, actions) => {
        this.allowUnder(to.role, actions, patterns, 'Findings lie under the id of their case, then their system.');
        to.set('FINDINGS_BUCKET', this.bucket.bucketName);
      },
    };
  }
}
