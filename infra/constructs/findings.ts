import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Policy } from '#domain/organisation/organisation.ts';
import { systemPrefixes } from '#store/findings.ts';
import type { Grantable } from './place.ts';
import { PrivateBucket, type Keeping } from './private-bucket.ts';

/**
 * The longest time for which findings and exports are kept. `purge-expired` erases them for each case, so this limit
 * must be longer: one year for the case, and the days that the policy adds after its end. The law allows three months
 * for a case.
 */
export function backstop(policy: Policy): Duration {
  return Duration.days(366 + Math.max(policy.materialDays, policy.downloadDays));
}

// In a policy `?` is any one character. The pattern has the length of a case id, so the name of the system can match at
// only one position of the key.
const anyCase = '????-????-????-????';

/** The findings of all systems. */
export class Findings extends PrivateBucket {
  constructor(scope: Construct, id: string, props: Keeping & { readonly policy: Policy }) {
    super(scope, id, { ...props, variable: 'FINDINGS_BUCKET', expiration: backstop(props.policy) });
  }

  /** The findings of one system, in every case. */
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
