import { suffices } from '../case/vocabulary.ts';
import { askedMethods, providersOf } from '../identity-methods/methods.ts';
import { normaliseOrganisationNumber } from '../identifiers/organisation-number.ts';
import { hasAuthority } from './authorities.ts';
import {
  duplicates,
  unbound,
  unknownSystems,
  type Controller,
  type Organisation,
  type Policy,
  type System,
} from './organisation.ts';
import { loosenings } from './policy.ts';
import { placeOf, type Problems } from './problem.ts';
import { countryProblems, referenceProblems } from './reference-rules.ts';
import { activitiesOf, policyOf, systemsOf } from './scope.ts';
import { staffProblems } from './staff-rules.ts';

/** Finds mistakes that the schema cannot find, such as an unknown time zone or a reference to an unknown system. */
export function* organisationProblems(organisation: Organisation): Problems {
  for (const { path, message } of [...duplicates(organisation), ...unknownSystems(organisation)])
    yield { path: placeOf(path), message };
  yield* referenceProblems(organisation);
  yield* countryProblems(organisation);
  yield* staffProblems(organisation);
  yield* policyProblems('policy', organisation.policy);
  for (const [index, controller] of organisation.controllers.entries())
    yield* controllerProblems(organisation, controller, `controllers[${index}]`);
  yield* consentProblems(organisation);
  for (const [index, system] of organisation.systems.entries())
    yield* deletionProblems(system, `systems[${index}].deletion`);
  yield* jointProblems(organisation);
}

/**
 * Finds controllers without systems, areas that no system serves, and systems that no activity names. Call this
 * function only with a whole description. If `salvage.ts` has left out an activity, for example, the systems of that
 * activity would be reported.
 */
export function* wholeProblems(organisation: Organisation): Problems {
  for (const { path, message } of unbound(organisation)) yield { path: placeOf(path), message };
  yield* coverageProblems(organisation);
}

function* controllerProblems(organisation: Organisation, controller: Controller, path: string): Problems {
  const number = normaliseOrganisationNumber(controller.organisationNumber);
  if (!number.valid)
    yield { path: `${path}.organisationNumber`, message: 'this is not an organisation number: check its digits' };
  if (!isTimeZone(controller.timeZone))
    yield { path: `${path}.timeZone`, message: 'there is no time zone with this name' };
  if (!hasAuthority(controller))
    yield {
      path: `${path}.supervisoryAuthority`,
      message: `no authority is known for ${controller.jurisdiction}: expected its name, website and email`,
    };
  const { identity } = controller;
  if (!Object.values(askedMethods).some((method) => method.isUsed(identity)))
    yield {
      path: `${path}.identity`,
      message: 'nobody could prove who they are: expected at least one method of proof',
    };
  for (const { issuer, place } of providersOf(identity))
    if (!isSafe(issuer)) yield { path: `${path}.identity.${place}.issuer`, message: 'expected an https address' };
  const seen = new Set<string>();
  for (const [index, mailbox] of [controller.email, ...controller.mailboxes].entries()) {
    const folded = mailbox.toLowerCase();
    if (seen.has(folded)) yield { path: `${path}.mailboxes[${index - 1}]`, message: 'this address is named twice' };
    seen.add(folded);
  }
  if (controller.policy === undefined) return;
  const loose = loosenings(organisation.policy, controller.policy);
  for (const { field, common, given, expected } of loose)
    yield {
      path: `${path}.policy.${field}`,
      message:
        `a controller can only have a stricter rule than the common policy: ` +
        `the common policy says ${common}, and the controller says ${given}; expected ${expected}`,
    };
  if (loose.length === 0) yield* policyProblems(`${path}.policy`, policyOf(organisation, controller.id));
}

function isSafe(issuer: string): boolean {
  return new URL(issuer).protocol === 'https:';
}

function* policyProblems(path: string, policy: Policy): Problems {
  if (policy.handling === 'sole-handler' && policy.secondPerson === 'always')
    yield {
      path: `${path}.secondPerson`,
      message: 'one person handles all requests, so nobody could release an answer: expected never or where-it-matters',
    };
  const { default: ordinary, special } = policy.proofLevels;
  if (!suffices(special, ordinary))
    yield {
      path: `${path}.proofLevels.special`,
      message: `special categories need the same level as ordinary data or a higher one: expected ${ordinary} or more`,
    };
}

/**
 * If the published privacy policy treats use of the service as consent (`promises.consentByUse`), each activity that is
 * based on consent must name the system that records the consents (Art. 7(1)).
 */
function* consentProblems({ promises, activities }: Organisation): Problems {
  if (promises.consentByUse !== true) return;
  for (const [index, { legalBases }] of activities.entries())
    for (const [position, { type, record }] of legalBases.entries())
      if (type === 'consent' && record === undefined)
        yield {
          path: `activities[${index}].legalBases[${position}].record`,
          message: 'use of a service is not consent (Art. 4(11), 7): expected the system that records the consents',
        };
}

/** Finds systems whose scheduled erasure nobody could stop between the receipt of a request and the answer. */
function* deletionProblems({ kind, deletion }: System, path: string): Problems {
  if (deletion === undefined) return;
  const { scheduled, freeze, instructions } = deletion;
  if (scheduled && freeze === 'not-needed')
    yield {
      path: `${path}.freeze`,
      message: 'this system erases on a schedule, so it needs a way to stop: expected automatic or manual',
    };
  if (kind === 'manual' && freeze === 'automatic')
    yield {
      path: `${path}.freeze`,
      message: 'this system has no connector that could stop the erasure: expected manual or not-needed',
    };
  if (freeze === 'manual' && instructions === undefined)
    yield {
      path: `${path}.instructions`,
      message: 'expected instructions for the member of staff who stops the erasure',
    };
}

/**
 * Finds controllers without a system, business areas that no system serves, and systems that no activity of their
 * controller names.
 */
function* coverageProblems(organisation: Organisation): Problems {
  for (const [index, { id, areas }] of organisation.controllers.entries()) {
    const systems = systemsOf(organisation, id);
    const path = `controllers[${index}]`;
    if (systems.length === 0)
      yield { path: `${path}.id`, message: 'this controller has no system: nothing would be searched' };
    for (const [position, area] of areas.entries())
      if (systems.every((system) => system.areas !== undefined && !system.areas.includes(area.id)))
        yield {
          path: `${path}.areas[${position}].id`,
          message: 'no system serves this area: the area would never be searched',
        };
    const told = new Set(activitiesOf(organisation, id).flatMap((activity) => activity.systems));
    for (const system of systems)
      if (!told.has(system.id))
        yield {
          path: `systems[${organisation.systems.indexOf(system)}].id`,
          message: `no activity of the controller ${id} names this system: the answers of the controller could not say what the system is for`,
        };
  }
}

/**
 * Finds systems that serve both a joint activity (Art. 26) and an activity outside the arrangement. A system is always
 * searched as a whole, so the answer of another joint controller would also contain data of the activity outside the
 * arrangement.
 */
function* jointProblems({ jointControllers, systems, activities }: Organisation): Problems {
  for (const { controllers, activities: named } of jointControllers) {
    if (named === undefined) continue;
    for (const [index, system] of systems.entries()) {
      const owners = controllers.filter((id) => system.controllers === undefined || system.controllers.includes(id));
      const serving = activities.filter((activity) => activity.systems.includes(system.id));
      const outside = serving.find(({ id }) => !named.includes(id));
      const isShared = serving.some(({ id }) => named.includes(id));
      if (owners.length > 0 && owners.length < controllers.length && isShared && outside !== undefined)
        yield {
          path: `systems[${index}].id`,
          message: `this system also serves ${outside.id}, which is not in the joint arrangement: expected separate systems`,
        };
    }
  }
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
