import middy from '@middy/core';
import * as z from 'zod';
import type { ConnectorKinds } from '#connectors/sdk/kinds-of.ts';
import { takeStep } from '#casework/workflow/take-step.ts';
import { caseStepSchema } from '#workflows/payloads.ts';
import { S3Client } from '@aws-sdk/client-s3';
import type { Organisation } from '#domain/organisation/organisation.ts';
import { anchors } from '#store/anchors.ts';
import { findings } from '#store/findings.ts';
import { searchOrders } from '#store/search-orders.ts';
import { viewLog } from '#store/view-log.ts';
import { refusedToWorkflow, ensureGoing } from '../case-ended.ts';
import { readClock } from '../clock.ts';
import { caseworkEnvironment, connectorKindsVariable, readEnvironment } from '../environment.ts';
import { once } from '../once.ts';
import { attemptsInBackground } from '../records.ts';
import { caseworkFrom, forOneEvent } from '../wiring.ts';

const environment = readEnvironment({
  ...caseworkEnvironment,
  ANCHORS_BUCKET: z.string().min(1),
  FINDINGS_BUCKET: z.string().min(1),
  /** The name of the search function for each system id, as JSON. */
  SEARCH_FUNCTIONS: z.string().transform((text) => z.record(z.string(), z.string()).parse(JSON.parse(text))),
  CONNECTOR_KINDS: connectorKindsVariable,
});
const casework = once(async () => await caseworkFrom(environment, attemptsInBackground));
const s3 = new S3Client({});
const anchorStore = anchors(s3, environment.ANCHORS_BUCKET);
const findingsStore = findings(s3, environment.FINDINGS_BUCKET);
const orders = searchOrders(s3, environment.FINDINGS_BUCKET);

/**
 * Lambda function for one short step of the workflow. The function reads the case and commits the events of the step.
 * The response has no personal data, because Step Functions keeps it in the history.
 */
export const handler = middy(async (event: unknown) => {
  const step = caseStepSchema.parse(event);
  const work = forOneEvent(await casework());
  const taken = await takeStep(
    work,
    { anchors: anchorStore, views: viewLog(work.client, environment.TABLE) },
    findingsStore,
    { functions: environment.SEARCH_FUNCTIONS, orders, kindsOf: (system) => kindsIn(work.organisation, system) },
    step,
    readClock(),
  );
  if (!taken.ok) return refusedToWorkflow(taken);
  if (step.step !== 'next' && step.step !== 'close') ensureGoing(taken.state);
  return taken.output;
});

function kindsIn({ systems }: Organisation, id: string): ConnectorKinds {
  const system = systems.find((one) => one.id === id);
  const found = system?.kind === 'connector' ? environment.CONNECTOR_KINDS[system.connector] : undefined;
  if (found === undefined) throw new Error(`no connector searches the system ${id}`);
  return found;
}
