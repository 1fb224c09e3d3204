import { Aws, Duration, RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal, type Role } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';

/**
 * The only customer-managed KMS key. The key encrypts the table, the buckets of `private-bucket.ts`, the secrets, the
 * alarm topic and the queue of failed events.
 */
export class EncryptionKey extends Construct {
  readonly key: Key;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.key = new Key(this, 'Key', {
      description: 'Utdrag: table, buckets, secrets, alarms and failed events',
      enableKeyRotation: true,
      pendingWindow: Duration.days(30),
      removalPolicy: RemovalPolicy.RETAIN,
    });
    // CloudWatch publishes alarms on the encrypted topic, and EventBridge sends failed events to the encrypted queue.
    // CloudWatch and EventBridge need the key for this.
    for (const service of ['cloudwatch.amazonaws.com', 'events.amazonaws.com'])
      this.key.addToResourcePolicy(
        new PolicyStatement({
          principals: [new ServicePrincipal(service)],
          actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
          resources: ['*'],
          conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
        }),
      );
  }

  /**
   * Allows a role to use the key only in calls that the given AWS service makes for the role. `service`: for example
   * `s3`.
   */
  allowThrough(service: string, role: Role, actions: readonly string[]): void {
    if (actions.length === 0) return;
    role.addToPolicy(
      new PolicyStatement({
        actions: [...actions],
        resources: [this.key.keyArn],
        conditions: { StringEquals: { 'kms:ViaService': `${service}.${Aws.REGION}.amazonaws.com` } },
      }),
    );
  }
}
