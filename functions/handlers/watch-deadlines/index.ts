import middy from '@middy/core';
import { watchDeadlines } from '#casework/watch-deadlines.ts';
import { caseworkEnvironment, readEnvironment } from '../environment.ts';
import { logger } from '../log.ts';
import { scheduledAt } from '../scheduled-event.ts';
import { caseworkFrom, once } from '../wiring.ts';

const environment = readEnvironment(caseworkEnvironment);
const casework = once(async () => await caseworkFrom(environment));

/** Each hour: works the queue by legal date. The line that it logs feeds the alarm on late cases. */
export const handler = middy(async (event: unknown) => {
  const watched = await watchDeadlines(await casework(), scheduledAt(event));
  logger.info('deadlines watched', { ...watched });
  return watched;
});
