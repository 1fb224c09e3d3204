import type middy from '@middy/core';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { TooMuchTraffic } from '#casework/commit-command.ts';
import { troublePage } from '#web/portal/trouble-page.ts';
import { errorForLog, logger } from '../log.ts';
import { pageLanguage } from './language.ts';
import { page, type Answer } from './replies.ts';

/** Middleware: the unexpected becomes a page that tells nothing, and one log line that tells where. */
export function pageGuard(portal: string): middy.MiddlewareObj<APIGatewayProxyEventV2, Answer> {
  return {
    async onError(request) {
      const busy = request.error instanceof TooMuchTraffic;
      logger.error('a page broke down', errorForLog(request.error));
      // What broke may be the description of the organisation: its name is not at hand.
      const frame = { language: pageLanguage(request.event), organisation: new URL(portal).hostname, path: '/' };
      request.response = page(busy ? 503 : 500, await troublePage(frame, busy ? 'busy' : 'broken'));
    },
  };
}
