import { lookup } from 'node:dns/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import middy from '@middy/core';
import { S3Client } from '@aws-sdk/client-s3';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { Context } from 'aws-lambda';
import * as z from 'zod';
import { searchSystem } from '#casework/search/search-system.ts';
import { guardedFetch } from '#connectors/sdk/guarded-fetch.ts';
import { loadConnector } from '#connectors/registry.ts';
import { jsonSchema } from '#domain/json.ts';
import { privateNetworkSchema } from '#domain/network/reach.ts';
import { findings } from '#store/findings.ts';
import { searchOrders } from '#store/search-orders.ts';
import { readSecret } from '#store/secrets.ts';
import { earlierSearchSchema, searchedSchema, searchSystemSchema } from '#workflows/payloads.ts';
import { readClock } from '../clock.ts';
import { readEnvironment } from '../environment.ts';
import { once } from '../once.ts';
import { isTemporaryAwsError } from '../temporary-aws-error.ts';
import { SearchGoesOn, StoreUnavailable } from './errors.ts';

const environment = readEnvironment({
  FINDINGS_BUCKET: z.string().min(1),
  /** The id of the connector that this function searches with. */
  CONNECTOR: z.string().min(1),
  SETTINGS: z.string().transform((text) => z.record(z.string(), jsonSchema).parse(JSON.parse(text))),
  /** The private IP networks that the connector may call, as JSON. All other private addresses are refused. */
  PRIVATE_NETWORKS: z.string().transform((text) => z.array(privateNetworkSchema).parse(JSON.parse(text))),
  /** Name of the secret of the searched system. The role of this function can read no other secret. */
  SYSTEM_SECRET: z.string().min(1),
});
const connectorOfSystem = once(async () => await loadConnector(environment.CONNECTOR));
const s3 = new S3Client({});
const store = findings(s3, environment.FINDINGS_BUCKET);
const orders = searchOrders(s3, environment.FINDINGS_BUCKET);
const secret = once(async () => await readSecret(new SecretsManagerClient({}), environment.SYSTEM_SECRET));

const reach = guardedFetch({
  privateNetworks: environment.PRIVATE_NETWORKS,
  resolve: async (host) => await lookup(host, { all: true }),
});

/**
 * Lambda function that searches one system. The function is deployed once for each system, with its own role and its
 * own secret. The function cannot read the case. It reads an order, which says what to search for
 * (`domain/findings/search-order.ts`), and the findings of its own system. It writes findings and the result. If an AWS
 * service is down, the function fails with `StoreUnavailable`. Then the workflow does not record that the searched
 * system has failed.
 */
export const handler = middy(async (event: unknown, context: Context) => {
  if (earlierSearchSchema.safeParse(event).success)
    throw new StoreUnavailable('an execution of an earlier version has no orders; reconcile starts a new execution');
  const asked = searchSystemSchema.parse(event);
  const connector = await connectorOfSystem();
  if (connector === undefined) throw new Error('the connector named in the environment does not exist');
  const { caseId, system, wave, run } = asked;
  try {
    const end = await searchSystem(
      {
        findings: store,
        orders,
        connector,
        installation: { settings: environment.SETTINGS, secret: await secret() },
        surroundings: {
          fetch: reach,
          sleep: async (milliseconds) => await sleep(milliseconds),
          elapsed: () => performance.now(),
          random: Math.random,
          timeLeft: () => context.getRemainingTimeInMillis(),
        },
        now: readClock,
      },
      { caseId, system, wave, run },
      readClock(),
    );
    if (end === 'goes-on') throw new SearchGoesOn('the search has further pages');
    return searchedSchema.parse({ end });
  } catch (error) {
    if (!isTemporaryAwsError(error)) throw error;
    throw new StoreUnavailable('an AWS service is down or throttles', { cause: error });
  }
});
