import { recipientsOf } from './activity.ts';
import type { Activity, Organisation } from './organisation.ts';
import { countries } from './countries.ts';
import type { Problems } from './problem.ts';

/**
 * Finds references to ids that do not exist, ids that are used twice, and references that contradict each other, such
 * as joint controllers whose `answers` names a company outside their arrangement.
 */
export function* referenceProblems(organisation: Organisation): Problems {
  const { controllers, systems, activities, jointControllers, forwardingContacts, processorRoles, notices } =
    organisation;
  const isController = knows(controllers);
  const isSystem = knows(systems);
  const isActivity = knows(activities);
  const isArea = knows(controllers.flatMap(({ areas }) => areas));

  yield* twice(
    controllers.flatMap(({ areas }, index) =>
      areas.map(({ id }, position) => ({ id, path: `controllers[${index}].areas[${position}].id` })),
    ),
  );
  for (const [index, { identity }] of controllers.entries())
    yield* twice(
      identity.eid.map(({ id }, position) => ({ id, path: `controllers[${index}].identity.eid[${position}].id` })),
    );
  yield* twice(forwardingContacts.map(({ id }, index) => ({ id, path: `forwardingContacts[${index}].id` })));
  yield* twice(processorRoles.map(({ id }, index) => ({ id, path: `processorRoles[${index}].id` })));
  yield* twice(
    notices.map(({ id, validFrom }, index) => ({ id: `${id} ${validFrom}`, path: `notices[${index}].validFrom` })),
    'another version of this notice begins on the same day',
  );

  for (const [index, system] of systems.entries()) {
    yield* unknown(`systems[${index}].controllers`, system.controllers, isController, 'controller');
    yield* unknown(`systems[${index}].areas`, system.areas, isArea, 'business area');
  }
  for (const [index, activity] of activities.entries()) {
    const path = `activities[${index}]`;
    yield* unknown(`${path}.controllers`, activity.controllers, isController, 'controller');
    yield* unknown(`${path}.areas`, activity.areas, isArea, 'business area');
    yield* basisProblems(path, activity, isSystem);
    yield* recipientProblems(path, activity);
  }
  for (const [index, joint] of jointControllers.entries()) {
    yield* unknown(`jointControllers[${index}].controllers`, joint.controllers, isController, 'controller');
    yield* unknown(`jointControllers[${index}].activities`, joint.activities, isActivity, 'activity');
    if (!joint.controllers.includes(joint.answers))
      yield {
        path: `jointControllers[${index}].answers`,
        message: 'expected one of the controllers of this arrangement',
      };
  }
  yield* answererProblems(organisation);
  for (const [index, role] of processorRoles.entries())
    yield* unknown(`processorRoles[${index}].controllers`, role.controllers, isController, 'controller');
  for (const [index, notice] of notices.entries())
    yield* unknown(`notices[${index}].controllers`, notice.controllers, isController, 'controller');
}

/**
 * Finds recipients with an unknown country code. With such a code the answer would name a country that does not exist
 * (Art. 15(2)).
 */
export function* countryProblems({ activities }: Organisation): Problems {
  for (const [index, activity] of activities.entries())
    for (const [position, { country }] of recipientsOf(activity).entries())
      if (!countries.has(country))
        yield {
          path: `activities[${index}].recipients[${position}].country`,
          message: 'there is no country with this code: expected two capital letters of ISO 3166-1',
        };
}

/** Finds activities for which two arrangements of joint controllers name different controllers to answer. */
function* answererProblems({ activities, jointControllers }: Organisation): Problems {
  for (const [index, later] of jointControllers.entries())
    for (const earlier of jointControllers.slice(0, index)) {
      const together = later.controllers.filter((id) => earlier.controllers.includes(id));
      const covers = ({ activities: named }: typeof later, id: string): boolean =>
        named === undefined || named.includes(id);
      const both = activities.find(({ id }) => covers(later, id) && covers(earlier, id));
      if (together.length > 0 && both !== undefined && later.answers !== earlier.answers)
        yield {
          path: `jointControllers[${index}].answers`,
          message: `two arrangements of ${together.join(' and ')} name different controllers to answer for the activity ${both.id}`,
        };
    }
}

function* basisProblems(path: string, { legalBases }: Activity, isSystem: (id: string) => boolean): Problems {
  for (const [index, { type, record, contractWith }] of legalBases.entries()) {
    const place = `${path}.legalBases[${index}]`;
    if (record !== undefined && type !== 'consent')
      yield { path: `${place}.record`, message: 'record is allowed only for consent' };
    if (record !== undefined && !isSystem(record))
      yield { path: `${place}.record`, message: 'there is no system with this id' };
    if (contractWith !== undefined && type !== 'contract')
      yield { path: `${place}.contractWith`, message: 'contractWith is allowed only for a contract' };
  }
}

function* recipientProblems(path: string, activity: Activity): Problems {
  const recipients = recipientsOf(activity);
  for (const [index, { name, through }] of recipients.entries())
    if (
      through !== undefined &&
      !recipients.some((other) => other.name === through && other.role === 'processor' && other.name !== name)
    )
      yield {
        path: `${path}.recipients[${index}].through`,
        message: 'expected the name of a processor among the recipients of this activity',
      };
}

function knows(items: readonly { readonly id: string }[]): (id: string) => boolean {
  const ids = new Set(items.map(({ id }) => id));
  return (id) => ids.has(id);
}

function* unknown(
  path: string,
  ids: readonly string[] | undefined,
  isKnown: (id: string) => boolean,
  what: string,
): Problems {
  for (const [index, id] of (ids ?? []).entries())
    if (!isKnown(id)) yield { path: `${path}[${index}]`, message: `there is no ${what} with this id` };
}

function* twice(
  items: readonly { readonly id: string; readonly path: string }[],
  message = 'this id is used twice',
): Problems {
  const seen = new Set<string>();
  for (const { id, path } of items) {
    if (seen.has(id)) yield { path, message };
    seen.add(id);
  }
}
