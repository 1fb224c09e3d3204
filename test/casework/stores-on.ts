// The stores of case work on one table, in memory or in a local endpoint.
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Settling } from '#casework/commit/casework.ts';
import { attachedRequests } from '#store/attached-requests.ts';
import { caseLog, type CaseLog } from '#store/case-log.ts';
import { byDue, byPerson } from '#store/indexes.ts';
import { firstLook } from '#store/first-look.ts';
import { limits } from '#store/limits.ts';
import { owedCases } from '#store/owed-cases.ts';
import { subjectProfiles } from '#store/subject-profiles.ts';
import { summaries } from '#store/summaries.ts';
import { taskTokens } from '#store/task-tokens.ts';

/** The indexes of the case table. */
export const caseIndexes = [byDue, byPerson];

type Stores = Pick<
  Settling,
  'log' | 'profiles' | 'summaries' | 'owed' | 'tokens' | 'limits' | 'attached' | 'firstLook'
>;

export function storesOn(documents: DynamoDBDocumentClient, table: string): Stores {
  return {
    log: unchangedLog(caseLog(documents, table)),
    profiles: subjectProfiles(documents, table),
    summaries: summaries(documents, table),
    owed: owedCases(documents, table),
    tokens: taskTokens(documents, table),
    firstLook: firstLook(documents, table),
    limits: limits(documents, table),
    attached: attachedRequests(documents, table),
  };
}

/**
 * The same log, except that two reads without a commit in between give the same array. `loadCase` computes the state of
 * an array once, and tests read a case far more often than they change it.
 */
function unchangedLog(log: CaseLog): CaseLog {
  const known = new Map<string, readonly string[]>();
  const same = (caseId: string, texts: readonly string[]): readonly string[] => {
    const before = known.get(caseId);
    if (before?.length === texts.length && before.every((text, index) => text === texts[index])) return before;
    known.set(caseId, texts);
    return texts;
  };
  const load =
    (read: CaseLog['load']): CaseLog['load'] =>
    async (caseId) => {
      const stored = await read(caseId);
      return stored.snapshot === undefined ? { ...stored, texts: same(caseId, stored.texts) } : stored;
    };
  return {
    ...log,
    read: async (caseId) => same(caseId, await log.read(caseId)),
    load: load(log.load),
    loadAgain: load(log.loadAgain),
    loadWhole: load(log.loadWhole),
  };
}
