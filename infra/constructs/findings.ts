import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Policy } from '#domain/organisation/organisation.ts';
import { systemPrefixes } from '#store/findings.ts';
import { ordersOf } from '#store/search-orders.ts';
import type { Grantable } from './place.ts';
import { PrivateBucket, type Keeping } from './private-bucket.ts';

/**
 * The backstop is the time after which S3 deletes findings and packages. `purge-expired` normally erases them earlier,
 * case by case. So the backstop is longer than a case lasts: one year, plus `materialDays` or `downloadDays` of the
 * policy, whichever is more. The law allows three months for an answer.
 */
export function backstop(policy: Policy): Duration {
  return Duration.days(366 + Math.max(policy.materialDays, policy.downloadDays));
}

// In an IAM policy `?` matches any one character, so the pattern has exactly the length of a case id. With `*` instead,
// the name of a system could match a later part of a key.
const anyCase = '????-????-????-????';

/** The bucket with the findings of all systems, and with the orders for the searches. */
export class Findings extends PrivateBucket {
  constructor(scope: Construct, id: string, props: Keeping & { readonly policy: Policy }) {
    super(scope, id, { ...props, variable: 'FINDINGS_BUCKET', expiration: backstop(props.policy) });
  }

  /** The findings of one system, in every case: no search function gets access to the findings of another system. */
  ofSystem(system: string): Grantable {
    return this.#under(systemPrefixes(anyCase, system));
  }

  /** The orders for the searches of one system, or of all systems, in every case. */
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
