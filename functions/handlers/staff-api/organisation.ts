import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Casework } from '#casework/commit/casework.ts';
import { conflictsOf } from '#domain/organisation/conflicts.ts';
import { organisationViewSchema } from '#api/organisation.ts';
import { ok } from '../http/json.ts';

/**
 * Responds with the controllers and the people of the organisation, and where its description conflicts with the law.
 */
export function organisation(work: Casework): APIGatewayProxyStructuredResultV2 {
  const { name, controllers, people } = work.organisation;
  return ok(organisationViewSchema, {
    name,
    controllers: controllers.map(({ id, name: controller, timeZone }) => ({ id, name: controller, timeZone })),
    people: people.map(({ id, role = null }) => ({ id, role })),
    conflicts: conflictsOf(work.organisation).map(({ row, path, article, title, policy, law, product }) => ({
      row,
      path,
      article,
      title,
      says: policy,
      law,
      instead: product,
    })),
  });
}
