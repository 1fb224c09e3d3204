import type { PlannedSystem, Common } from '#domain/case/state.ts';
import { levelFor, systemsOf } from '#domain/organisation/scope.ts';
import type { Casework } from '../commit/casework.ts';

/**
 * Every system of the controller and of the partners named in its description (Art. 26), with the level of proof that
 * the system's data need.
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
