import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** Counts the codes sent to one address on one day, over all cases. */
export interface CodeBudget {
  /** Takes one code for the person (the organisation's keyed hash) at `now` (ISO 8601); false when the day's are used up. */
  take(person: string, now: string, most: number): Promise<boolean>;
}

/** The count in the case table; the table lets it go a day later. */
export function codeBudget(client: DynamoDBDocumentClient, table: string): CodeBudget {
  return {
    async take(person, now, most) {
      try {
        await client.send(
          new UpdateCommand({
            TableName: table,
            Key: { pk: `CODES#${person}`, sk: now.slice(0, 10) },
            UpdateExpression: 'ADD taken :one SET expires = :expires',
            ConditionExpression: 'attribute_not_exists(taken) OR taken < :most',
            ExpressionAttributeValues: {
              ':one': 1,
              ':most': most,
              ':expires': Math.floor(Date.parse(now) / 1000) + 2 * 24 * 60 * 60,
            },
          }),
        );
        return true;
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return false;
        throw error;
      }
    },
  };
}
