import middy from '@middy/core';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { errorForLog, logger } from '../log.ts';
import { isPassing, retryAfterSeconds } from '../passing-trouble.ts';
import { named } from '#api/problem.ts';
import { problem } from './problem.ts';

/**
 * Middleware that turns an unexpected error into a problem document without details. The middleware writes one log line
 * with the place of the error.
 */
export function guard(): middy.MiddlewareObj<unknown, APIGatewayProxyStructuredResultV2> {
  return {
    onError(request) {
      logger.error('a request broke down', errorForLog(request.error));
      request.response = isPassing(request.error)
        ? problem(named('busy', 503, 'Please try again'), { 'retry-after': String(retryAfterSeconds) })
        : problem(named('internal', 500, 'Something went wrong on our side'));
    },
  };
}
