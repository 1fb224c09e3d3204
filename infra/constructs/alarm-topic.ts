import { Aws } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import type { EncryptionKey } from './encryption-key.ts';

/**
 * The SNS topic of all alarms. SNS mails the alarms to one mailbox of the operators, after somebody has confirmed the
 * subscription.
 */
export class AlarmTopic extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, id: string, props: { readonly key: EncryptionKey; readonly email: string }) {
    super(scope, id);
    this.topic = new Topic(this, 'Topic', {
      displayName: 'Utdrag',
      masterKey: props.key.key,
      enforceSSL: true,
    });
    // A topic with its own policy loses the default permission for CloudWatch alarms of the same account.
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
    );
    this.topic.addSubscription(new EmailSubscription(props.email));
  }
}
