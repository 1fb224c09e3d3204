import type { Organisation } from './organisation.ts';
import type { Problems } from './problem.ts';

/**
 * Rules about the members of staff that the description names. If `people` is not empty, it must contain every id of
 * staff in the description.
 */
export function* staffProblems({ people, controllers, systems }: Organisation): Problems {
  const known = new Set(people.map(({ id }) => id));
  const isKnown = (id: string | undefined): boolean => id === undefined || known.size === 0 || known.has(id);
  const stranger = 'people has nobody with this id';

  for (const [index, { id, deputy, manager }] of people.entries()) {
    const path = `people[${index}]`;
    if (people.findIndex((other) => other.id === id) !== index)
      yield { path: `${path}.id`, message: 'this id is used twice' };
    if (!isKnown(deputy)) yield { path: `${path}.deputy`, message: stranger };
    if (deputy === id) yield { path: `${path}.deputy`, message: 'a person cannot be their own deputy' };
    if (!isKnown(manager)) yield { path: `${path}.manager`, message: stranger };
    if (manager === id) yield { path: `${path}.manager`, message: 'a person cannot be their own manager' };
  }
  for (const [index, { owner, deputy }] of controllers.entries()) {
    const path = `controllers[${index}]`;
    if (!isKnown(owner)) yield { path: `${path}.owner`, message: stranger };
    if (!isKnown(deputy)) yield { path: `${path}.deputy`, message: stranger };
    if (owner !== undefined && owner === deputy)
      yield { path: `${path}.deputy`, message: 'the owner cannot also be the deputy' };
  }
  for (const [index, system] of systems.entries())
    for (const [position, id] of (system.kind === 'manual' ? (system.handlers ?? []) : []).entries())
      if (!isKnown(id)) yield { path: `systems[${index}].handlers[${position}]`, message: stranger };
}
