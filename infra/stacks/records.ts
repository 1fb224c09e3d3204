import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { ConnectorSystem } from '#domain/organisation/organisation.ts';
import { AccessLogs } from '#infra/constructs/access-logs.ts';
import { Anchors } from '#infra/constructs/anchors.ts';
import { CaseTable } from '#infra/constructs/case-table.ts';
import { Configuration } from '#infra/constructs/configuration.ts';
import { connectorSystems, type DescribedOrganisation } from '#infra/constructs/described-organisation.ts';
import { EncryptionKey } from '#infra/constructs/encryption-key.ts';
import { Exports } from '#infra/constructs/exports.ts';
import { Findings } from '#infra/constructs/findings.ts';
import { Mail } from '#infra/constructs/mail.ts';
import type { SystemPlace } from '#infra/constructs/deployed-functions.ts';
import type { Grantable } from '#infra/constructs/place.ts';
import { CaseSecret, SignInSecrets, SystemSecret } from '#infra/constructs/secrets.ts';

/** The stack `UtdragRecords`: the resources that hold data and remain after every deployment. */
export class RecordsStack extends Stack {
  readonly key: EncryptionKey;
  readonly table: CaseTable;
  readonly findings: Findings;
  readonly exports: Exports;
  readonly anchors: Anchors;
  readonly mail: Mail;
  readonly configuration: Configuration;
  readonly caseSecret: CaseSecret;
  readonly signInSecrets: SignInSecrets;
  readonly #systemSecrets: ReadonlyMap<string, SystemSecret>;

  constructor(scope: Construct, id: string, props: StackProps & { readonly described: DescribedOrganisation }) {
    super(scope, id, {
      ...props,
      description:
        'Utdrag: cases, findings, answers, mail, secrets. Delete this stack only when no log must be kept any more.',
      terminationProtection: true,
    });
    const { described } = props;
    const { policy } = described.organisation;
    this.key = new EncryptionKey(this, 'Key');
    const keeping = { key: this.key, accessLogs: new AccessLogs(this, 'AccessLogs') };
    this.table = new CaseTable(this, 'CaseTable', { key: this.key });
    this.findings = new Findings(this, 'Findings', { ...keeping, policy });
    this.exports = new Exports(this, 'Exports', { ...keeping, policy });
    this.anchors = new Anchors(this, 'Anchors', keeping);
    this.mail = new Mail(this, 'Mail', { ...keeping, policy });
    this.configuration = new Configuration(this, 'Configuration', { ...keeping, described });
    this.caseSecret = new CaseSecret(this, 'CaseSecret', { key: this.key });
    const { organisation } = described;
    this.signInSecrets = new SignInSecrets(this, 'SignInSecrets', { key: this.key, organisation });
    this.#systemSecrets = new Map(
      connectorSystems(organisation).map((system) => [
        system.id,
        new SystemSecret(this, `SystemSecret-${system.id}`, { key: this.key, system }),
      ]),
    );
  }

  /** The construct of a resource that exists once for each system: its secret, its findings or its search orders. */
  placeOf(place: SystemPlace, system: ConnectorSystem): Grantable {
    switch (place) {
      case 'system-findings':
        return this.findings.ofSystem(system.id);
      case 'system-orders':
        return this.findings.orders(system.id);
      case 'system-secret': {
        const secret = this.#systemSecrets.get(system.id);
        if (secret === undefined) throw new Error(`the system ${system.id} has no secret`);
        return secret;
      }
    }
  }
}
