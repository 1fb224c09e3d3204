import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, StreamViewType, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import { byDue, byPerson } from '#infra/system.ts';
import type { DeployedFunction } from './deployed-function.ts';
import type { EncryptionKey } from './encryption-key.ts';
import type { Grantable } from './place.ts';

const indexes = [byDue, byPerson];
const reads = ['kms:Decrypt', 'kms:DescribeKey'];
// The KMS actions that a role needs for writes to the table. The documentation of DynamoDB writes some of them with
// wildcards (`GenerateDataKey*`, `ReEncrypt*`); this list names each action.
const writes = [
  'kms:Encrypt',
  'kms:GenerateDataKey',
  'kms:GenerateDataKeyWithoutPlaintext',
  'kms:ReEncryptFrom',
  'kms:ReEncryptTo',
];

/** The DynamoDB table of the cases: logs, profiles, summaries, task tokens and other items of `functions/store`. */
export class CaseTable extends Construct implements Grantable {
  readonly indexes: Grantable;
  readonly #table: Table;
  readonly #key: EncryptionKey;

  constructor(scope: Construct, id: string, props: { readonly key: EncryptionKey }) {
    super(scope, id);
    this.#key = props.key;
    this.#table = new Table(this, 'Table', {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      timeToLiveAttribute: 'expires',
      // The stream names the added items and contains no data of them.
      stream: StreamViewType.KEYS_ONLY,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: props.key.key,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 35 },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    for (const { index, partition, sort } of indexes)
      this.#table.addGlobalSecondaryIndex({
        indexName: index,
        partitionKey: { name: partition, type: AttributeType.STRING },
        sortKey: { name: sort, type: AttributeType.STRING },
      });
    this.indexes = {
      bind: (to, actions) => {
        to.allow(
          actions,
          indexes.map(({ index }) => `${this.#table.tableArn}/index/${index}`),
        );
        this.#key.allowThrough('dynamodb', to.role, reads);
      },
    };
  }

  /** The ARN of the stream of changes. */
  get stream(): string {
    const { tableStreamArn } = this.#table;
    if (tableStreamArn === undefined) throw new Error('the table has no stream');
    return tableStreamArn;
  }

  bind(to: DeployedFunction, actions: readonly string[]): void {
    to.allow(actions, [this.#table.tableArn]);
    to.set('TABLE', this.#table.tableName);
    const changes = actions.some(
      (action) => !['dynamodb:Query', 'dynamodb:GetItem', 'dynamodb:BatchGetItem'].includes(action),
    );
    this.#key.allowThrough('dynamodb', to.role, changes ? [...reads, ...writes] : reads);
  }
}
