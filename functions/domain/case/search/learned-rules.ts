import { stronger } from '../../identifiers/weight.ts';
import { isCalledUnsafe } from '../contact/confirmed-contact.ts';
import type { LearnedRef } from './commands.ts';
import { identityMethods } from '../../identity-methods/methods.ts';
import type { Common, LearnedIdentifier, Search } from '../state.ts';
import type { IdentifierRef } from '../vocabulary.ts';

type Evidence = Pick<LearnedIdentifier, 'identifier' | 'weight' | 'disputed'>;

/**
 * Why a learned identifier cannot be accepted as the person's; `null` if it can be. It cannot be accepted if somebody
 * only typed it into a form (`stated`), or if all records with it may be somebody else's (`disputed`): the answer could
 * then contain another person's records.
 *
 * If the person has shown that the mailbox or the telephone is theirs, with a code that was sent to it or by a sign-in
 * with it, the records no longer matter. No other kind is shown in this way: somebody could type their own personnummer
 * into a form of the person, sign in with their own e-ID, and so reach data that need a strong proof.
 */
export function acceptRefusedBy(
  { identifier, weight, disputed }: Evidence,
  common: Common,
): 'identifier-of-disputed-record' | 'identifier-only-stated' | null {
  if (isShownToBeTheirs(common, identifier)) return null;
  return notByRecords({ weight, disputed });
}

function notByRecords({
  weight,
  disputed,
}: Omit<Evidence, 'identifier'>): 'identifier-of-disputed-record' | 'identifier-only-stated' | null {
  if (disputed) return 'identifier-of-disputed-record';
  return weight === 'stated' ? 'identifier-only-stated' : null;
}

function isShownToBeTheirs(common: Common, { kind, hash }: IdentifierRef): boolean {
  if ((kind !== 'email' && kind !== 'phone') || isCalledUnsafe(common, { kind, hash })) return false;
  return common.proofs.some(
    ({ identifier, method }) =>
      identifier.kind === kind && identifier.hash === hash && identityMethods[method].showsAddress,
  );
}

/**
 * Whether the case waits for a decision on a learned identifier. The case does not wait for one that no record shows to
 * be the person's, because staff may never learn more about it.
 */
export function isUndecided(learned: LearnedIdentifier): boolean {
  return learned.decision === null && notByRecords(learned) === null;
}

/**
 * Whether an identifier is a personnummer, and another personnummer is proven, accepted or undecided. Nobody has two
 * personnummer, but a person can have one and an older samordningsnummer (which is of the same kind). Staff therefore
 * decide which of the numbers are the person's.
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
 * Whether an identifier is a personnummer that the person cannot have, because another personnummer is proven or
 * accepted. Accepting such an identifier would add another person's records to the answer. `besides`: hashes of the
 * numbers that one person can have together with this one, such as an older samordningsnummer.
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
 * Whether a record tells something new about an identifier. The answer is yes if the identifier is not known yet. It is
 * also yes if nobody has decided on the identifier and the record is stronger evidence than earlier records.
 */
export function isNews({ learned, proven, identity }: Search, taught: LearnedRef): boolean {
  if ([identity, ...proven].some(({ identifier }) => identifier.hash === taught.hash)) return false;
  const known = learned.find(({ identifier }) => identifier.hash === taught.hash);
  if (known === undefined) return true;
  if (known.decision !== null || known.disputed !== taught.disputed) return known.decision === null && known.disputed;
  return known.weight !== taught.weight && stronger(known.weight, taught.weight) === taught.weight;
}
