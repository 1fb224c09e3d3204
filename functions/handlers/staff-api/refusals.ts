import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { named, problem } from '../http/problem.ts';

type Answer = APIGatewayProxyStructuredResultV2;

export function notFound(): Answer {
  return problem(named('not-found', 404, 'Not found'));
}

/** The role is missing. */
export function forbidden(): Answer {
  return problem(named('forbidden', 403, 'Your role does not allow this'));
}

/** The case is kept from this member of staff; `detail` says why, and nothing of the case. */
export function lockedOut(detail: string): Answer {
  return problem(named('locked-out', 403, 'This case is not open to you', { detail }));
}
