import type { APIGatewayProxyEventV2WithJWTAuthorizer, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { cut, document } from '#handlers/render-document/document.ts';
import { command } from '#handlers/staff-api/command.ts';
import { memberOf, type Member } from '#handlers/staff/member.ts';
import { queue } from '#handlers/staff-api/queue.ts';
import { decide, item, preview, search, sheet } from '#handlers/staff-api/review.ts';
import { touched } from '#handlers/staff-api/touched.ts';
import { view } from '#handlers/staff-api/view.ts';
import type { InvokeFunction } from '#infra/local/endpoint.ts';
import { later } from '#test/casework/rig.ts';
import type { caseOf } from '#test/casework/searched-case.ts';

type Event = APIGatewayProxyEventV2WithJWTAuthorizer;
type Answer = APIGatewayProxyStructuredResultV2;
export type ReviewedCase = Awaited<ReturnType<typeof caseOf>>;

/**
 * The staff API for the review of one case: the real functions behind each route, on stores in memory. The connectors
 * of the test search for the case.
 */
export class ReviewStandIn {
  /** The requests so far, each with its route and its body. */
  readonly calls: { readonly route: string; readonly body: string }[] = [];
  /** How many decisions are carried out although their response is lost. */
  answersToLose = 0;
  private seconds = 0;

  readonly of: ReviewedCase;

  constructor(of: ReviewedCase) {
    this.of = of;
  }

  readonly invoke: InvokeFunction = (_, payload) =>
    this.answer(payload as Event).then((answer) => ({ kind: 'returned', payload: answer }));

  /** Sends a request without the browser, as a member of staff with the roles of a case worker. */
  async call(member: string, route: string, { body, query }: { readonly body?: object; readonly query?: object } = {}) {
    const { statusCode = 0, body: text = '' } = await this.answer({
      routeKey: route,
      headers: { 'content-type': 'application/json' },
      pathParameters: { id: this.of.caseId },
      queryStringParameters: query ?? {},
      requestContext: { authorizer: { jwt: { claims: { sub: member, roles: '[case-worker approver]' } } } },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    } as unknown as Event);
    return { status: statusCode, body: JSON.parse(text) as Record<string, unknown> };
  }

  private async answer(event: Event): Promise<Answer> {
    this.calls.push({ route: event.routeKey, body: event.body ?? '' });
    const member = memberOf(event.requestContext.authorizer.jwt.claims);
    if (member === undefined) return { statusCode: 403, body: '{}' };
    this.seconds += 1;
    const answer = await this.route(event, member, later(this.seconds));
    await this.of.rig.settleOwed();
    if (event.routeKey !== 'POST /v1/cases/{id}/review' || this.answersToLose === 0) return answer;
    this.answersToLose -= 1;
    return { statusCode: 503, body: '{"type":"urn:utdrag:problem:busy"}' };
  }

  private async route(event: Event, member: Member, now: string): Promise<Answer> {
    const { rig, connectors } = this.of;
    const work = rig.casework;
    const { means } = await this.of.review();
    const stores = { ...means, connectors, views: rig.views, anchors: rig.anchors };
    const { id = '', item: itemId = '' } = event.pathParameters ?? {};
    switch (event.routeKey) {
      case 'GET /v1/cases':
        return await queue(work, member, event.queryStringParameters ?? {}, now);
      case 'GET /v1/cases/{id}':
        return await view(work, means.resources, member, id, now);
      case 'POST /v1/cases/{id}/commands':
        return await command(work, { ...rig.means, ...means, connectors }, member, id, event, now);
      case 'GET /v1/cases/{id}/review':
        return await sheet(work, stores, member, id, event, now);
      case 'POST /v1/cases/{id}/review/search':
        return await search(work, stores, member, id, event, now);
      case 'POST /v1/cases/{id}/review/touched':
        return await touched(work, stores, member, id, event, now);
      case 'POST /v1/cases/{id}/review':
        return await decide(work, stores, member, id, event, now);
      case 'GET /v1/cases/{id}/review/items/{item}':
        return await item(work, stores, member, id, itemId, event, now);
      case 'GET /v1/cases/{id}/review/documents/{document}':
        return await document(work, stores, member, event, now);
      case 'POST /v1/cases/{id}/review/documents/{document}/cut':
        return await cut(work, stores, member, event);
      case 'GET /v1/cases/{id}/review/preview':
        return await preview(work, stores, member, id, undefined, now);
      case 'GET /v1/cases/{id}/review/preview/page':
        return await preview(work, stores, member, id, event.queryStringParameters?.['path'] ?? '', now);
      default:
        return { statusCode: 404, body: '{"type":"urn:utdrag:problem:not-found"}' };
    }
  }
}
