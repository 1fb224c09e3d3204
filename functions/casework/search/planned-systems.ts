import type { PlannedSystem, Common } from '#domain/case/state.ts';
import { levelFor, systemsOf } from '#domain/organisation/scope.ts';
import type { Casework } from '../commit/casework.ts';

/**
 * Every system of the controller that is asked and of its named partners (Art. 26), with the proof that its data need.
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
