// The stores of case work on one table, in memory or in a local endpoint.
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Settling } from '#casework/commit/casework.ts';
import { attachedRequests } from '#store/attached-requests.ts';
import { caseLog } from '#store/case-log.ts';
import { byDue, byPerson } from '#store/indexes.ts';
import { limits } from '#store/limits.ts';
import { owedCases } from '#store/owed-cases.ts';
import { subjectProfiles } from '#store/subject-profiles.ts';
import { summaries } from '#store/summaries.ts';
import { taskTokens } from '#store/task-tokens.ts';

/** The indexes of the case table. */
export const caseIndexes = [byDue, byPerson];

type Stores = Pick<Settling, 'log' | 'profiles' | 'summaries' | 'owed' | 'tokens' | 'limits' | 'attached'>;

export function storesOn(documents: DynamoDBDocumentClient, table: string): Stores {
  return {
    log: caseLog(documents, table),
    profiles: subjectProfiles(documents, table),
    summaries: summaries(documents, table),
    owed: owedCases(documents, table),
    tokens: taskTokens(documents, table),
    limits: limits(documents, table),
    attached: attachedRequests(documents, table),
  };
}
