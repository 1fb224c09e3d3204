import { readCommit } from '#domain/case/log/commit.ts';
import type { OpenedCase } from '#domain/case/state.ts';
import type { Casework } from '../commit/casework.ts';

/**
 * Whether a staff id is known. Staff type the id, and if a case were assigned to a mistyped id, nobody would work on
 * it. If `organisation.yaml` lists people, the id must be in that list. Without such a list, somebody with this id must
 * have worked on the case, or the description must name the id as an owner, deputy or handler.
 */
export async function isKnownStaff(
  casework: Casework,
  { common: { caseId } }: OpenedCase,
  id: string,
): Promise<boolean> {
  const { people, controllers, systems } = casework.organisation;
  if (people.length > 0) return people.some((one) => one.id === id);
  const named = [
    ...controllers.flatMap(({ owner, deputy }) => [owner, deputy]),
    ...systems.flatMap((system) => (system.kind === 'manual' ? (system.handlers ?? []) : [])),
  ];
  return named.includes(id) || (await casework.log.read(caseId)).some((text) => hasActed(text, id));
}

function hasActed(commit: string, id: string): boolean {
  return readCommit(commit).events.some(({ by }) => by.kind === 'staff' && by.id === id);
}
