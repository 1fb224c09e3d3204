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
