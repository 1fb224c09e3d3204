import type { Right } from '../../rights.ts';
import type { OpenedCase } from '../state.ts';

/**
 * The rights of a case without those that were split off into other cases. A right that was split off is confirmed and
 * answered in its own case.
 */
export function ownRights({ common: { facts, splits } }: OpenedCase): readonly Right[] {
  const gone = new Set(splits.flatMap(({ rights }) => rights));
  const own = facts.rights.filter((right) => !gone.has(right));
  // If every right was split off, all rights are returned, so that a letter can name what was asked for.
  return own.length === 0 ? facts.rights : own;
}
