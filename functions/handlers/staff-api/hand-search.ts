import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { refusalProblem } from '#api/refusal-problem.ts';
import type { Casework } from '#casework/commit/casework.ts';
import { loadCase } from '#casework/commit/commit-command.ts';
import { accessTo } from '#casework/staff/case-access.ts';
import { maySearchByHand } from '#casework/staff/search-by-hand.ts';
import { refuse } from '#domain/case/refusals/refuse.ts';
import { searchOf, type OpenedCase } from '#domain/case/state.ts';
import { problem } from '../http/problem.ts';
import type { Member } from '../staff/member.ts';
import { explained, forbidden, lockedOut, notFound } from '../staff/refusals.ts';

/** The system of a case that a request is about. */
export interface InSystem {
  readonly id: string;
  readonly system: string;
}

/**
 * Loads a case for a request about a system that is searched by hand, and checks that the member of staff may search the
 * system.
 */
export async function handSearchOf(
  work: Casework,
  member: Member,
  { id, system }: InSystem,
): Promise<
  | { readonly ok: true; readonly state: OpenedCase }
  | { readonly ok: false; readonly answer: APIGatewayProxyStructuredResultV2 }
> {
  const no = (answer: APIGatewayProxyStructuredResultV2) => ({ ok: false, answer }) as const;
  if (!member.roles.has('case-worker')) return no(forbidden());
  const { state } = await loadCase(work, id);
  if (state === undefined) return no(notFound());
  const access = await accessTo(work, state.common, member);
  if (!access.ok) return no(await lockedOut(access));
  if (state.common.purged) return no(problem(refusalProblem('erased', 'staff', {})));
  if (searchOf(state)?.systems.some((one) => one.id === system) !== true) return no(notFound());
  if (!maySearchByHand(await work.organisationAt(state.common.facts.organisation), system, member.id)) {
    const refused = refuse('only-designated-handlers');
    return no(problem(refusalProblem(refused.code, 'staff', await explained(refused))));
  }
  return { ok: true, state };
}
