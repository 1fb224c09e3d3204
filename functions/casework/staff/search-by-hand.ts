import type { Organisation } from '#domain/organisation/organisation.ts';

/**
 * Whether a member of staff may search a system by hand. The organisation's description can reserve a system for named
 * people (`handlers`; practice 1 in `domain/README.md`).
 */
export function maySearchByHand({ systems }: Organisation, system: string, member: string): boolean {
  const known = systems.find(({ id }) => id === system);
  return known?.kind !== 'manual' || known.handlers === undefined || known.handlers.includes(member);
}

/** Whether the description of the organisation reserves a system for named people (`handlers`). */
export function isReserved({ systems }: Organisation, system: string): boolean {
  const known = systems.find(({ id }) => id === system);
  return known?.kind === 'manual' && known.handlers !== undefined;
}

/**
 * Whether a member of staff may know what the handlers of a reserved system found: its handlers and the data protection
 * officer may.
 */
export function mayKnowResult(
  { systems }: Organisation,
  system: string,
  { id, roles }: { readonly id: string; readonly roles: ReadonlySet<string> },
): boolean {
  const known = systems.find((one) => one.id === system);
  const handlers = known?.kind === 'manual' ? (known.handlers ?? []) : [];
  return roles.has('dpo') || handlers.includes(id);
}
