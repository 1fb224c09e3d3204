import { Source } from 'aws-cdk-lib/aws-s3-deployment';
import type { Construct } from 'constructs';
import { canonical } from '#domain/canonical/canonical.ts';
import { organisationKey } from '#store/organisations.ts';
import { DeployedFiles } from './deployed-files.ts';
import type { DeployedFunction } from './deployed-function.ts';
import type { DescribedOrganisation } from './described-organisation.ts';
import { PrivateBucket, type Keeping } from './private-bucket.ts';

/**
 * The bucket with the descriptions of the organisation. The key of each contains the hash of its content. Earlier
 * descriptions are kept, because each case refers to the description under which it was opened.
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

  /**
   * Lets a function read every description, because its environment may still have the hash of the previous description
   * during a deployment.
   */
  override bind(to: DeployedFunction, actions: readonly string[]): void {
    this.allow(
      to.role,
      actions,
      organisationKey('*'),
      'The key of a description is its hash; the bucket contains only descriptions.',
    );
    to.set('CONFIGURATION_BUCKET', this.bucket.bucketName);
    to.set('ORGANISATION', this.#hash);
  }
}
