import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Policy } from '#domain/organisation/organisation.ts';
import { systemPrefixes } from '#store/findings.ts';
import { ordersOf } from '#store/search-orders.ts';
import type { Grantable } from './place.ts';
import { PrivateBucket, type Keeping } from './private-bucket.ts';

/**
 * The time after which S3 deletes findings and packages, if `purge-expired` has not erased them with their case before.
 * It must be longer than a case lasts (the law allows three months for an answer). So it is one year, plus
 * `materialDays` or `downloadDays` of the policy, whichever is more.
 */
export function backstop(policy: Policy): Duration {
  return Duration.days(366 + Math.max(policy.materialDays, policy.downloadDays));
}

// The pattern of a case id in an IAM policy. `?` matches exactly one character. `*` could match more of a key than the
// case id, and so give access to the findings of another system.
const anyCase = '????-????-????-????';

/** The bucket with the findings of all systems, and with the orders: the files that say what a search must look for. */
export class Findings extends PrivateBucket {
  constructor(scope: Construct, id: string, props: Keeping & { readonly policy: Policy }) {
    super(scope, id, { ...props, variable: 'FINDINGS_BUCKET', expiration: backstop(props.policy) });
  }

  /** Access to the findings of one system in every case, and not to the findings of other systems. */
  ofSystem(system: string): Grantable {
    return this.#under(systemPrefixes(anyCase, system));
  }

  /** Access to the orders for the searches of one system, or of all systems, in every case. */
  orders(system = '*'): Grantable {
    return this.#under([ordersOf(anyCase, system)]);
  }

  #under(prefixes: readonly string[]): Grantable {
    const patterns = prefixes.map((prefix) => `${prefix}*`);
    return {
      bind: (to, actions) => {
        this.allowUnder(
          to.role,
          actions,
          patterns,
          'The keys of findings and orders begin with the id of their case, which is unknown at deployment.',
        );
        to.set('FINDINGS_BUCKET', this.bucket.bucketName);
      },
    };
  }
}
