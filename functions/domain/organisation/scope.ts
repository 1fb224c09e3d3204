import { suffices, type Level } from '../case/vocabulary.ts';
import { emailAddress } from '../mail/sender/sender.ts';
import { intakeAddresses } from './controller.ts';
import type { Activity, Controller, Organisation, Policy, System } from './organisation.ts';
import { policySchema } from './policy.ts';

/**
 * The controller with this id. Throws if there is none: all ids come from the description, so this is a fault of the
 * program.
 */
export function controllerOf(organisation: Organisation, controllerId: string): Controller {
  const controller = organisation.controllers.find(({ id }) => id === controllerId);
  if (controller === undefined) throw new Error('the description has no controller of this id');
  return controller;
}

/**
 * The policy of one controller: the common policy, in which the controller's stricter rules replace the common ones.
 */
export function policyOf(organisation: Organisation, controllerId: string): Policy {
  return policySchema.parse({ ...organisation.policy, ...controllerOf(organisation, controllerId).policy });
}

/**
 * The controllers that receive mail at an address. If the address is not ours, the list is empty. If companies of a
 * group share a mailbox, the list has several controllers, and staff decide for which of them a request is.
 */
export function controllersAt(organisation: Organisation, address: string): readonly Controller[] {
  const wanted = emailAddress(address);
  return organisation.controllers.filter((controller) =>
    intakeAddresses(controller).some((one) => wanted !== undefined && emailAddress(one) === wanted),
  );
}

type Arrangement = Organisation['jointControllers'][number];

/** The arrangements of joint controllers in which the controller takes part (Art. 26). */
export function arrangementsOf(organisation: Organisation, controllerId: string): readonly Arrangement[] {
  return organisation.jointControllers.filter(({ controllers }) => controllers.includes(controllerId));
}

/**
 * The systems that are searched for a request to the controller. The controller's own systems are searched, and the
 * systems of its Art. 26 partners that serve joint activities. Two companies of the same group are joint controllers
 * only if an arrangement says so. The search is never limited to one business area.
 */
export function systemsOf(organisation: Organisation, controllerId: string): readonly System[] {
  const shared = new Set(
    arrangementsOf(organisation, controllerId).flatMap((arrangement) => sharedSystems(organisation, arrangement)),
  );
  return organisation.systems.filter((system) => isFor(system, controllerId) || shared.has(system.id));
}

function sharedSystems(organisation: Organisation, { controllers, activities }: Arrangement): readonly string[] {
  const served = organisation.activities.filter(({ id }) => activities === undefined || activities.includes(id));
  const systems = new Set(served.flatMap((activity) => activity.systems));
  return organisation.systems
    .filter(({ id }) => systems.has(id))
    .filter((system) => controllers.some((controller) => isFor(system, controller)))
    .map(({ id }) => id);
}

/**
 * The activities that the controller's answer describes: its own activities, and joint activities with its Art. 26
 * partners. Systems that are not searched are left out of each activity.
 */
export function activitiesOf(organisation: Organisation, controllerId: string): readonly Activity[] {
  const searched = new Set(systemsOf(organisation, controllerId).map(({ id }) => id));
  const arrangements = arrangementsOf(organisation, controllerId);
  return organisation.activities
    .filter(
      (activity) =>
        isFor(activity, controllerId) ||
        arrangements.some(
          ({ controllers, activities }) =>
            (activities === undefined || activities.includes(activity.id)) &&
            controllers.some((partner) => isFor(activity, partner)),
        ),
    )
    .map((activity) => ({ ...activity, systems: activity.systems.filter((id) => searched.has(id)) }))
    .filter(({ systems }) => systems.length > 0);
}

/**
 * The controller that answers a request about the activity. The Art. 26 arrangement names it; without an arrangement it
 * is the controller itself.
 */
export function answererOf(organisation: Organisation, controllerId: string, activityId: string): string {
  const arrangement = arrangementsOf(organisation, controllerId).find(
    ({ activities }) => activities === undefined || activities.includes(activityId),
  );
  return arrangement?.answers ?? controllerId;
}

/** A business area, and the systems that serve it. */
export interface AreaCoverage {
  readonly area: string;
  readonly systems: readonly string[];
}

/**
 * The controller's business areas, each with the systems that are searched for it. A system without areas serves all
 * areas.
 */
export function areasOf(organisation: Organisation, controllerId: string): readonly AreaCoverage[] {
  const systems = systemsOf(organisation, controllerId);
  return controllerOf(organisation, controllerId).areas.map(({ id }) => ({
    area: id,
    systems: systems.filter(({ areas }) => areas === undefined || areas.includes(id)).map((system) => system.id),
  }));
}

/**
 * The level of proof that data of a system need. Special categories need the policy's level for special categories.
 * Other data need the policy's ordinary level, but never more than the level at which the system itself identifies
 * people (Art. 5(1)(c), 12(6)).
 */
export function levelFor(organisation: Organisation, controllerId: string, system: System): Level {
  const { proofLevels } = policyOf(organisation, controllerId);
  if (system.special) return proofLevels.special;
  const { relation } = system;
  return relation === undefined || suffices(relation, proofLevels.default) ? proofLevels.default : relation;
}

/** The level of proof that an answer from these systems needs: the highest level of the systems. */
export function levelForAll(organisation: Organisation, controllerId: string, systems: readonly System[]): Level {
  return systems
    .map((system) => levelFor(organisation, controllerId, system))
    .reduce<Level>((highest, one) => (suffices(highest, one) ? highest : one), 'contact-point');
}

function isFor(item: { readonly controllers?: readonly string[] | undefined }, controllerId: string): boolean {
  return item.controllers === undefined || item.controllers.includes(controllerId);
}

/** The name of a controller, or its id if the description no longer has this controller. */
export function nameOfController({ controllers }: Organisation, controller: string): string {
  return controllers.find(({ id }) => id === controller)?.name ?? controller;
}
