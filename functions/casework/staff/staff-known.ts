import { readCommit } from '#domain/case/log/commit.ts';
import type { OpenedCase } from '#domain/case/state.ts';
import type { Casework } from '../commit/casework.ts';

/**
 * Whether a staff id belongs to somebody. If `organisation.yaml` lists people, it must be one of them. If it lists
 * none, the id must be named in the description as an owner, deputy or handler, or have worked on the case: so a typing
 * error does not give the case to nobody.
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
