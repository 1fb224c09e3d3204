import middy from '@middy/core';
import { reconcile } from '#casework/reconcile.ts';
import { caseworkEnvironment, readEnvironment } from '../environment.ts';
import { scheduledAt } from '../scheduled-event.ts';
import { caseworkFrom, once } from '../wiring.ts';

const environment = readEnvironment(caseworkEnvironment);
const casework = once(async () => await caseworkFrom(environment));

/** Each minute, and at start: does again whatever the logs owe. */
export const handler = middy(
  async (event: unknown) => await reconcile(await casework(), environment.ORGANISATION, scheduledAt(event)),
);
