import * as z from 'zod';
import { jsonError, type JsonReply } from '../json-service.ts';

const expression = ['ExpressionAttributeNames', 'ExpressionAttributeValues'];
const read = ['ProjectionExpression', 'ConsistentRead', 'ReturnConsumedCapacity'];
const write = ['ConditionExpression', ...expression, 'ReturnValues', 'ReturnConsumedCapacity'];
const page = ['IndexName', 'FilterExpression', ...expression, ...read, 'ExclusiveStartKey', 'Limit', 'Select'];

// dynalite ignores parameters that it does not know, such as ReturnValuesOnConditionCheckFailure, StreamSpecification
// and DeletionProtectionEnabled. AWS would obey them. So this file refuses every parameter that is not in this list.
/** The supported operations, each with its supported parameters. */
export const understood: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    BatchGetItem: ['RequestItems', 'ReturnConsumedCapacity'],
    GetItem: ['TableName', 'Key', 'ExpressionAttributeNames', ...read],
    PutItem: ['TableName', 'Item', ...write],
    UpdateItem: ['TableName', 'Key', 'UpdateExpression', ...write],
    DeleteItem: ['TableName', 'Key', ...write],
    Query: ['TableName', 'KeyConditionExpression', 'ScanIndexForward', ...page],
    Scan: ['TableName', 'Segment', 'TotalSegments', ...page],
    CreateTable: ['TableName', 'AttributeDefinitions', 'KeySchema', 'BillingMode', 'GlobalSecondaryIndexes'],
    DescribeTable: ['TableName'],
    ListTables: ['ExclusiveStartTableName', 'Limit'],
  }).map(([operation, parameters]) => [operation, new Set(parameters)]),
);

// A DynamoDB request contains no JSON null, and a null in an attribute value would crash dynalite.
const parametersSchema = z
  .string()
  .transform((text, context): unknown => {
    let nulls = 0;
    try {
      const value: unknown = JSON.parse(text, (_, part: unknown) => {
        if (part === null) nulls += 1;
        return part;
      });
      if (nulls === 0) return value;
    } catch {
      // The code below adds an error for invalid JSON.
    }
    context.addIssue({ code: 'custom', message: 'the text is not JSON, or contains a null' });
    return z.NEVER;
  })
  .pipe(z.record(z.string(), z.unknown()));

// The supported parameters of BatchGetItem for its table.
const batchParameters: ReadonlySet<string> = new Set([
  'Keys',
  'ConsistentRead',
  'ProjectionExpression',
  'ExpressionAttributeNames',
]);
const batchSchema = z.object({ RequestItems: z.record(z.string(), z.record(z.string(), z.unknown())) });

const namesSchema = z.object({
  TableName: z.string().default('*'),
  IndexName: z.string().optional(),
});

/**
 * Returns the IAM resource of a request: `table`, `table/index/name`, or `*`. Returns an error response for parameters
 * that dynalite would ignore. `text`: the parameters in JSON.
 */
export function resourceIn(operation: string, text: string): string | JsonReply {
  const parameters = parametersSchema.safeParse(text);
  if (!parameters.success)
    return jsonError('SerializationException', 'The request is not a JSON object, or holds a null.');
  const unsupported = Object.keys(parameters.data).filter((name) => understood.get(operation)?.has(name) !== true);
  if (unsupported.length > 0)
    return jsonError('ValidationException', `The local DynamoDB does not support ${unsupported.join(', ')}.`);
  if (operation === 'BatchGetItem') return tableOfBatch(parameters.data);
  const names = namesSchema.safeParse(parameters.data);
  if (!names.success) return jsonError('SerializationException', 'A table or index name has the wrong type.');
  const { TableName: table, IndexName: index } = names.data;
  return index === undefined ? table : `${table}/index/${index}`;
}

/** The table of a BatchGetItem. A call that names several tables is refused, because the product has no such call. */
function tableOfBatch(parameters: unknown): string | JsonReply {
  const batch = batchSchema.safeParse(parameters);
  if (!batch.success) return jsonError('SerializationException', 'RequestItems has the wrong type.');
  const [[table, request] = ['*', {}], ...more] = Object.entries(batch.data.RequestItems);
  const unsupported = Object.keys(request).filter((name) => !batchParameters.has(name));
  if (more.length > 0 || unsupported.length > 0)
    return jsonError(
      'ValidationException',
      `The local DynamoDB does not support ${more.length > 0 ? 'several tables in BatchGetItem' : unsupported.join(', ')}.`,
    );
  return table;
}
