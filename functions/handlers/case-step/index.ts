import middy from '@middy/core';
import * as z from 'zod';
import { takeStep } from '#casework/workflow/take-step.ts';
import { caseStepSchema } from '#workflows/payloads.ts';
import { S3Client } from '@aws-sdk/client-s3';
import { anchors } from '#store/anchors.ts';
import { findings } from '#store/findings.ts';
import { refusedToWorkflow, ensureGoing } from '../case-ended.ts';
import { readClock } from '../clock.ts';
import { caseworkEnvironment, readEnvironment } from '../environment.ts';
import { attemptsInBackground, caseworkFrom, forOneEvent, once } from '../wiring.ts';

const environment = readEnvironment({
  ...caseworkEnvironment,
  ANCHORS_BUCKET: z.string().min(1),
  FINDINGS_BUCKET: z.string().min(1),
  /** The name of the search function for each system id, as JSON. */
  SEARCH_FUNCTIONS: z.string().transform((text) => z.record(z.string(), z.string()).parse(JSON.parse(text))),
});
const casework = once(async () => await caseworkFrom(environment, attemptsInBackground));
const s3 = new S3Client({});
const anchorStore = anchors(s3, environment.ANCHORS_BUCKET);
const found = findings(s3, environment.FINDINGS_BUCKET);

/**
 * Lambda function for one short step of the workflow. The function reads the case and commits the events of the step.
 * The response has only ids, because Step Functions keeps it in the history.
 */
export const handler = middy(async (event: unknown) => {
  const step = caseStepSchema.parse(event);
  const taken = await takeStep(
    forOneEvent(await casework()),
    anchorStore,
    found,
    environment.SEARCH_FUNCTIONS,
    step,
    readClock(),
  );
  if (!taken.ok) return refusedToWorkflow(taken);
  if (step.step !== 'next' && step.step !== 'close') ensureGoing(taken.state);
  return taken.output;
});
