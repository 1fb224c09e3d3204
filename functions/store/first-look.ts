import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { firstIn, topicKey } from './attached-requests.ts';
import { batchRead, type ItemKey } from './batch-read.ts';
import { limitKey, takenIn, type Taken } from './limits.ts';
import { profileIn, profileKey, type SubjectProfile } from './subject-profiles.ts';

/** What the case table contains about a request that has just arrived. */
export interface Looked {
  /** The stored request; `undefined` if it is new. */
  readonly profile: SubjectProfile | undefined;
  /** The id of the first case of each topic; a topic without a first case is left out. */
  readonly firsts: ReadonlyMap<string, string>;
  /** The actions that were counted under each key (`Limits`). */
  readonly taken: ReadonlyMap<string, Taken>;
}

/**
 * Reads, with one call, everything that decides whether a request may be stored and whether it gets a case of its own.
 */
export interface FirstLook {
  look(caseId: string, topics: readonly string[], limits: readonly string[]): Promise<Looked>;
}

/** Reads the items of `SubjectProfiles`, `AttachedRequests` and `Limits` in the case table, consistently. */
export function firstLook(client: DynamoDBDocumentClient, table: string): FirstLook {
  return {
    async look(caseId, topics, limits) {
      const keys = [profileKey(caseId), ...topics.map(topicKey), ...limits.map(limitKey)];
      const items = new Map((await batchRead(client, table, keys)).map((item) => [String(item['pk']), item]));
      const itemOf = ({ pk }: ItemKey): Readonly<Record<string, unknown>> | undefined => items.get(pk);
      const profile = itemOf(profileKey(caseId));
      return {
        profile: profile === undefined ? undefined : profileIn(profile),
        firsts: new Map(
          topics.flatMap((topic) => {
            const first = itemOf(topicKey(topic));
            return first === undefined ? [] : [[topic, firstIn(first)] as const];
          }),
        ),
        taken: new Map(limits.map((key) => [key, takenIn(itemOf(limitKey(key)))])),
      };
    },
  };
}
