import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { Policy } from '#domain/organisation/organisation.ts';
import { backstop } from './findings.ts';
import { PrivateBucket, type Keeping } from './private-bucket.ts';

const fiveMinutes = 5 * 60_000;

/**
 * The bucket with the assembled packages. Data subjects download a package with a presigned URL that is valid for five
 * minutes.
 */
export class Exports extends PrivateBucket {
  /** The origin of the presigned URLs from which browsers download packages. */
  readonly origin: string;

  constructor(scope: Construct, id: string, props: Keeping & { readonly policy: Policy }) {
    super(scope, id, { ...props, variable: 'EXPORTS_BUCKET', expiration: backstop(props.policy) });
    this.origin = `https://${this.bucket.bucketRegionalDomainName}`;
    this.bucket.addToResourcePolicy(
      new PolicyStatement({
        sid: 'NoOldAddresses',
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions: ['s3:GetObject'],
        resources: [this.bucket.arnForObjects('*')],
        conditions: { NumericGreaterThan: { 's3:signatureAge': String(fiveMinutes) } },
      }),
    );
  }
}
