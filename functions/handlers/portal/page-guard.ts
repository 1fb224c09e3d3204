import type middy from '@middy/core';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { isPassing, retryAfterSeconds } from '../passing-trouble.ts';
import { errorForLog, logger } from '../log.ts';
import { pageLanguage } from './language.ts';
import type { Answer } from './replies.ts';

/**
 * Middleware that turns an unexpected error into a page without details. The middleware writes one log line with the
 * place of the error.
 */
export function pageGuard(portal: string): middy.MiddlewareObj<APIGatewayProxyEventV2, Answer> {
  return {
    async onError(request) {
      logger.error('a page broke down', errorForLog(request.error));
      // This page shows the host name in place of the name of the organisation. The error may be that the file with the
      // name cannot be read.
      const frame = { language: pageLanguage(request.event), organisation: new URL(portal).hostname, path: '/' };
      const [{ page }, { troublePage }] = await loadPages();
      request.response = isPassing(request.error)
        ? page(503, await troublePage(frame, 'busy'), [], { 'retry-after': String(retryAfterSeconds) })
        : page(500, await troublePage(frame, 'broken'));
    },
  };
}

/** Loads what makes an error page. Few requests fail, so the function starts without it. */
async function loadPages(): Promise<[typeof import('./replies.ts'), typeof import('#web/portal/trouble-page.ts')]> {
  return await Promise.all([import('./replies.ts'), import('#web/portal/trouble-page.ts')]);
}
