import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement, type Role } from 'aws-cdk-lib/aws-iam';
import { BucketEncryption, type BucketProps, type IBucket, type LifecycleRule } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { AccessLogs } from './access-logs.ts';
import { acknowledgeWildcard } from './acknowledge.ts';
import { closedBucket } from './closed-bucket.ts';
import type { DeployedFunction } from './deployed-function.ts';
import type { EncryptionKey } from './encryption-key.ts';
import type { Grantable } from './place.ts';

export interface Keeping {
  readonly key: EncryptionKey;
  readonly accessLogs: AccessLogs;
}

export interface PrivateBucketProps extends Keeping {
  /** The environment variable in which a function finds the name of the bucket. */
  readonly variable: string;
  /** S3 deletes an object after this time. */
  readonly expiration?: Duration;
  /**
   * Separate times for some objects, by the prefix of their keys: S3 deletes an object with this prefix after this
   * time.
   */
  readonly expirations?: Readonly<Record<string, Duration>>;
  readonly settings?: Pick<BucketProps, 'objectLockEnabled' | 'objectLockDefaultRetention' | 'versioned'>;
}

/**
 * The KMS actions that a role needs for an S3 action on an encrypted bucket. `s3:PutObject` includes `kms:Decrypt`
 * because of multipart uploads: S3 decrypts the data key for each part.
 */
const keyActions: ReadonlyMap<string, readonly string[]> = new Map([
  ['s3:GetObject', ['kms:Decrypt']],
  ['s3:PutObject', ['kms:Decrypt', 'kms:GenerateDataKey']],
]);

/**
 * IAM checks `s3:ListBucket` on the bucket and all other actions on the objects, so the two need separate statements.
 */
function apart(actions: readonly string[]): { readonly ofBucket: string[]; readonly ofObjects: string[] } {
  return {
    ofBucket: actions.filter((action) => action === 's3:ListBucket'),
    ofObjects: actions.filter((action) => action !== 's3:ListBucket'),
  };
}

/**
 * A bucket that is encrypted with the customer-managed key. Only roles with a grant can reach it, and only over TLS.
 */
export class PrivateBucket extends Construct implements Grantable {
  readonly bucket: IBucket;
  readonly #key: EncryptionKey;
  readonly #variable: string;

  constructor(scope: Construct, id: string, props: PrivateBucketProps) {
    super(scope, id);
    this.#key = props.key;
    this.#variable = props.variable;
    const rule: LifecycleRule = { abortIncompleteMultipartUploadAfter: Duration.days(7) };
    this.bucket = closedBucket(this, 'Bucket', {
      ...props.settings,
      encryption: BucketEncryption.KMS,
      encryptionKey: props.key.key,
      bucketKeyEnabled: true,
      serverAccessLogsBucket: props.accessLogs.bucket,
      serverAccessLogsPrefix: `${id}/`,
      removalPolicy: RemovalPolicy.RETAIN,
      lifecycleRules: [
        props.expiration === undefined ? rule : { ...rule, expiration: props.expiration },
        ...Object.entries(props.expirations ?? {}).map(([prefix, expiration]) => ({ prefix, expiration })),
      ],
    });
  }

  bind(to: DeployedFunction, actions: readonly string[]): void {
    this.allow(
      to.role,
      actions,
      '*',
      'The keys of objects begin with the id of their case, which is unknown at deployment.',
    );
    to.set(this.#variable, this.bucket.bucketName);
  }

  /** Allows actions on the bucket or its objects, and the KMS actions that they need. */
  protected allow(role: Role, actions: readonly string[], objects: string, wildcard: string): void {
    const { ofBucket, ofObjects } = apart(actions);
    if (ofBucket.length > 0)
      role.addToPolicy(new PolicyStatement({ actions: ofBucket, resources: [this.bucket.bucketArn] }));
    this.#allowObjects(role, ofObjects, objects, wildcard);
  }

  /**
   * Like `allow`, but only for objects whose keys match one of the patterns. A role may list the bucket only with a
   * prefix that matches a pattern.
   */
  protected allowUnder(role: Role, actions: readonly string[], patterns: readonly string[], wildcard: string): void {
    const { ofBucket, ofObjects } = apart(actions);
    if (ofBucket.length > 0)
      role.addToPolicy(
        new PolicyStatement({
          actions: ofBucket,
          resources: [this.bucket.bucketArn],
          conditions: { StringLike: { 's3:prefix': [...patterns] } },
        }),
      );
    for (const pattern of patterns) this.#allowObjects(role, ofObjects, pattern, wildcard);
  }

  #allowObjects(role: Role, actions: readonly string[], objects: string, wildcard: string): void {
    if (actions.length === 0) return;
    const resource = this.bucket.arnForObjects(objects);
    role.addToPolicy(new PolicyStatement({ actions: [...actions], resources: [resource] }));
    const implied = new Set(actions.flatMap((action) => keyActions.get(action) ?? []));
    this.#key.allowThrough('s3', role, [...implied]);
    if (objects.includes('*')) acknowledgeWildcard(role, resource, wildcard);
  }
}
