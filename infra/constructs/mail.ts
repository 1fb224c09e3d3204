import { Duration } from 'aws-cdk-lib';
import type { Role } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { DeployedFunction } from './deployed-function.ts';
import { PrivateBucket, type Keeping } from './private-bucket.ts';

/** Where mail that came in lies, as it was sent. */
export const inbound = 'inbound/';
/** Where scans of letters lie that staff have registered. */
const scans = 'scans/';

/** Mail as it came in. What matters of it is in the case by then; the raw text is kept in case a person must look. */
export class Mail extends PrivateBucket {
  constructor(scope: Construct, id: string, props: Keeping) {
    super(scope, id, { ...props, variable: 'MAIL_BUCKET', expiration: Duration.days(90) });
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
