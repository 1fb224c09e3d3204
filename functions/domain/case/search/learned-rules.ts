import { stronger } from '../../identifiers/weight.ts';
import type { LearnedRef } from './commands.ts';
import type { LearnedIdentifier, Working } from '../state.ts';

type Evidence = Pick<LearnedIdentifier, 'weight' | 'disputed'>;

/**
 * Why a learned identifier cannot be accepted as the person's; `null` where it can. What somebody typed into a form, and
 * what stands in a record that may be somebody else's, would bring that other person's records with it.
 */
export function acceptRefusedBy({
  weight,
  disputed,
}: Evidence): 'identifier-of-disputed-record' | 'identifier-only-stated' | null {
  if (disputed) return 'identifier-of-disputed-record';
  return weight === 'stated' ? 'identifier-only-stated' : null;
}

/** Whether the case waits for a decision on it: what cannot be accepted is the key to nothing. */
export function isUndecided(learned: LearnedIdentifier): boolean {
  return learned.decision === null && acceptRefusedBy(learned) === null;
}

/**
 * Whether it is a personnummer beside another one that is proven, accepted or not decided on. Nobody has two, but somebody
 * may have had a coordination number (samordningsnummer) before: staff say which are the person's.
 */
export function isSecondPersonnummer(
  { learned, proven, identity }: Pick<Working, 'learned' | 'proven' | 'identity'>,
  { identifier: { kind, hash } }: Pick<LearnedIdentifier, 'identifier'>,
): boolean {
  if (kind !== 'personnummer') return false;
  const left = learned.filter(({ decision }) => decision?.accepted !== false);
  return [identity, ...proven, ...left].some(({ identifier: other }) => other.kind === kind && other.hash !== hash);
}

/**
 * Whether it is a personnummer that the person cannot have, as another one is proven or accepted: accepted as well, it would
 * bring the records of another person. `besides`: hashes of those that one person can have beside it.
 */
export function isOfSomebodyElse(
  { learned, proven, identity }: Pick<Working, 'learned' | 'proven' | 'identity'>,
  { identifier: { kind, hash } }: Pick<LearnedIdentifier, 'identifier'>,
  besides: readonly string[],
): boolean {
  if (kind !== 'personnummer') return false;
  const accepted = learned.filter(({ decision }) => decision?.accepted === true);
  return [identity, ...proven, ...accepted].some(
    ({ identifier: other }) => other.kind === kind && other.hash !== hash && !besides.includes(other.hash),
  );
}

/** Whether a record says more for an identifier than what is known of it, as long as nobody has decided on it. */
export function isNews({ learned, proven, identity }: Working, taught: LearnedRef): boolean {
  if ([identity, ...proven].some(({ identifier }) => identifier.hash === taught.hash)) return false;
  const known = learned.find(({ identifier }) => identifier.hash === taught.hash);
  if (known === undefined) return true;
  if (known.decision !== null || known.disputed !== taught.disputed) return known.decision === null && known.disputed;
  return known.weight !== taught.weight && stronger(known.weight, taught.weight) === taught.weight;
}
