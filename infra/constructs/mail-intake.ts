import { Aws } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { ReceiptRule, ReceiptRuleSet } from 'aws-cdk-lib/aws-ses';
import { Lambda, LambdaInvocationType } from 'aws-cdk-lib/aws-ses-actions';
import { Construct } from 'constructs';
import { intakeAddresses } from '#domain/organisation/controller.ts';
import type { Organisation } from '#domain/organisation/organisation.ts';
import type { DeployedFunctions } from './deployed-functions.ts';
import type { FailedEvents } from './failed-events.ts';
import { inbound, type Mail } from './mail.ts';

export interface MailIntakeProps {
  readonly organisation: Organisation;
  readonly mail: Mail;
  readonly functions: DeployedFunctions;
  readonly failed: FailedEvents;
}

/**
 * The SES receipt rule for mail to the controllers' addresses: SES stores each mail unchanged and then invokes
 * `receive-mail`. The operator must activate the rule set after the deployment, because an account has only one active
 * rule set in each region.
 */
export class MailIntake extends Construct {
  constructor(scope: Construct, id: string, { organisation, mail, functions, failed }: MailIntakeProps) {
    super(scope, id);
    const receive = functions.named('receive-mail');
    failed.keepFor(receive);
    // SES writes to the bucket with this role. SES itself cannot write to a bucket that is encrypted with a
    // customer-managed key.
    const role = new Role(this, 'Delivery', {
      assumedBy: new ServicePrincipal('ses.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
    });
    mail.allowDelivery(role);
    const rule = new ReceiptRule(this, 'Rule', {
      ruleSet: new ReceiptRuleSet(this, 'Rules', { receiptRuleSetName: 'utdrag' }),
      recipients: [...new Set(organisation.controllers.flatMap(intakeAddresses))],
      scanEnabled: true,
    });
    rule.addAction({
      bind: () => ({
        s3Action: { bucketName: mail.bucket.bucketName, objectKeyPrefix: inbound, iamRoleArn: role.roleArn },
      }),
    });
    rule.addAction(new Lambda({ function: receive.lambda, invocationType: LambdaInvocationType.EVENT }));
    // SES writes a test object when the rule is created, so the role must exist before the rule.
    rule.node.addDependency(role);
  }
}
