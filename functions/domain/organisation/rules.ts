import { suffices } from '../case/vocabulary.ts';
import { askedMethods, providersOf } from '../identity-methods/methods.ts';
import { normalise } from '../identifiers/normalise.ts';
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

/** Rules that a schema cannot express, for each part and between parts. */
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

/** Systems and activities that no search or answer would include: only the whole description shows them. */
export function* wholeProblems(organisation: Organisation): Problems {
  for (const { path, message } of unbound(organisation)) yield { path: placeOf(path), message };
  yield* coverageProblems(organisation);
}

function* controllerProblems(organisation: Organisation, controller: Controller, path: string): Problems {
  const number = normalise('organisationNumber', controller.organisationNumber, { today: '2000-01-01' });
  if (!number.valid)
    yield { path: `${path}.organisationNumber`, message: 'this is no organisation number: check its digits' };
  if (!isTimeZone(controller.timeZone))
    yield { path: `${path}.timeZone`, message: 'there is no time zone of this name' };
  if (!hasAuthority(controller))
    yield {
      path: `${path}.supervisoryAuthority`,
      message: `no authority is known for ${controller.jurisdiction}: expected its name, website and email`,
    };
  const { identity } = controller;
  if (!Object.values(askedMethods).some((method) => method.isUsed(identity)))
    yield { path: `${path}.identity`, message: 'nobody could prove who they are: expected at least one method' };
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
        `the common policy is a minimum that a controller can only tighten: ` +
        `it says ${common}, this says ${given}; expected ${expected}`,
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
      message: 'with a sole handler nobody could release an answer: expected never or where-it-matters',
    };
  const { default: ordinary, special } = policy.proofLevels;
  if (!suffices(special, ordinary))
    yield {
      path: `${path}.proofLevels.special`,
      message: `special categories never need less than ordinary data: expected ${ordinary} or more`,
    };
}

/** If the policy treats use as consent, an activity rests on consent only if consents are recorded (Art. 7(1)). */
function* consentProblems({ promises, activities }: Organisation): Problems {
  if (promises.consentByUse !== true) return;
  for (const [index, { legalBases }] of activities.entries())
    for (const [position, { type, record }] of legalBases.entries())
      if (type === 'consent' && record === undefined)
        yield {
          path: `activities[${index}].legalBases[${position}].record`,
          message: 'using a service is no consent (Art. 4(11), 7): expected the system that records the consents',
        };
}

/**
 * Scheduled erasure is suspended for the matched data from receipt to answer: automatically, or as a task for staff.
 */
function* deletionProblems({ kind, deletion }: System, path: string): Problems {
  if (deletion === undefined) return;
  const { scheduled, freeze, instructions } = deletion;
  if (scheduled && freeze === 'not-needed')
    yield { path: `${path}.freeze`, message: 'a system that erases on its own: expected automatic or manual' };
  if (kind === 'manual' && freeze === 'automatic')
    yield { path: `${path}.freeze`, message: 'no connector can stop it here: expected manual or not-needed' };
  if (freeze === 'manual' && instructions === undefined)
    yield {
      path: `${path}.instructions`,
      message: 'expected what the member of staff who stops the erasure has to do',
    };
}

/** No system or activity may be left out of a search or an answer silently. */
function* coverageProblems(organisation: Organisation): Problems {
  for (const [index, { id, areas }] of organisation.controllers.entries()) {
    const systems = systemsOf(organisation, id);
    const path = `controllers[${index}]`;
    if (systems.length === 0)
      yield { path: `${path}.id`, message: 'no system belongs to this controller: nothing would be searched' };
    for (const [position, area] of areas.entries())
      if (systems.every((system) => system.areas !== undefined && !system.areas.includes(area.id)))
        yield {
          path: `${path}.areas[${position}].id`,
          message: 'no system serves this area: it would never be searched',
        };
    const told = new Set(activitiesOf(organisation, id).flatMap((activity) => activity.systems));
    for (const system of systems)
      if (!told.has(system.id))
        yield {
          path: `systems[${organisation.systems.indexOf(system)}].id`,
          message: `no activity of the controller ${id} names this system: its answers could not say what it is for`,
        };
  }
}

/** A partner's system is searched as a whole, so it may not hold data outside the arrangement (Art. 26). */
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
          message: `it also serves ${outside.id}, which the joint controllers do not decide on together: expected a system of its own for each`,
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
