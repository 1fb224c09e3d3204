import { setTimeout } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Records } from '#casework/commit/casework.ts';
import { caseLog } from '#store/case-log.ts';
import { subjectProfiles } from '#store/subject-profiles.ts';
import { summaries } from '#store/summaries.ts';
import { readClock } from './clock.ts';

/**
 * The maximum number of attempts to commit a command while somebody waits for the response. An attempt fails if another
 * process commits to the case first.
 */
export const attemptsOfRequest = 5;

/**
 * The same maximum for a step that nobody waits for. All attempts and the pauses between them take half a minute at
 * most.
 */
export const attemptsInBackground = 20;

/** Makes the client of the case table. */
export function caseTable(): DynamoDBDocumentClient {
  return DynamoDBDocumentClient.from(new DynamoDBClient({}), { marshallOptions: { removeUndefinedValues: true } });
}

/** Makes the stores for the log, the subject profiles and the summaries in the case table. */
export function recordsIn(
  table: string,
  attempts = attemptsOfRequest,
): Records & { readonly client: DynamoDBDocumentClient } {
  const client = caseTable();
  return {
    client,
    log: caseLog(client, table),
    profiles: subjectProfiles(client, table),
    summaries: summaries(client, table),
    now: readClock,
    pause: setTimeout,
    random: Math.random,
    attempts,
  };
}
