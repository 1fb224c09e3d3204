import type middy from '@middy/core';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { troublePage } from '#web/portal/trouble-page.ts';
import { isPassing, retryAfterSeconds } from '../passing-trouble.ts';
import { errorForLog, logger } from '../log.ts';
import { pageLanguage } from './language.ts';
import { page, type Answer } from './replies.ts';

/**
 * Middleware: an unexpected error becomes a page without details, and one log line that says where the error came from.
 */
export function pageGuard(portal: string): middy.MiddlewareObj<APIGatewayProxyEventV2, Answer> {
  return {
    async onError(request) {
      logger.error('a page broke down', errorForLog(request.error));
      // Perhaps the organisation's description could not be read, so the page does not use its name.
      const frame = { language: pageLanguage(request.event), organisation: new URL(portal).hostname, path: '/' };
      request.response = isPassing(request.error)
        ? page(503, await troublePage(frame, 'busy'), [], { 'retry-after': String(retryAfterSeconds) })
        : page(500, await troublePage(frame, 'broken'));
    },
  };
}
