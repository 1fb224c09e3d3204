import { Aws, Duration, RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal, type Role } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';

/**
 * The only customer-managed KMS key of the deployment. It encrypts the table, the buckets of `private-bucket.ts`, the
 * secrets, the alarm topic and the queue of failed events.
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
    // CloudWatch publishes alarms to a topic that is encrypted with this key, and EventBridge sends failed events to a
    // queue that is encrypted with it. So both services may use the key.
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
   * Allows a role to use the key, but only through the given AWS service. `service` is for example `s3`: S3 then uses
   * the key when the role reads or writes an object.
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
