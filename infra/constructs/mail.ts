import { Duration } from 'aws-cdk-lib';
import type { Role } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { Policy } from '#domain/organisation/organisation.ts';
import type { DeployedFunction } from './deployed-function.ts';
import { backstop } from './findings.ts';
import { PrivateBucket, type Keeping } from './private-bucket.ts';

/** Where mail that came in lies, as it was sent. */
export const inbound = 'inbound/';
/** Where scans of letters lie that staff have registered. */
const scans = 'scans/';

/**
 * Mail as it came in, and scans. `purge-expired` ends what belongs to a case with the case; behind it stand half a year
 * for mails, as some belong to none, and for scans the period of findings, as only a case has them.
 */
export class Mail extends PrivateBucket {
  constructor(scope: Construct, id: string, props: Keeping & { readonly policy: Policy }) {
    super(scope, id, {
      ...props,
      variable: 'MAIL_BUCKET',
      expirations: { [inbound]: Duration.days(183), [scans]: backstop(props.policy) },
    });
  }

  override bind(to: DeployedFunction, actions: readonly string[]): void {
    this.allow(to.role, actions, `${inbound}*`, 'Mail lies under the id that the mail service gave it.');
    this.allow(to.role, actions, `${scans}*`, 'Scans lie under the id of their case, which nobody knows beforehand.');
    to.set('MAIL_BUCKET', this.bucket.bucketName);
  }

  /** Lets the mail service put mail there. */
  allowDelivery(role: Role): void {
    this.allow(role, ['s3:PutObject'], `${inbound}*`, 'Mail lies under the id that the mail service gives it.');
  }
}
