import { Duration } from 'aws-cdk-lib';
import type { Role } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { Policy } from '#domain/organisation/organisation.ts';
import type { DeployedFunction } from './deployed-function.ts';
import { backstop } from './findings.ts';
import { PrivateBucket, type Keeping } from './private-bucket.ts';

/** The prefix of raw mails. */
export const inbound = 'inbound/';
/** The prefix of scans that staff have registered. */
const scans = 'scans/';

/**
 * Raw mails and scans. `purge-expired` erases the mails and scans of a case with the case. The lifecycle rules erase
 * mails after half a year, because some mails belong to no case. They erase scans after the same time as findings,
 * because every scan belongs to a case.
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
    this.allow(to.role, actions, `${inbound}*`, 'The key of a mail is the id from the mail service.');
    this.allow(
      to.role,
      actions,
      `${scans}*`,
      'The keys of scans begin with the id of their case, which is unknown at deployment.',
    );
    to.set('MAIL_BUCKET', this.bucket.bucketName);
  }

  /** Allows SES to store mail. */
  allowDelivery(role: Role): void {
    this.allow(role, ['s3:PutObject'], `${inbound}*`, 'Mail lies under the id that the mail service gives it.');
  }
}
