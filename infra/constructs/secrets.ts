import { RemovalPolicy } from 'aws-cdk-lib';
import { Secret, type SecretProps } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { ConnectorSystem, Organisation } from '#domain/organisation/organisation.ts';
import { acknowledge } from './acknowledge.ts';
import type { DeployedFunction } from './deployed-function.ts';
import type { EncryptionKey } from './encryption-key.ts';
import type { Grantable } from './place.ts';

abstract class OwnSecret extends Construct implements Grantable {
  readonly #secret: Secret;
  readonly #key: EncryptionKey;
  readonly #variable: string;

  constructor(
    scope: Construct,
    id: string,
    key: EncryptionKey,
    variable: string,
    noRotation: string,
    props: SecretProps,
  ) {
    super(scope, id);
    this.#key = key;
    this.#variable = variable;
    this.#secret = new Secret(this, 'Secret', {
      ...props,
      encryptionKey: key.key,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    acknowledge(this.#secret, 'SMG4', noRotation);
  }

  bind(to: DeployedFunction, actions: readonly string[]): void {
    to.allow(actions, [this.#secret.secretArn]);
    to.set(this.#variable, this.#secret.secretArn);
    this.#key.allowThrough('secretsmanager', to.role, ['kms:Decrypt']);
  }
}

/** The secret from which all keys of `functions/casework` are derived: 64 random hexadecimal digits, generated once. */
export class CaseSecret extends OwnSecret {
  constructor(scope: Construct, id: string, props: { readonly key: EncryptionKey }) {
    const noRotation =
      'The ids of cases and the search for repeated requests depend on this secret, so it must never change.';
    super(scope, id, props.key, 'CASE_SECRET', noRotation, {
      description: 'Utdrag: the secret from which all keys of the casework are derived. Never change it.',
      generateSecretString: {
        secretStringTemplate: '{}',
        generateStringKey: 'master',
        passwordLength: 64,
        excludePunctuation: true,
        excludeUppercase: true,
        excludeCharacters: 'ghijklmnopqrstuvwxyz',
        requireEachIncludedType: false,
      },
    });
  }
}

/**
 * The client secrets with which the portal identifies itself to the providers of customer logins and e-IDs. There is
 * one for each secret name in the description. It is empty until the operator fills it in.
 */
export class SignInSecrets extends Construct implements Grantable {
  readonly #secrets: readonly Secret[];
  readonly #key: EncryptionKey;

  constructor(
    scope: Construct,
    id: string,
    props: { readonly key: EncryptionKey; readonly organisation: Organisation },
  ) {
    super(scope, id);
    this.#key = props.key;
    this.#secrets = signInSecretNames(props.organisation).map((secretName) => {
      const secret = new Secret(this, secretName.replaceAll('/', '-'), {
        description: 'Utdrag: {"clientSecret": "..."}, as the provider of the login or the e-ID issued it',
        secretName,
        secretObjectValue: {},
        encryptionKey: props.key.key,
        removalPolicy: RemovalPolicy.RETAIN,
      });
      acknowledge(
        secret,
        'SMG4',
        'The provider issues the secret and the operator fills it in, so the secret cannot be rotated here.',
      );
      return secret;
    });
  }

  bind(to: DeployedFunction, actions: readonly string[]): void {
    if (this.#secrets.length === 0) return;
    to.allow(
      actions,
      this.#secrets.map(({ secretArn }) => secretArn),
    );
    this.#key.allowThrough('secretsmanager', to.role, ['kms:Decrypt']);
  }
}

/** The secret names of all logins and e-IDs in the description, each name once. */
export function signInSecretNames({ controllers }: Organisation): readonly string[] {
  const names = controllers.flatMap(({ identity: { login, eid } }) => [
    ...(login === undefined ? [] : [login.secret]),
    ...eid.map(({ secret }) => secret),
  ]);
  return [...new Set(names)];
}

/**
 * The secret with the credentials for one system that has a connector. Its name is in `organisation.yaml`. It is empty
 * until the operator fills it in.
 */
export class SystemSecret extends OwnSecret {
  constructor(scope: Construct, id: string, props: { readonly key: EncryptionKey; readonly system: ConnectorSystem }) {
    const noRotation =
      'The vendor issues the secret and the operator fills it in, so the secret cannot be rotated here.';
    super(scope, id, props.key, 'SYSTEM_SECRET', noRotation, {
      description: `Utdrag: the credentials of ${props.system.id}; the README of its connector describes their form`,
      secretName: props.system.secret,
      secretObjectValue: {},
    });
  }
}
