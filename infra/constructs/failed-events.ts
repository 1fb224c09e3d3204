import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import type { DeployedFunction } from './deployed-function.ts';
import type { EncryptionKey } from './encryption-key.ts';

/**
 * The dead-letter queue, for events that failed three times. The events are of three kinds: a schedule is due, a mail
 * was received, or an execution of the workflow has ended.
 */
export class FailedEvents extends Construct {
  readonly queue: Queue;
  readonly #key: EncryptionKey;

  constructor(scope: Construct, id: string, props: { readonly key: EncryptionKey }) {
    super(scope, id);
    this.#key = props.key;
    this.queue = new Queue(this, 'Queue', {
      encryption: QueueEncryption.KMS,
      encryptionMasterKey: props.key.key,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
      removalPolicy: RemovalPolicy.DESTROY,
    });
    acknowledge(this.queue, 'SQS3', 'This queue is the dead-letter queue; an alarm watches it.');
  }

  /** After two failed retries of an asynchronous invocation, Lambda sends the event to this queue. */
  keepFor(deployed: DeployedFunction): void {
    deployed.role.addToPolicy(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [this.queue.queueArn] }));
    this.#key.allowThrough('sqs', deployed.role, ['kms:Decrypt', 'kms:GenerateDataKey']);
    deployed.lambda.configureAsyncInvoke({
      retryAttempts: 2,
      maxEventAge: Duration.hours(6),
      onFailure: { bind: () => ({ destination: this.queue.queueArn }) },
    });
  }
}
