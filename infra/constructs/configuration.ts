import { Source } from 'aws-cdk-lib/aws-s3-deployment';
import type { Construct } from 'constructs';
import { canonical } from '#domain/canonical/canonical.ts';
import { organisationKey } from '#store/organisations.ts';
import { DeployedFiles } from './deployed-files.ts';
import type { DeployedFunction } from './deployed-function.ts';
import type { DescribedOrganisation } from './described-organisation.ts';
import { PrivateBucket, type Keeping } from './private-bucket.ts';

/**
 * The organisation's description under the hash of its content. Earlier ones stay, because cases were handled under
 * them.
 */
export class Configuration extends PrivateBucket {
  readonly #hash: string;

  constructor(scope: Construct, id: string, props: Keeping & { readonly described: DescribedOrganisation }) {
    super(scope, id, { ...props, variable: 'CONFIGURATION_BUCKET' });
    const { organisation, hash } = props.described;
    this.#hash = hash;
    new DeployedFiles(this, 'Description', {
      destinationBucket: this.bucket,
      sources: [Source.data(organisationKey(hash), canonical(organisation))],
      prune: false,
      retainOnDelete: true,
    });
  }

  /** Every description stays readable: during a deployment functions still have the hash of the one before. */
  override bind(to: DeployedFunction, actions: readonly string[]): void {
    this.allow(
      to.role,
      actions,
      organisationKey('*'),
      'The key of a description is its hash; the bucket holds nothing else.',
    );
    to.set('CONFIGURATION_BUCKET', this.bucket.bucketName);
    to.set('ORGANISATION', this.#hash);
  }
}
