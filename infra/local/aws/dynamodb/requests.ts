import * as z from 'zod';
import { jsonError, type JsonReply } from '../json-service.ts';

const expression = ['ExpressionAttributeNames', 'ExpressionAttributeValues'];
const read = ['ProjectionExpression', 'ConsistentRead', 'ReturnConsumedCapacity'];
const write = ['ConditionExpression', ...expression, 'ReturnValues', 'ReturnConsumedCapacity'];
const page = ['IndexName', 'FilterExpression', ...expression, ...read, 'ExclusiveStartKey', 'Limit', 'Select'];

/**
 * The supported operations, each with its supported parameters. This file refuses every other parameter, because
 * dynalite would ignore a parameter that it does not know (such as ReturnValuesOnConditionCheckFailure or
 * StreamSpecification), and AWS would obey it.
 */
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

// The parameters of a request. A null in JSON is refused, because no DynamoDB request contains one, and dynalite would
// crash on it.
const parametersSchema = z
  .string()
  .transform((text, context): unknown => {
    let nulls = 0;
    const count = (_: string, part: unknown): unknown => {
      if (part === null) nulls += 1;
      return part;
    };
    try {
      // Looking at every value takes longer than reading the text, so this is done only if there may be a null.
      const value: unknown = text.includes('null') ? JSON.parse(text, count) : JSON.parse(text);
      if (nulls === 0) return value;
    } catch {
      // The code below adds an error for invalid JSON.
    }
    context.addIssue({ code: 'custom', message: 'the text is not JSON, or contains a null' });
    return z.NEVER;
  })
  .pipe(z.record(z.string(), z.unknown()));

// BatchGetItem has parameters for each of its tables. These are supported.
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
 * Returns the resource of a request as an IAM policy names it: `table`, `table/index/name`, or `*`. Returns an error
 * response if the request has a parameter that dynalite would ignore. `text` is the body of the request: its parameters
 * in JSON.
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

/**
 * The table of a BatchGetItem. A call with several tables is refused, because no code of the project makes such a call.
 */
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
