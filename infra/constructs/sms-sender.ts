import { Aws } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { IdentitySettings } from '#domain/identity-methods/methods.ts';
import type { Organisation } from '#domain/organisation/organisation.ts';
import type { DeployedFunction } from './deployed-function.ts';
import type { Grantable } from './place.ts';

/**
 * Permission to send SMS only from the senders that the controllers' descriptions name. If no description names a
 * sender, no SMS may be sent. The operator registers each sender with AWS End User Messaging SMS.
 */
export class SmsSender extends Construct implements Grantable {
  readonly #senders: readonly string[];

  constructor(scope: Construct, id: string, props: { readonly organisation: Organisation }) {
    super(scope, id);
    this.#senders = props.organisation.controllers.flatMap(({ identity: { smsCode } }) =>
      smsCode === undefined ? [] : resourcesOf(smsCode),
    );
  }

  bind(to: DeployedFunction, actions: readonly string[]): void {
    const senders = [...new Set(this.#senders)];
    if (senders.length === 0) return;
    to.allow(
      actions,
      senders.map((sender) => `arn:${Aws.PARTITION}:sms-voice:${Aws.REGION}:${Aws.ACCOUNT_ID}:${sender}`),
    );
  }
}

/**
 * The resources in an IAM policy for one sender: a number or a pool has one ARN, which contains its id. A sender id,
 * such as `NORDVIK`, has an ARN in each country.
 */
function resourcesOf({ sender, countries }: NonNullable<IdentitySettings['smsCode']>): readonly string[] {
  const [, kind] = /^(phone|pool)-[0-9a-f]{17,32}$/.exec(sender) ?? [];
  if (kind === undefined) return countries.map((country) => `sender-id/${sender}/${country}`);
  return [`${kind === 'phone' ? 'phone-number' : 'pool'}/${sender}`];
}
