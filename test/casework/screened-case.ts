// A case under review, and the arguments with which the routes of the review are called.
import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';
import { reviewPageSchema, type ReviewItem, type ReviewPage } from '#api/review.ts';
import type { AnyConnector } from '#connectors/sdk/connector.ts';
import type { Member } from '#handlers/staff/member.ts';
import { sheet } from '#handlers/staff-api/review.ts';
import { start } from './rig.ts';
import { caseOf } from './searched-case.ts';

/** The member of staff who sends the requests. */
export const maja: Member = { id: 'maja', roles: new Set(['approver']), email: undefined };

/** A request with a body or with parameters. */
export function askedWith({
  body,
  query,
  path,
}: {
  readonly body?: object;
  readonly query?: object;
  readonly path?: object;
}): APIGatewayProxyEventV2WithJWTAuthorizer {
  return {
    headers: { 'content-type': 'application/json' },
    ...(query === undefined ? {} : { queryStringParameters: query }),
    ...(path === undefined ? {} : { pathParameters: path }),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  } as unknown as APIGatewayProxyEventV2WithJWTAuthorizer;
}

/** A case whose systems were searched and whose answer is under review. Call it after `onOneRig`. */
export async function screenedCase(connectors: readonly AnyConnector[]) {
  const of = await caseOf(connectors);
  await of.searchAll();
  await of.screen();
  const { rig, caseId } = of;
  const { means } = await of.review();
  const stores = { ...means, connectors, findings: rig.findings, views: rig.views, anchors: rig.anchors };
  const read = async (query: object = {}, at = start): Promise<ReviewPage> => {
    const { body } = await sheet(rig.casework, stores, maja, caseId, askedWith({ query }), at);
    return reviewPageSchema.parse(JSON.parse(body ?? ''));
  };
  return {
    rig,
    caseId,
    stores,
    /** Releases the answer, and gives the files of its package. */
    release: async () => await of.release(),
    /** Assembles and delivers an answer that was released, and gives the files of its package. */
    deliver: async () => await of.deliver(),
    /** A page of the sheet, as `maja` is shown it. */
    read,
    /** The first item of the sheet. */
    async first(): Promise<ReviewItem> {
      const { items } = await read();
      if (items[0] === undefined) throw new Error('the sheet is empty');
      return items[0];
    },
  };
}
