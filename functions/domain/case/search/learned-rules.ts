import { stronger } from '../../identifiers/weight.ts';
import type { LearnedRef } from './commands.ts';
import type { LearnedIdentifier, Search } from '../state.ts';

type Evidence = Pick<LearnedIdentifier, 'weight' | 'disputed'>;

/**
 * Why a learned identifier cannot be accepted as the person's; `null` if it can. An identifier that somebody typed into
 * a form, or from a record that may be somebody else's, would bring another person's records.
 */
export function acceptRefusedBy({
  weight,
  disputed,
}: Evidence): 'identifier-of-disputed-record' | 'identifier-only-stated' | null {
  if (disputed) return 'identifier-of-disputed-record';
  return weight === 'stated' ? 'identifier-only-stated' : null;
}

/** Whether the case waits for a decision on it. No decision is needed on an identifier that cannot be accepted. */
export function isUndecided(learned: LearnedIdentifier): boolean {
  return learned.decision === null && acceptRefusedBy(learned) === null;
}

/**
 * Whether it is a personnummer beside another that is proven, accepted or undecided. Nobody has two, but somebody may
 * have had a coordination number (samordningsnummer) before: staff say which are the person's.
 */
export function isSecondPersonnummer(
  { learned, proven, identity }: Pick<Search, 'learned' | 'proven' | 'identity'>,
  { identifier: { kind, hash } }: Pick<LearnedIdentifier, 'identifier'>,
): boolean {
  if (kind !== 'personnummer') return false;
  const left = learned.filter(({ decision }) => decision?.accepted !== false);
  return [identity, ...proven, ...left].some(({ identifier: other }) => other.kind === kind && other.hash !== hash);
}

/**
 * Whether it is a personnummer that the person cannot have, because another is proven or accepted. Accepting it would
 * bring the records of another person. `besides`: hashes of numbers that one person can have beside it.
 */
export function isOfSomebodyElse(
  { learned, proven, identity }: Pick<Search, 'learned' | 'proven' | 'identity'>,
  { identifier: { kind, hash } }: Pick<LearnedIdentifier, 'identifier'>,
  besides: readonly string[],
): boolean {
  if (kind !== 'personnummer') return false;
  const accepted = learned.filter(({ decision }) => decision?.accepted === true);
  return [identity, ...proven, ...accepted].some(
    ({ identifier: other }) => other.kind === kind && other.hash !== hash && !besides.includes(other.hash),
  );
}

/**
 * Whether a record is stronger evidence for an identifier than the records before, as long as nobody has decided on it.
 */
export function isNews({ learned, proven, identity }: Search, taught: LearnedRef): boolean {
  if ([identity, ...proven].some(({ identifier }) => identifier.hash === taught.hash)) return false;
  const known = learned.find(({ identifier }) => identifier.hash === taught.hash);
  if (known === undefined) return true;
  if (known.decision !== null || known.disputed !== taught.disputed) return known.decision === null && known.disputed;
  return known.weight !== taught.weight && stronger(known.weight, taught.weight) === taught.weight;
}
