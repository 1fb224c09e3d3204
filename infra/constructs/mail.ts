import { Duration } from 'aws-cdk-lib';
import type { Role } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { Policy } from '#domain/organisation/organisation.ts';
import type { DeployedFunction } from './deployed-function.ts';
import { backstop } from './findings.ts';
import { PrivateBucket, type Keeping } from './private-bucket.ts';

/** The prefix of the object keys of raw mails. */
export const inbound = 'inbound/';
/** The prefix of the object keys of scans, which staff have registered. */
const scans = 'scans/';

/**
 * The bucket with raw mails and scans. `purge-expired` erases both with their case. The lifecycle rules of S3 delete
 * what remains: mails after half a year, because some mails belong to no case, and scans after the same time as
 * findings.
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
    this.allow(
      to.role,
      actions,
      `${inbound}*`,
      'The key of a mail is the id that SES gives it, which is unknown at deployment.',
    );
    this.allow(
      to.role,
      actions,
      `${scans}*`,
      'The keys of scans begin with the id of their case, which is unknown at deployment.',
    );
    to.set('MAIL_BUCKET', this.bucket.bucketName);
  }

  /** Allows the role of the SES receipt rule to store mails. */
  allowDelivery(role: Role): void {
    this.allow(
      role,
      ['s3:PutObject'],
      `${inbound}*`,
      'The key of a mail is the id that SES gives it, which is unknown at deployment.',
    );
  }
}
