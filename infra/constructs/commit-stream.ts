import { EventSourceMapping, FilterCriteria, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { addedCommits } from '#infra/system.ts';
import type { CaseTable } from './case-table.ts';
import type { DeployedFunctions } from './deployed-functions.ts';

/**
 * How many batches of one shard of the stream are handled at the same time. Commits of one case stay in their order.
 */
const parallel = 10;

/**
 * Calls a function after each commit and each attached request, with the keys of the item from the stream of the case
 * table. A batch that fails is halved, so that one case does not hold up others. There is no dead-letter queue, because
 * `reconcile` does within a minute what is left.
 */
export class CommitStream extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { functions, table }: { readonly functions: DeployedFunctions; readonly table: CaseTable },
  ) {
    super(scope, id);
    const deployed = functions.named(addedCommits.function);
    deployed.allow(
      ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:ListStreams'],
      [table.stream],
    );
    const mapping = new EventSourceMapping(this, 'Mapping', {
      target: deployed.lambda,
      eventSourceArn: table.stream,
      startingPosition: StartingPosition.LATEST,
      batchSize: addedCommits.batchSize,
      parallelizationFactor: parallel,
      // The first attempt is no retry.
      retryAttempts: addedCommits.attempts - 1,
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      filters: [
        FilterCriteria.filter({
          eventName: ['INSERT'],
          dynamodb: { Keys: { sk: { S: addedCommits.sortKeyPrefixes.map((prefix) => ({ prefix })) } } },
        }),
      ],
    });
    // Lambda refuses the mapping until the role may read the stream.
    mapping.node.addDependency(deployed.role);
  }
}
