import middy from '@middy/core';
import { awaitCondition } from '#casework/workflow/await-condition.ts';
import { awaitConditionSchema } from '#workflows/payloads.ts';
import { readClock } from '../clock.ts';
import { readEnvironment, settlingEnvironment } from '../environment.ts';
import { once } from '../once.ts';
import { settlingFrom } from '../settling.ts';
import { forOneEvent } from '../wiring.ts';

const environment = readEnvironment(settlingEnvironment);
const casework = once(async () => await settlingFrom(environment));

/**
 * Lambda function that begins a wait of the workflow. The function stores the task token, and ends the wait at once if
 * its condition already holds.
 */
export const handler = middy(async (event: unknown) => {
  await awaitCondition(forOneEvent(await casework()), awaitConditionSchema.parse(event), readClock());
  return {};
});
