import middy from '@middy/core';
import type { APIGatewayProxyEventV2WithJWTAuthorizer, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { named } from '#api/problem.ts';
import { readClock } from '../clock.ts';
import { guard } from '../http/guard.ts';
import { bodilessForHead } from '../http/methods.ts';
import { problem } from '../http/problem.ts';
import { memberOf, type Member } from './member.ts';

type Event = APIGatewayProxyEventV2WithJWTAuthorizer;
type Answer = APIGatewayProxyStructuredResultV2;

/** A request of a signed-in member of staff. API Gateway has checked the token. */
export interface StaffRequest {
  readonly event: Event;
  readonly member: Member;
  /** The time of the request (ISO 8601). */
  readonly now: string;
  /** Whether the request is HEAD: its response shows nothing. */
  readonly isHead: boolean;
}

/** Makes a Lambda function for staff. Whoever has no role in this system is refused before `respond` is called. */
export function staffHandler(
  respond: (request: StaffRequest) => Promise<Answer>,
): middy.MiddyfiedHandler<Event, Answer> {
  return middy<Event, Answer>()
    .use(bodilessForHead())
    .use(guard())
    .handler(async (event) => {
      const now = readClock();
      const member = memberOf(event.requestContext.authorizer.jwt.claims);
      if (member === undefined || member.roles.size === 0)
        return problem(named('forbidden', 403, 'You have no role in this system'));
      return await respond({ event, member, now, isHead: event.requestContext.http.method === 'HEAD' });
    });
}
