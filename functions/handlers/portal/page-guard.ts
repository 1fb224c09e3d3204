import type middy from '@middy/core';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { troublePage } from '#web/portal/trouble-page.ts';
import { isPassing, retryAfterSeconds } from '../passing-trouble.ts';
import { errorForLog, logger } from '../log.ts';
import { pageLanguage } from './language.ts';
import { page, type Answer } from './replies.ts';

/** Middleware: the unexpected becomes a page that tells nothing, and one log line that tells where. */
export function pageGuard(portal: string): middy.MiddlewareObj<APIGatewayProxyEventV2, Answer> {
  return {
    async onError(request) {
      logger.error('a page broke down', errorForLog(request.error));
      // What broke may be the description of the organisation: its name is not at hand.
      const frame = { language: pageLanguage(request.event), organisation: new URL(portal).hostname, path: '/' };
      request.response = isPassing(request.error)
        ? page(503, await troublePage(frame, 'busy'), [], { 'retry-after': String(retryAfterSeconds) })
        : page(500, await troublePage(frame, 'broken'));
    },
  };
}
