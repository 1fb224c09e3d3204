import middy from '@middy/core';
import { awaitCondition } from '#casework/workflow/await-condition.ts';
import { awaitConditionSchema } from '#workflows/payloads.ts';
import { readClock } from '../clock.ts';
import { caseworkEnvironment, readEnvironment } from '../environment.ts';
import { once } from '../once.ts';
import { attemptsInBackground } from '../records.ts';
import { caseworkFrom, forOneEvent } from '../wiring.ts';

const environment = readEnvironment(caseworkEnvironment);
const casework = once(async () => await caseworkFrom(environment, attemptsInBackground));

/**
 * Lambda function that begins a wait of the workflow. The function stores the task token, and ends the wait at once if
 * its condition already holds.
 */
export const handler = middy(async (event: unknown) => {
  await awaitCondition(forOneEvent(await casework()), awaitConditionSchema.parse(event), readClock());
  return {};
});
