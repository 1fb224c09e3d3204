import type { PlannedSystem, Common } from '#domain/case/state.ts';
import { levelFor, systemsOf } from '#domain/organisation/scope.ts';
import type { Casework } from '../commit/casework.ts';

/**
 * The systems that a case searches: those of its controller, and those of the activities that it shares with joint
 * controllers (Art. 26). `level` is the level of proof that the data of the system need.
 */
export async function plannedSystems(casework: Casework, common: Common): Promise<readonly PlannedSystem[]> {
  const organisation = await casework.organisationAt(common.facts.organisation);
  const { controller } = common.facts;
  return systemsOf(organisation, controller).map((system) => ({
    id: system.id,
    mode: system.kind === 'connector' ? 'automatic' : 'manual',
    level: levelFor(organisation, controller, system),
    special: system.special,
  }));
}
