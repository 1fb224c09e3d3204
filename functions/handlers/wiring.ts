import { randomUUID } from 'node:crypto';
import { S3Client } from '@aws-sdk/client-s3';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Casework } from '#casework/commit/casework.ts';
import { caseKeys, caseSecretSchema } from '#casework/commit/keys.ts';
import { rememberedLog } from '#casework/commit/remembered-log.ts';
import { attachedRequests } from '#store/attached-requests.ts';
import { firstLook } from '#store/first-look.ts';
import { limits } from '#store/limits.ts';
import { organisationReader } from '#store/organisations.ts';
import { readSecret } from '#store/secrets.ts';
import type { caseworkEnvironment, readEnvironment } from './environment.ts';
import { errorForLog, logger } from './log.ts';
import { attemptsOfRequest, recordsIn } from './records.ts';

type Environment = ReturnType<typeof readEnvironment<typeof caseworkEnvironment>>;

/** A copy of `Casework` for one event. The log of the copy reads the commits of each case only once. */
export function forOneEvent<C extends Casework>(casework: C): C {
  return { ...casework, log: rememberedLog(casework.log) };
}

/** Makes `Casework` from the environment variables of the function. */
export async function caseworkFrom(
  environment: Environment,
  attempts = attemptsOfRequest,
): Promise<Casework & { readonly client: DynamoDBDocumentClient }> {
  const { client, ...records } = recordsIn(environment.TABLE, attempts);
  const s3 = new S3Client({});
  const organisationAt = organisationReader(s3, environment.CONFIGURATION_BUCKET);
  const [organisation, secret] = await Promise.all([
    organisationAt(environment.ORGANISATION),
    readSecret(new SecretsManagerClient({}), environment.CASE_SECRET),
  ]);
  return {
    ...records,
    client,
    attached: attachedRequests(client, environment.TABLE),
    firstLook: firstLook(client, environment.TABLE),
    limits: limits(client, environment.TABLE),
    organisation,
    organisationAt,
    keys: caseKeys(caseSecretSchema.parse(secret)),
    portal: environment.PORTAL_URL,
    newId: randomUUID,
    report: (what, error, caseId) => logger.error('left to reconcile', { what, caseId, ...errorForLog(error) }),
  };
}
