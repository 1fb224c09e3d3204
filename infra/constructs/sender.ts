import { ArnFormat, Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Organisation } from '#domain/organisation/organisation.ts';
import type { DeployedFunction } from './deployed-function.ts';
import type { Grantable } from './place.ts';

/**
 * Permission to send mail only from the addresses of the controllers. In SES the operator has verified either each
 * address or its domain, so the policy allows both.
 */
export class Sender extends Construct implements Grantable {
  readonly #addresses: readonly string[];

  constructor(scope: Construct, id: string, props: { readonly organisation: Organisation }) {
    super(scope, id);
    this.#addresses = props.organisation.controllers.map(({ email }) => email);
  }

  bind(to: DeployedFunction, actions: readonly string[]): void {
    const identities = new Set(this.#addresses.flatMap((address) => [address, address.replace(/^.*@/, '')]));
    to.allow(
      actions,
      [...identities].map((resourceName) =>
        Stack.of(this).formatArn({
          service: 'ses',
          resource: 'identity',
          resourceName,
          arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
        }),
      ),
      { StringEquals: { 'ses:FromAddress': [...this.#addresses] } },
    );
  }
}
